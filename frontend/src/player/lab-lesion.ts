import { html, type TemplateResult } from 'lit';
import { linePlot, type LinePlot, plotHeight } from '../plots/line-plot';
import { type Wordings, words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { share, whole } from './lab-numbers';
import type { Lesion } from './lab-types';
import { LAB_WORDS } from './lab-words';

interface Says {
  block: string;
  accuracy: string;
  wholeNetwork: string;
  mean(plain: string, residual: string, before: { plain: string; residual: string }): TemplateResult;
  read: string;
}

const NETWORKS = ['residual', 'plain'] as const;

const SAYS: Wordings<Says> = {
  ko: {
    block: '제거한 블록', accuracy: '시험 정확도', wholeNetwork: '제거 전',
    mean: (plain, residual, before) =>
      html`블록 하나를 없애면 <span class="residual">잔차망</span>의 정확도는 평균 ${before.residual}에서 ${residual}로,
        <span class="plain">일반망</span>은 ${before.plain}에서 ${plain}로 바뀝니다.`,
    read: '화살표 키로 블록을 골라 보십시오.',
  },
  en: {
    block: 'Removed block', accuracy: 'Test accuracy', wholeNetwork: 'whole',
    mean: (plain, residual, before) =>
      html`Without one block the accuracy of the <span class="residual">residual</span> network goes from ${before.residual} to ${residual} on
        average, that of the <span class="plain">plain</span> one from ${before.plain} to ${plain}.`,
    read: 'Choose a block with the arrow keys.',
  },
};

/** What is left of the accuracy when one block of a trained network is removed, for every block. */
export function lesion(at: Lesion | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS);
  const depth = at?.residual.without.length ?? Number(view.settings['depth'] ?? 10);
  const plot: LinePlot = {
    width: view.width,
    height: plotHeight(view.width),
    log: false,
    series: at
      ? NETWORKS.map((net) => ({ meaning: net, label: say[net], points: at[net].without.map((y, i) => ({ x: i + 1, y })) }))
      : [],
    xLabel: says.block,
    x: [1, Math.max(2, depth)],
    y: [0, 1],
    cursor: view.cursor,
  };
  const mean = (values: readonly number[]) => share(values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length));
  const block = view.cursor;
  return {
    height: plot.height,
    body: linePlot(plot),
    plot,
    ...(at ? { sentence: html`${says.mean(mean(at.plain.without), mean(at.residual.without), { plain: share(at.plain.whole), residual: share(at.residual.whole) })}` } : {}),
    spoken: at ? NETWORKS.map((net) => `${say[net]}: ${says.wholeNetwork} ${share(at[net].whole)}, ${mean(at[net].without)}`).join('; ') : '',
    read: at
      ? block === undefined
        ? says.read
        : `${says.block} ${whole(block)} · ${NETWORKS.map((net) => `${say[net]} ${share(at[net].without[block - 1] ?? null)}`).join(' · ')}`
      : '',
    table: {
      head: [says.block, ...NETWORKS.map((net) => `${says.accuracy}, ${say[net]}`)],
      rows: at
        ? [[says.wholeNetwork, ...NETWORKS.map((net) => share(at[net].whole))], ...at.residual.without.map((_, i) => [i + 1, ...NETWORKS.map((net) => share(at[net].without[i] ?? null))])]
        : [],
    },
  };
}

import { html, svg, type TemplateResult } from 'lit';
import { contourMap, heights } from '../plots/contours';
import { type Wordings, words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { measured, share } from './lab-numbers';
import type { Landscape, Num, Surface } from './lab-types';
import { LAB_WORDS } from './lab-words';

interface Says {
  trained(plain: Surface, residual: Surface): TemplateResult;
  rise(plain: string, residual: string): TemplateResult;
  read(extent: string): string;
  loss: string;
  accuracy: string;
  edge: string;
}

const NETWORKS = ['plain', 'residual'] as const;
const GAP = 20;
const TITLE = 24;

const SAYS: Wordings<Says> = {
  ko: {
    trained: (plain, residual) =>
      html`학습한 가중치에서 손실은 <span class="plain">일반망</span> ${measured(plain.loss, 3)}, <span class="residual">잔차망</span>
        ${measured(residual.loss, 3)}입니다.`,
    rise: (plain, residual) => html`그림의 가장자리에서는 ${plain}, ${residual}까지 오릅니다(중앙값).`,
    read: (extent) => `가운데 십자가 학습한 가중치이며, 무작위 두 방향으로 필터 크기에 맞춘 거리 ${extent}까지 그렸습니다. 등고선의 높이는 두 그림에서 같습니다.`,
    loss: '손실', accuracy: '정확도', edge: '가장자리의 손실',
  },
  en: {
    trained: (plain, residual) =>
      html`At the trained weights the loss is ${measured(plain.loss, 3)} in the <span class="plain">plain</span> network and
        ${measured(residual.loss, 3)} in the <span class="residual">residual</span> one.`,
    rise: (plain, residual) => html`At the edge of the map it rises to ${plain} and ${residual} (median).`,
    read: (extent) => `The cross marks the trained weights; the map goes ${extent} along two random directions that have each filter’s own size. Both maps have the same heights.`,
    loss: 'Loss', accuracy: 'Accuracy', edge: 'Loss at the edge',
  },
};

/** The loss around the trained weights, plain beside residual, in equal heights. */
export function landscape(at: Landscape | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS);
  const side = Math.min(560, (view.width - GAP) / 2);
  const levels = at ? heights(NETWORKS.map((net) => at[net].losses)) : [];
  const empty = Array.from({ length: 25 }, () => Array.from({ length: 25 }, () => 1));
  return {
    height: TITLE + side + 2,
    body: svg`${NETWORKS.map(
      (net, i) => svg`<text class="plot-label ${net}-text" x=${i * (side + GAP)} y="12">${say[net]}</text>
        <g transform="translate(${i * (side + GAP)},${TITLE})">${contourMap(at?.[net].losses ?? empty, levels, side, net)}</g>`,
    )}`,
    ...(at ? { sentence: html`${says.trained(at.plain, at.residual)} ${says.rise(measured(edge(at.plain)), measured(edge(at.residual)))}` } : {}),
    spoken: at ? NETWORKS.map((net) => `${say[net]}: ${says.loss} ${measured(at[net].loss, 3)}, ${says.edge} ${measured(edge(at[net]))}`).join('; ') : '',
    ...(at ? { read: says.read(measured(at.extent)) } : {}),
    table: {
      head: ['', says.loss, says.accuracy, says.edge],
      rows: at ? NETWORKS.map((net) => [say[net], at[net].loss ?? '∞', share(at[net].accuracy), edge(at[net]) ?? '∞']) : [],
    },
  };
}

/** The median loss along the edge of the map; null where it has left the range of numbers. */
export function edge({ losses }: Surface): Num {
  const last = losses.length - 1;
  const along = losses
    .flatMap((row, i) => row.filter((_, j) => i === 0 || j === 0 || i === last || j === last))
    .map((value) => value ?? Number.POSITIVE_INFINITY)
    .sort((a, b) => a - b);
  const median = along[Math.floor(along.length / 2)];
  return median === undefined || !Number.isFinite(median) ? null : median;
}

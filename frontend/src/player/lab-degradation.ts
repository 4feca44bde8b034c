import { html, type TemplateResult } from 'lit';
import { powersAround } from '../plots/axes';
import { linePlot, type LinePlot, plotHeight, type Series } from '../plots/line-plot';
import { type Wordings, words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { measured, share, whole } from './lab-numbers';
import type { Num, Race, Racer } from './lab-types';
import { LAB_WORDS } from './lab-words';

interface Says {
  trainError: string;
  testAccuracy: string;
  firstGradient: string;
  steps: string;
  now(step: number, plain: string, residual: string): TemplateResult;
  degraded: TemplateResult;
}

const NETWORKS = ['residual', 'plain'] as const;
const FACETS = ['trainError', 'testAccuracy', 'firstGradient'] as const;
/** A network that is so much worse on what it was trained on does not overfit: it is not optimised. */
const WORSE = 0.1;

const SAYS: Wordings<Says> = {
  ko: {
    trainError: '학습 오류율', testAccuracy: '시험 정확도', firstGradient: '첫 층 |∂L/∂W|', steps: '학습 단계',
    now: (step, plain, residual) =>
      html`${whole(step)}단계에서 학습 오류율은 <span class="plain">일반망</span> ${plain}, <span class="residual">잔차망</span> ${residual}입니다.`,
    degraded: html`학습 데이터에서도 뒤지므로 과적합이 아니라 최적화의 실패입니다.`,
  },
  en: {
    trainError: 'Training error', testAccuracy: 'Test accuracy', firstGradient: 'First layer |∂L/∂W|', steps: 'Training steps',
    now: (step, plain, residual) =>
      html`At step ${whole(step)} the training error is ${plain} in the <span class="plain">plain</span> network and ${residual} in the
        <span class="residual">residual</span> one.`,
    degraded: html`It falls behind on the training data itself: that is no overfitting, but a failure of the optimisation.`,
  },
};

/** A deep plain and a deep residual network race on the same batches: training error first. */
export function degradation(at: Race | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS);
  const all = view.all.filter((one): one is Race => one.type === 'race').filter(({ step }) => !at || step <= at.step);
  const facet = FACETS[view.facet] ?? 'trainError';
  const text = (racer: Racer | undefined) => valueText(facet, racer?.[facet] ?? null);
  const series: Series[] = all.length > 0
    ? NETWORKS.map((net) => ({ meaning: net, label: say[net], points: all.map((one) => ({ x: one.step, y: one[net][facet] })) }))
    : [];
  const plot: LinePlot = {
    width: view.width,
    height: plotHeight(view.width),
    log: facet === 'firstGradient',
    series,
    xLabel: says.steps,
    x: [0, Math.max(1, Number(view.settings['steps'] ?? 0), at?.step ?? 0)],
    y: facet === 'firstGradient' ? powersAround(view.all.flatMap((one) => (one.type === 'race' ? NETWORKS.map((net) => one[net].firstGradient) : [])), -2, 0) : [0, 1],
    cursor: view.cursor,
  };
  const read = all.find(({ step }) => step === view.cursor);
  return {
    height: plot.height,
    body: linePlot(plot),
    plot,
    facets: FACETS.map((name) => says[name]),
    ...(at ? { sentence: sentence(at) } : {}),
    spoken: at ? `${says.trainError}: ${NETWORKS.map((net) => `${say[net]} ${share(at[net].trainError)}`).join(', ')}` : '',
    read: read ? `${says.steps} ${whole(read.step)} · ${NETWORKS.map((net) => `${say[net]} ${text(read[net])}`).join(' · ')}` : '',
    table: {
      head: [says.steps, ...FACETS.flatMap((name) => NETWORKS.map((net) => `${says[name]}, ${say[net]}`))],
      rows: all.map((one) => [one.step, ...FACETS.flatMap((name) => NETWORKS.map((net) => one[net][name] ?? '∞'))]),
    },
  };

  function sentence(race: Race): TemplateResult {
    const { plain, residual } = race;
    const worse = plain.trainError !== null && residual.trainError !== null && plain.trainError > residual.trainError + WORSE;
    return html`${says.now(race.step, share(plain.trainError), share(residual.trainError))} ${worse ? says.degraded : ''}`;
  }
}

function valueText(facet: (typeof FACETS)[number], value: Num): string {
  return facet === 'firstGradient' ? measured(value) : share(value);
}

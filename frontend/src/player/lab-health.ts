import { html, type TemplateResult } from 'lit';
import { linePlot, type LinePlot, plotHeight } from '../plots/line-plot';
import { type Wordings, words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { measured, share, whole } from './lab-numbers';
import type { Health, Num } from './lab-types';
import { LAB_WORDS } from './lab-words';

interface Says {
  update: string;
  deviation: string;
  dead: string;
  layer: string;
  good: string;
  state(loss: string, accuracy: string, step: number): TemplateResult;
  test(share: string): string;
  slow: TemplateResult;
  fast: TemplateResult;
  healthy: TemplateResult;
  dying(share: string): TemplateResult;
}

const FACETS = ['update', 'deviation', 'dead'] as const;
/** Around a thousandth is what practice found good for log10 of mean |update| / mean |parameter|. */
const GOOD = -3;
const FAR = 1;
/** Where the axis ends; what is below stands on its end, and the table has the number. */
const LEAST = -12;
const MANY_DEAD = 0.3;

const SAYS: Wordings<Says> = {
  ko: {
    update: '갱신 / 가중치 (log₁₀)', deviation: '활성값의 표준 편차', dead: '죽은 유닛', layer: '층 l (입력 → 출력)', good: '좋은 값',
    state: (loss, accuracy, step) => html`${whole(step)}단계에서 손실은 ${loss}, 정확도는 ${accuracy}입니다.`,
    test: (part) => `시험 이미지는 ${part}를 맞힙니다.`,
    slow: html`가중치가 너무 느리게 움직입니다. 절반이 넘는 층에서 갱신이 가중치의 만분의 일도 되지 않습니다.`,
    fast: html`가중치가 너무 빠르게 움직입니다. 절반이 넘는 층에서 갱신이 가중치의 백분의 일을 넘습니다.`,
    healthy: html`층마다 갱신이 대체로 가중치의 만분의 일과 백분의 일 사이에 있어 건강합니다.`,
    dying: (part) => html`ReLU의 ${part}가 이 배치의 어떤 예제에서도 켜지지 않았습니다.`,
  },
  en: {
    update: 'Update / weight (log₁₀)', deviation: 'Activation deviation', dead: 'Dead units', layer: 'layer l (input → output)', good: 'good',
    state: (loss, accuracy, step) => html`At step ${whole(step)} the loss is ${loss} and the accuracy ${accuracy}.`,
    test: (part) => `Of the test images it tells ${part} right.`,
    slow: html`The weights hardly move: in more than half of the layers the update is below a ten-thousandth of the weight.`,
    fast: html`The weights move too fast: in more than half of the layers the update is above a hundredth of the weight.`,
    healthy: html`In most layers the update lies between a ten-thousandth and a hundredth of the weight, which is healthy.`,
    dying: (part) => html`${part} of the ReLUs were on for no example of this batch.`,
  },
};

/** How a network in training feels: by layer, how far its weights move, how widely its units vary, how many are dead. */
export function health(at: Health | undefined, view: View): Figure {
  const says = words(SAYS);
  const say = words(LAB_WORDS);
  const meaning = view.settings['skip'] === 'identity' ? 'residual' : 'plain';
  const facet = FACETS[view.facet] ?? 'update';
  const values: readonly Num[] = at?.[facet] ?? [];
  const depth = values.length || Number(view.settings['depth'] ?? 10);
  const all = view.all.flatMap((one) => (one.type === 'health' ? one[facet] : [])).filter((value): value is number => value !== null);
  const reference = facet === 'update' ? [{ meaning: 'reference' as const, label: says.good, points: [1, depth].map((x) => ({ x, y: GOOD })) }] : [];
  const plot: LinePlot = {
    width: view.width,
    height: plotHeight(view.width),
    log: false,
    series: at ? [{ meaning, label: say[meaning], points: values.map((y, i) => ({ x: i + 1, y: y !== null && facet === 'update' ? Math.max(y, LEAST) : y })) }, ...reference] : [],
    xLabel: says.layer,
    x: [1, Math.max(2, depth)],
    y: range(facet, all),
    cursor: view.cursor,
  };
  const here = view.cursor;
  return {
    height: plot.height,
    body: linePlot(plot),
    plot,
    facets: FACETS.map((name) => says[name]),
    ...(at ? { sentence: html`${says.state(measured(at.loss, 3), share(at.accuracy), at.step)} ${at.test === null ? '' : says.test(share(at.test))} ${verdict(at)}` } : {}),
    spoken: at ? `${says.update}: ${at.update.map((value) => measured(value, 2)).join(', ')}` : '',
    read: at && here !== undefined ? `${say.layer} ${whole(here)} · ${FACETS.map((name) => `${says[name]} ${text(name, at[name][here - 1] ?? null)}`).join(' · ')}` : '',
    table: {
      head: [say.layer, ...FACETS.map((name) => says[name])],
      rows: at ? at.update.map((_, i) => [i + 1, ...FACETS.map((name) => (name === 'dead' ? share(at.dead[i] ?? null) : (at[name][i] ?? '∞')))]) : [],
    },
  };

  function verdict({ update, dead }: Health): TemplateResult {
    const silent = dead.reduce((sum, each) => sum + each, 0) / Math.max(1, dead.length);
    if (silent > MANY_DEAD) return says.dying(share(silent));
    const slow = update.filter((value) => value !== null && value < GOOD - FAR).length;
    const fast = update.filter((value) => value === null || value > GOOD + FAR).length;
    if (slow > update.length / 2) return says.slow;
    return fast > update.length / 2 ? says.fast : says.healthy;
  }
}

function range(facet: (typeof FACETS)[number], all: readonly number[]): [number, number] {
  if (facet === 'dead') return [0, 1];
  if (facet === 'deviation') return [0, Math.max(1, ...all)];
  return [Math.max(LEAST, Math.min(-6, ...all.map(Math.floor))), Math.max(0, ...all.map(Math.ceil))];
}

function text(facet: (typeof FACETS)[number], value: Num): string {
  return facet === 'dead' ? share(value) : measured(value, 3);
}

import { html, svg, type TemplateResult } from 'lit';
import { colourOf, plane, PLANE_FOOT, shapeOf } from '../plots/plane';
import { type Wordings, words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { gradientFlow } from './lab-gradient-flow';
import { share } from './lab-numbers';
import type { Gradients, Plane, Region } from './lab-types';
import { LAB_WORDS } from './lab-words';

interface Says {
  facet: string;
  accuracy: string;
  area(name: string): string;
  told(plain: string | undefined, residual: string | undefined): TemplateResult;
  read(step: number): string;
  none: string;
}

const NETWORKS = ['plain', 'residual'] as const;
const GAP = 26;
const LEFT = 18;
const TITLE = 24;
const LINE = 20;

const SAYS: Wordings<Says> = {
  ko: {
    facet: '결정 경계', accuracy: '시험 정확도', area: (name) => `‘${name}’의 넓이`,
    told: (plain, residual) =>
      html`본 적 없는 점을 ${plain === undefined ? '' : html`<span class="plain">일반망</span>은 ${plain}`}${plain && residual ? ', ' : ''}${
        residual === undefined ? '' : html`<span class="residual">잔차망</span>은 ${residual}`} 맞힙니다.`,
    read: (step) => `단계 ${step}의 그림입니다. 바탕색은 신경망의 답, 점은 학습 데이터이며 모양과 색이 클래스를 뜻합니다. 축은 표준화한 값입니다.`,
    none: '이 설정의 결정 경계는 실행이 끝날 때 그려집니다.',
  },
  en: {
    facet: 'Decision boundary', accuracy: 'Test accuracy', area: (name) => `Area of “${name}”`,
    told: (plain, residual) =>
      html`Of points it has not seen ${plain === undefined ? '' : html`the <span class="plain">plain</span> network tells ${plain} right`}${
        plain && residual ? ', ' : ''}${residual === undefined ? '' : html`the <span class="residual">residual</span> one ${residual}${plain ? '' : ' right'}`}.`,
    read: (step) => `As at step ${step}. The ground is what the network says, the points are training data; shape and colour are the class. The axes are standardised.`,
    none: 'With these settings the boundary is drawn when the run has ended.',
  },
};

/** A gradient flow; where its data lie in a plane, a third facet shows how the networks divide that. */
export function flowOrPlane(at: Gradients | undefined, view: View): Figure {
  const flow = gradientFlow(at, view);
  if (at && !inPlane(at, view)) return view.facet === 2 ? gradientFlow(at, { ...view, facet: 0 }) : flow;
  if (!at) return flow;
  const facets = [...(flow.facets ?? []), words(SAYS).facet];
  return view.facet === 2 ? { ...drawn(latest(at, view), view), facets } : { ...flow, facets };
}

function inPlane(at: Gradients, view: View): boolean {
  const { data } = view.settings;
  return data === 'moons' || data === 'spirals' || latest(at, view) !== undefined;
}

/** Not every step brings a plane; the newest before it is shown, and its step told. */
function latest(at: Gradients, view: View): Gradients | undefined {
  if (at.plane) return at;
  return view.all.filter((one): one is Gradients => one.type === 'gradients' && !!one.plane && one.step <= at.step).at(-1);
}

/** The share of the cells that are of each class. */
export function areas({ cells }: Region, classes: number): number[] {
  return Array.from({ length: classes }, (_, i) => [...cells].filter((cell) => cell.charCodeAt(0) - 97 === i).length / cells.length);
}

function drawn(at: Gradients | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS);
  const it = at?.plane;
  if (!at || !it) return { height: 40, body: svg`<text class="plot-label" x="0" y="20"></text>`, spoken: says.none, read: says.none, table: { head: [], rows: [] } };
  const shown = NETWORKS.filter((net) => it[net]);
  const side = Math.min(420, (view.width - LEFT - (shown.length - 1) * GAP) / Math.max(2, shown.length));
  const accuracy = (net: 'plain' | 'residual') => (it[net] ? share(it[net].accuracy) : undefined);
  const legend = legendOf(it, view.width);
  return {
    height: TITLE + side + PLANE_FOOT + legend.height,
    body: svg`${shown.map(
      (net, i) => svg`<g transform="translate(${LEFT + i * (side + GAP)},0)"><text class="plot-label ${net}-text" x="0" y="12">${say[net]}</text>
        <g transform="translate(0,${TITLE})">${plane({ ...it, cells: it[net]!.cells }, side)}</g></g>`,
    )}
    <g transform="translate(${LEFT},${TITLE + side + PLANE_FOOT + LINE - 4})">${legend.body}</g>`,
    sentence: says.told(accuracy('plain'), accuracy('residual')),
    spoken: shown.map((net) => `${say[net]}: ${says.accuracy} ${accuracy(net)}`).join('; '),
    read: says.read(at.step),
    table: {
      head: [say.network, says.accuracy, ...it.classes.map(says.area)],
      rows: shown.map((net) => [say[net], share(it[net]!.accuracy), ...areas(it[net]!, it.classes.length).map(share)]),
    },
  };
}

/** The classes with their shapes, in as many lines as they need. */
function legendOf({ classes }: Plane, width: number) {
  let [x, y] = [0, 0];
  const body = classes.map((name, i) => {
    const shown = name.length > 16 ? `${name.slice(0, 15)}…` : name;
    const wide = 26 + [...shown].reduce((sum, c) => sum + (/[가-힣]/.test(c) ? 12.5 : 7.2), 0);
    if (x > 0 && x + wide > width - LEFT) [x, y] = [0, y + LINE];
    const item = svg`<g transform="translate(${x},${y})"><path class="plane-point ${colourOf(i)}" transform="translate(5,-4)" d=${shapeOf(i)} />
      <text class="plot-tick" x="15" y="0">${shown}</text></g>`;
    x += wide;
    return item;
  });
  return { body, height: y + LINE + 8 };
}

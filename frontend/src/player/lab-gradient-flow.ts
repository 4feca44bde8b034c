import { html } from 'lit';
import { powersAround } from '../plots/axes';
import { hasEdges, linePlot, type LinePlot, plotHeight, type Series } from '../plots/line-plot';
import { words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { measured, share } from './lab-numbers';
import { SAYS } from './lab-says';
import type { Gradients, Num, Profile } from './lab-types';
import { LAB_WORDS } from './lab-words';

const VANISHED = 1e-6;
const EXPLODED = 1e3;
const NETWORKS = ['residual', 'plain'] as const;

/** The norm of the gradient at every layer, plain against residual, on a log axis. */
export function gradientFlow(at: Gradients | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const series = seriesOf(at, view);
  const plot = plotOf(series, view);
  const [toX, fromX] = ends(plot);
  const ratios = { plain: ratio(values(at?.plain, view)), residual: ratio(values(at?.residual, view)) };
  const names = view.facet === 1 ? { to: `W${low(toX)}`, from: `W${low(fromX)}` } : { to: `h${low(toX)}`, from: `h${low(fromX)}` };
  const says = words(SAYS).gradients;
  return {
    height: plot.height,
    body: linePlot(plot),
    plot,
    facets: [say.byActivation, say.byWeight],
    ...(at ? { sentence: html`${says.left(names, ratios, !!at.plain, !!at.residual)} ${conclusion(ratios)}` } : {}),
    spoken: at ? NETWORKS.filter((net) => at[net]).map((net) => `${say[net]}: ${names.to} / ${names.from} = ${measured(ratios[net] ?? null)}`).join('; ') : '',
    read: read(at, plot, view),
    table: {
      head: [say.layer, ...series.map(({ label }) => label)],
      rows: (series[0]?.points ?? []).map(({ x }, i) => [x, ...series.map(({ points }) => points[i]?.y ?? '∞')]),
    },
  };
}

function values(profile: Profile | null | undefined, view: View): readonly Num[] {
  return profile ? (view.facet === 1 ? profile.dw : profile.dh) : [];
}

function seriesOf(at: Gradients | undefined, view: View): Series[] {
  const say = words(LAB_WORDS);
  const first = view.facet === 1 ? 1 : 0;
  return NETWORKS.filter((net) => at?.[net]).map((net) => ({
    meaning: net,
    label: say[net],
    points: values(at?.[net], view).map((y, i) => ({ x: i + first, y })),
  }));
}

function plotOf(series: Series[], view: View): LinePlot {
  const all = view.all.flatMap((one) =>
    one.type === 'gradients' ? NETWORKS.flatMap((net) => values(one[net], view)) : [],
  );
  const last = series[0]?.points.at(-1)?.x ?? Number(view.settings['depth'] ?? 50);
  return {
    width: view.width,
    height: plotHeight(view.width),
    log: true,
    series,
    xLabel: words(LAB_WORDS).layers,
    x: [view.facet === 1 ? 1 : 0, last],
    y: all.length > 0 ? powersAround(all, -2, 0) : [1e-32, 1],
    cursor: view.cursor,
  };
}

function ends({ x }: LinePlot): [number, number] {
  return x;
}

/** How much of the last layer's gradient is left at the first. */
export function ratio(all: readonly Num[]): Num | undefined {
  const [front, back] = [all[0], all.at(-1)];
  if (front === undefined || back === undefined) return undefined;
  return front === null || back === null || back === 0 ? null : front / back;
}

/** What may be said of these ratios, and no more. */
function conclusion(ratios: { plain: Num | undefined; residual: Num | undefined }) {
  const says = words(SAYS).gradients;
  const explodes = (value: Num | undefined) => value === null || (value !== undefined && value > EXPLODED);
  if (explodes(ratios.residual)) return says.residualExplodes;
  if (explodes(ratios.plain)) return says.plainExplodes;
  const { plain, residual } = ratios;
  if (typeof plain !== 'number' || plain >= VANISHED) return '';
  return typeof residual === 'number' && residual > 1e-3 ? says.difference : '';
}

function read(at: Gradients | undefined, plot: LinePlot, view: View): string {
  const say = words(LAB_WORDS);
  const says = words(SAYS).gradients;
  if (!at) return '';
  const point = (series: Series) => series.points.find(({ x }) => x === view.cursor);
  if (view.cursor !== undefined && plot.series.some(point)) {
    return `${say.layer} ${view.cursor} · ${plot.series.map((each) => `${each.label} ${measured(point(each)?.y ?? null)}`).join(' · ')}`;
  }
  const told = NETWORKS.flatMap((net) => {
    const profile = at[net];
    return profile ? [says.learnt(say[net], measured(profile.loss, 4), share(profile.accuracy))] : [];
  });
  return [...told, ...(hasEdges(plot) ? [says.edges] : [])].join(' · ');
}

function low(index: number): string {
  return [...String(index)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');
}

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { nothing, svg } from 'lit';
import { power } from '../player/lab-numbers';
import type { Num } from '../player/lab-types';
import { edgeOf, placeOf, powerTicks, type Scale, scaleOver, separate } from './axes';

interface Point {
  x: number;
  y: Num;
}

/** A curve; `meaning` gives colour and stroke, the same everywhere. */
export interface Series {
  meaning: 'residual' | 'plain' | 'skip-part' | 'reference' | 'prediction';
  label: string;
  points: Point[];
}

export interface LinePlot {
  width: number;
  height: number;
  log: boolean;
  series: Series[];
  xLabel: string;
  x: [number, number];
  /** The same at every step, so that the axis stands still while the curve moves. */
  y: [number, number];
  /** Where a reader stands, if anywhere. */
  cursor?: number | undefined;
}

/** A height that suits a width: what is projected is drawn larger, and a phone gets no ribbon. */
export function plotHeight(width: number): number {
  return Math.round(Math.min(Math.max(width * 0.54, 250), width > 800 ? 460 : 310));
}

const TOP = 14;
const BOTTOM = 44;
const LABEL_GAP = 16;

function frame(plot: LinePlot) {
  const narrow = plot.width < 420;
  const longest = Math.max(3, ...plot.series.map(({ label }) => label.length * (/[가-힣]/.test(label) ? 12.5 : 7)));
  const left = narrow ? 42 : 50;
  return { left, right: Math.max(left + 60, plot.width - Math.min(longest, 110) - 14), top: TOP, bottom: plot.height - BOTTOM };
}

/** Where values lie on the screen. */
export function scales(plot: LinePlot) {
  const inner = frame(plot);
  return {
    inner,
    x: scaleLinear(plot.x, [inner.left, inner.right]),
    y: scaleOver(plot.log, plot.y, [inner.bottom, inner.top]),
  };
}

/** The axes and curves; what has left the range of numbers is drawn at the edge with a triangle. */
export function linePlot(plot: LinePlot) {
  const { inner, x, y } = scales(plot);
  const ends = separate(
    plot.series.map(({ points }) => placeOf(points.at(-1)?.y ?? null, y, plot.log)),
    LABEL_GAP,
    inner.bottom,
  );
  return svg`${axes(plot, x, y, inner)}
    ${plot.cursor === undefined ? nothing : cursor(plot, plot.cursor, x, y, inner)}
    ${plot.series.map((each) => curve(each, x, y, plot.log))}
    ${plot.series.map(
      ({ meaning, label }, index) =>
        svg`<text class="plot-label ${meaning}-text" x=${inner.right + 10} y=${ends[index] ?? 0} dy="0.34em">${label}</text>`,
    )}`;
}

function axes(plot: LinePlot, x: Scale, y: Scale, inner: ReturnType<typeof frame>) {
  const ticks = plot.log ? powerTicks(plot.y) : y.ticks(5);
  const across = Math.max(2, Math.min(6, Math.floor((inner.right - inner.left) / 56)));
  return svg`${ticks.map(
    (tick) => svg`<line class="plot-grid" x1=${inner.left} x2=${inner.right} y1=${y(tick)} y2=${y(tick)} />
      <text class="plot-tick" x=${inner.left - 8} y=${y(tick)} dy="0.34em" text-anchor="end">${
        plot.log ? power(Math.round(Math.log10(tick))) : tick
      }</text>`,
  )}
  ${x.ticks(across).map((tick) => svg`<text class="plot-tick" x=${x(tick)} y=${inner.bottom + 20} text-anchor="middle">${tick}</text>`)}
  <text class="plot-tick" x=${(inner.left + inner.right) / 2} y=${plot.height - 5} text-anchor="middle">${plot.xLabel}</text>`;
}

function curve({ meaning, points }: Series, x: Scale, y: Scale, log: boolean) {
  const path = line<Point>(
    (point) => x(point.x),
    (point) => placeOf(point.y, y, log),
  )(points);
  const first = points[0];
  return svg`<path class="plot-line ${meaning}-line" d=${path ?? ''} />
    ${first ? svg`<circle class="${meaning}-fill" r="3.5" cx=${x(first.x)} cy=${placeOf(first.y, y, log)} />` : nothing}
    ${thinned(points.filter((point) => edgeOf(point.y, y, log))).map(
      (point) => svg`<path class="${meaning}-fill plot-edge" transform="translate(${x(point.x)},${placeOf(point.y, y, log)})"
        d=${edgeOf(point.y, y, log) === 'high' ? 'M-5 6L0 -4L5 6Z' : 'M-5 -6L0 4L5 -6Z'} />`,
    )}`;
}

/** Enough triangles to see the stretch, not one for each of two hundred layers. */
function thinned<T>(points: readonly T[]): readonly T[] {
  const each = Math.ceil(points.length / 12);
  return points.filter((_, index) => index % each === 0);
}

function cursor(plot: LinePlot, at: number, x: Scale, y: Scale, inner: ReturnType<typeof frame>) {
  return svg`<line class="plot-cursor" x1=${x(at)} x2=${x(at)} y1=${inner.top} y2=${inner.bottom} />
    ${plot.series.map(({ meaning, points }) => {
      const point = points.find((candidate) => candidate.x === at);
      return point ? svg`<circle class="${meaning}-fill" r="5" cx=${x(at)} cy=${placeOf(point.y, y, plot.log)} />` : nothing;
    })}`;
}

/** Whether anything of it is drawn at an edge only. */
export function hasEdges(plot: LinePlot): boolean {
  const y = scaleOver(plot.log, plot.y, [1, 0]);
  return plot.series.some(({ points }) => points.some((point) => edgeOf(point.y, y, plot.log)));
}

/** The x value of the points nearest to a place on the screen. */
export function xAt(plot: LinePlot, pixel: number): number | undefined {
  const { left, right } = frame(plot);
  const [low, high] = plot.x;
  const value = low + ((pixel - left) / (right - left)) * (high - low);
  return steps(plot).reduce<number | undefined>(
    (best, each) => (best === undefined || Math.abs(each - value) < Math.abs(best - value) ? each : best),
    undefined,
  );
}

/** Where the arrow keys lead from a place: to the next point, or to an end. */
export function xBeside(plot: LinePlot, from: number | undefined, key: string): number | undefined {
  const all = steps(plot);
  const here = from === undefined ? -1 : all.indexOf(from);
  switch (key) {
    case 'ArrowRight':
      return all[Math.min(here + 1, all.length - 1)];
    case 'ArrowLeft':
      return all[here < 0 ? all.length - 1 : Math.max(here - 1, 0)];
    case 'Home':
      return all[0];
    case 'End':
      return all.at(-1);
    default:
      return undefined;
  }
}

function steps(plot: LinePlot): number[] {
  return plot.series[0]?.points.map((point) => point.x) ?? [];
}

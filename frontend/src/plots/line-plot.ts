import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import { nothing, svg } from 'lit';
import { power } from '../player/lab-numbers';
import type { Num } from '../player/lab-types';

/** A curve; `meaning` gives colour and stroke, the same everywhere. */
export interface Series {
  meaning: 'residual' | 'plain' | 'skip-part' | 'reference';
  label: string;
  points: { x: number; y: Num }[];
}

export interface LinePlot {
  width: number;
  height: number;
  log: boolean;
  series: Series[];
  xLabel: string;
  x: [number, number];
  /** Where a reader stands, if anywhere. */
  cursor?: number | undefined;
}

type Scale = ScaleContinuousNumeric<number, number>;

const MARGIN = { top: 14, right: 84, bottom: 40, left: 48 };

/** The axes and curves; what has left the range of numbers is drawn at the edge with a triangle. */
export function linePlot(plot: LinePlot) {
  const inner = {
    left: MARGIN.left,
    right: rightOf(plot),
    top: MARGIN.top,
    bottom: plot.height - MARGIN.bottom,
  };
  const x = scaleLinear(plot.x, [inner.left, inner.right]);
  const y = yScale(plot, [inner.bottom, inner.top]);
  const ticks = plot.log ? decades(y.domain() as [number, number]) : y.ticks(4);
  const ends = separate(
    plot.series.map((each) => yOf(each.points.at(-1)?.y ?? null, y, plot.log)),
    15,
  );
  return svg`
    ${ticks.map(
      (tick) => svg`<line class="plot-grid" x1=${inner.left} x2=${inner.right} y1=${y(tick)} y2=${y(tick)} />
        <text class="plot-tick" x=${inner.left - 8} y=${y(tick)} dy="0.32em" text-anchor="end">${
          plot.log ? power(Math.round(Math.log10(tick))) : tick
        }</text>`,
    )}
    ${x.ticks(Math.max(2, Math.min(6, plot.width / 90))).map(
      (tick) => svg`<text class="plot-tick" x=${x(tick)} y=${inner.bottom + 18} text-anchor="middle">${tick}</text>`,
    )}
    <text class="plot-tick" x=${(inner.left + inner.right) / 2} y=${plot.height - 6} text-anchor="middle">${plot.xLabel}</text>
    ${plot.series.map((each, index) => curve(each, x, y, plot.log, inner.right, ends[index] ?? 0))}
    ${plot.cursor === undefined ? nothing : cursor(plot, plot.cursor, x, y, inner)}`;
}

function rightOf(plot: LinePlot): number {
  return Math.max(MARGIN.left + 60, plot.width - MARGIN.right);
}

function yScale(plot: LinePlot, range: [number, number]): Scale {
  const values = plot.series.flatMap((each) => each.points.map((point) => point.y));
  const finite = values.filter((value): value is number => value !== null && (!plot.log || value > 0));
  const [low, high] = finite.length > 0 ? [Math.min(...finite), Math.max(...finite)] : [plot.log ? 1e-8 : 0, 1];
  if (!plot.log) return scaleLinear([Math.min(0, low), high || 1], range).nice(4);
  const bottom = Math.floor(Math.log10(low) - 0.2);
  const top = Math.max(bottom + 2, Math.ceil(Math.log10(high) + 0.2));
  return scaleLog([10 ** bottom, 10 ** top], range);
}

/** At most six whole powers of ten, evenly spaced from the top. */
function decades([low, high]: [number, number]): number[] {
  const from = Math.round(Math.log10(low));
  const to = Math.round(Math.log10(high));
  const step = Math.max(1, Math.ceil((to - from) / 5));
  const ticks = [];
  for (let exponent = to; exponent >= from; exponent -= step) ticks.push(10 ** exponent);
  return ticks;
}

function yOf(value: Num, y: Scale, log: boolean): number {
  const [low = 0, high = 1] = y.domain();
  if (value === null) return y(high);
  return y(log ? Math.min(high, Math.max(low, value)) : value);
}

function curve(each: Series, x: Scale, y: Scale, log: boolean, right: number, labelY: number) {
  const path = line<{ x: number; y: Num }>()
    .x((point) => x(point.x))
    .y((point) => yOf(point.y, y, log))(each.points);
  const lost = each.points.find((point) => point.y === null || (log && point.y === 0));
  const first = each.points[0];
  return svg`<path class="plot-line ${each.meaning}-line" d=${path ?? ''} />
    ${first ? svg`<circle class="${each.meaning}-fill" r="4" cx=${x(first.x)} cy=${yOf(first.y, y, log)} />` : nothing}
    ${
      lost
        ? svg`<path class="${each.meaning}-fill" transform="translate(${x(lost.x)},${yOf(lost.y, y, log)})"
            d=${lost.y === null ? 'M-6 6L0 -4L6 6Z' : 'M-6 -6L0 4L6 -6Z'} />`
        : nothing
    }
    <text class="plot-label ${each.meaning}-text" x=${right + 8} y=${labelY} dy="0.32em">${each.label}</text>`;
}

/** Moves labels apart that would lie on each other, keeping their order. */
export function separate(places: number[], gap: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  for (let i = 1; i < order.length; i++) {
    const above = order[i - 1]!;
    const here = order[i]!;
    if (here.place - above.place < gap) here.place = above.place + gap;
  }
  const moved = [...places];
  for (const { place, index } of order) moved[index] = place;
  return moved;
}

function cursor(plot: LinePlot, at: number, x: Scale, y: Scale, inner: { top: number; bottom: number }) {
  return svg`<line class="plot-cursor" x1=${x(at)} x2=${x(at)} y1=${inner.top} y2=${inner.bottom} />
    ${plot.series.map((each) => {
      const point = each.points.find((candidate) => candidate.x === at);
      return point
        ? svg`<circle class="${each.meaning}-fill" r="5" cx=${x(at)} cy=${yOf(point.y, y, plot.log)} />`
        : nothing;
    })}`;
}

/** The x value of the points nearest to a place on the screen. */
export function xAt(plot: LinePlot, pixel: number): number {
  const [low, high] = plot.x;
  const value = low + ((pixel - MARGIN.left) / (rightOf(plot) - MARGIN.left)) * (high - low);
  const all = plot.series[0]?.points.map((point) => point.x) ?? [];
  return all.reduce((best, each) => (Math.abs(each - value) < Math.abs(best - value) ? each : best), all[0] ?? low);
}

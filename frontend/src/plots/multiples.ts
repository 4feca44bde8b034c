import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { svg } from 'lit';
import { power } from '../player/lab-numbers';
import type { Num } from '../player/lab-types';
import { edgeOf, placeOf, powerTicks, scaleOver } from './axes';
import type { Series } from './line-plot';

/** One of several small plots that share their axes. */
export interface Panel {
  title: string;
  /** A line beneath it. */
  note: string;
  series: { meaning: Series['meaning']; values: readonly Num[] }[];
}

const TITLE = 20;
const PLOT = 84;
const NOTE = 22;
const BETWEEN = 14;
const LEFT = 40;

export function multiplesHeight(panels: number, columns: number): number {
  return Math.ceil(panels / columns) * (TITLE + PLOT + NOTE + BETWEEN);
}

/** Small plots in rows, on one log axis for all, so that they can be compared at a glance. */
export function multiples(panels: readonly Panel[], columns: number, width: number, y: [number, number]) {
  const wide = (width - LEFT) / columns;
  const scale = scaleOver(true, y, [PLOT, 0]);
  const ticks = powerTicks(y);
  return panels.map((panel, index) => {
    const column = index % columns;
    const top = Math.floor(index / columns) * (TITLE + PLOT + NOTE + BETWEEN);
    const right = wide - 16;
    return svg`<g transform="translate(${LEFT + column * wide},${top + TITLE})">
      <text class="plot-label" x="0" y="-7">${panel.title}</text>
      ${ticks.map(
        (tick) => svg`<line class="plot-grid" x1="0" x2=${right} y1=${scale(tick)} y2=${scale(tick)} />
          ${column === 0
            ? svg`<text class="plot-tick" x="-8" y=${scale(tick)} dy="0.34em" text-anchor="end">${power(Math.round(Math.log10(tick)))}</text>`
            : ''}`,
      )}
      ${panel.series.map(({ meaning, values }) => {
        const x = scaleLinear([0, Math.max(1, values.length - 1)], [0, right]);
        const path = line<Num>(
          (_, i) => x(i),
          (value) => placeOf(value, scale, true),
        )([...values]);
        const edge = values.findIndex((value) => edgeOf(value, scale, true));
        return svg`<path class="plot-line ${meaning}-line" d=${path ?? ''} />
          ${edge < 0
            ? ''
            : svg`<path class="${meaning}-fill plot-edge" transform="translate(${x(edge)},${placeOf(values[edge] ?? null, scale, true)})"
                d=${edgeOf(values[edge] ?? null, scale, true) === 'high' ? 'M-5 6L0 -4L5 6Z' : 'M-5 -6L0 4L5 -6Z'} />`}`;
      })}
      <text class="plot-tick" x="0" y=${PLOT + 16}>${panel.note}</text>
    </g>`;
  });
}

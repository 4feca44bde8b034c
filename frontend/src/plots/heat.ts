import { nothing, svg } from 'lit';
import type { Num } from '../player/lab-types';

/** Less than this share of the greatest value is the ground's colour. */
const NOTHING = 0.004;
const LEGEND = [0.02, 0.1, 0.3, 0.6, 1];

/** The root spreads the small values, which are most of them, over more of the scale. */
export function shade(value: Num): number {
  return value === null || value < NOTHING ? 0 : Math.sqrt(Math.min(value, 1));
}

/**
 * A square of values from 0 to 1, drawn from the page's colour to the curve's; the dashed square is the side that the
 * formula gives.
 */
export function heat(field: readonly (readonly Num[])[], left: number, side: number, inside: number) {
  const cell = side / Math.max(1, field.length);
  const reach = Math.min(inside, field.length) * cell;
  const edge = (side - reach) / 2;
  return svg`<g transform="translate(${left},0)">
    <rect class="heat-ground" width=${side} height=${side} />
    ${field.flatMap((row, i) =>
      row.map((value, j) =>
        shade(value) === 0
          ? nothing
          : svg`<rect class="heat-cell" x=${j * cell} y=${i * cell} width=${cell + 0.3} height=${cell + 0.3}
              fill-opacity=${shade(value).toFixed(3)} />`,
      ),
    )}
    <rect class="heat-edge" x=${edge + 0.75} y=${edge + 0.75} width=${reach - 1.5} height=${reach - 1.5} />
  </g>`;
}

/** What the shades stand for, on one line. */
export function heatLegend(left: number, low: string, high: string) {
  return svg`<text class="plot-tick" x=${left} y="10">${low}</text>
    ${LEGEND.map(
      (value, index) =>
        svg`<rect class="heat-cell" x=${left + 16 + index * 22} width="22.3" height="12" fill-opacity=${shade(value).toFixed(3)} />`,
    )}
    <text class="plot-tick" x=${left + 22 + LEGEND.length * 22} y="10">${high}</text>`;
}

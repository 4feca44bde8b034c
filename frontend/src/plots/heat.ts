import { nothing, svg } from 'lit';

/** Less than this share of the greatest value is the ground's colour. */
const NOTHING = 0.004;

/**
 * A square of values from 0 to 1, drawn from the page's colour to the curve's; the dashed square is the side that the
 * formula gives.
 */
export function heat(field: readonly (readonly number[])[], left: number, side: number, inside: number) {
  const cell = side / Math.max(1, field.length);
  const edge = (side - inside * cell) / 2;
  return svg`<g transform="translate(${left},0)">
    <rect class="heat-ground" width=${side} height=${side} />
    ${field.flatMap((row, i) =>
      row.map((value, j) =>
        value < NOTHING
          ? nothing
          : svg`<rect class="heat-cell" x=${j * cell} y=${i * cell} width=${cell + 0.3} height=${cell + 0.3}
              fill-opacity=${Math.sqrt(value).toFixed(3)} />`,
      ),
    )}
    <rect class="heat-edge" x=${edge} y=${edge} width=${inside * cell} height=${inside * cell} />
  </g>`;
}

import { contours } from 'd3-contour';
import { svg } from 'lit';
import type { Num } from '../player/lab-types';
import type { Series } from './line-plot';

/** Twelve heights from the least to the greatest value, each by the same factor above the one before. */
export function heights(fields: readonly (readonly (readonly Num[])[])[]): number[] {
  const values = fields.flat(2).filter((value): value is number => value !== null && value > 0);
  if (values.length === 0) return [];
  const low = Math.min(...values);
  const high = Math.max(...values, low * 1.01);
  return Array.from({ length: 12 }, (_, i) => low * (high / low) ** (i / 12));
}

/**
 * A square of values as filled contours, low ones light; rows go upwards. What has no value lies above every height.
 */
export function contourMap(field: readonly (readonly Num[])[], levels: readonly number[], side: number, meaning: Series['meaning']) {
  const n = field.length;
  const top = (levels.at(-1) ?? 1) * 2;
  const flat = [...field].reverse().flatMap((row) => row.map((value) => value ?? top));
  // Values are of points, the first and last of which lie on the edge; the cells around those are cut off.
  const scale = side / Math.max(1, n - 1);
  return svg`<svg width=${side} height=${side}><g transform="scale(${scale}) translate(-0.5,-0.5)">
      ${contours()
        .size([n, n])
        .thresholds([...levels])(flat)
        .map((shape) => svg`<path class="contour ${meaning}-contour" d=${pathOf(shape.coordinates)} />`)}
    </g></svg>
    <rect class="heat-edge" x="0.5" y="0.5" width=${side - 1} height=${side - 1} />
    <path class="contour-mark" d="M${side / 2 - 6} ${side / 2}h12M${side / 2} ${side / 2 - 6}v12" />`;
}

function pathOf(polygons: readonly (readonly (readonly number[])[])[][]): string {
  return polygons.flat().map((ring) => `M${ring.map(([x, y]) => `${x},${y}`).join('L')}Z`).join('');
}

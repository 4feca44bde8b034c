import { scaleLinear } from 'd3-scale';
import { svg } from 'lit';

export interface PlaneDrawing {
  x: [number, number];
  y: [number, number];
  columns: readonly string[];
  points: readonly { x: number; y: number; label: number }[];
  /** A square of letters, `a` for the first class, row by row from the top. */
  cells: string;
}

/** Colours repeat before shapes do, so that any two of twenty classes differ in one of them. */
const COLOURS = 5;
const SHAPES = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z',
  'M0 -5L4.6 3.6H-4.6Z',
  'M-3.6 -3.6H3.6V3.6H-3.6Z',
  'M0 -5.2L5.2 0L0 5.2L-5.2 0Z',
];

/** Room for the names of the columns. */
export const PLANE_FOOT = 20;

export function colourOf(label: number): string {
  return `class-${label % COLOURS}`;
}

export function shapeOf(label: number): string {
  return SHAPES[label % SHAPES.length] ?? '';
}

/** Cells of one class that lie beside each other in a row, as one stretch. */
export function stretches(cells: string): { label: number; row: number; from: number; length: number }[] {
  const side = Math.round(Math.sqrt(cells.length));
  return Array.from({ length: side }, (_, row) => row).flatMap((row) =>
    [...cells.slice(row * side, (row + 1) * side).matchAll(/(.)\1*/g)].map((match) => ({
      label: match[0].charCodeAt(0) - 97,
      row,
      from: match.index,
      length: match[0].length,
    })),
  );
}

/** The edges between cells of different classes, as a path over cells of size 1. */
export function boundary(cells: string): string {
  const side = Math.round(Math.sqrt(cells.length));
  const edges: string[] = [];
  for (let i = 0; i < cells.length; i++) {
    const [x, y] = [i % side, Math.floor(i / side)];
    if (x + 1 < side && cells[i] !== cells[i + 1]) edges.push(`M${x + 1} ${y}v1`);
    if (y + 1 < side && cells[i] !== cells[i + side]) edges.push(`M${x} ${y + 1}h1`);
  }
  return edges.join('');
}

/** What a network tells of every place, under points that have the shape and colour of their class. */
export function plane(it: PlaneDrawing, side: number) {
  const cell = side / Math.max(1, Math.round(Math.sqrt(it.cells.length)));
  const x = scaleLinear(it.x, [0, side]);
  const y = scaleLinear(it.y, [side, 0]);
  return svg`<rect class="heat-ground" width=${side} height=${side} />
    ${stretches(it.cells).map(
      ({ label, row, from, length }) =>
        svg`<rect class="plane-cell ${colourOf(label)}" x=${from * cell} y=${row * cell} width=${length * cell} height=${cell} shape-rendering="crispEdges" />`,
    )}
    <path class="plane-boundary" transform="scale(${cell})" d=${boundary(it.cells)} />
    ${it.points.map(
      (point) =>
        svg`<path class="plane-point ${colourOf(point.label)}" transform="translate(${x(point.x)},${y(point.y)})" d=${shapeOf(point.label)} />`,
    )}
    <rect class="plane-frame" x="0.5" y="0.5" width=${side - 1} height=${side - 1} />
    <text class="plot-tick" x=${side / 2} y=${side + 15} text-anchor="middle">${shortened(it.columns[0], side)} →</text>
    <text class="plot-tick" x="-6" y=${side / 2} text-anchor="middle" transform="rotate(-90,-6,${side / 2})">${shortened(it.columns[1], side)} →</text>`;
}

/** As much of a name as stands beside a plane of that size. */
function shortened(name: string | undefined, side: number): string {
  const most = Math.max(4, Math.floor(side / 9) - 2);
  const signs = [...(name ?? '')];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : signs.join('');
}

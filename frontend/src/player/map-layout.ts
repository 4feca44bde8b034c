import { scaleLinear, scaleLog } from 'd3-scale';
import type { Quantity } from './map-data';

/** Where a quantity lies on an axis of so many pixels. */
export interface Axis {
  readonly scale: (value: number) => number;
  readonly ticks: readonly number[];
}

interface Extent {
  readonly log: boolean;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
}

/** Costs and depth grow by factors, so their axes are logarithmic; years and percentages are not. */
export const EXTENTS: Readonly<Record<Quantity, Extent>> = {
  year: { log: false, domain: [2011.5, 2015.7], ticks: [2012, 2013, 2014, 2015] },
  depth: { log: true, domain: [6.4, 200], ticks: [8, 16, 32, 64, 128] },
  parameters: { log: true, domain: [5e6, 2.2e8], ticks: [5e6, 1e7, 2e7, 5e7, 1e8, 2e8] },
  macs: { log: true, domain: [0.5, 28], ticks: [0.5, 1, 2, 5, 10, 20] },
  error: { log: false, domain: [0, 17.5], ticks: [0, 5, 10, 15] },
};

export function scaleOf(quantity: Quantity, range: readonly [number, number]) {
  const { log, domain } = EXTENTS[quantity];
  return (log ? scaleLog() : scaleLinear()).domain(domain).range(range);
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Labelled {
  readonly text: string;
  /** What the label belongs to and may not cover. */
  readonly mark: Box;
}

export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
  /** How unwelcome the place is by itself. */
  readonly rank: number;
  /** Whether it stands so far from its mark that a line has to lead there. */
  readonly far: boolean;
}

const LINE = 16;
const CHARACTER = 7.1;
const GAP = 5;
const FAR = 20;

/**
 * Places every label beside its mark so that it covers no mark, no other label and no edge, and is nearest to its own mark. Each in
 * turn takes the cheapest of its places given all the others, until nothing moves; of a few beginnings the best end is taken.
 */
export function placeLabels(all: readonly Labelled[], within: Box): readonly Placed[] {
  const places = all.map((one, index) => candidates(one).map((place) => ({ place, cost: alone(place, index, all, within) })));
  const among = (index: number, own: number, taken: readonly number[]) => {
    const { place, cost } = places[index]![own]!;
    return taken.reduce(
      (sum, other, at) => sum + (at === index ? 0 : overlap(place.box, places[at]![other]!.place.box)),
      cost,
    );
  };
  const ends = [() => 0, () => 1, (index: number) => index % 2, (index: number) => (index + 1) % 2].map((begin) => {
    const taken = all.map((_, index) => begin(index));
    for (let sweep = 0; sweep < 8 && settle(taken, places, among); sweep++);
    return { taken, cost: taken.reduce((sum, own, index) => sum + among(index, own, taken), 0) };
  });
  const best = ends.reduce((p, q) => (q.cost < p.cost ? q : p));
  return best.taken.map((own, index) => places[index]![own]!.place);
}

/** One round of better choices; false once nobody finds one. */
function settle(
  taken: number[],
  places: readonly (readonly unknown[])[],
  among: (index: number, own: number, taken: readonly number[]) => number,
): boolean {
  let changed = false;
  places.forEach((own, index) => {
    const costs = own.map((_, at) => among(index, at, taken));
    const best = costs.indexOf(Math.min(...costs));
    if (costs[best]! < costs[taken[index]!]!) {
      taken[index] = best;
      changed = true;
    }
  });
  return changed;
}

/** What a place costs whatever the other labels do. */
function alone(place: Placed, index: number, all: readonly Labelled[], within: Box): number {
  return all.reduce(
    (sum, other, at) =>
      sum + overlap(place.box, other.mark) * 2 + (at !== index && ambiguous(place, all[index]!, other) ? 40 : 0),
    place.rank + outside(place.box, within) * 4,
  );
}

/** Right, left, above, below, the corners, and the same further out. */
function candidates({ text, mark }: Labelled): readonly Placed[] {
  const width = text.length * CHARACTER;
  const [midX, midY] = [(mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2];
  const at = (rank: number, x: number, y: number, anchor: Placed['anchor']): Placed => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    const box = { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 };
    return { x, y, anchor, rank, far: rank >= FAR, box };
  };
  const near = [
    at(0, mark.right + GAP, midY, 'start'),
    at(1, mark.left - GAP, midY, 'end'),
    at(6, midX, mark.top - GAP - LINE / 2, 'middle'),
    at(6, midX, mark.bottom + GAP + LINE / 2, 'middle'),
    at(8, mark.right, mark.top - LINE / 2, 'start'),
    at(8, mark.right, mark.bottom + LINE / 2, 'start'),
    at(8, mark.left, mark.top - LINE / 2, 'end'),
    at(8, mark.left, mark.bottom + LINE / 2, 'end'),
  ];
  const far = [1, 2].flatMap((out) => [
    at(FAR * out, mark.right + GAP * 2, midY - out * LINE - 4, 'start'),
    at(FAR * out, mark.right + GAP * 2, midY + out * LINE + 4, 'start'),
    at(FAR * out, mark.left - GAP * 2, midY - out * LINE - 4, 'end'),
    at(FAR * out, mark.left - GAP * 2, midY + out * LINE + 4, 'end'),
  ]);
  return [...near, ...far];
}

/** The area two boxes share, in square pixels. */
export function overlap(p: Box, q: Box): number {
  const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
  const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

/** Whether a reader could take the label for another mark's, because it begins as near to that one. A line makes it clear. */
function ambiguous({ x, y, far }: Placed, own: Labelled, other: Labelled): boolean {
  return !far && away(x, y, other.mark) < away(x, y, own.mark) + 2;
}

/** How far a point is from the middle of a dot, or from the middle line of a bar. */
function away(x: number, y: number, { left, top, right, bottom }: Box): number {
  const half = Math.min(right - left, bottom - top) / 2;
  const across = Math.max(left + half - x, 0, x - right + half);
  const down = Math.max(top + half - y, 0, y - bottom + half);
  return Math.hypot(across, down);
}

function outside(box: Box, within: Box): number {
  const area = (box.right - box.left) * (box.bottom - box.top);
  return area - overlap(box, within);
}

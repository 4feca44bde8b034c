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
  /** Whether it stands so far from its mark that a line has to lead there. */
  readonly far: boolean;
}

const LINE = 16;
const CHARACTER = 7.1;
const GAP = 5;

/**
 * Places every label beside its mark so that it covers no mark, no other label and no edge. Each in turn takes the cheapest of its
 * places given all the others, until nothing moves: with a dozen labels that is quick and steady.
 */
export function placeLabels(all: readonly Labelled[], within: Box): readonly Placed[] {
  const places = all.map((one) => candidates(one));
  const taken = places.map(() => 0);
  for (let sweep = 0; sweep < 8; sweep++) {
    let changed = false;
    places.forEach((own, index) => {
      const cost = (place: Placed, rank: number) =>
        rank * 0.6 +
        outside(place.box, within) * 4 +
        all.reduce((sum, other) => sum + overlap(place.box, other.mark), 0) * 2 +
        places.reduce((sum, theirs, at) => sum + (at === index ? 0 : overlap(place.box, theirs[taken[at]!]!.box)), 0);
      const costs = own.map(cost);
      const best = costs.indexOf(Math.min(...costs));
      changed ||= best !== taken[index];
      taken[index] = best;
    });
    if (!changed) {
      break;
    }
  }
  return places.map((own, index) => own[taken[index]!]!);
}

/** Right, left, above, below, the corners, and the same further out. */
function candidates({ text, mark }: Labelled): readonly Placed[] {
  const width = text.length * CHARACTER;
  const [midX, midY] = [(mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2];
  const at = (x: number, y: number, anchor: Placed['anchor'], far: boolean): Placed => {
    const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
    return { x, y, anchor, far, box: { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 } };
  };
  const near = [
    at(mark.right + GAP, midY, 'start', false),
    at(mark.left - GAP, midY, 'end', false),
    at(midX, mark.top - GAP - LINE / 2, 'middle', false),
    at(midX, mark.bottom + GAP + LINE / 2, 'middle', false),
    at(mark.right, mark.top - LINE / 2, 'start', false),
    at(mark.right, mark.bottom + LINE / 2, 'start', false),
    at(mark.left, mark.top - LINE / 2, 'end', false),
    at(mark.left, mark.bottom + LINE / 2, 'end', false),
  ];
  const far = [1, 2].flatMap((out) => [
    at(mark.right + GAP * 2, midY - out * LINE - 4, 'start', true),
    at(mark.right + GAP * 2, midY + out * LINE + 4, 'start', true),
    at(mark.left - GAP * 2, midY - out * LINE - 4, 'end', true),
    at(mark.left - GAP * 2, midY + out * LINE + 4, 'end', true),
  ]);
  return [...near, ...far];
}

/** The area two boxes share, in square pixels. */
export function overlap(p: Box, q: Box): number {
  const wide = Math.min(p.right, q.right) - Math.max(p.left, q.left);
  const high = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
  return wide > 0 && high > 0 ? wide * high : 0;
}

function outside(box: Box, within: Box): number {
  const area = (box.right - box.left) * (box.bottom - box.top);
  return area - overlap(box, within);
}

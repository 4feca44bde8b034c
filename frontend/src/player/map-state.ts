import {
  byName,
  type Family,
  type Network,
  NETWORKS,
  PUBLISHED,
  type Quantity,
  QUANTITIES,
  type Stride,
  value,
} from './map-data';

export type Slot = 'a' | 'b';

export interface MapState {
  readonly x: Quantity;
  readonly y: Quantity;
  readonly stride: Stride;
  /** Names of the two networks that are compared; never the same. */
  readonly a: string;
  readonly b: string;
  /** Which of them the next pick replaces. */
  readonly next: Slot;
  /** The mark that the Tab key reaches. */
  readonly focus: string;
}

export type MapEvent =
  | { kind: 'axis'; axis: 'x' | 'y'; quantity: Quantity }
  | { kind: 'swap' }
  | { kind: 'stride'; stride: Stride }
  | { kind: 'choose'; slot: Slot; network: string }
  | { kind: 'pick'; mark: string }
  | { kind: 'focus'; mark: string };

/** A network where it stands; or, on the axis of errors, a family with the range of its members on the other axis. */
export interface Mark {
  readonly id: string;
  readonly family: Family;
  readonly networks: readonly Network[];
  readonly ensemble: boolean;
  readonly x: Range;
  readonly y: Range;
}

export type Range = readonly [number, number];

export const START: MapState = {
  x: 'year',
  y: 'depth',
  stride: 'paper',
  a: 'VGG-19',
  b: 'ResNet-152',
  next: 'a',
  focus: 'AlexNet',
};

export function reduce(state: MapState, event: MapEvent): MapState {
  switch (event.kind) {
    case 'axis':
      return refocused(moved(state, event.axis, event.quantity));
    case 'swap':
      return { ...state, x: state.y, y: state.x };
    case 'stride':
      return { ...state, stride: event.stride };
    case 'choose':
      return chosen(state, event.slot, event.network);
    case 'pick':
      return picked({ ...state, focus: event.mark }, event.mark);
    case 'focus':
      return { ...state, focus: event.mark };
  }
}

export function marks(state: MapState): readonly Mark[] {
  const range = (networks: readonly Network[], quantity: Quantity): Range => {
    const values = networks.map((one) => value(one, quantity, state.stride));
    return [Math.min(...values), Math.max(...values)];
  };
  const mark = (id: string, networks: readonly Network[], ensemble: boolean): Mark => ({
    id,
    family: networks[0]!.family,
    networks,
    ensemble,
    x: range(networks, state.x),
    y: range(networks, state.y),
  });
  if (!showsErrors(state)) {
    return NETWORKS.map((one) => mark(one.name, [one], false));
  }
  const families = Object.keys(PUBLISHED) as Family[];
  return families.map((family) => mark(family, members(family), true));
}

/** Errors were published for ensembles: single networks have no place on that axis. */
export function showsErrors(state: MapState): boolean {
  return state.x === 'error' || state.y === 'error';
}

export function slotOf(state: MapState, mark: Mark): readonly Slot[] {
  return (['a', 'b'] as const).filter((slot) => mark.networks.some((one) => one.name === state[slot]));
}

/** The mark that an arrow key leads to: left and right in the order of x, up and down in that of y. */
export function neighbour(state: MapState, key: string): string {
  const all = marks(state);
  const along = (first: 'x' | 'y', second: 'x' | 'y') =>
    [...all].sort((p, q) => p[first][1] - q[first][1] || p[second][1] - q[second][1]);
  const step = (order: readonly Mark[], by: number) => {
    const at = order.findIndex((one) => one.id === state.focus);
    return order[Math.min(Math.max(at + by, 0), order.length - 1)]!.id;
  };
  switch (key) {
    case 'ArrowRight':
      return step(along('x', 'y'), 1);
    case 'ArrowLeft':
      return step(along('x', 'y'), -1);
    case 'ArrowUp':
      return step(along('y', 'x'), 1);
    case 'ArrowDown':
      return step(along('y', 'x'), -1);
    case 'Home':
      return along('x', 'y')[0]!.id;
    case 'End':
      return along('x', 'y').at(-1)!.id;
    default:
      return state.focus;
  }
}

/** How b stands to a: a ratio, a number of years, or percentage points between what two teams published. */
export type Change =
  | { kind: 'ratio'; ratio: number }
  | { kind: 'years'; years: number }
  | { kind: 'points'; points: number; decimals: number }
  | { kind: 'same-entry' };

export interface Row {
  readonly quantity: Quantity;
  readonly a: number;
  readonly b: number;
  readonly change: Change;
}

export function comparison(state: MapState): readonly Row[] {
  const a = byName(state.a);
  const b = byName(state.b);
  return QUANTITIES.map((quantity) => ({
    quantity,
    a: value(a, quantity, state.stride),
    b: value(b, quantity, state.stride),
    change: change(a, b, quantity, state.stride),
  }));
}

function change(a: Network, b: Network, quantity: Quantity, stride: Stride): Change {
  switch (quantity) {
    case 'year':
      return { kind: 'years', years: b.year - a.year };
    case 'error': {
      if (a.family === b.family) {
        return { kind: 'same-entry' };
      }
      const [from, to] = [PUBLISHED[a.family], PUBLISHED[b.family]];
      // No more decimals than the coarser of the two published numbers has.
      return { kind: 'points', points: to.error - from.error, decimals: Math.min(from.decimals, to.decimals) };
    }
    default:
      return { kind: 'ratio', ratio: value(b, quantity, stride) / value(a, quantity, stride) };
  }
}

function members(family: Family): readonly Network[] {
  return NETWORKS.filter((one) => one.family === family);
}

function moved(state: MapState, axis: 'x' | 'y', quantity: Quantity): MapState {
  const other = axis === 'x' ? 'y' : 'x';
  return state[other] === quantity
    ? { ...state, x: state.y, y: state.x }
    : { ...state, [axis]: quantity };
}

/** After a change of axes the focus stays on the same network, or on its family. */
function refocused(state: MapState): MapState {
  const all = marks(state);
  if (all.some((one) => one.id === state.focus)) {
    return state;
  }
  const family = NETWORKS.find((one) => one.name === state.focus)?.family ?? state.focus;
  return { ...state, focus: all.find((one) => one.family === family)!.id };
}

function chosen(state: MapState, slot: Slot, network: string): MapState {
  const other = slot === 'a' ? 'b' : 'a';
  return state[other] === network
    ? { ...state, a: state.b, b: state.a }
    : { ...state, [slot]: byName(network).name };
}

function picked(state: MapState, id: string): MapState {
  const mark = marks(state).find((one) => one.id === id);
  if (!mark || slotOf(state, mark).length > 0) {
    return state;
  }
  // Of a family the deepest stands for it; the lists beside the figure choose another.
  const network = mark.networks.at(-1)!.name;
  return { ...chosen(state, state.next, network), next: state.next === 'a' ? 'b' : 'a' };
}

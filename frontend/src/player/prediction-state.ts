/** The axes on which a curve is drawn: its layers, and the exponents of ten at the ends. */
export interface Axes {
  layers: number[];
  from: number;
  to: number;
  network: 'plain' | 'residual';
}

/** A place under the hand: which handle, and the exponent of ten. */
export interface Spot {
  handle: number;
  exponent: number;
}

const STEP = 0.5;
const PAGE = 5;
const FINE = 10;

/** The exponents of a saved drawing, one for each layer; nothing where none is drawn yet. */
export function drawn(value: string): number[] | undefined {
  return value === '' ? undefined : (JSON.parse(value) as number[]);
}

export function written(exponents: readonly number[]): string {
  return JSON.stringify(exponents);
}

/** What is moved first: a flat line at 1, or as near to it as the axis goes. */
export function flat({ layers, from, to }: Axes): number[] {
  return layers.map(() => Math.min(Math.max(0, from), to));
}

/** On the axis, to a tenth. */
export function fit(exponent: number, { from, to }: Axes): number {
  return Math.round(Math.min(Math.max(exponent, from), to) * FINE) / FINE;
}

/** The drawing after the hand went from one place to another: what it passed lies on its way. */
export function dragged(exponents: readonly number[], axes: Axes, to: Spot, from: Spot = to): number[] {
  const [left, right] = from.handle <= to.handle ? [from, to] : [to, from];
  return exponents.map((old, handle) => {
    if (handle < left.handle || handle > right.handle) return old;
    if (handle === to.handle) return fit(to.exponent, axes);
    const share = (handle - left.handle) / (right.handle - left.handle);
    return fit(left.exponent + share * (right.exponent - left.exponent), axes);
  });
}

/** Where a key moves a handle; nothing if the key means something else. */
export function keyed(exponent: number, axes: Axes, key: string): number | undefined {
  switch (key) {
    case 'ArrowUp':
      return fit(exponent + STEP, axes);
    case 'ArrowDown':
      return fit(exponent - STEP, axes);
    case 'PageUp':
      return fit(exponent + PAGE, axes);
    case 'PageDown':
      return fit(exponent - PAGE, axes);
    case 'Home':
      return axes.from;
    case 'End':
      return axes.to;
    default:
      return undefined;
  }
}

/** The handle to which a key goes on; nothing if the key means something else. */
export function besides(handle: number, axes: Axes, key: string): number | undefined {
  if (key === 'ArrowLeft') return Math.max(handle - 1, 0);
  if (key === 'ArrowRight') return Math.min(handle + 1, axes.layers.length - 1);
  return undefined;
}

/** The handle nearest to a layer. */
export function nearest(layer: number, { layers }: Axes): number {
  return layers.reduce((best, each, handle) => (Math.abs(each - layer) < Math.abs(layers[best]! - layer) ? handle : best), 0);
}

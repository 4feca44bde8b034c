import { type ScaleContinuousNumeric, scaleLinear, scaleLog } from 'd3-scale';
import type { Num } from '../player/lab-types';

export type Scale = ScaleContinuousNumeric<number, number>;

const STRIDES = [1, 2, 4, 5, 8, 10, 20, 40, 50, 100];
/** Doubles end a little beyond; a scale must not. */
const EXTREME = 300;

/** Whole powers of ten around all values that a log axis can show, and at least around the two given. */
export function powersAround(values: readonly Num[], low: number, high: number): [number, number] {
  const exponents = values.filter((value): value is number => value !== null && value > 0).map(Math.log10);
  const from = Math.floor(Math.min(low, ...exponents));
  const to = Math.ceil(Math.max(high, ...exponents));
  return [10 ** Math.max(from, -EXTREME), 10 ** Math.min(to, EXTREME)];
}

export function scaleOver(log: boolean, domain: readonly [number, number], range: readonly [number, number]): Scale {
  return log ? scaleLog([...domain], [...range]) : scaleLinear([...domain], [...range]);
}

/** At most six whole powers of ten, at multiples of an even stride, so that 1 is among them. */
export function powerTicks([low, high]: readonly [number, number]): number[] {
  const [from, to] = [Math.round(Math.log10(low)), Math.round(Math.log10(high))];
  const stride = STRIDES.find((one) => (to - from) / one <= 5) ?? 100;
  const ticks: number[] = [];
  for (let exponent = Math.ceil(from / stride) * stride; exponent <= to; exponent += stride) {
    ticks.push(Number(`1e${exponent}`));
  }
  return ticks;
}

/** Whether a value can only be drawn at an edge: without bound at the upper, zero and what lies beneath at the lower. */
export function edgeOf(value: Num, y: Scale, log: boolean): 'high' | 'low' | undefined {
  const [low = 0, high = 1] = y.domain();
  if (value === null || value > high * 1.001) return 'high';
  return log && value < low * 0.999 ? 'low' : undefined;
}

export function placeOf(value: Num, y: Scale, log: boolean): number {
  const [low = 0, high = 1] = y.domain();
  const edge = edgeOf(value, y, log);
  return edge === 'high' ? y(high) : edge === 'low' ? y(low) : y(value ?? high);
}

/** Moves labels apart that would lie on each other, keeping their order and staying above the floor. */
export function separate(places: readonly number[], gap: number, floor = Number.POSITIVE_INFINITY): number[] {
  const order = places.map((_, index) => index).sort((a, b) => places[a]! - places[b]!);
  const moved = [...places];
  for (let i = 1; i < order.length; i++) {
    moved[order[i]!] = Math.max(moved[order[i]!]!, moved[order[i - 1]!]! + gap);
  }
  let roof = floor;
  for (const index of order.reverse()) {
    moved[index] = Math.min(moved[index]!, roof);
    roof = moved[index]! - gap;
  }
  return moved;
}

// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { edgeOf, placeOf, powersAround, powerTicks, scaleOver, separate } from './axes';
import { barsHeight } from './bars';
import { shade } from './heat';
import { hasEdges, type LinePlot, xAt, xBeside } from './line-plot';

const plot = (ys: (number | null)[], log = true): LinePlot => ({
  width: 500,
  height: 200,
  log,
  series: [{ meaning: 'plain', label: 'plain', points: ys.map((y, x) => ({ x, y })) }],
  xLabel: '',
  x: [0, ys.length - 1],
  y: [1e-8, 10],
});

test('labels that would lie on each other are moved apart, in their order and above the floor', () => {
  expect(separate([10, 12, 50], 15)).toEqual([10, 25, 50]);
  expect(separate([12, 10], 15)).toEqual([25, 10]);
  expect(separate([98, 99], 15, 100)).toEqual([85, 100]);
});

test('a log axis spans whole powers of ten and has 1 among its few ticks', () => {
  const domain = powersAround([7.9e-33, 0.41, null, 0], 0, 0);
  expect(domain.map((one) => Math.round(Math.log10(one)))).toEqual([-33, 0]);
  const ticks = powerTicks(domain);
  expect(ticks).toContain(1);
  expect(ticks.length).toBeLessThanOrEqual(6);
});

test('what has left the range is drawn at its edge and said to be', () => {
  const y = scaleOver(true, [1e-8, 10], [100, 0]);
  expect([null, 0, 1e-20, 1].map((value) => edgeOf(value, y, true))).toEqual(['high', 'low', 'low', undefined]);
  expect(placeOf(null, y, true)).toBe(0);
  expect(placeOf(0, y, true)).toBe(100);
  expect(hasEdges(plot([1, 0, 1]))).toBe(true);
  expect(hasEdges(plot([1, 0.1, 1]))).toBe(false);
});

test('a pointer finds the nearest layer', () => {
  const three = plot([1, 1, 1]);
  expect(xAt(three, 50)).toBe(0);
  expect(xAt(three, 250)).toBe(1);
  expect(xAt(three, 9999)).toBe(2);
  expect(xAt(plot([]), 9)).toBeUndefined();
});

test('the arrow keys go from point to point and stop at the ends', () => {
  const three = plot([1, 1, 1]);
  expect(xBeside(three, undefined, 'ArrowRight')).toBe(0);
  expect(xBeside(three, undefined, 'ArrowLeft')).toBe(2);
  expect(xBeside(three, 2, 'ArrowRight')).toBe(2);
  expect(xBeside(three, 1, 'ArrowLeft')).toBe(0);
  expect(xBeside(three, 1, 'End')).toBe(2);
  expect(xBeside(three, 1, 'x')).toBeUndefined();
});

test('bars have room for each of their rows', () => {
  const bar = { meaning: 'plain' as const, value: 1, text: '1' };
  expect(barsHeight([{ label: '', bars: [bar] }])).toBeLessThan(barsHeight([{ label: '', bars: [bar, bar] }]));
});

test('shades grow with the value, and what is hardly there has none', () => {
  expect(shade(0.001)).toBe(0);
  expect(shade(null)).toBe(0);
  expect(shade(0.25)).toBe(0.5);
  expect(shade(1)).toBe(1);
});

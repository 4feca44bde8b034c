// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { barsHeight } from './bars';
import { separate, xAt } from './line-plot';

test('labels that would lie on each other are moved apart, in their order', () => {
  expect(separate([10, 12, 50], 15)).toEqual([10, 25, 50]);
  expect(separate([12, 10], 15)).toEqual([25, 10]);
});

test('a pointer finds the nearest layer', () => {
  const series = [{ meaning: 'plain' as const, label: '', points: [0, 1, 2].map((x) => ({ x, y: 1 })) }];
  const plot = { width: 500, height: 200, log: true, series, xLabel: '', x: [0, 2] as [number, number] };
  expect(xAt(plot, 48)).toBe(0);
  expect(xAt(plot, 230)).toBe(1);
  expect(xAt(plot, 9999)).toBe(2);
});

test('every pair of bars has its row', () => {
  expect(barsHeight([1, 2, 3].map((n) => ({ label: `${n}`, plain: n, residual: n })))).toBe(146);
});

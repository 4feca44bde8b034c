import { expect, test } from 'vitest';
import { fromStep, toStep } from './lab-controls';
import { csv } from './lab-export';

test('a table leaves as CSV, numbers whole and words quoted', () => {
  expect(csv({ head: ['layer', 'a "plain" one'], rows: [[0, 7.9e-33], [1, '∞']] })).toBe(
    '"layer","a ""plain"" one"\r\n0,7.9e-33\r\n1,"∞"',
  );
});

test('a logarithmic slider gives back what it was set to', () => {
  const rate = { type: 'real', name: 'learningRate', min: 0.0001, max: 1, step: 0.0001, logarithmic: true } as const;
  expect(fromStep(rate, 0)).toBe(0.0001);
  expect(fromStep(rate, 100)).toBe(1);
  expect(fromStep(rate, toStep(rate, 0.01))).toBe(0.01);
});

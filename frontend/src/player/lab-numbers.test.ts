// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { measured, power, whole } from './lab-numbers';

test('tiny and huge numbers are powers of ten', () => {
  expect(measured(7.9e-33)).toBe('7.9\u00a0×\u00a010⁻³³');
  expect(measured(6.5e10)).toBe('6.5\u00a0×\u00a010¹⁰');
  expect(power(0)).toBe('10⁰');
});

test('others are written out', () => {
  expect(measured(0.4123)).toBe('0.41');
  expect(measured(0)).toBe('0');
  expect(measured(2050.535)).toBe('2,051');
  expect(measured(387296)).toBe('387,296');
  expect(whole(163696)).toBe('163,696');
});

test('what left the range is said to be without bound', () => {
  expect(measured(null)).toBe('∞');
});

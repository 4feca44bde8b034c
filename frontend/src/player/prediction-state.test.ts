import { expect, test } from 'vitest';
import { responseOf, valueOf, type AnswerState } from './answer-state';
import { type Axes, besides, dragged, drawn, fit, flat, keyed, nearest, written } from './prediction-state';

const axes: Axes = { layers: [0, 10, 20, 30], from: -40, to: 4, network: 'plain' };

test('nothing is drawn before the first move, which begins with a flat line on the axis', () => {
  expect(drawn('')).toBeUndefined();
  expect(flat(axes)).toEqual([0, 0, 0, 0]);
  expect(flat({ ...axes, to: -2 })).toEqual([-2, -2, -2, -2]);
});

test('a handle goes where the hand is, to a tenth, and not beyond the axis', () => {
  expect(dragged([0, 0, 0, 0], axes, { handle: 1, exponent: -7.26 })).toEqual([0, -7.3, 0, 0]);
  expect(dragged([0, 0, 0, 0], axes, { handle: 3, exponent: 99 })).toEqual([0, 0, 0, 4]);
  expect(fit(-41, axes)).toBe(-40);
});

test('a quick hand leaves out no handle that it passed, in either direction', () => {
  const [far, near] = [{ handle: 3, exponent: -3 }, { handle: 0, exponent: -24 }];
  expect(dragged([0, 0, 0, 0], axes, near, far)).toEqual([-24, -17, -10, -3]);
  expect(dragged([1, 1, 1, 1], axes, { handle: 2, exponent: 0 }, { handle: 1, exponent: -8 })).toEqual([1, -8, 0, 1]);
});

test('keys move a handle up and down by half a power of ten, by pages and to the ends', () => {
  expect(keyed(0, axes, 'ArrowUp')).toBe(0.5);
  expect(keyed(0, axes, 'ArrowDown')).toBe(-0.5);
  expect(keyed(-38, axes, 'PageDown')).toBe(-40);
  expect(keyed(0, axes, 'Home')).toBe(-40);
  expect(keyed(0, axes, 'End')).toBe(4);
  expect(keyed(0, axes, 'a')).toBeUndefined();
});

test('keys go from handle to handle and stop at the ends', () => {
  expect(besides(0, axes, 'ArrowLeft')).toBe(0);
  expect(besides(0, axes, 'ArrowRight')).toBe(1);
  expect(besides(3, axes, 'ArrowRight')).toBe(3);
  expect(besides(3, axes, 'ArrowUp')).toBeUndefined();
});

test('a pointer takes the nearest handle', () => {
  expect(nearest(14, axes)).toBe(1);
  expect(nearest(16, axes)).toBe(2);
  expect(nearest(-3, axes)).toBe(0);
});

test('what the server read back is the same drawing, so that no conflict is made of it', () => {
  const value = written([0, -7.3, -40, 4]);
  const response = responseOf('prediction', value);
  expect(response).toEqual({ kind: 'curve', log10Values: [0, -7.3, -40, 4] });
  // Java writes -40 as -40.0.
  const back = JSON.parse('{"kind":"curve","log10Values":[0.0,-7.3,-40.0,4.0]}') as AnswerState['response'];
  expect(valueOf({ response: back } as AnswerState)).toBe(value);
});

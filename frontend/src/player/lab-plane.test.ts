// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { boundary, colourOf, shapeOf, stretches } from '../plots/plane';
import { figure, type View } from './lab-figures';
import { areas } from './lab-plane';
import type { Gradients, Plane } from './lab-types';

beforeAll(() => {
  document.documentElement.lang = 'en';
});

const PLANE: Plane = {
  columns: ['x', 'y'], x: [-1, 1], y: [-1, 1], classes: ['cat', 'dog'], points: [{ x: 0, y: 0, label: 1 }],
  plain: { cells: 'aaaa', accuracy: 0.5 }, residual: { cells: 'aabb', accuracy: 0.975 },
};
const profile = { loss: 1, accuracy: 1, dh: [1, 1], dw: [1] };
const at = (step: number, plane?: Plane): Gradients => ({ type: 'gradients', step, plain: profile, residual: profile, ...(plane ? { plane } : {}) });
const view = (all: Gradients[], facet = 2, data = 'moons'): View => ({ width: 480, facet, cursor: undefined, settings: { depth: 1, data }, all });

test('cells of one class are drawn as one stretch, and the boundary runs where classes meet', () => {
  expect(stretches('aabb')).toEqual([{ label: 0, row: 0, from: 0, length: 2 }, { label: 1, row: 1, from: 0, length: 2 }]);
  expect(stretches('abba').map(({ from, length }) => [from, length])).toEqual([[0, 1], [1, 1], [0, 1], [1, 1]]);
  expect(boundary('aabb')).toBe('M0 1h1M1 1h1');
  expect(boundary('abab')).toBe('M1 0v1M1 1v1');
  expect(boundary('aaaa')).toBe('');
});

test('no two of twenty classes look alike', () => {
  const looks = Array.from({ length: 20 }, (_, i) => `${colourOf(i)} ${shapeOf(i)}`);
  expect(new Set(looks).size).toBe(20);
});

test('the table has the accuracy and the share of the area of each class', () => {
  expect(areas(PLANE.residual!, 2)).toEqual([0.5, 0.5]);
  const { table, spoken } = figure(at(3, PLANE), 'gradient-flow', view([at(3, PLANE)]));
  expect(table.head).toEqual(['network', 'Test accuracy', 'Area of “cat”', 'Area of “dog”']);
  expect(table.rows).toEqual([['plain', '50%', '100%', '0%'], ['residual', '98%', '50%', '50%']]);
  expect(spoken).toContain('residual: Test accuracy 98%');
});

test('a step without a plane shows the newest before it, and tells its step', () => {
  const all = [at(0, PLANE), at(5, PLANE), at(7), at(10, PLANE)];
  expect(figure(all[2], 'gradient-flow', view(all)).read).toContain('step 5');
  expect(figure(at(2), 'gradient-flow', view([at(2)])).read).toContain('when the run has ended');
});

test('data that lie in no plane have no such facet', () => {
  expect(figure(at(0), 'gradient-flow', view([at(0)], 0, 'digits')).facets).toHaveLength(2);
  expect(figure(at(0, PLANE), 'gradient-flow', view([at(0, PLANE)], 0)).facets).toHaveLength(3);
  expect(figure(at(0), 'gradient-flow', view([at(0)], 2, 'digits')).plot).toBeDefined();
});

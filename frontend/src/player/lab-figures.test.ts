// @vitest-environment happy-dom
import { render } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { figure, type View } from './lab-figures';
import { ratio } from './lab-gradient-flow';
import { heights } from '../plots/contours';
import { norm } from './lab-identity-term';
import { edge } from './lab-landscape';
import type { Cost, Measurement, Num } from './lab-types';

const view = (all: Measurement[], more: Partial<View> = {}): View => ({
  width: 480, facet: 0, cursor: undefined, settings: { depth: 2, layers: 3, a: 1 }, all, ...more,
});
const profile = (dh: Num[]) => ({ loss: 2.3, accuracy: 0.5, dh, dw: dh.slice(1) });
const gradients = (plain: Num[], residual: Num[] | null): Measurement => ({
  type: 'gradients', step: 0, plain: profile(plain), residual: residual && profile(residual),
});
const cost = (parameters: number): Cost => ({ parameters, multiplyAccumulates: parameters * 784, outputChannels: 64 });

function text(measurement: Measurement, kind: string, more: Partial<View> = {}) {
  const box = document.createElement('div');
  render(figure(measurement, kind, view([measurement], more)).sentence, box);
  return box.textContent.replaceAll(/\s+/g, ' ');
}

beforeEach(() => {
  document.documentElement.lang = 'en';
});

test('a vanished plain gradient is told as a ratio, and what makes the difference', () => {
  const told = text(gradients([1e-32, 1e-16, 1], [1.4, 1.2, 1]), 'gradient-flow');
  expect(told).toContain('1.0 × 10⁻³² in the plain network and by 1.4 in the residual one');
  expect(told).toContain('identity path');
});

test('where initialisation is enough, nothing is claimed of the identity path', () => {
  expect(text(gradients([0.12, 0.3, 1], [42, 6, 1]), 'gradient-flow')).not.toContain('identity path');
});

test('an explosion is called one, also beyond the range of doubles', () => {
  expect(text(gradients([0.6, 0.8, 1], [6.5e10, 1e5, 1]), 'gradient-flow')).toContain('residual network explodes');
  expect(text(gradients([0.6, 0.8, 1], [null, 1e5, 1]), 'gradient-flow')).toContain('∞');
});

test('a network that was not asked for is not told of', () => {
  const told = text(gradients([0.6, 0.8, 1], null), 'gradient-flow');
  expect(told).not.toContain('residual');
  expect(figure(gradients([0.6, 0.8, 1], null), 'gradient-flow', view([])).table.head).toEqual(['layer', 'plain']);
});

test('the axis is the same at every step of a run', () => {
  const [first, last] = [gradients([1e-9, 1e-4, 1], [1, 1, 1]), gradients([1e-3, 1e-2, 1], [1, 1, 1])];
  const shown = [first, last].map((one) => figure(one, 'gradient-flow', view([first, last])).plot?.y);
  expect(shown[0]).toEqual(shown[1]);
});

test('at the cursor the values of that layer are read', () => {
  const one = gradients([0.25, 0.5, 1], [3, 2, 1]);
  expect(figure(one, 'gradient-flow', view([one], { cursor: 1 })).read).toBe('layer 1 · residual 2 · plain 0.5');
});

test('of the weights there is none at layer 0', () => {
  const one = gradients([0.25, 0.5, 1], [3, 2, 1]);
  expect(figure(one, 'gradient-flow', view([one], { facet: 1 })).table.rows.map(([layer]) => layer)).toEqual([1, 2]);
});

test('the parts of dL/dx and their agreement are told in words', () => {
  const point = { a: 1, skip: 1, residual: 1, sum: 0, angleDegrees: 180 };
  const split: Measurement = { type: 'split', at: point, agreement: 2e-16, differenceAgreement: 1e-3, networkGradient: [0, 0], sweep: [{ ...point, a: 0 }, point] };
  const told = text(split, 'identity-term');
  expect(told).toContain('180° apart; their sum is 0');
  expect(told).toContain('The sum agrees with the network’s own dL/dx');
  expect(told).toContain('does not agree with central differences');
});

test('the costs of a module are told with its times, once they are measured', () => {
  const times = { forwardMillis: 4, backwardMillis: 11, repeats: 15 };
  const module: Measurement = { type: 'module', branches: [{ name: 'pool', with: cost(6176), without: cost(0) }], with: cost(163_696), without: cost(387_296), timesWith: null, timesWithout: null };
  expect(text(module, 'bottleneck')).toContain('163,696 parameters, without 387,296');
  expect(text(module, 'bottleneck')).not.toContain('Measured');
  expect(text({ ...module, timesWith: times, timesWithout: times }, 'bottleneck')).toContain('median of 15');
});

test('two networks are compared by the size of their maps, residual ones in the residual colour', () => {
  const layer = (name: string, side: number, parameters: number) => ({ name, operation: '3×3', side, channels: 8, parameters, multiplyAccumulates: parameters * side * side });
  const network = (name: string, measure: 'top5' | 'cifar10') => ({
    name, side: 32, depth: 3, parameters: 300, multiplyAccumulates: 5e9, receptiveField: 7, activationBytes: 2e6, published: { error: 8.75, measure },
    layers: [layer('a', 32, 100), layer('pool', 16, 0), layer('b', 16, 100), layer('fc', 1, 100)],
  });
  const networks: Measurement = { type: 'networks', first: network('vgg-16', 'top5'), second: network('cifar-resnet-20', 'cifar10') };
  const told = text(networks, 'architectures');
  expect(told).toContain('VGG-16: depth 3, 300 parameters, 5.000 G multiply-accumulates');
  expect(told).toContain('2 MB');
  const drawn = figure(networks, 'architectures', view([]));
  expect(drawn.read).toBe('VGG-16: top-5 error on the ILSVRC test images, an ensemble · CIFAR ResNet-20: error on CIFAR-10');
  expect(drawn.table.rows).toHaveLength(10);
  expect(drawn.table.rows[0]).toEqual(['VGG-16', 'a', '3×3', '32×32×8', 100, 102_400]);
});

test('before anything was measured every lab has its axes, and gives nothing away', () => {
  for (const kind of ['gradient-flow', 'identity-term', 'bottleneck', 'stacked-3x3', 'architectures', 'remedies', 'degradation', 'lesion', 'landscape', 'health']) {
    const drawn = figure(undefined, kind, view([]));
    expect(drawn.height).toBeGreaterThan(100);
    expect(drawn.sentence).toBeUndefined();
    expect(drawn.table.rows).toEqual([]);
  }
});

test('norms neither overflow nor hide what is missing', () => {
  expect(norm([3e200, 4e200])).toBeCloseTo(5e200, -190);
  expect(norm([0, 0])).toBe(0);
  expect(norm([1, null])).toBeNull();
  expect(ratio([1e-32, 1])).toBe(1e-32);
  expect(ratio([null, 1])).toBeNull();
  expect(ratio([])).toBeUndefined();
});

test('the grid of remedies counts where the first gradient is healthy, and names the best', () => {
  const trained = (first: Num, accuracy: number | null) => ({ dh: [first, 0.1, 1], accuracy });
  const cell = (plain: Num, residual: Num, accuracy: number | null) => ({ initialiser: 'he', normalisation: 'batch', plain: trained(plain, accuracy), residual: trained(residual, accuracy && accuracy + 0.1) });
  const grid: Measurement = { type: 'grid', cells: [cell(1e-9, 2, 0.5), cell(1, null, null)] };
  const told = text(grid, 'remedies');
  expect(told).toContain('in 1 of 2 settings of the plain network and in 1 of the residual one');
  expect(told).toContain('best with He · batch normalisation, residual: 60%');
});

test('a race tells the training error and that falling behind on it is no overfitting', () => {
  const racer = (trainError: Num) => ({ loss: 1, trainError, testAccuracy: 0.5, firstGradient: 1e-3 });
  const race = (step: number, plain: Num): Measurement => ({ type: 'race', step, plain: racer(plain), residual: racer(0.05) });
  const [start, end] = [race(0, 0.9), race(40, 0.6)];
  expect(text(end, 'degradation', { all: [start, end] })).toContain('At step 40 the training error is 60% in the plain network and 5%');
  expect(text(end, 'degradation', { all: [start, end] })).toContain('no overfitting');
  expect(text(race(40, 0.1), 'degradation')).not.toContain('overfitting');
  expect(figure(start, 'degradation', view([start, end])).plot?.series[0]?.points).toHaveLength(1);
});

test('a lesion tells what is left on average, and of one block', () => {
  const lesion: Measurement = { type: 'lesion', plain: { whole: 0.9, without: [0.1, 0.3] }, residual: { whole: 0.95, without: [0.9, 0.94] } };
  expect(text(lesion, 'lesion')).toContain('from 95% to 92% on average, that of the plain one from 90% to 20%');
  expect(figure(lesion, 'lesion', view([lesion], { cursor: 2 })).read).toBe('Removed block 2 · residual 94% · plain 30%');
});

test('two landscapes have the same heights and are told by their edges', () => {
  const surface = (edge: Num) => ({ loss: 0.5, accuracy: 0.9, losses: [[edge, edge, edge], [edge, 0.5, edge], [edge, edge, edge]] });
  const map: Measurement = { type: 'landscape', extent: 1, plain: surface(5), residual: surface(1) };
  expect(text(map, 'landscape')).toContain('rises to 5 and 1 (median)');
  expect(edge(surface(null))).toBeNull();
  expect(heights([[[1, 2], [4, null]]])[0]).toBe(1);
  expect(heights([[[null]]])).toEqual([]);
});

test('the health of a network is a verdict on most of its layers', () => {
  const of = (update: Num[], dead: number[]): Measurement => ({ type: 'health', step: 3, loss: 2, accuracy: 0.4, update, deviation: [1, 1, 1], dead, test: 0.5 });
  expect(text(of([-3, -3.2, -2.5], [0, 0, 0]), 'health')).toContain('healthy');
  expect(text(of([-5, -6, -3], [0, 0, 0]), 'health')).toContain('hardly move');
  expect(text(of([-1, null, -3], [0, 0, 0]), 'health')).toContain('too fast');
  expect(text(of([-3, -3, -3], [1, 0.9, 0]), 'health')).toContain('63% of the ReLUs');
  expect(text(of([-3, -3, -3], [0, 0, 0]), 'health')).toContain('Of the test images it tells 50% right.');
});

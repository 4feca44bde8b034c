import { expect, test } from 'vitest';
import { NETWORKS, QUANTITIES } from './map-data';
import { comparison, type MapEvent, type MapState, marks, neighbour, reduce, slotOf, START } from './map-state';

const after = (...events: MapEvent[]): MapState => events.reduce(reduce, START);
const names = (state: MapState) => marks(state).map(({ id }) => id);
const change = (state: MapState, quantity: string) => comparison(state).find((row) => row.quantity === quantity)!.change;

test('every network stands where its numbers say', () => {
  const state = after({ kind: 'axis', axis: 'x', quantity: 'macs' });
  expect(names(state)).toEqual(NETWORKS.map(({ name }) => name));
  expect(marks(state).find(({ id }) => id === 'ResNet-152')).toMatchObject({ x: [11.28, 11.28], y: [152, 152] });
});

test('the layout of the stride moves ResNet-50 and leaves ResNet-34', () => {
  const state = after({ kind: 'axis', axis: 'x', quantity: 'macs' }, { kind: 'stride', stride: 'v15' });
  expect(marks(state).find(({ id }) => id === 'ResNet-50')!.x).toEqual([4.09, 4.09]);
  expect(marks(state).find(({ id }) => id === 'ResNet-34')!.x).toEqual([3.66, 3.66]);
});

test('on the axis of errors stand ensembles over the range of their family, and no single network', () => {
  const state = after({ kind: 'axis', axis: 'x', quantity: 'depth' }, { kind: 'axis', axis: 'y', quantity: 'error' });
  expect(names(state)).toEqual(['AlexNet', 'VGG', 'GoogLeNet', 'ResNet']);
  expect(marks(state).every(({ ensemble }) => ensemble)).toBe(true);
  expect(marks(state)[1]).toMatchObject({ x: [16, 19], y: [7.3, 7.3] });
});

test('a quantity asked for on the second axis too changes places with the other', () => {
  expect(after({ kind: 'axis', axis: 'x', quantity: 'depth' })).toMatchObject({ x: 'depth', y: 'year' });
});

test('the focus follows its network to its family and back', () => {
  const errors = after({ kind: 'focus', mark: 'ResNet-50' }, { kind: 'axis', axis: 'x', quantity: 'error' });
  expect(errors.focus).toBe('ResNet');
  expect(reduce(errors, { kind: 'axis', axis: 'x', quantity: 'macs' }).focus).toBe('ResNet-18');
});

test('picks replace the first and the second in turn, and a picked one stays', () => {
  const once = after({ kind: 'pick', mark: 'AlexNet' });
  expect(once).toMatchObject({ a: 'AlexNet', b: 'ResNet-152', focus: 'AlexNet' });
  expect(reduce(once, { kind: 'pick', mark: 'AlexNet' })).toEqual(once);
  expect(reduce(once, { kind: 'pick', mark: 'GoogLeNet' })).toMatchObject({ a: 'AlexNet', b: 'GoogLeNet' });
});

test('a family that is picked stands with its deepest network', () => {
  const state = after(
    { kind: 'axis', axis: 'y', quantity: 'error' },
    { kind: 'pick', mark: 'GoogLeNet' },
    { kind: 'choose', slot: 'b', network: 'AlexNet' },
    { kind: 'pick', mark: 'ResNet' },
  );
  expect(state).toMatchObject({ a: 'GoogLeNet', b: 'ResNet-152' });
  expect(slotOf(state, marks(state).at(-1)!)).toEqual(['b']);
});

test('a network is never compared with itself', () => {
  expect(after({ kind: 'choose', slot: 'a', network: 'ResNet-152' })).toMatchObject({ a: 'ResNet-152', b: 'VGG-19' });
});

test('arrow keys reach every mark on any pair of axes', () => {
  for (const x of QUANTITIES) {
    for (const y of QUANTITIES.filter((one) => one !== x)) {
      for (const key of ['ArrowRight', 'ArrowUp']) {
        let state: MapState = reduce(START, { kind: 'axis', axis: 'x', quantity: x });
        state = reduce(state, { kind: 'axis', axis: 'y', quantity: y });
        const start = key === 'ArrowRight' ? 'Home' : 'ArrowDown';
        for (let step = 0; step < 10; step++) {
          state = reduce(state, { kind: 'focus', mark: neighbour(state, start) });
        }
        const seen = new Set<string>();
        for (let step = 0; step < 10; step++) {
          seen.add(state.focus);
          state = reduce(state, { kind: 'focus', mark: neighbour(state, key) });
        }
        expect([...seen].sort()).toEqual(names(state).sort());
      }
    }
  }
});

test('the comparison gives ratios, years and points of the published errors', () => {
  expect(change(START, 'depth')).toEqual({ kind: 'ratio', ratio: 8 });
  expect(change(START, 'year')).toEqual({ kind: 'years', years: 1 });
  const error = change(START, 'error');
  expect(error).toMatchObject({ kind: 'points', decimals: 1 });
  expect(error.kind === 'points' && error.points).toBeCloseTo(-3.73);
});

test('within a family there is one published error, and no difference is made up', () => {
  const state = after({ kind: 'choose', slot: 'a', network: 'ResNet-18' });
  expect(change(state, 'error')).toEqual({ kind: 'same-entry' });
});

import { expect, test } from 'vitest';
import { query, settingsOf } from './lab-address';
import type { Sheet } from './lab-types';

const SHEET: Sheet = {
  id: 'flow', kind: 'gradient-flow', question: '', look: '', inView: [], explores: true, presets: [],
  settings: { kind: 'gradient-flow', depth: 50, sd: 0.05, activation: 'sigmoid' },
  controls: [
    { type: 'whole', name: 'depth', min: 2, max: 200 },
    { type: 'real', name: 'sd', min: 0.001, max: 1, step: 0.001, logarithmic: true },
    { type: 'choice', name: 'activation', options: ['sigmoid', 'tanh'] },
  ],
};

test('an address tells what differs, and gives the same settings back', () => {
  const settings = { ...SHEET.settings, depth: 20, activation: 'tanh' };
  expect(query(settings, SHEET)).toBe('?depth=20&activation=tanh');
  expect(settingsOf(query(settings, SHEET), SHEET)).toEqual(settings);
  expect(query(SHEET.settings, SHEET)).toBe('');
});

test('what an address tells wrongly is left as it was', () => {
  for (const wrong of ['depth=1', 'depth=2.5', 'depth=', 'depth=many', 'sd=7', 'activation=<b>', 'kind=bottleneck', 'other=1']) {
    expect(settingsOf(`?${wrong}`, SHEET)).toEqual(SHEET.settings);
  }
});

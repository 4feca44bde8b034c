// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SkipMap } from './map';

let map: SkipMap;

beforeEach(async () => {
  map = new SkipMap();
  document.body.append(map);
  await map.updateComplete;
});

afterEach(() => map.remove());

const marks = () => [...map.querySelectorAll<SVGGElement>('[data-mark]')];
const picked = () => marks().filter((one) => one.getAttribute('aria-pressed') === 'true').map((one) => one.dataset['mark']);

async function choose(index: number, value: string) {
  const select = map.querySelectorAll('select')[index]!;
  select.value = value;
  select.dispatchEvent(new Event('change'));
  await map.updateComplete;
}

async function press(key: string) {
  map.querySelector('svg')!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await map.updateComplete;
}

test('one mark is in the tab order, and each says what it is', () => {
  expect(marks().filter((one) => one.getAttribute('tabindex') === '0')).toHaveLength(1);
  expect(marks()[0]!.getAttribute('aria-label')).toBe(
    'AlexNet: 2012, 8 layers, 60,965,224 parameters, 0.72\u00a0G multiply-accumulates',
  );
});

test('keys go to a network and pick it, and the comparison is said', async () => {
  await press('Home');
  await press('ArrowRight');
  await press('Enter');
  expect(picked()).toEqual(['VGG-16', 'ResNet-152']);
  expect(map.querySelector('.map-compared')!.textContent).toContain('138,357,544');
  expect(map.querySelector('[role=status]')!.textContent).toContain('Against VGG-16, ResNet-152 has 9.5 times the depth');
});

test('the axis of errors shows ensembles and says why', async () => {
  await choose(0, 'error');
  expect(marks().map((one) => one.dataset['mark'])).toEqual(['AlexNet', 'VGG', 'GoogLeNet', 'ResNet']);
  expect(map.textContent).toContain('They belong to no single network');
});

test('the table behind has every network, and one error for a family', () => {
  const table = map.querySelector('.map-all table')!;
  expect(table.querySelectorAll('tbody tr')).toHaveLength(9);
  expect([...table.querySelectorAll('.map-shared')].map((cell) => cell.getAttribute('rowspan'))).toEqual(['1', '2', '1', '5']);
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SkipRepair } from './answer-repair';
import { responseOf, valueOf, type AnswerState } from './answer-state';
import { changed, mended, type Sick, turn, turned, written } from './repair-state';

const SICK: Sick = {
  settings: { kind: 'health', depth: 8, initialiser: 'he', learningRate: 0.5, skip: 'none', seed: 7 },
  dials: [
    { type: 'choice', name: 'initialiser', options: ['xavier', 'he'] },
    { type: 'real', name: 'learningRate', min: 0.0001, max: 10, step: 0.0001, logarithmic: true },
  ],
  seeds: 3,
  goals: [{ accuracy: 0.7, points: 2 }],
};

let field: SkipRepair;
const typed = vi.fn<(value: string) => void>();
const exercise = () => field.parentElement!;

beforeEach(async () => {
  document.body.innerHTML = '<div class="exercise"></div>';
  field = new SkipRepair();
  Object.assign(field, { sick: SICK, label: 'Your answer', typed });
  document.querySelector('.exercise')!.append(field);
  await field.updateComplete;
});

afterEach(() => {
  typed.mockReset();
  document.body.innerHTML = '';
});

test('one turned dial is an answer that names every dial, in order and as text', () => {
  const value = turn(SICK, '', 'learningRate', 0.05);
  expect(value).toBe('{"initialiser":"he","learningRate":"0.05"}');
  expect(mended(SICK, value)).toEqual({ ...SICK.settings, learningRate: 0.05 });
  expect(changed(SICK, value)).toBe(true);
  expect(changed(SICK, turn(SICK, value, 'learningRate', 0.5))).toBe(false);
  expect(changed(SICK, '')).toBe(false);
});

test('what the server keeps in another order is the same text', () => {
  const values = { learningRate: '0.05', initialiser: 'he' };
  expect(valueOf({ response: { kind: 'settings', values } } as unknown as AnswerState)).toBe(written(turned(written(values))));
  expect(responseOf('repair', written(values))).toEqual({ kind: 'settings', values });
  expect(responseOf('repair', '')).toEqual({ kind: 'settings', values: {} });
});

test('a select tells the whole answer, and a locked field takes nothing', async () => {
  const select = field.querySelector('select')!;
  select.value = 'xavier';
  select.dispatchEvent(new Event('change'));
  expect(typed).toHaveBeenCalledWith('{"initialiser":"xavier","learningRate":"0.5"}');
  field.locked = true;
  await field.updateComplete;
  expect(field.querySelector('fieldset')!.disabled).toBe(true);
});

test('what is turned back to the sick settings is said to be as sick', async () => {
  expect(field.querySelector('[role=status]')).toBeNull();
  field.value = turn(SICK, '', 'learningRate', 0.5);
  await field.updateComplete;
  expect(field.querySelector('[role=status]')!.textContent).toContain('as sick as it was');
});

test('the settings are tried in the lab of the same exercise, on the seed in view', async () => {
  const lab = Object.assign(document.createElement('skip-lab'), { tryOut: vi.fn(), scrollIntoView: vi.fn() });
  exercise().append(lab);
  field.value = turn(SICK, '', 'learningRate', 0.05);
  await field.updateComplete;
  field.querySelector<HTMLButtonElement>('.repair-try')!.click();
  expect(lab.tryOut).toHaveBeenCalledWith({ ...SICK.settings, learningRate: 0.05 });
});

test('what was reached is a figure and a table, and a diverged seed is called so', async () => {
  field.value = turn(SICK, '', 'learningRate', 0.05);
  field.repaired = {
    trials: [{ seed: 41, accuracy: 0.84 }, { seed: 42, accuracy: 0 }, { seed: 43, accuracy: 0.8 }],
    median: 0.8,
    points: 2,
    outOf: 2,
  };
  await field.updateComplete;
  const figure = field.querySelector('svg')!;
  expect(figure.getAttribute('aria-label')).toBe('Test accuracy on fresh seeds. Seed 41: 84%, Seed 42: 0% · diverged, Seed 43: 80%');
  expect(figure.querySelectorAll('.trial-goal')).toHaveLength(1);
  expect([...field.querySelectorAll('tbody th')].map((cell) => cell.textContent)).toEqual(['Initialiser', 'Learning rate', '41', '42', '43']);
  expect(field.querySelector('fieldset')).toBeNull();
});

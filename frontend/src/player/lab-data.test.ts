// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { query, settingsOf } from './lab-address';
import { OwnData } from './lab-data';
import { DATA_WORDS } from './lab-data-words';
import type { Sheet } from './lab-types';

const OWN = `own:${'0a'.repeat(32)}`;
const FILE = { data: OWN, name: 'a.csv', inputs: 2, examples: 80, classes: 2, used: false };
const ok = (body: unknown) => ({ kind: 'ok' as const, status: 200, body });

test('a file that is taken is listed, and named as experiments name it', async () => {
  const request = vi.fn(async () => ok(FILE));
  const own = new OwnData(request, () => {});
  own.show(true);
  const file = new File(['x'], 'a & b.csv');
  expect(await own.add(file)).toBe(OWN);
  expect(request).toHaveBeenCalledWith('api/data?name=a%20%26%20b.csv', { method: 'POST', file });
  expect(own.files).toEqual([FILE]);
  expect(own.open).toBe(false);
});

test('a file that is not taken keeps the panel open, with every problem', async () => {
  const problems = [{ line: 3, code: 'fields', details: { found: 2, expected: 3 } }];
  const own = new OwnData(async () => ({ kind: 'refused', status: 400, body: { code: 'no-data', details: { problems } } }), () => {});
  own.show(true);
  expect(await own.add(new File(['x'], 'a.csv'))).toBeUndefined();
  expect(own.wrong).toEqual({ name: 'a.csv', problems });
  expect(own.open).toBe(true);
  expect(DATA_WORDS.en.problem(problems[0]!)).toContain('2 values, but the first line names 3 columns');
});

test('what stands in the way is told, and goes with the next attempt', async () => {
  const replies = [{ kind: 'unreachable' as const }, ok({ files: [FILE], most: 10 })];
  const own = new OwnData(async () => replies.shift()!, () => {});
  await own.load();
  expect(own.refusal).toBe('unreachable');
  await own.load();
  expect(own.refusal).toBeUndefined();
  expect(own.files).toEqual([FILE]);
});

test('another’s file is known as such once the list is there', async () => {
  const own = new OwnData(async () => ok({ files: [FILE], most: 10 }), () => {});
  const others = `own:${'1b'.repeat(32)}`;
  expect(own.isOthers(others)).toBe(false);
  await own.load();
  expect([others, OWN, 'moons', `course:${'1b'.repeat(32)}`].map((data) => own.isOthers(data))).toEqual([true, false, false, false]);
});

test('both languages have a sentence for every problem', () => {
  const codes = ['empty', 'too-long', 'not-utf8', 'control-character', 'quote', 'one-column', 'too-many-columns', 'no-header', 'unnamed', 'named-twice',
    'fields', 'no-number', 'too-great', 'no-class', 'long-name', 'long-class', 'too-many-classes', 'one-class', 'few-of-class', 'few-rows', 'many-rows'];
  for (const code of codes) {
    for (const language of ['ko', 'en'] as const) expect(DATA_WORDS[language].problem({ line: 1, code, details: {} })).not.toBe(code);
  }
});

test('an address may name a file by its digest, and nothing else', () => {
  const sheet: Sheet = {
    id: 'flow', kind: 'gradient-flow', question: '', look: '', inView: [], explores: true, presets: [],
    settings: { kind: 'gradient-flow', data: 'digits' }, controls: [{ type: 'data', name: 'data', options: ['digits', 'moons'] }],
  };
  const settings = { ...sheet.settings, data: OWN };
  expect(settingsOf(query(settings, sheet), sheet)).toEqual(settings);
  expect(settingsOf('?data=own:12', sheet)).toEqual(sheet.settings);
  expect(settingsOf('?data=moons', sheet)['data']).toBe('moons');
});

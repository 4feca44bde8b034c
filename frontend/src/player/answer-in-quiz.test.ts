// @vitest-environment happy-dom
import { render } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import { inQuiz, quizVerdict } from './answer-in-quiz';
import { AnswerMachine } from './answer-machine';
import { Scene, settle, state } from './answer-scene';
import { type AnswerState, valueOf } from './answer-state';
import { joined, parted, whole } from './certainty';

const PLACE = { user: 'mina', attempt: 'c:quiz.q:1', question: 'q', quiz: true };
const NOTHING = state({ attempt: PLACE.attempt });

let scene: Scene;

function page(certain: boolean): AnswerMachine {
  return new AnswerMachine({ ...PLACE, kind: certain ? 'choice' : 'essay', certain }, scene.world('page'));
}

beforeEach(() => {
  scene = new Scene();
  scene.rows = [NOTHING];
});

test('an answer without its certainty is a draft, and is sent once both are there', async () => {
  const machine = page(true);
  await machine.start();
  machine.typed(joined({ certainty: '', answer: 'b' }));
  await scene.tick();
  expect(machine.standing).toBe('unsure');
  expect(scene.sent).toEqual([]);
  expect([...scene.drafts.values()].map(({ value }) => value)).toEqual(['|b']);

  const again = page(true);
  await again.start();
  await settle();
  expect(again.value).toBe('|b');
  again.typed('3|b');
  await scene.tick();
  expect(scene.sent).toEqual([
    { kind: 'certain', certainty: 3, answer: { kind: 'choice', option: 'b' } },
  ]);
  expect(again.standing).toBe('saved');
  expect(valueOf(scene.newest)).toBe('3|b');
});

test('an answer that was saved with its certainty and is taken back is taken back on the server', async () => {
  const machine = new AnswerMachine({ ...PLACE, kind: 'numeric', certain: true }, scene.world('page'));
  await machine.start();
  machine.typed(joined({ certainty: '3', answer: '0.5' }));
  await scene.tick();
  machine.typed(joined({ certainty: '3', answer: '' }));
  await scene.tick();
  expect(scene.newest.response).toEqual({ kind: 'certain', certainty: 3, answer: { kind: 'number', text: '' } });
  expect(machine.standing).toBe('saved');
});

test('a value keeps its certainty apart, also of an answer that bears the sign itself', () => {
  expect(parted('2|a|b')).toEqual({ certainty: '2', answer: 'a|b' });
  expect(joined(parted('2|a|b'))).toBe('2|a|b');
  expect(whole('2|')).toBe(false);
  expect(whole('|a')).toBe(false);
  expect(joined({ certainty: '', answer: '' })).toBe('');
});

test('what was typed without a connection is sent after the end, for the server to keep it as late', async () => {
  const offline = page(false);
  await offline.start();
  offline.typed('written in time, sent too late');
  scene.rows = [{ ...NOTHING, submittedAt: 'then' }];

  const back = page(false);
  await back.start();
  await settle();
  expect(scene.sent).toEqual([{ kind: 'text', markdown: 'written in time, sent too late' }]);
  expect(back.late).toBe(true);
  expect(back.value).toBe('');
  expect(back.kept.map(({ value }) => value)).toEqual(['written in time, sent too late']);
});

test('a locked field takes nothing more, and what it has still goes out', async () => {
  const machine = page(false);
  await machine.start();
  machine.typed('in time');
  machine.locked = true;
  machine.typed('in time, and after it');
  expect(await machine.save()).toBe(true);
  expect(valueOf(scene.newest)).toBe('in time');
});

function verdict(some: Partial<AnswerState>): string {
  const root = document.createElement('div');
  render(quizVerdict(inQuiz({ ...NOTHING, submittedAt: 'then', ...some }, 'choice', false)), root);
  return root.textContent!.replace(/\s+/g, ' ').trim();
}

const told = (right: boolean) => ({ option: 'b', right, html: '', points: right ? 2 : 0, outOf: 2 });

test('a verdict tells the points of the quiz, and only what may be told', () => {
  expect(verdict({})).toBe('');
  expect(verdict({ feedback: told(true), worth: { points: 1.5, outOf: 3 } })).toBe('Right. 1.5 of 3 points');
  expect(verdict({ feedback: told(false), worth: { points: -2, outOf: 1 } })).toBe('Not right. −2 of 1 points');
  expect(verdict({ feedback: told(true) })).toBe('Right.');
  expect(verdict({ worth: { points: 3, outOf: 3 } })).toBe('3 of 3 points');
  expect(verdict({ submittedAt: null, feedback: told(false), tries: { left: 1, missed: true } })).toBe(
    'Not right yet. Change it and check again.',
  );
});

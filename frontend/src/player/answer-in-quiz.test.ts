// @vitest-environment happy-dom
import { render } from 'lit';
import { beforeEach, expect, test } from 'vitest';
import type { Draft } from '../outbox/drafts';
import type { Init, Reply } from '../outbox/transport';
import { inQuiz, quizVerdict } from './answer-in-quiz';
import { AnswerMachine } from './answer-machine';
import { type AnswerState, valueOf } from './answer-state';
import { joined, parted, whole } from './certainty';

const NOTHING: AnswerState = {
  attempt: 'c:quiz.q:1',
  sequence: 0,
  writeId: '',
  response: null,
  savedAt: null,
  hash: '',
  submittedAt: null,
  feedback: null,
  key: null,
  nextAttempt: null,
  first: null,
  mark: null,
  waiting: false,
  solutions: null,
  measured: null,
  repaired: null,
  follows: null,
  number: null,
  judged: null,
  answer: null,
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

let drafts: Map<string, Draft>;
let posts: { response: AnswerState['response'] }[];
let newest: AnswerState;
let over: boolean;
let timers: (() => void)[];

function page(certain: boolean): AnswerMachine {
  let named = 0;
  return new AnswerMachine(
    { user: 'mina', attempt: 'c:quiz.q:1', question: 'q', kind: certain ? 'choice' : 'essay', quiz: true, certain },
    {
      writer: 'page',
      request: async (_path: string, init: Init = {}): Promise<Reply> => {
        if (!init.method) return { kind: 'ok', status: 200, body: newest };
        const body = init.body as { writeId: string; response: AnswerState['response'] };
        posts.push(body);
        if (over) return { kind: 'refused', status: 410, body: newest };
        newest = { ...newest, sequence: newest.sequence + 1, writeId: body.writeId, response: body.response };
        return { kind: 'ok', status: 200, body: newest };
      },
      drafts: {
        put: async (draft) => void drafts.set(draft.key, structuredClone(draft)),
        drop: async (key) => void drafts.delete(key),
        ofSlot: async (slot) => [...drafts.values()].filter((draft) => draft.slot === slot),
        orphaned: async () => true,
      },
      fresh: () => `id${named++}`,
      tell: () => undefined,
      later: (work) => {
        timers.push(work);
        return () => void (timers = timers.filter((each) => each !== work));
      },
      changed: () => undefined,
    },
  );
}

async function tick() {
  for (const work of timers.splice(0)) work();
  await settle();
}

beforeEach(() => {
  drafts = new Map();
  posts = [];
  newest = NOTHING;
  over = false;
  timers = [];
});

test('an answer without its certainty is a draft, and is sent once both are there', async () => {
  const machine = page(true);
  await machine.start();
  machine.typed(joined({ certainty: '', answer: 'b' }));
  await tick();
  expect(machine.standing).toBe('unsure');
  expect(posts).toEqual([]);
  expect([...drafts.values()].map(({ value }) => value)).toEqual(['|b']);

  const again = page(true);
  await again.start();
  await settle();
  expect(again.value).toBe('|b');
  again.typed('3|b');
  await tick();
  expect(posts.map(({ response }) => response)).toEqual([
    { kind: 'certain', certainty: 3, answer: { kind: 'choice', option: 'b' } },
  ]);
  expect(again.standing).toBe('saved');
  expect(valueOf(newest)).toBe('3|b');
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
  over = true;
  newest = { ...NOTHING, submittedAt: 'then' };

  const back = page(false);
  await back.start();
  await settle();
  expect(posts.map(({ response }) => response)).toEqual([{ kind: 'text', markdown: 'written in time, sent too late' }]);
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
  expect(valueOf(newest)).toBe('in time');
});

function verdict(state: Partial<AnswerState>): string {
  const root = document.createElement('div');
  render(quizVerdict(inQuiz({ ...NOTHING, submittedAt: 'then', ...state }, 'choice', false)), root);
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

import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '../outbox/transport';
import { Follower, type Newest, behind } from './answer-follower';
import { settle } from './answer-scene';

let timers: (() => void)[];
let asked: string[];
let visible: boolean;
let reply: Reply;
let follower: Follower;

beforeEach(() => {
  timers = [];
  asked = [];
  visible = true;
  reply = { kind: 'ok', status: 200, body: [] };
  follower = new Follower({
    request: async (path) => {
      asked.push(path);
      return reply;
    },
    visible: () => visible,
    later: (work) => {
      timers.push(work);
      return () => void (timers = timers.filter((each) => each !== work));
    },
  });
});

const tick = async () => {
  for (const work of timers.splice(0)) work();
  await settle();
};

const answer = (attempt: string, sequence: number) => ({
  attempt,
  looked: 0,
  behind: (newest: ReadonlyMap<string, Newest>) => (newest.get(attempt)?.sequence ?? 0) > sequence,
  async look() {
    this.looked++;
  },
});

const tells = (...body: Newest[]) => {
  reply = { kind: 'ok', status: 200, body };
};

test('an answer that was written further on another device is looked at, and no other', async () => {
  const [behind, even, unknown] = [answer('c:one:1', 2), answer('c:two:1', 4), answer('c:three:1', 0)];
  for (const each of [behind, even, unknown]) follower.add(each);
  tells({ attempt: 'c:one:1', sequence: 3, submitted: false }, { attempt: 'c:two:1', sequence: 4, submitted: false });
  await tick();
  expect(asked).toEqual(['api/courses/c/newest']);
  expect([behind.looked, even.looked, unknown.looked]).toEqual([1, 0, 0]);
  await tick();
  expect(behind.looked).toBe(2);
});

test('a page that nobody sees asks nothing, and asks again when it is seen', async () => {
  follower.add(answer('c:one:1', 0));
  visible = false;
  await tick();
  expect(asked).toEqual([]);
  visible = true;
  await tick();
  expect(asked).toHaveLength(1);
});

test('a server that is away is asked again', async () => {
  const one = answer('c:one:1', 0);
  follower.add(one);
  reply = { kind: 'unreachable' };
  await tick();
  tells({ attempt: 'c:one:1', sequence: 1, submitted: false });
  await tick();
  expect(one.looked).toBe(1);
});

test('without an answer on the page nothing is asked', async () => {
  const one = answer('c:one:1', 0);
  follower.add(one);
  follower.remove(one);
  await tick();
  expect(asked).toEqual([]);
  expect(timers).toEqual([]);
});

test('a page is behind where more was saved, where it was made final and where it was reopened', () => {
  const told = (sequence: number, submitted: boolean) => new Map([['c:q:1', { attempt: 'c:q:1', sequence, submitted }]]);
  const open = { attempt: 'c:q:1', sequence: 2, server: { submittedAt: null } };
  const final = { ...open, server: { submittedAt: 'now' } };
  expect(behind(open, told(3, false))).toBe(true);
  expect(behind(open, told(2, true))).toBe(true);
  expect(behind(final, told(2, false))).toBe(true);
  expect(behind(open, told(2, false))).toBe(false);
  expect(behind(final, told(2, true))).toBe(false);
  expect(behind(open, told(1, false))).toBe(false);
});

test('a page that is at the second try is not behind the first', () => {
  const second = { attempt: 'c:q:2', sequence: 1, server: { submittedAt: null } };
  expect(behind(second, new Map([['c:q:1', { attempt: 'c:q:1', sequence: 5, submitted: true }]]))).toBe(false);
});

import { beforeEach, expect, test } from 'vitest';
import type { Init, Reply } from '../outbox/transport';
import { SittingMachine, type SittingState } from './sitting-machine';
import { countdown } from './sitting-parts';

const START = Date.parse('2026-11-30T09:00:00Z');
const MINUTE = 60_000;

/** A server with a sitting, and a browser whose time the test moves. */
class Scene {
  server = state({});
  /** Milliseconds since the start, at the server and by the monotonic clock. */
  time = 0;
  wallAhead = 0;
  /** By how much the server's clock was turned back. */
  turnedBack = 0;
  visible = true;
  fault: Reply | undefined;
  /** What the reply to a poll waits for on its way back. */
  way = Promise.resolve();
  asked: { path: string; init: Init }[] = [];
  timers: { work: () => void; at: number }[] = [];
  machine = new SittingMachine(
    { user: 'mina', token: 'c:quiz:1' },
    {
      request: async (path, init = {}) => {
        this.asked.push({ path, init });
        if (this.fault) return this.fault;
        if (path.includes('/flags/')) {
          const question = path.split('/').at(-1)!;
          const on = (init.body as { on: boolean }).on;
          this.server.flags = on ? [question] : [];
        }
        const body = { ...structuredClone(this.server), now: iso(this.time - this.turnedBack) };
        if (!init.method) await this.way;
        return { kind: 'ok', status: 200, body };
      },
      monotonic: () => this.time,
      wall: () => START + this.time + this.wallAhead,
      visible: () => this.visible,
      later: (work, ms) => {
        const timer = { work, at: this.time + ms };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((each) => each !== timer));
      },
      changed: () => undefined,
    },
  );

  get polls(): number {
    return this.asked.filter(({ init }) => !init.method).length;
  }

  /** Lets time pass, with all that falls due in it. */
  async pass(ms: number): Promise<void> {
    const until = this.time + ms;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers = this.timers.filter((each) => each !== next);
      this.time = Math.max(this.time, next.at);
      next.work();
      await settle();
    }
    this.time = until;
  }
}

function iso(ms: number): string {
  return new Date(START + ms).toISOString();
}

function state(some: Partial<SittingState>): SittingState {
  return {
    user: 'mina',
    now: iso(0),
    endsAt: iso(12 * MINUTE),
    closesAt: iso(12 * MINUTE + 30_000),
    seconds: 720,
    usual: 720,
    section: 0,
    submittedAt: null,
    endedBy: null,
    settled: false,
    flags: [],
    announcements: [],
    ...some,
  };
}

/** What is promised here is kept within a few turns; a timer for each second of a quiz would take long. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

let scene: Scene;

beforeEach(async () => {
  scene = new Scene();
  scene.machine.start();
  await settle();
});

test('the countdown follows the server, whatever the clock of the client says', async () => {
  scene.wallAhead = 3_600_000;
  await scene.pass(90_000);
  expect(countdown(scene.machine.remaining!)).toBe('10:30');
  expect(countdown(3_849_001)).toBe('1:04:10');
  expect(countdown(-5)).toBe('0:00');
});

test('it warns at ten, five and one minutes, each once, and of nothing that was past at the start', async () => {
  const heard: (number | undefined)[] = [];
  for (let second = 0; second < 12 * 60; second++) {
    await scene.pass(1_000);
    if (scene.machine.warning !== heard.at(-1)) heard.push(scene.machine.warning);
  }
  expect(heard.filter(Boolean)).toEqual([10, 5, 1]);

  const late = new Scene();
  late.server = state({ endsAt: iso(4 * MINUTE) });
  late.machine.start();
  await settle();
  await late.pass(MINUTE);
  expect(late.machine.warning).toBeUndefined();
  await late.pass(2 * MINUTE);
  expect(late.machine.warning).toBe(1);
});

test('given more time it goes on, and warns again', async () => {
  await scene.pass(7 * MINUTE + 2_000);
  expect(scene.machine.warning).toBe(5);
  scene.server = state({ endsAt: iso(20 * MINUTE), seconds: 1_200 });
  await scene.pass(15_000);
  expect(scene.machine.warning).toBeUndefined();
  await scene.pass(8 * MINUTE);
  expect(scene.machine.warning).toBe(5);
});

test('at the deadline it is over at once, and asks until the server has ended it', async () => {
  await scene.pass(12 * MINUTE + 1_000);
  expect(scene.machine.phase).toBe('over');
  const before = scene.polls;
  await scene.pass(10_000);
  expect(scene.polls - before).toBeGreaterThanOrEqual(5);
  scene.server = state({ submittedAt: iso(12 * MINUTE), endedBy: 'server' });
  await scene.pass(2_000);
  expect(scene.machine.phase).toBe('ended');
  scene.server.settled = true;
  await scene.pass(2_000);
  expect(scene.machine.phase).toBe('settled');
  // A reopened one goes on.
  scene.server = state({ endsAt: iso(30 * MINUTE) });
  await scene.pass(MINUTE);
  expect(scene.machine.phase).toBe('open');
});

test('it asks less often while hidden, and soon when the connection is lost', async () => {
  await scene.pass(MINUTE);
  expect(scene.polls).toBe(5);
  scene.visible = false;
  await scene.pass(2 * MINUTE);
  expect(scene.polls).toBeLessThanOrEqual(10);
  scene.fault = { kind: 'unreachable' };
  scene.machine.soon();
  await settle();
  expect(scene.machine.connection).toBe('lost');
  expect(scene.machine.state).toBeDefined();
  await scene.pass(5_000);
  scene.fault = undefined;
  await scene.pass(5_000);
  expect(scene.machine.connection).toBe('fine');
  expect(scene.machine.back).toBe(true);
});

test('it says who is signed out, and shows nothing of another person', async () => {
  scene.fault = { kind: 'signed-out' };
  scene.machine.soon();
  await settle();
  expect(scene.machine.connection).toBe('signed-out');
  scene.fault = undefined;
  scene.server = state({ user: 'jun', flags: ['q'] });
  scene.machine.soon();
  await settle();
  expect(scene.machine.connection).toBe('other-user');
  expect(scene.machine.flagged('q')).toBe(false);
});

test('after a sleep it asks at once', async () => {
  const before = scene.polls;
  await scene.pass(2_000);
  scene.wallAhead = 3_600_000;
  await scene.pass(1_000);
  expect(scene.polls).toBe(before + 1);
});

test('a flag is shown at once, and sent when the server is back', async () => {
  scene.fault = { kind: 'unreachable' };
  await scene.machine.flag('q2', true);
  expect(scene.machine.flagged('q2')).toBe(true);
  expect(scene.server.flags).toEqual([]);
  scene.fault = undefined;
  await scene.pass(15_000);
  expect(scene.server.flags).toEqual(['q2']);
  expect(scene.machine.flagged('q2')).toBe(true);
  await scene.machine.flag('q2', false);
  expect(scene.machine.flagged('q2')).toBe(false);
});

test('an announcement is new until it is put away, and stays in the list', async () => {
  scene.server.announcements = [{ id: 'a', words: 'Question 2 has a slip.', at: iso(1) }];
  await scene.pass(15_000);
  expect(scene.machine.fresh.map(({ id }) => id)).toEqual(['a']);
  scene.machine.putAway();
  await scene.pass(15_000);
  expect(scene.machine.fresh).toEqual([]);
  expect(scene.machine.announcements.map(({ id }) => id)).toEqual(['a']);
});

test('a submission that overlooks a newer answer ends nothing and names it', async () => {
  scene.fault = { kind: 'refused', status: 409, body: { newer: ['q3'] } };
  expect(await scene.machine.submit({ q3: 1 })).toEqual({ kind: 'newer', questions: ['q3'] });
  expect(scene.machine.phase).toBe('open');
  scene.fault = { kind: 'unreachable' };
  expect(await scene.machine.submit({ q3: 2 })).toEqual({ kind: 'failed' });
  scene.fault = undefined;
  scene.server = state({ submittedAt: iso(5), endedBy: 'student' });
  expect(await scene.machine.submit({ q3: 2 })).toEqual({ kind: 'done' });
  expect(scene.machine.phase).toBe('ended');
  expect(scene.asked.filter(({ path }) => path.endsWith('/submission'))[0]!.init).toMatchObject({
    as: 'mina',
    body: { user: 'mina', bases: { q3: 1 } },
  });
});

test('a poll that was on its way takes nothing back of what was done since, and tells its announcements', async () => {
  scene.server.announcements = [{ id: 'a', words: 'Question 2 has a slip.', at: iso(1) }];
  let arrive = () => {};
  scene.way = new Promise((resolve) => (arrive = resolve));
  scene.machine.soon();
  await scene.pass(1_000);
  scene.way = Promise.resolve();
  scene.server = state({ submittedAt: iso(1_000), endedBy: 'student', flags: ['q2'] });
  await scene.machine.submit({});
  expect(scene.machine.phase).toBe('ended');
  arrive();
  await settle();
  expect(scene.machine.phase).toBe('ended');
  expect(scene.machine.flagged('q2')).toBe(true);
  expect(scene.machine.fresh.map(({ id }) => id)).toEqual(['a']);
});

test('what is done here is seen though the server turned its clock back', async () => {
  scene.turnedBack = 60 * MINUTE;
  scene.server = state({ submittedAt: iso(5), endedBy: 'student' });
  expect(await scene.machine.submit({})).toEqual({ kind: 'done' });
  expect(scene.machine.phase).toBe('ended');
});

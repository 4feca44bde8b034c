import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Init, Reply } from '../outbox/transport';
import { LabMachine } from './lab-machine';

let calls: string[];
const lost: Reply = { kind: 'unreachable' };
const ok = (body: unknown): Reply => ({ kind: 'ok', status: 200, body });
const explored = (step: number) => ok({ measurements: [{ type: 'gradients', step, plain: null, residual: null }] });
const run = (id: string, state: string) => ok({ id, state, experiment: { depth: 50 }, measurements: [], last: 0 });
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function labThat(answers: (call: string, nth: number) => Reply | Promise<Reply>): LabMachine {
  return new LabMachine(
    { depth: 50 },
    {
      request: async (path: string, init?: Init) => {
        const call = `${init?.method ?? 'GET'} ${path}`;
        calls.push(call);
        return answers(call, calls.filter((each) => each === call).length);
      },
      later: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      changed: () => undefined,
    },
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  calls = [];
});

afterEach(() => void vi.useRealTimers());

test('the curve follows the hand while it moves, not only when it rests', async () => {
  const lab = labThat((_, nth) => explored(nth));
  for (let depth = 2; depth < 62; depth++) {
    lab.set('depth', depth);
    await pass(16);
  }
  expect(calls.length).toBeGreaterThan(25);
  expect(calls.length).toBeLessThan(40);
  expect(lab.preview).toBeDefined();
});

test('a move during an exploration waits for its answer, and is asked for at once when that is there', async () => {
  let answer: (reply: Reply) => void = () => undefined;
  const lab = labThat((_, nth) => (nth === 1 ? new Promise((resolve) => (answer = resolve)) : explored(nth)));
  lab.set('depth', 2);
  await pass(100);
  for (let depth = 3; depth < 9; depth++) lab.set('depth', depth);
  await pass(100);
  expect(calls).toHaveLength(1);
  answer(explored(1));
  await pass(0);
  expect(calls).toHaveLength(2);
  await pass(1_000);
  expect(calls).toHaveLength(2);
  expect(lab.preview).toMatchObject({ step: 2 });
});

test('while newer explorations are on their way an answered one is drawn, but never over a newer', async () => {
  const answer: ((reply: Reply) => void)[] = [];
  const lab = labThat(() => new Promise((resolve) => answer.push(resolve)));
  for (let depth = 2; depth < 5; depth++) {
    lab.set('depth', depth);
    await pass(300);
  }
  answer[1]!(explored(1));
  await pass(0);
  expect(lab.preview).toMatchObject({ step: 1 });
  answer[0]!(explored(0));
  await pass(0);
  expect(lab.preview).toMatchObject({ step: 1 });
  expect(lab.exploring).toBe(true);
});

test.each(['POST api/explore', 'POST api/runs', 'GET api/runs/r?after=0'])('%s is tried again by itself', async (lossy) => {
  const lab = labThat((call, nth) =>
    call === lossy && nth === 1 ? lost : call === 'POST api/explore' ? explored(0) : run('r', 'DONE'),
  );
  if (lossy === 'POST api/explore') lab.set('depth', 3);
  else if (lossy === 'POST api/runs') void lab.start();
  else void lab.show('r');
  await pass(200);
  expect(lab.refusal?.code).toBe('retrying');
  await pass(5_000);
  expect(lab.refusal).toBeUndefined();
  expect(lab.current ?? lab.run).toBeDefined();
});

test('a run that is followed says when the server is away', async () => {
  const lab = labThat((call, nth) => (call.startsWith('GET') && nth < 3 ? lost : run('r', call.startsWith('GET') ? 'DONE' : 'RUNNING')));
  void lab.start();
  await pass(100);
  expect(lab.refusal?.code).toBe('retrying');
  await pass(5_000);
  expect([lab.refusal, lab.run?.state]).toEqual([undefined, 'DONE']);
});

test('a replay stops asking once it is refused, and says so', async () => {
  const lab = labThat((call) => (call.includes('/replay') ? run('copy', 'QUEUED') : call.includes('copy') ? { kind: 'signed-out' } : run('r', 'DONE')));
  await lab.show('r');
  await lab.again();
  await pass(20_000);
  expect(calls.filter((call) => call.includes('copy'))).toHaveLength(1);
  expect(lab.refusal?.code).toBe('signed-out');
  expect(lab.replay).toBeUndefined();
});

test('a panel that has gone follows no replay', async () => {
  const lab = labThat((call) => run(call.includes('copy') || call.includes('/replay') ? 'copy' : 'r', call.includes('copy') || call.includes('/replay') ? 'RUNNING' : 'DONE'));
  await lab.show('r');
  await lab.again();
  await pass(600);
  lab.stop();
  const before = calls.length;
  await pass(10_000);
  expect(calls).toHaveLength(before);
});

test('Cancel before the run has a name cancels that one, not the one before', async () => {
  let answer: (reply: Reply) => void = () => undefined;
  const lab = labThat((call, nth) =>
    call === 'POST api/runs' && nth === 2 ? new Promise((resolve) => (answer = resolve)) : run('first', 'DONE'),
  );
  void lab.start();
  await pass(10);
  void lab.start();
  await lab.cancel();
  expect(lab.living).toBe(false);
  answer(run('second', 'QUEUED'));
  await pass(10);
  expect(calls.filter((call) => call.endsWith('/cancel'))).toEqual(['POST api/runs/second/cancel']);
});

test('leaving the page while a run starts cancels nothing', async () => {
  let answer: (reply: Reply) => void = () => undefined;
  const lab = labThat(() => new Promise((resolve) => (answer = resolve)));
  void lab.start();
  lab.stop();
  answer(run('r', 'QUEUED'));
  await pass(5_000);
  expect(calls).toEqual(['POST api/runs']);
});

test('a Cancel that was refused stays said while the run goes on', async () => {
  const lab = labThat((call) => (call.endsWith('/cancel') ? { kind: 'signed-out' } : run('r', 'RUNNING')));
  void lab.start();
  await pass(300);
  await lab.cancel();
  await pass(2_000);
  expect(lab.refusal?.code).toBe('signed-out');
  lab.stop();
});

test('a run is verified beside it, asked for until it is told, and not for another run', async () => {
  const verification = { agrees: true, differences: [] };
  const lab = labThat((call, nth) => {
    if (!call.includes('/verify')) return run('r', 'DONE');
    return nth === 2 ? lost : ok({ verification: nth < 4 ? null : verification });
  });
  await lab.show('r');
  await lab.verify();
  expect(lab.verification).toBeNull();
  await pass(2_500);
  expect(lab.verification).toBeNull();
  await pass(5_000);
  expect(lab.verification).toEqual(verification);
  expect(calls.filter((call) => call === 'POST api/runs/r/verify')).toHaveLength(4);
  await lab.show('r');
  expect(lab.verification).toBeUndefined();
});

test('a verification that is refused says why and is over', async () => {
  const lab = labThat((call) => (call.includes('/verify') ? { kind: 'refused', status: 400, body: { code: 'time-limit' } } : run('r', 'DONE')));
  await lab.show('r');
  await lab.verify();
  expect(lab.refusal?.code).toBe('time-limit');
  expect(lab.verification).toBeUndefined();
});

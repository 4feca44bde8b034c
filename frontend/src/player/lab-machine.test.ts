import { beforeEach, expect, test } from 'vitest';
import type { Reply } from '../outbox/transport';
import { LabMachine } from './lab-machine';

let replies: Record<string, Reply[]>;
let asked: string[];
let timers: (() => void)[];
let lab: LabMachine;

const ok = (body: unknown): Reply => ({ kind: 'ok', status: 200, body });
const settle = () => new Promise((resolve) => setTimeout(resolve));
const gradients = (step: number) => ({ type: 'gradients', step, plain: null, residual: null });
const run = (state: string, steps: number[], last: number) => ({
  id: 'r1',
  state,
  experiment: { depth: 50 },
  measurements: steps.map((step) => ({ sequence: step + 1, value: gradients(step) })),
  last,
  failure: null,
  waiting: null,
  comparison: null,
});

async function tick() {
  for (const work of timers.splice(0)) work();
  await settle();
}

beforeEach(() => {
  replies = {};
  asked = [];
  timers = [];
  lab = new LabMachine(
    { depth: 50 },
    {
      request: async (path) => {
        asked.push(path);
        return replies[path]?.shift() ?? { kind: 'unreachable' };
      },
      later: (work) => {
        timers.push(work);
        return () => void (timers = timers.filter((each) => each !== work));
      },
      changed: () => undefined,
    },
  );
});

test('many moves of a slider ask once, with the last value', async () => {
  replies['api/explore'] = [ok({ measurements: [gradients(0)] })];
  for (let depth = 2; depth < 40; depth++) lab.set('depth', depth);
  await tick();
  expect(asked).toEqual(['api/explore']);
  expect(lab.settings['depth']).toBe(39);
  expect(lab.current).toEqual(gradients(0));
});

test('a run is followed until it is done, and only what is new is asked for', async () => {
  replies['api/runs'] = [ok(run('QUEUED', [], 0))];
  replies['api/runs/r1?after=0'] = [ok(run('RUNNING', [0, 1], 2))];
  replies['api/runs/r1?after=2'] = [ok(run('DONE', [2], 3))];
  await lab.start();
  await settle();
  expect(lab.living).toBe(true);
  await tick();
  expect(lab.living).toBe(false);
  expect(lab.measurements).toEqual([0, 1, 2].map(gradients));
  expect(lab.shown).toBe(2);
  expect(timers).toEqual([]);
});

test('a lost connection does not lose the run', async () => {
  replies['api/runs'] = [ok(run('RUNNING', [], 0))];
  replies['api/runs/r1?after=0'] = [{ kind: 'unreachable' }, ok(run('DONE', [0], 1))];
  await lab.start();
  await settle();
  await tick();
  expect(lab.run?.state).toBe('DONE');
});

test('a refusal says why, and the settings stay', async () => {
  replies['api/runs'] = [
    { kind: 'refused', status: 429, body: { code: 'queue-full', details: { waitSeconds: 40 } } },
  ];
  await lab.start();
  expect(lab.refusal).toEqual({ code: 'queue-full', details: { waitSeconds: 40 } });
  expect(lab.living).toBe(false);
});

test('an older answer of the explorer never replaces a newer', async () => {
  let answer: (reply: Reply) => void = () => undefined;
  const slow = new Promise<Reply>((resolve) => (answer = resolve));
  const machine = new LabMachine(
    { depth: 2 },
    {
      request: async () => (asked.push('x') === 1 ? slow : ok({ measurements: [gradients(2)] })),
      later: (work) => (timers.push(work), () => undefined),
      changed: () => undefined,
    },
  );
  machine.set('depth', 3);
  await tick();
  machine.set('depth', 4);
  await tick();
  answer(ok({ measurements: [gradients(1)] }));
  await settle();
  expect(machine.current).toEqual(gradients(2));
});

test('someone who looks at an earlier step stays there while the run goes on', async () => {
  replies['api/runs'] = [ok(run('RUNNING', [], 0))];
  replies['api/runs/r1?after=0'] = [ok(run('RUNNING', [0, 1, 2], 3))];
  replies['api/runs/r1?after=3'] = [ok(run('DONE', [3], 4))];
  await lab.start();
  await settle();
  lab.pick(1);
  await tick();
  expect(lab.shown).toBe(1);
});

test('back at the settings of the stored run, the run itself is shown', async () => {
  replies['api/runs'] = [ok(run('DONE', [], 0))];
  replies['api/runs/r1?after=0'] = [ok(run('DONE', [0, 1], 2))];
  replies['api/explore'] = [ok({ measurements: [gradients(7)] })];
  await lab.start();
  await settle();
  lab.set('depth', 3);
  await tick();
  expect(lab.current).toEqual(gradients(7));
  lab.set('depth', 50);
  expect(lab.current).toEqual(gradients(1));
  expect(timers).toEqual([]);
});

test('what shows nothing before it has trained asks for no exploration, and drops the result of other settings', async () => {
  const trained = new LabMachine(
    { depth: 50 },
    {
      request: async (path) => {
        asked.push(path);
        return ok(run('DONE', path.includes('after') ? [0] : [], 1));
      },
      later: () => () => undefined,
      changed: () => undefined,
    },
    false,
  );
  await trained.start();
  await settle();
  expect(trained.current).toEqual(gradients(0));
  trained.set('depth', 10);
  expect(trained.current).toBeUndefined();
  expect(asked).not.toContain('api/explore');
});

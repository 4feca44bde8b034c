import { beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../outbox/transport';
import { AnswerMachine } from './answer-machine';
import { Scene, settle, text } from './answer-scene';

/**
 * The browser's half of the promise, line by line: what the page calls saved is saved, and what is typed is never lost.
 * Each test bears the failure that it prevents. The server's half is in `PromiseTests`, the whole of it in `PromiseIT`;
 * races of pages, lost receipts and closed pages are in `answer-machine.test.ts`.
 */
let scene: Scene;
let page: AnswerMachine;

const away: Reply = { kind: 'unreachable' };
const signedOut: Reply = { kind: 'signed-out' };

beforeEach(async () => {
  scene = new Scene();
  page = scene.machine();
  await page.start();
});

/** A page whose requests wait until they are let go. */
async function slow() {
  const going: (() => void)[] = [];
  const world = scene.world('slow');
  const machine = new AnswerMachine({ user: 'mina', attempt: 'c:q:1', question: 'q', kind: 'essay' }, {
    ...world,
    request: async (path, init) => {
      await new Promise<void>((go) => going.push(go));
      return world.request(path, init);
    },
  });
  const letGo = async () => {
    for (const go of going.splice(0)) go();
    await settle();
  };
  const started = machine.start();
  await settle();
  await letGo();
  await started;
  return { machine, letGo };
}

describe('essays are saved 1 s after the first unsaved key at the latest', () => {
  test('words do not wait for a pause that never comes', () => {
    for (const value of ['a', 'ab', 'abc']) page.typed(value);
    expect(scene.timers.map(({ ms }) => ms <= 1_000)).toEqual([true]);
  });

  test('words typed while a save is on its way follow at once', async () => {
    const { machine, letGo } = await slow();
    machine.typed('one');
    await scene.tick();
    machine.typed('one two');
    await letGo();
    await letGo();
    expect(scene.rows.map(text)).toEqual(['one', 'one two']);
    expect(machine.standing).toBe('saved');
  });
});

describe('acknowledged only after the commit, shown with its time', () => {
  test('nothing is called saved while it is on its way', async () => {
    const { machine, letGo } = await slow();
    machine.typed('on its way');
    await scene.tick();
    expect(machine.standing).toBe('typing');
    expect(scene.drafts.size).toBe(1);
    await letGo();
    expect(machine.standing).toBe('saved');
    expect(machine.server?.savedAt).toBe('now');
  });

  test('the receipt is not of words that came after it', async () => {
    const { machine, letGo } = await slow();
    machine.typed('one');
    await scene.tick();
    machine.typed('one two');
    await letGo();
    expect(machine.standing).not.toBe('saved');
    expect(text(machine.server!)).toBe('one');
  });
});

describe('what could not be sent is kept, shown as such, and sent when the server is back, also after a new sign-in', () => {
  test('an expired session interrupts nobody’s typing', async () => {
    scene.fault = () => signedOut;
    page.typed('before');
    await scene.tick();
    expect(page.standing).toBe('signed-out');
    page.typed('before and after');
    expect(page.ready).toBe(true);
    expect([...scene.drafts.values()].map(({ value }) => value)).toEqual(['before and after']);
    scene.fault = undefined;
    page.heard({ hello: true });
    await scene.tick();
    expect(scene.rows.map(text)).toEqual(['before and after']);
    expect(page.standing).toBe('saved');
  });

  test('a server that is away for long is asked again and again', async () => {
    scene.fault = () => away;
    page.typed('patient');
    for (let i = 0; i < 20; i++) await scene.tick();
    expect(scene.timers).toHaveLength(1);
    expect(scene.timers[0]!.ms).toBeLessThan(10_000);
    scene.fault = undefined;
    await scene.tick();
    expect(scene.rows.map(text)).toEqual(['patient']);
  });

  test('a page that opens while the server is away shows what this browser kept, and goes on', async () => {
    scene.fault = () => away;
    page.typed('kept');
    await scene.tick();
    const next = scene.machine('next');
    await next.start();
    expect(next.value).toBe('kept');
    next.typed('kept and more');
    scene.fault = undefined;
    next.soon();
    await settle();
    expect(scene.rows.map(text)).toEqual(['kept and more']);
  });
});

describe('a second tab or device is told and follows', () => {
  let device: AnswerMachine;

  beforeEach(async () => {
    device = scene.machine('device');
    await device.start();
    page.typed('from the first');
    await scene.tick();
  });

  test('a device that comes back does not go on with an old text', async () => {
    expect(device.value).toBe('');
    await device.look();
    expect(device.value).toBe('from the first');
    device.typed('from the first, and the second');
    await scene.tick();
    expect(scene.rows.map(text)).toEqual(['from the first', 'from the first, and the second']);
  });

  test('looking takes no word away that is typed meanwhile, and no conflict is hidden', async () => {
    const looking = device.look();
    device.typed('typed meanwhile');
    await looking;
    expect(device.value).toBe('typed meanwhile');
    await scene.tick();
    expect(device.standing).toBe('conflict');
    expect(scene.rows.map(text)).toEqual(['from the first']);
  });

  test('what is saved is not called unsaved because looking failed', async () => {
    scene.fault = () => away;
    await page.look();
    expect(page.standing).toBe('saved');
    expect(scene.timers).toEqual([]);
  });
});

describe('a late or blank submit never replaces what was saved', () => {
  test('a page that never got the text does not submit a blank in its place', async () => {
    page.typed('the answer');
    await scene.tick();
    scene.fault = (_path, init) => (init.method ? undefined : away);
    const blank = scene.machine('blank');
    await blank.start();
    expect(await blank.submit()).toBe(false);
    expect(scene.rows.map(text)).toEqual(['the answer']);
    expect(scene.newest.submittedAt).toBeNull();
  });

  test('what was typed until the end is submitted, not what was saved before', async () => {
    page.typed('first');
    await scene.tick();
    page.typed('first and last');
    expect(await page.submit()).toBe(true);
    expect(text(scene.newest)).toBe('first and last');
  });
});

import { beforeEach, expect, test } from 'vitest';
import type { Draft } from '../outbox/drafts';
import type { AnswerMachine } from './answer-machine';
import { Scene, settle, state, text } from './answer-scene';

let scene: Scene;
let page: AnswerMachine;

beforeEach(async () => {
  scene = new Scene();
  page = scene.machine();
  await page.start();
});

test('what is called saved is on the server', async () => {
  page.typed('Hello');
  expect(page.standing).toBe('typing');
  expect([...scene.drafts.values()].map((draft) => draft.value)).toEqual(['Hello']);
  await scene.tick();
  expect(page.standing).toBe('saved');
  expect(text(scene.newest)).toBe('Hello');
  expect(scene.drafts.size).toBe(0);
});

test('who never pauses is saved too: the clock runs from the first unsaved key', async () => {
  page.typed('a');
  page.typed('ab');
  page.typed('abc');
  expect(scene.timers).toHaveLength(1);
  await scene.tick();
  expect(text(scene.newest)).toBe('abc');
});

test('nothing is typed before the kept or the committed text is there', () => {
  const early = scene.machine('early');
  early.typed('too soon');
  expect(early.value).toBe('');
});

test('a lost receipt is recognised, and no conflict is made of it', async () => {
  scene.loseNextReceipt = true;
  page.typed('one');
  await scene.tick();
  expect(page.standing).toBe('unreachable');
  page.typed('one two');
  await scene.tick();
  await scene.tick();
  expect(page.theirs).toBeUndefined();
  expect(text(scene.newest)).toBe('one two');
  expect(scene.rows.map((row) => row.sequence)).toEqual([1, 2]);
});

test('while the server is away all is kept, and sent when it is back', async () => {
  scene.fault = () => ({ kind: 'unreachable' });
  page.typed('kept');
  await scene.tick();
  expect(page.standing).toBe('unreachable');
  expect([...scene.drafts.values()].map((draft) => draft.value)).toEqual(['kept']);
  scene.fault = undefined;
  page.soon();
  await settle();
  expect(text(scene.newest)).toBe('kept');
});

test('another page of this person is a conflict, and neither text is lost', async () => {
  const other = scene.machine('other');
  await other.start();
  page.typed('mine');
  other.typed('theirs');
  other.soon();
  await settle();
  page.soon();
  await settle();
  expect(page.standing).toBe('conflict');
  expect(text(page.theirs!)).toBe('theirs');
  page.keepMine();
  await settle();
  expect(scene.rows.map(text)).toEqual(['theirs', 'mine']);
});

test('the text that was not chosen is kept to be read, never taken up again', async () => {
  const other = scene.machine('other');
  await other.start();
  page.typed('mine');
  other.typed('theirs');
  other.soon();
  await settle();
  page.soon();
  await settle();
  await page.takeTheirs();
  expect(page.value).toBe('theirs');
  expect(page.kept.map((draft) => draft.value)).toEqual(['mine']);
  const later = scene.machine('later');
  await later.start();
  expect(later.value).toBe('theirs');
  expect(later.kept.map((draft) => draft.value)).toEqual(['mine']);
});

test('the same text on both sides is no conflict', async () => {
  const other = scene.machine('other');
  await other.start();
  page.typed('same');
  other.typed('same');
  other.soon();
  await settle();
  page.soon();
  await settle();
  expect(page.theirs).toBeUndefined();
  expect(page.standing).toBe('saved');
});

test('a page that closed while the server was away is taken over by the next', async () => {
  scene.fault = () => ({ kind: 'unreachable' });
  page.typed('typed before the crash');
  await scene.tick();
  scene.fault = undefined;
  const next = scene.machine('next');
  await next.start();
  expect(next.value).toBe('typed before the crash');
  await settle();
  expect(text(scene.newest)).toBe('typed before the crash');
});

test("a living page's draft is its own", async () => {
  const living = scene.machine('living');
  await living.start();
  scene.fault = () => ({ kind: 'unreachable' });
  living.typed('not yours');
  await scene.tick();
  scene.fault = undefined;
  const next = scene.machine('next');
  await next.start();
  expect(next.value).toBe('');
});

test('an idle second page follows', async () => {
  const other = scene.machine('other');
  await other.start();
  page.typed('written here');
  await scene.tick();
  other.heard(scene.told.at(-1)!);
  expect(other.value).toBe('written here');
});

test('submitting saves first what is unsaved', async () => {
  page.typed('the last word');
  expect(await page.submit()).toBe(true);
  expect(page.standing).toBe('submitted');
  expect(scene.rows.map(text)).toEqual(['the last word', 'the last word']);
});

test('submitting over a newer text is refused', async () => {
  page.typed('old');
  await scene.tick();
  scene.rows.push(state({ sequence: 2, writeId: 'x', response: { kind: 'text', markdown: 'newer' } }));
  expect(await page.submit()).toBe(false);
  expect(page.standing).toBe('conflict');
  expect(scene.newest.submittedAt).toBeNull();
});

test('what comes after a submission elsewhere is set aside and shown', async () => {
  page.typed('first');
  await scene.tick();
  scene.rows.push({ ...scene.newest, submittedAt: 'now' });
  page.typed('first and more');
  await scene.tick();
  expect(page.standing).toBe('submitted');
  expect(page.value).toBe('first');
  expect(page.kept.map((draft) => draft.value)).toEqual(['first and more']);
});

test("someone else's session gets nothing of it", async () => {
  scene.fault = (_path, init) => (init.method ? { kind: 'refused', status: 412, body: { user: 'jun' } } : undefined);
  page.typed('secret');
  await scene.tick();
  expect(page.standing).toBe('other-user');
  expect(scene.rows).toEqual([]);
  expect(scene.drafts.size).toBe(1);
});

test('every write says whose words it bears, so that they are not sent in another name', async () => {
  const names: (string | undefined)[] = [];
  scene.fault = (_path, init) => {
    if (init.method) names.push(init.as);
    return undefined;
  };
  page.typed('mine');
  await scene.tick();
  await page.submit();
  await page.reveal();
  expect(names).toEqual(['mina', 'mina', 'mina']);
});

test('of two drafts of closed pages the newer goes on and the older is only kept to be read', async () => {
  scene.drafts.set('a', draft({ key: 'a', value: 'older words', at: 1 }));
  scene.drafts.set('b', draft({ key: 'b', value: 'newer words', at: 2 }));
  scene.drafts.set('c', draft({ key: 'c', value: 'newer words', at: 1 }));
  const next = scene.machine('next');
  await next.start();
  expect(text(scene.newest)).toBe('newer words');
  expect(next.kept.map((each) => each.value)).toEqual(['older words']);
  const later = scene.machine('later');
  await later.start();
  expect(later.value).toBe('newer words');
  expect(later.standing).toBe('saved');
  expect(later.kept.map((each) => each.value)).toEqual(['older words']);
});

test('what another page submitted meanwhile is shown, and the words of this one are kept', async () => {
  page.typed('mine');
  await scene.tick();
  scene.rows.push(
    state({ sequence: 2, writeId: 'x', response: { kind: 'text', markdown: 'other' }, submittedAt: 'now' }),
  );
  expect(await page.submit()).toBe(false);
  expect(page.standing).toBe('submitted');
  expect(page.value).toBe('other');
  expect(page.kept.map((each) => each.value)).toEqual(['mine']);
});

test('a submission that is refused says why', async () => {
  page.typed('mine');
  await scene.tick();
  scene.fault = (path) => (path.endsWith('/submission') ? { kind: 'refused', status: 400, body: { code: 'empty' } } : undefined);
  expect(await page.submit()).toBe(false);
  expect(page.submitFailed).toBe(true);
  expect(page.refusal).toBe('empty');
});

test('a submission whose receipt is lost is final when it is pressed again', async () => {
  page.typed('mine');
  await scene.tick();
  scene.rows.push({ ...scene.newest, submittedAt: 'now' });
  scene.fault = (path) => (path.endsWith('/submission') ? { kind: 'unreachable' } : undefined);
  expect(await page.submit()).toBe(false);
  scene.fault = undefined;
  expect(await page.submit()).toBe(true);
  expect(page.standing).toBe('submitted');
});

function draft(some: Partial<Draft>): Draft {
  return {
    key: '',
    slot: 'mina|c:q:1|q',
    writer: 'gone',
    base: 0,
    writeId: some.key ?? '',
    value: '',
    at: 0,
    sent: [],
    archived: false,
    ...some,
  };
}

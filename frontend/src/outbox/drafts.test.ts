// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { type Draft, drop, fresh, ofSlot, orphaned, put, writer } from './drafts';

function draft(some: Partial<Draft>): Draft {
  return {
    key: 'mina|c:q:1|q|page',
    slot: 'mina|c:q:1|q',
    writer: 'page',
    base: 0,
    writeId: 'w',
    value: 'words',
    at: 1,
    sent: [],
    archived: false,
    ...some,
  };
}

const SLOT = draft({}).slot;

beforeEach(async () => {
  localStorage.clear();
  for (const each of await ofSlot(SLOT)) await drop(each.key);
});

test('what localStorage lost is in IndexedDB', async () => {
  await put(draft({}));
  localStorage.clear();
  expect(await ofSlot(SLOT)).toEqual([draft({})]);
});

test('what IndexedDB never got is in localStorage', async () => {
  await put(draft({ at: 1, value: 'earlier' }));
  localStorage.setItem(`skipway-outbox|${draft({}).key}`, JSON.stringify(draft({ at: 2, value: 'later' })));
  expect((await ofSlot(SLOT)).map((each) => each.value)).toEqual(['later']);
});

test('a full localStorage loses nothing', async () => {
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await put(draft({ value: 'kept all the same' }));
  full.mockRestore();
  expect((await ofSlot(SLOT)).map((each) => each.value)).toEqual(['kept all the same']);
});

test('a damaged entry does not hide the others', async () => {
  localStorage.setItem(`skipway-outbox|${SLOT}|broken`, '{"key":');
  localStorage.setItem(`skipway-outbox|${SLOT}|whole`, JSON.stringify(draft({ key: `${SLOT}|whole` })));
  expect((await ofSlot(SLOT)).map((each) => each.key)).toEqual([`${SLOT}|whole`]);
});

test("another person's drafts, and another question's, stay where they are", async () => {
  await put(draft({ key: 'jun|c:q:1|q|page', slot: 'jun|c:q:1|q' }));
  await put(draft({ key: 'mina|c:q:1|qq|page', slot: 'mina|c:q:1|qq' }));
  expect(await ofSlot(SLOT)).toEqual([]);
});

test('what is dropped is gone from both', async () => {
  await put(draft({}));
  await drop(draft({}).key);
  expect(await ofSlot(SLOT)).toEqual([]);
});

test('where there are no locks, a draft that was touched just now has a living page', async () => {
  expect(await orphaned(draft({ at: Date.now() }))).toBe(false);
  expect(await orphaned(draft({ at: Date.now() - 60_000 }))).toBe(true);
  expect(await orphaned(draft({ at: Date.now(), writer }))).toBe(true);
});

test('where there are no locks, the page that this tab has left is gone at once', async () => {
  sessionStorage.clear();
  dispatchEvent(new Event('pagehide'));
  vi.resetModules();
  const reloaded = await import('./drafts');
  expect(await reloaded.orphaned(draft({ at: Date.now(), writer }))).toBe(true);
  expect(await reloaded.orphaned(draft({ at: Date.now() }))).toBe(false);
});

test('a database that never answers holds up nobody', async () => {
  vi.resetModules();
  vi.useFakeTimers();
  const silent = vi.spyOn(indexedDB, 'open').mockReturnValue({} as IDBOpenDBRequest);
  try {
    const page = await import('./drafts');
    const kept = page.put(draft({ value: 'kept in the other' }));
    await vi.advanceTimersByTimeAsync(4_000);
    await kept;
    expect((await page.ofSlot(SLOT)).map((each) => each.value)).toEqual(['kept in the other']);
  } finally {
    silent.mockRestore();
    vi.useRealTimers();
  }
});

test('a text has a name of its own outside a secure context too', () => {
  const secure = vi.spyOn(globalThis, 'crypto', 'get').mockReturnValue({} as Crypto);
  const names = new Set(Array.from({ length: 50 }, fresh));
  secure.mockRestore();
  expect(names.size).toBe(50);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(64);
});

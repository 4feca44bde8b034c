/** What was typed and is not yet known to be committed: one row per person, attempt, question and page load. */
export interface Draft {
  key: string;
  slot: string;
  writer: string;
  /** The newest sequence of the server on which it was written. */
  base: number;
  /** Names this text; the server takes the same one only once. */
  writeId: string;
  value: string;
  at: number;
  /** Write ids that were sent on this base and whose answer never came. */
  sent: string[];
  /** A text that lost a conflict: shown, never taken up again. */
  archived: boolean;
  /** It came when nothing was taken any more; the server keeps it too, aside. */
  late?: boolean;
}

const PREFIX = 'skipway-outbox|';
const STORE = 'draft';

/** What the browser's database is waited for: one that never answers must not hold up what is typed. */
const PATIENCE_MS = 4_000;

let opening: Promise<IDBDatabase> | undefined;

function patient<T>(start: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error('The database of the browser does not answer')), PATIENCE_MS);
    start(resolve, reject);
  });
}

function database(): Promise<IDBDatabase> {
  return (opening ??= patient((resolve, reject) => {
    const request = indexedDB.open('skipway-outbox', 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: 'key' }).createIndex('slot', 'slot');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  }));
}

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await database()).transaction(STORE, mode);
  return patient((resolve, reject) => {
    const request = work(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
  });
}

/**
 * Keeps a draft in both stores, because each loses what the other keeps: localStorage is written at once and survives a
 * closed tab, but not a killed browser; IndexedDB survives that, but not a tab that closes in mid-transaction.
 */
export async function put(draft: Draft): Promise<void> {
  attempt(() => localStorage.setItem(PREFIX + draft.key, JSON.stringify(draft)));
  await run('readwrite', (store) => store.put(draft)).catch(() => undefined);
}

export async function drop(key: string): Promise<void> {
  attempt(() => localStorage.removeItem(PREFIX + key));
  await run('readwrite', (store) => store.delete(key)).catch(() => undefined);
}

/** All drafts of a slot, the newer copy of each. */
export async function ofSlot(slot: string): Promise<Draft[]> {
  const all = new Map<string, Draft>();
  const kept = await run<Draft[]>('readonly', (store) => store.index('slot').getAll(slot)).catch(() => []);
  for (const draft of [...kept, ...local(slot)]) {
    if ((all.get(draft.key)?.at ?? -1) < draft.at) all.set(draft.key, draft);
  }
  return [...all.values()];
}

function local(slot: string): Draft[] {
  const found = attempt(() =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(`${PREFIX}${slot}|`))
      .flatMap((key) => parsed(localStorage.getItem(key))),
  );
  return found ?? [];
}

/** Of a storage that may be full or forbidden: then the other has it, or nothing was written there either. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

function parsed(text: string | null): Draft[] {
  try {
    return [JSON.parse(text ?? '') as Draft];
  } catch {
    return []; // Half an entry of a browser that died; the other store has it.
  }
}

/** Outside a secure context there is no randomUUID; time and chance name a text well enough. */
export function fresh(): string {
  return typeof crypto.randomUUID === 'function'
    ? crypto.randomUUID()
    : `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}-${Math.random().toString(36).slice(2)}`;
}

/** One per page load; never in sessionStorage, which a duplicated tab copies. Held as a lock while the page lives. */
export const writer = fresh();
const locks: LockManager | undefined = globalThis.navigator?.locks;
locks?.request(`skipway-writer-${writer}`, () => new Promise(() => undefined));

/** The page that this tab left for this one; a duplicated tab copies none that lives. */
const LEFT = 'skipway-left';
const left = attempt(() => sessionStorage.getItem(LEFT));
globalThis.addEventListener?.('pagehide', () => attempt(() => sessionStorage.setItem(LEFT, writer)));

/** Whether the page that wrote a draft is gone, so that this page may take it over. */
export async function orphaned(draft: Draft): Promise<boolean> {
  if (draft.writer === writer || draft.writer === left) return true;
  if (!locks) return Date.now() - draft.at > 10_000;
  const held = (await locks.query()).held ?? [];
  return !held.some((lock) => lock.name === `skipway-writer-${draft.writer}`);
}

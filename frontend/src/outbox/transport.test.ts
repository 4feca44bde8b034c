// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';

interface Asked {
  path: string;
  method: string;
  token: string | undefined;
}

let asked: Asked[];
let signedIn: string | undefined;
let token: string;
let answer: () => Response;
let request: typeof import('./transport').request;

/** A server with sessions: a write with a token that is not the newest is answered 403, one of nobody 401. */
beforeEach(async () => {
  asked = [];
  signedIn = 'mina';
  token = 't1';
  answer = () => Response.json({ fine: true });
  vi.resetModules();
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    asked.push({ path, method: init.method ?? 'GET', token: headers['X-CSRF-TOKEN'] });
    if (!signedIn) return new Response(null, { status: 401 });
    if (path === 'api/session') return Response.json({ user: signedIn, header: 'X-CSRF-TOKEN', token });
    if (init.method === 'POST' && headers['X-CSRF-TOKEN'] !== token) return new Response(null, { status: 403 });
    return answer();
  });
  request = (await import('./transport')).request;
});

const write = () => request('api/x', { method: 'POST', body: { a: 1 }, as: 'mina' });
const writes = () => asked.filter((each) => each.path === 'api/x');

test('a write bears the token of the session, which is asked for once', async () => {
  expect(await write()).toEqual({ kind: 'ok', status: 200, body: { fine: true } });
  await write();
  expect(asked.map((each) => each.path)).toEqual(['api/session', 'api/x', 'api/x']);
  expect(writes()[0]?.token).toBe('t1');
});

test('after a new sign-in the stale token is renewed and the write sent again', async () => {
  await write();
  token = 't2';
  expect((await write()).kind).toBe('ok');
  expect(writes().map((each) => each.token)).toEqual(['t1', 't1', 't2']);
});

test('who is signed out is told so, and is back with the next sign-in', async () => {
  await write();
  signedIn = undefined;
  expect(await write()).toEqual({ kind: 'signed-out' });
  signedIn = 'mina';
  token = 't3';
  expect((await write()).kind).toBe('ok');
});

test("one's words are not sent while someone else is signed in", async () => {
  signedIn = 'jun';
  expect(await write()).toEqual({ kind: 'refused', status: 412, body: { user: 'jun' } });
  expect(writes()).toEqual([]);
  signedIn = 'mina';
  token = 't2';
  expect((await write()).kind).toBe('ok');
});

test('after someone else signed in, the words that the old token got refused are not sent again', async () => {
  await write();
  signedIn = 'jun';
  token = 't2';
  expect((await write()).kind).toBe('refused');
  expect(writes().map((each) => each.token)).toEqual(['t1', 't1']);
});

test('a refusal bears its reason', async () => {
  answer = () => Response.json({ code: 'too-long' }, { status: 413 });
  expect(await write()).toEqual({ kind: 'refused', status: 413, body: { code: 'too-long' } });
});

test('what is no answer of ours is none: a broken server, a page of a proxy, a cut line', async () => {
  answer = () => new Response('down', { status: 502 });
  expect((await write()).kind).toBe('unreachable');
  answer = () => new Response('<html>Welcome to the hotel</html>');
  expect((await write()).kind).toBe('unreachable');
  answer = () => {
    throw new TypeError('Failed to fetch');
  };
  expect((await write()).kind).toBe('unreachable');
});

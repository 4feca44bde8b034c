import { language } from '../ui/language';

/** What became of a request. `unreachable` may be tried again; `refused` bears the server's reason. */
export type Reply =
  | { kind: 'ok'; status: number; body: any }
  | { kind: 'signed-out' }
  | { kind: 'unreachable' }
  | { kind: 'refused'; status: number; body: any };

export interface Init {
  method?: string;
  body?: unknown;
  /** Sent as it is instead of a body. */
  file?: Blob;
  /** Lets a small request outlive its page. */
  keepalive?: boolean;
  /** Whose words these are; they are not sent while someone else is signed in. */
  as?: string;
}

interface Session {
  user: string;
  header: string;
  token: string;
}

const PATIENCE_MS = 10_000;

let session: Session | undefined;

/** Asks anew who is signed in; after a restart or a new sign-in the old token is worth nothing. */
async function renew(): Promise<Session | 'signed-out'> {
  const answer = await call('api/session', {});
  if (answer.status === 401 || answer.status === 403) return 'signed-out';
  if (!answer.ok) throw new Error(`session: ${answer.status}`);
  return (await answer.json()) as Session;
}

function call(path: string, init: RequestInit): Promise<Response> {
  return fetch(path, {
    credentials: 'same-origin',
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
    ...init,
    headers: { 'Skipway-Language': language(), ...init.headers },
  });
}

/** One request to our own endpoints. A 401 or 403 fetches a new token and tries once more. */
export async function request(path: string, init: Init = {}): Promise<Reply> {
  try {
    for (let again = false; ; again = true) {
      if (init.method && (!session || again)) {
        const now = await renew();
        if (now === 'signed-out') {
          session = undefined;
          return { kind: 'signed-out' };
        }
        session = now;
      }
      if (init.method && init.as && session && session.user !== init.as) {
        const user = session.user;
        // Asked anew the next time: perhaps its owner is back by then.
        session = undefined;
        return { kind: 'refused', status: 412, body: { user } };
      }
      const answer = await call(path, {
        method: init.method ?? 'GET',
        keepalive: init.keepalive ?? false,
        ...(init.method && session
          ? { headers: { 'Content-Type': init.file ? 'text/csv' : 'application/json', [session.header]: session.token } }
          : {}),
        ...(init.file ? { body: init.file } : init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
      });
      if (answer.status === 401 && (again || !init.method)) return { kind: 'signed-out' };
      if ((answer.status === 401 || answer.status === 403) && init.method && !again) continue;
      if (answer.status >= 500) return { kind: 'unreachable' };
      const text = await answer.text();
      const body = text ? JSON.parse(text) : undefined;
      return answer.ok
        ? { kind: 'ok', status: answer.status, body }
        : { kind: 'refused', status: answer.status, body };
    }
  } catch {
    return { kind: 'unreachable' };
  }
}

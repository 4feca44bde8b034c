import type { Draft } from '../outbox/drafts';
import type { Init, Reply } from '../outbox/transport';
import { AnswerMachine, type Heard, type World } from './answer-machine';
import type { AnswerState } from './answer-state';

/** A server that appends by sequence, and a browser whose clock the test moves. */
export class Scene {
  rows: AnswerState[] = [];
  drafts = new Map<string, Draft>();
  told: Heard[] = [];
  /** Every response that was sent, also those that were refused. */
  sent: AnswerState['response'][] = [];
  timers: { work: () => void; ms: number }[] = [];
  fault: ((path: string, init: Init) => Reply | undefined) | undefined;
  loseNextReceipt = false;
  private named = 0;

  get newest(): AnswerState {
    return this.rows.at(-1) ?? state({});
  }

  world(writer: string): World {
    return {
      writer,
      request: async (path, init = {}) => {
        const fault = this.fault?.(path, init);
        if (fault) return fault;
        return init.method ? this.post(path, init.body as Body) : { kind: 'ok', status: 200, body: this.newest };
      },
      drafts: {
        put: async (draft) => void this.drafts.set(draft.key, structuredClone(draft)),
        drop: async (key) => void this.drafts.delete(key),
        ofSlot: async (slot) => [...this.drafts.values()].filter((draft) => draft.slot === slot),
        orphaned: async (draft) => draft.writer !== 'living',
      },
      fresh: () => `id${this.named++}`,
      tell: (message) => void this.told.push(message),
      later: (work, ms) => {
        const timer = { work, ms };
        this.timers.push(timer);
        return () => void (this.timers = this.timers.filter((each) => each !== timer));
      },
      changed: () => undefined,
    };
  }

  private post(path: string, body: Body): Reply {
    if (path.endsWith('/submission')) {
      if (this.newest.sequence !== body.base) return { kind: 'refused', status: 409, body: this.newest };
      this.rows.push({ ...this.newest, submittedAt: 'now' });
      return { kind: 'ok', status: 200, body: this.newest };
    }
    this.sent.push(body.response);
    if (this.newest.submittedAt) return { kind: 'refused', status: 410, body: this.newest };
    const again = this.rows.find((row) => row.writeId === body.writeId);
    if (!again && body.base !== this.newest.sequence) return { kind: 'refused', status: 409, body: this.newest };
    if (!again) {
      this.rows.push(
        state({ sequence: this.newest.sequence + 1, writeId: body.writeId, response: body.response, savedAt: 'now' }),
      );
    }
    if (this.loseNextReceipt) {
      this.loseNextReceipt = false;
      return { kind: 'unreachable' };
    }
    return { kind: 'ok', status: 200, body: this.newest };
  }

  /** Lets every timer that is set now run, and what follows from it settle. */
  async tick(): Promise<void> {
    for (const timer of this.timers.splice(0)) timer.work();
    await settle();
  }

  machine(writer = 'page'): AnswerMachine {
    return new AnswerMachine(
      { user: 'mina', attempt: 'c:q:1', question: 'q', kind: 'essay' },
      this.world(writer),
    );
  }
}

interface Body {
  base: number;
  writeId: string;
  response: AnswerState['response'];
}

export function state(some: Partial<AnswerState>): AnswerState {
  return {
    attempt: 'c:q:1',
    sequence: 0,
    writeId: '',
    response: null,
    savedAt: null,
    hash: '',
    submittedAt: null,
    feedback: null,
    key: null,
    nextAttempt: null,
    first: null,
    mark: null,
    waiting: false,
    solutions: null,
    measured: null,
    repaired: null,
    follows: null,
    number: null,
    judged: null,
    answer: null,
    ...some,
  };
}

export const settle = () => new Promise((resolve) => setTimeout(resolve));
export const text = (value: AnswerState) => (value.response?.kind === 'text' ? value.response.markdown : '');

import type { Init, Reply } from '../outbox/transport';
import { ServerClock } from './server-clock';

/** A sitting as the server tells it; see the endpoint in the room `learn`. */
export interface SittingState {
  user: string;
  now: string;
  endsAt: string | null;
  /** The end of the grace, in which what was typed before the deadline may still arrive. */
  closesAt: string | null;
  seconds: number | null;
  usual: number | null;
  section: number;
  submittedAt: string | null;
  endedBy: 'student' | 'server' | 'staff' | null;
  settled: boolean;
  flags: string[];
  announcements: Announcement[];
}

export interface Announcement {
  id: string;
  words: string;
  at: string;
}

/** What the machine needs of the world; a test gives its own. */
export interface SittingWorld {
  request(path: string, init?: Init): Promise<Reply>;
  /** Milliseconds that no setting of a clock changes. */
  monotonic(): number;
  /** The client's clock, which is only asked whether the machine slept. */
  wall(): number;
  visible(): boolean;
  later(work: () => void, ms: number): () => void;
  changed(): void;
}

/** `over` is after the deadline, while the server has not ended it yet; `ended` before all is marked. */
export type Phase = 'loading' | 'open' | 'over' | 'ended' | 'settled';
export type Connection = 'fine' | 'lost' | 'signed-out' | 'other-user';
export type Submitted = { kind: 'done' } | { kind: 'newer'; questions: string[] } | { kind: 'failed' };

const TICK_MS = 1_000;
const POLL_MS = 15_000;
const HIDDEN_MS = 30_000;
const LOST_MS = 5_000;
const SOON_MS = 2_000;
const SETTLED_MS = 60_000;
const SLEPT_MS = 2_000;
const MINUTE_MS = 60_000;
const WARNINGS = [10, 5, 1];

/** Follows a sitting by polls that hold up nobody: its time by the server's clock, its end, flags and announcements. */
export class SittingMachine {
  state: SittingState | undefined;
  connection: Connection = 'fine';
  /** Whether a connection that was lost is back; until the next change of it. */
  back = false;
  /** The minutes of which is warned; undefined before the first, and after more time was given. */
  warning: number | undefined;
  announcements: Announcement[] = [];
  /** Those that came while the page was open and were not put away. */
  fresh: Announcement[] = [];

  private readonly clock: ServerClock;
  private readonly wanted = new Map<string, boolean>();
  private cancelPoll: (() => void) | undefined;
  private cancelTick: (() => void) | undefined;
  private polling = false;
  private stopped = false;
  private phaseBefore: Phase = 'loading';
  private slip: number | undefined;
  private endBefore: string | null | undefined;
  private reached = Infinity;
  /** When something that was done here was last acknowledged. */
  private doneAt = -Infinity;

  constructor(
    private readonly place: { user: string; token: string },
    private readonly world: SittingWorld,
  ) {
    this.clock = new ServerClock(() => world.monotonic());
  }

  start(): void {
    void this.poll();
    this.tick();
  }

  stop(): void {
    this.stopped = true;
    this.cancelPoll?.();
    this.cancelTick?.();
  }

  get phase(): Phase {
    const { state } = this;
    if (!state) return 'loading';
    if (state.submittedAt) return state.settled ? 'settled' : 'ended';
    return (this.remaining ?? 1) > 0 ? 'open' : 'over';
  }

  /** Milliseconds until the deadline; undefined where there is none. */
  get remaining(): number | undefined {
    const { state, clock } = this;
    return state?.endsAt && clock.known ? Date.parse(state.endsAt) - clock.now() : undefined;
  }

  flagged(question: string): boolean {
    return this.wanted.get(question) ?? !!this.state?.flags.includes(question);
  }

  /** Shown at once, and sent until it is taken. */
  async flag(question: string, on: boolean): Promise<void> {
    this.wanted.set(question, on);
    this.world.changed();
    await this.sendFlags();
  }

  putAway(): void {
    this.fresh = [];
    this.world.changed();
  }

  /** The network, the person or the page is back: ask at once. */
  soon(): void {
    void this.poll();
  }

  private get path(): string {
    return `api/sittings/${encodeURIComponent(this.place.token)}`;
  }

  private async poll(): Promise<void> {
    if (this.polling || this.stopped) return;
    this.polling = true;
    this.cancelPoll?.();
    const sent = this.world.monotonic();
    const reply = await this.world.request(this.path);
    this.polling = false;
    if (this.stopped) return;
    this.take(reply, sent);
    if (this.connection === 'fine' && this.wanted.size) await this.sendFlags();
    if (!this.stopped) this.cancelPoll = this.world.later(() => void this.poll(), this.wait());
  }

  private wait(): number {
    if (this.connection === 'lost') return LOST_MS;
    const { phase } = this;
    if (phase === 'over' || phase === 'ended') return SOON_MS;
    if (phase === 'settled') return SETTLED_MS;
    return this.world.visible() ? POLL_MS : HIDDEN_MS;
  }

  private take(reply: Reply, sent: number): void {
    const before = this.connection;
    const state = reply.kind === 'ok' ? (reply.body as SittingState) : undefined;
    if (reply.kind === 'unreachable') this.connection = 'lost';
    else if (reply.kind === 'signed-out') this.connection = 'signed-out';
    else if (!state || state.user !== this.place.user) this.connection = 'other-user';
    else {
      this.connection = 'fine';
      this.clock.sample(state.now, sent);
      this.hear(state.announcements);
      // It was asked before what was done since, and may have been read before that.
      if (sent >= this.doneAt) this.adopt(state);
    }
    if (before !== this.connection) this.back = this.connection === 'fine';
    this.world.changed();
  }

  private adopt(state: SittingState): void {
    this.state = state;
    if (state.endsAt !== this.endBefore) {
      // Of what was past already when the page was opened, or more time was given, nobody is warned.
      this.endBefore = state.endsAt;
      this.reached = this.due;
      this.warning = undefined;
    }
    this.warn();
  }

  /** Only a poll tells announcements. */
  private hear(told: Announcement[]): void {
    const known = new Set(this.announcements.map(({ id }) => id));
    const heard = told.filter(({ id }) => !known.has(id));
    this.announcements = [...this.announcements, ...heard];
    if (this.state) this.fresh = [...this.fresh, ...heard];
  }

  /** The smallest of the warnings for which it is time, or past time. */
  private get due(): number {
    const left = this.remaining ?? Infinity;
    return WARNINGS.filter((minutes) => left <= minutes * MINUTE_MS).at(-1) ?? Infinity;
  }

  private warn(): void {
    const { due, phase } = this;
    if (phase !== 'open' || due >= this.reached) return;
    this.reached = due;
    this.warning = due;
  }

  private tick(): void {
    if (this.stopped) return;
    this.cancelTick = this.world.later(() => this.tick(), TICK_MS);
    const slip = this.world.wall() - this.world.monotonic();
    // Some machines stop the monotonic time while they sleep.
    if (this.slip !== undefined && Math.abs(slip - this.slip) > SLEPT_MS) this.soon();
    this.slip = slip;
    this.warn();
    const { phase } = this;
    if (phase !== this.phaseBefore && phase === 'over') this.soon();
    this.phaseBefore = phase;
    this.world.changed();
  }

  private async sendFlags(): Promise<void> {
    for (const [question, on] of this.wanted) {
      const reply = await this.post(`flags/${encodeURIComponent(question)}`, { on });
      if (reply.kind !== 'ok') return;
      if (this.wanted.get(question) === on) this.wanted.delete(question);
      this.done(reply);
    }
  }

  /** Leaves a section; resolves to whether it is left. */
  async advance(from: number): Promise<boolean> {
    const reply = await this.post('section', { from });
    if (reply.kind === 'ok') this.done(reply);
    return reply.kind === 'ok';
  }

  /** Ends the sitting, where `bases` has the newest sequence of every question. */
  async submit(bases: Record<string, number>): Promise<Submitted> {
    const reply = await this.post('submission', { bases });
    if (reply.kind === 'ok') {
      this.done(reply);
      this.soon();
      return { kind: 'done' };
    }
    if (reply.kind === 'refused' && reply.status === 409) return { kind: 'newer', questions: reply.body.newer };
    return { kind: 'failed' };
  }

  private post(what: string, body: object): Promise<Reply> {
    const { user } = this.place;
    return this.world.request(`${this.path}/${what}`, { method: 'POST', as: user, body: { user, ...body } });
  }

  private done(reply: Reply & { kind: 'ok' }): void {
    this.doneAt = this.world.monotonic();
    this.adopt(reply.body as SittingState);
    this.world.changed();
  }
}

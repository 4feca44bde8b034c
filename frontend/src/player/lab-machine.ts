import type { Init, Reply } from '../outbox/transport';
import { Replay } from './lab-replay';
import type { Measurement, Refusal, Run, Settings, Verification } from './lab-types';
import { Verifying } from './lab-verify';

/** What the machine needs of the world; a test gives its own. */
export interface LabWorld {
  request(path: string, init?: Init): Promise<Reply>;
  later(work: () => void, ms: number): () => void;
  changed(): void;
}

/** The first curve is looked for at once; each look that follows waits twice as long, up to these. */
const FIRST_POLL_MS = 30;
const POLL_MS = 250;
const SLOW_POLL_MS = 1_000;
/** Long enough that a hand that drags asks some thirty times a second, short enough to look immediate. */
const EXPLORE_PAUSE_MS = 20;
/** An exploration that takes longer is overtaken by the next; else that waits for its answer, so none pile up. */
const OVERTAKE_MS = 250;
const RETRY_MS = 2_000;

/**
 * One lab: its settings, what was explored with them, and the run that is followed. Exploring stores nothing and the
 * newest wins; a run is followed by the sequence of its measurements, so that a reload or a second viewer loses nothing.
 */
export class LabMachine {
  settings: Settings;
  /** What the settings would show; not stored. */
  preview: Measurement | undefined;
  run: Run | undefined;
  measurements: Measurement[] = [];
  refusal: Refusal | undefined;
  exploring = false;
  starting = false;
  /** Index into the measurements; the newest while a run lives. */
  shown = 0;

  private last = 0;
  private explored = 0;
  /** The newest exploration that was answered, or that no longer counts. */
  private answered = 0;
  private started = 0;
  private patience = FIRST_POLL_MS;
  private abandoned = 0;
  private readonly replaying: Replay;
  private readonly checking: Verifying;
  private cancelRetry: (() => void) | undefined;
  private cancelExplore: (() => void) | undefined;
  private cancelPoll: (() => void) | undefined;
  private followed = 0;

  constructor(
    settings: Settings,
    private readonly world: LabWorld,
    private readonly explores = true,
  ) {
    this.settings = { ...settings };
    this.replaying = new Replay(world, (reply) => this.refused(reply));
    this.checking = new Verifying(world, (reply) => this.refused(reply));
  }

  get replay(): Run | undefined {
    return this.replaying.run;
  }

  /** Undefined before it is asked for, null while it is computed. */
  get verification(): Verification | null | undefined {
    return this.checking.found;
  }

  get living(): boolean {
    return this.starting || (this.run !== undefined && unfinished(this.run));
  }

  get current(): Measurement | undefined {
    return this.preview ?? this.measurements[this.shown];
  }

  stop() {
    this.forgetExploring();
    this.cancelPoll?.();
    this.cancelRetry?.();
    this.replaying.stop();
    this.checking.stop();
    this.started++;
    this.followed++;
  }

  set(name: string, value: string | number) {
    this.take({ ...this.settings, [name]: value });
  }

  /** Takes other settings and shows at once what they would give. */
  take(settings: Settings) {
    this.settings = { ...settings };
    this.refusal = undefined;
    if (this.run && this.measurements.length > 0 && same(this.run.experiment, settings)) {
      // What is stored is better than a preview, and an older exploration must not cover it.
      this.forgetExploring();
      this.preview = undefined;
    } else if (!this.explores) {
      // Another setting's result would be taken for this one's.
      this.run = undefined;
      this.measurements = [];
    } else if (this.cancelExplore === undefined) {
      // Not put off by the next move: the curve follows the hand while it moves.
      this.exploreIn(this.exploring ? OVERTAKE_MS : EXPLORE_PAUSE_MS);
    }
    this.world.changed();
  }

  private exploreIn(ms: number) {
    this.cancelExplore = this.world.later(() => {
      this.cancelExplore = undefined;
      void this.explore();
    }, ms);
  }

  private forgetExploring() {
    this.cancelExplore?.();
    this.cancelExplore = undefined;
    this.answered = this.explored;
    this.exploring = false;
  }

  private async explore(): Promise<void> {
    const mine = ++this.explored;
    this.exploring = true;
    this.world.changed();
    const reply = await this.world.request('api/explore', { method: 'POST', body: { experiment: this.settings } });
    if (mine <= this.answered) return;
    const newest = mine === this.explored;
    if (newest) this.exploring = false;
    if (reply.kind === 'ok') {
      this.answered = mine;
      this.preview = (reply.body.measurements as Measurement[])[0];
      this.refusal = undefined;
    } else if (newest) {
      this.refused(reply, true);
      if (reply.kind === 'unreachable' && this.cancelExplore === undefined) this.exploreIn(RETRY_MS);
    }
    this.world.changed();
    if (this.cancelExplore !== undefined && reply.kind === 'ok') {
      this.cancelExplore();
      this.cancelExplore = undefined;
      await this.explore();
    }
  }

  async start(): Promise<void> {
    this.forgetExploring();
    this.refusal = undefined;
    this.starting = true;
    this.world.changed();
    await this.ask(++this.started, { ...this.settings });
  }

  /** Asks for a run until the server can be reached; asking twice is harmless, for it is the same digest. */
  private async ask(mine: number, settings: Settings): Promise<void> {
    const reply = await this.world.request('api/runs', { method: 'POST', body: { experiment: settings } });
    if (mine !== this.started) {
      const unwanted = mine === this.abandoned && !this.living;
      if (unwanted && reply.kind === 'ok' && unfinished(reply.body as Run)) await this.cancelRun((reply.body as Run).id);
      return;
    }
    if (reply.kind === 'unreachable') {
      this.refused(reply, true);
      this.retry(() => this.ask(mine, settings));
      return;
    }
    this.starting = false;
    if (reply.kind === 'ok') {
      this.preview = undefined;
      this.refusal = undefined;
      const run = reply.body as Run;
      // The answer may hold only the row; its measurements are asked for from the first on.
      this.follow({ ...run, measurements: [], last: 0 });
    } else {
      this.refused(reply, true);
      this.world.changed();
    }
  }

  private retry(work: () => Promise<void>) {
    this.cancelRetry = this.world.later(() => void work(), RETRY_MS);
    this.world.changed();
  }

  /** Shows a stored run as evidence. */
  async show(run: string): Promise<void> {
    const mine = ++this.started;
    const reply = await this.world.request(`api/runs/${run}?after=0`);
    if (mine !== this.started) return;
    if (reply.kind === 'ok') {
      const found = reply.body as Run;
      this.settings = { ...found.experiment };
      this.refusal = undefined;
      this.follow({ ...found, measurements: [], last: 0 });
    } else {
      this.refused(reply, true);
      if (reply.kind === 'unreachable') this.retry(() => this.show(run));
      this.world.changed();
    }
  }

  private follow(run: Run) {
    this.cancelPoll?.();
    this.checking.forget();
    this.run = run;
    this.measurements = [];
    this.last = 0;
    this.shown = 0;
    this.patience = FIRST_POLL_MS;
    void this.poll(++this.followed);
  }

  private async poll(mine: number): Promise<void> {
    const run = this.run;
    if (!run) return;
    const reply = await this.world.request(`api/runs/${run.id}?after=${this.last}`);
    if (mine !== this.followed) return;
    if (reply.kind === 'ok') {
      const now = reply.body as Run;
      const newest = this.shown >= this.measurements.length - 1;
      this.measurements.push(...now.measurements.map((entry) => entry.value));
      this.last = now.last;
      this.run = now;
      if (newest) this.shown = Math.max(0, this.measurements.length - 1);
      // What else is said, of a Cancel that was not taken, stays until the person acts.
      if (this.refusal?.code === 'retrying') this.refusal = undefined;
    } else {
      this.refused(reply, true);
      if (reply.kind !== 'unreachable') this.run = undefined;
    }
    this.world.changed();
    if (reply.kind === 'unreachable' || this.living) {
      const longest = this.run?.state === 'QUEUED' ? SLOW_POLL_MS : POLL_MS;
      const pause = reply.kind === 'unreachable' ? SLOW_POLL_MS : Math.min(longest, this.patience);
      this.patience *= 2;
      this.cancelPoll = this.world.later(() => void this.poll(mine), pause);
    }
  }

  async cancel(): Promise<void> {
    if (this.starting) {
      // It has no name yet; what comes of it is cancelled when it has.
      this.abandoned = this.started++;
      this.cancelRetry?.();
      this.starting = false;
      this.refusal = undefined;
    } else if (this.run) await this.cancelRun(this.run.id);
    this.world.changed();
  }

  private async cancelRun(id: string): Promise<void> {
    const reply = await this.world.request(`api/runs/${id}/cancel`, { method: 'POST', body: {} });
    if (reply.kind !== 'ok') this.refused(reply);
  }

  /** Computes the shown run again and compares. */
  async again(): Promise<void> {
    this.refusal = undefined;
    if (this.run) await this.replaying.start(this.run.id);
  }

  /** Has DL4J compute some of the shown run beside it. */
  async verify(): Promise<void> {
    this.refusal = undefined;
    if (this.run) await this.checking.start(this.run.id);
  }

  pick(index: number) {
    this.shown = Math.min(Math.max(0, index), this.measurements.length - 1);
    this.world.changed();
  }

  private refused(reply: Reply, retrying = false) {
    if (reply.kind === 'refused') {
      const code = reply.body?.code ?? String(reply.status);
      if (code !== 'superseded') this.refusal = { code, details: reply.body?.details ?? {} };
    } else if (reply.kind !== 'ok') {
      this.refusal = { code: reply.kind === 'unreachable' && retrying ? 'retrying' : reply.kind, details: {} };
    }
  }
}

/** Whether two settings have equal values. */
export function same(one: Settings, other: Settings): boolean {
  return Object.keys(other).every((name) => one[name] === other[name]);
}

function unfinished({ state }: Run): boolean {
  return state === 'QUEUED' || state === 'RUNNING';
}

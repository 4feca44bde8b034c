import type { Init, Reply } from '../outbox/transport';
import type { Measurement, Refusal, Run, Settings } from './lab-types';

/** What the machine needs of the world; a test gives its own. */
export interface LabWorld {
  request(path: string, init?: Init): Promise<Reply>;
  later(work: () => void, ms: number): () => void;
  changed(): void;
}

const POLL_MS = 250;
const SLOW_POLL_MS = 1_000;
const EXPLORE_PAUSE_MS = 60;

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
  replay: Run | undefined;
  refusal: Refusal | undefined;
  exploring = false;
  starting = false;
  /** Index into the measurements; the newest while a run lives. */
  shown = 0;

  private last = 0;
  private explored = 0;
  private cancelExplore: (() => void) | undefined;
  private cancelPoll: (() => void) | undefined;
  private followed = 0;

  constructor(
    settings: Settings,
    private readonly world: LabWorld,
  ) {
    this.settings = { ...settings };
  }

  get living(): boolean {
    return this.starting || this.run?.state === 'QUEUED' || this.run?.state === 'RUNNING';
  }

  get current(): Measurement | undefined {
    return this.preview ?? this.measurements[this.shown];
  }

  stop() {
    this.cancelExplore?.();
    this.cancelPoll?.();
    this.followed++;
  }

  set(name: string, value: string | number) {
    this.take({ ...this.settings, [name]: value });
  }

  /** Takes other settings and shows at once what they would give. */
  take(settings: Settings) {
    this.settings = { ...settings };
    this.refusal = undefined;
    this.cancelExplore?.();
    if (this.run && this.measurements.length > 0 && same(this.run.experiment, settings)) {
      // What is stored is better than a preview, and an older exploration must not cover it.
      this.explored++;
      this.exploring = false;
      this.preview = undefined;
    } else {
      this.cancelExplore = this.world.later(() => void this.explore(), EXPLORE_PAUSE_MS);
    }
    this.world.changed();
  }

  private async explore(): Promise<void> {
    const mine = ++this.explored;
    this.exploring = true;
    this.world.changed();
    const reply = await this.world.request('api/explore', { method: 'POST', body: { experiment: this.settings } });
    if (mine !== this.explored) return;
    this.exploring = false;
    if (reply.kind === 'ok') this.preview = (reply.body.measurements as Measurement[])[0];
    else this.refused(reply);
    this.world.changed();
  }

  async start(): Promise<void> {
    this.cancelExplore?.();
    this.explored++;
    this.exploring = false;
    this.refusal = undefined;
    this.starting = true;
    this.world.changed();
    const reply = await this.world.request('api/runs', { method: 'POST', body: { experiment: this.settings } });
    this.starting = false;
    if (reply.kind === 'ok') {
      this.preview = undefined;
      const run = reply.body as Run;
      // The answer may hold only the row; its measurements are asked for from the first on.
      this.follow({ ...run, measurements: [], last: 0 });
    } else {
      this.refused(reply);
      this.world.changed();
    }
  }

  /** Shows a stored run as evidence. */
  async show(run: string): Promise<void> {
    const reply = await this.world.request(`api/runs/${run}?after=0`);
    if (reply.kind === 'ok') {
      const found = reply.body as Run;
      this.settings = { ...found.experiment };
      this.follow({ ...found, measurements: [], last: 0 });
    } else {
      this.refused(reply);
      this.world.changed();
    }
  }

  private follow(run: Run) {
    this.cancelPoll?.();
    this.run = run;
    this.measurements = [];
    this.last = 0;
    this.shown = 0;
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
      this.refusal = undefined;
    } else if (reply.kind !== 'unreachable') {
      this.refused(reply);
      this.run = undefined;
    }
    this.world.changed();
    const unfinished = reply.kind === 'unreachable' || this.living;
    if (unfinished) {
      const pause = reply.kind === 'unreachable' || this.run?.state === 'QUEUED' ? SLOW_POLL_MS : POLL_MS;
      this.cancelPoll = this.world.later(() => void this.poll(mine), pause);
    }
  }

  async cancel(): Promise<void> {
    if (!this.run) return;
    const reply = await this.world.request(`api/runs/${this.run.id}/cancel`, { method: 'POST', body: {} });
    if (reply.kind !== 'ok') this.refused(reply);
    this.world.changed();
  }

  /** Computes the shown run again and compares. */
  async again(): Promise<void> {
    if (!this.run) return;
    const reply = await this.world.request(`api/runs/${this.run.id}/replay`, { method: 'POST', body: {} });
    if (reply.kind !== 'ok') {
      this.refused(reply);
      this.world.changed();
      return;
    }
    this.replay = reply.body as Run;
    this.world.changed();
    await this.followReplay();
  }

  private async followReplay(): Promise<void> {
    const replay = this.replay;
    if (!replay) return;
    const reply = await this.world.request(`api/runs/${replay.id}?after=0`);
    if (reply.kind === 'ok') this.replay = reply.body as Run;
    this.world.changed();
    if (this.replay?.state === 'QUEUED' || this.replay?.state === 'RUNNING' || reply.kind === 'unreachable') {
      this.world.later(() => void this.followReplay(), SLOW_POLL_MS / 2);
    }
  }

  pick(index: number) {
    this.shown = Math.min(Math.max(0, index), this.measurements.length - 1);
    this.world.changed();
  }

  private refused(reply: Reply) {
    if (reply.kind === 'refused') {
      const code = reply.body?.code ?? String(reply.status);
      if (code !== 'superseded') this.refusal = { code, details: reply.body?.details ?? {} };
    } else if (reply.kind !== 'ok') {
      this.refusal = { code: reply.kind, details: {} };
    }
  }
}

/** Whether two settings have equal values. */
export function same(one: Settings, other: Settings): boolean {
  return Object.keys(other).every((name) => one[name] === other[name]);
}

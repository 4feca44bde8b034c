import type { Draft } from '../outbox/drafts';
import type { Init, Reply } from '../outbox/transport';
import { AnswerDrafts, type Shelf } from './answer-drafts';
import { type AnswerState, type Kind, type Standing, certainResponseOf, responseOf, valueOf } from './answer-state';
import { parted, whole } from './certainty';

/** What the machine needs of the world; a test gives its own. */
export interface World extends Shelf {
  request(path: string, init?: Init): Promise<Reply>;
  /** Tells other pages of this browser. */
  tell(message: Heard): void;
  later(work: () => void, ms: number): () => void;
  changed(): void;
}

export interface Heard {
  hello?: boolean;
  slot?: string;
  from?: string;
  state?: AnswerState;
}

export interface Place {
  user: string;
  attempt: string;
  question: string;
  kind: Kind;
  /** A part of a quiz: what comes after its end is sent nevertheless, for the server to keep it as late. */
  quiz?: boolean;
  /** Given with its certainty. */
  certain?: boolean;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 8_000;
const PAUSE_MS = 700;
/** Browsers refuse keepalive bodies above 64 KiB in all. */
const KEEPALIVE_CHARACTERS = 15_000;

/**
 * Saves one answer and loses none. What is typed is a draft in the browser at once; it goes to the server from the first
 * unsaved key on, one request at a time, each upon the sequence that this page has seen. A refusal that names a text of
 * this page is its own lost receipt; any other newer text is a conflict, and the person chooses.
 */
export class AnswerMachine {
  value = '';
  standing: Standing = 'loading';
  /** No typing before the kept or the committed text is there. */
  ready = false;
  server: AnswerState | undefined;
  /** A newer text on the server that this page did not write. */
  theirs: AnswerState | undefined;
  refusal = '';
  submitting = false;
  submitFailed = false;
  /** Takes no more typing. */
  locked = false;

  private base = 0;
  private writeId = '';
  private sent: string[] = [];
  private dirty = false;
  private inFlight = false;
  private stopped = false;
  private wait = FIRST_WAIT_MS;
  private cancel: (() => void) | undefined;
  private drafts: AnswerDrafts;
  private idle: (() => void)[] = [];

  constructor(
    private place: Place,
    private readonly world: World,
  ) {
    this.drafts = this.shelf();
  }

  get attempt(): string {
    return this.place.attempt;
  }

  /** The newest sequence of the server upon which this page writes. */
  get sequence(): number {
    return this.base;
  }

  /** An answer that is given with its certainty is sent with it only; one that was saved and is taken back is sent too. */
  private get unsure(): boolean {
    if (!this.place.certain || whole(this.value)) return false;
    const { certainty, answer } = parted(this.value);
    return certainty === '' || answer !== '' || this.base === 0;
  }

  get unsaved(): boolean {
    return this.dirty;
  }

  /** Other texts of this person that lost a race. */
  get kept(): Draft[] {
    return this.drafts.kept;
  }

  /** Whether one of them came after the end, which the server keeps aside. */
  get late(): boolean {
    return this.kept.some(({ late }) => late);
  }

  private shelf(): AnswerDrafts {
    const { user, attempt, question } = this.place;
    return new AnswerDrafts(`${user}|${attempt}|${question}`, this.world);
  }

  private get path(): string {
    return `api/attempts/${encodeURIComponent(this.place.attempt)}`;
  }

  private get answerPath(): string {
    return `${this.path}/answers/${encodeURIComponent(this.place.question)}`;
  }

  /** First what this browser kept, then what the server has: the kept text wins the screen, the server the sequence. */
  async start(): Promise<void> {
    const newest = await this.drafts.find();
    if (newest && !this.dirty) this.takeUp(newest);
    this.world.changed();
    await this.read();
  }

  private takeUp(draft: Draft) {
    this.value = draft.value;
    this.base = draft.base;
    this.writeId = draft.writeId;
    this.sent = draft.sent;
    this.dirty = true;
    this.ready = true;
    this.standing = 'typing';
    this.drafts.adopt(draft);
  }

  private async read(): Promise<void> {
    const reply = await this.world.request(this.answerPath);
    if (this.stopped) return;
    if (reply.kind === 'ok') {
      const state = reply.body as AnswerState;
      this.server = state;
      this.ready = true;
      const late = state.submittedAt && this.dirty && valueOf(state) !== this.value;
      const sends = late && this.place.quiz && !this.unsure;
      if (late && !sends) await this.setAside();
      if ((state.submittedAt && !sends) || !this.dirty) this.show(state);
      if (state.submittedAt && !sends) await this.drafts.drop();
      this.wait = FIRST_WAIT_MS;
    } else {
      this.standing = this.standingOf(reply);
    }
    this.world.changed();
    if (this.dirty) await this.flush();
    else if (reply.kind === 'unreachable' || reply.kind === 'signed-out') this.retry();
  }

  /**
   * The person comes back to this page, perhaps from another device: what was saved there is shown before they type upon
   * an older text. Nothing is said when it fails, since nothing is unsaved.
   */
  async look(): Promise<void> {
    const drafts = this.drafts;
    const idle = () => this.ready && !this.dirty && !this.inFlight && !this.submitting && !this.theirs && !this.stopped;
    if (!idle()) return;
    const reply = await this.world.request(this.answerPath);
    if (reply.kind !== 'ok' || !idle() || drafts !== this.drafts) return;
    const state = reply.body as AnswerState;
    if (state.sequence < this.base) return;
    this.show(state);
    this.world.changed();
  }

  typed(value: string) {
    if (!this.ready || this.locked || this.server?.submittedAt) return;
    this.value = value;
    this.dirty = true;
    this.writeId = this.world.fresh();
    this.keep();
    if (['saved', 'empty', 'unsure'].includes(this.standing)) this.standing = this.unsure ? 'unsure' : 'typing';
    this.world.changed();
    // From the first unsaved key, not after the last: who never pauses is saved too.
    if (!this.inFlight && !this.cancel && !this.theirs) {
      this.schedule(['choice', 'multiple-choice'].includes(this.place.kind) ? 0 : PAUSE_MS);
    }
  }

  /** The network or the person is back: try at once. */
  soon() {
    this.wait = FIRST_WAIT_MS;
    void this.flush();
  }

  stop() {
    this.stopped = true;
    this.unschedule();
    if (this.dirty) void this.flush();
  }

  private keep() {
    const { base, writeId, value, sent } = this;
    this.drafts.put({ base, writeId, value, sent });
  }

  private schedule(ms: number) {
    this.unschedule();
    this.cancel = this.world.later(() => {
      this.cancel = undefined;
      void this.flush();
    }, ms);
  }

  private unschedule() {
    this.cancel?.();
    this.cancel = undefined;
  }

  private retry() {
    if (this.stopped) return;
    this.schedule(this.wait * (0.8 + Math.random() * 0.4));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  private async flush(): Promise<void> {
    this.unschedule();
    if (this.inFlight || this.theirs) return;
    if (!this.dirty) {
      if (!this.server) await this.read();
      return;
    }
    if (this.unsure) {
      this.standing = 'unsure';
      this.world.changed();
      return;
    }
    this.inFlight = true;
    if (!this.sent.includes(this.writeId)) {
      this.sent = [...this.sent, this.writeId];
      this.keep();
    }
    await this.drafts.written;
    const sent = { writeId: this.writeId, value: this.value };
    const reply = await this.world.request(this.answerPath, {
      method: 'POST',
      as: this.place.user,
      body: {
        user: this.place.user,
        base: this.base,
        writeId: sent.writeId,
        response: (this.place.certain ? certainResponseOf : responseOf)(this.place.kind, sent.value),
      },
      keepalive: sent.value.length < KEEPALIVE_CHARACTERS,
    });
    this.inFlight = false;
    await this.answered(sent, reply);
    this.world.changed();
    if (!this.dirty || !this.inFlight) for (const go of this.idle.splice(0)) go();
  }

  private async answered(sent: { writeId: string; value: string }, reply: Reply): Promise<void> {
    if (reply.kind === 'ok') return this.accepted(sent, reply.body as AnswerState);
    if (reply.kind === 'refused' && reply.status === 409) return this.stale(reply.body as AnswerState);
    if (reply.kind === 'refused' && reply.status === 410) {
      await this.setAside(true);
      this.show(reply.body as AnswerState);
      return;
    }
    this.standing = this.standingOf(reply);
    if (reply.kind === 'refused' && reply.status !== 412) {
      // Sending the same again would be refused again; the next change is sent.
      this.refusal = reply.body?.code ?? String(reply.status);
      return;
    }
    this.retry();
  }

  private async accepted(sent: { writeId: string; value: string }, state: AnswerState): Promise<void> {
    this.base = state.sequence;
    this.server = state;
    this.wait = FIRST_WAIT_MS;
    this.sent = [];
    this.refusal = '';
    this.world.tell({ slot: this.drafts.slot, from: this.world.writer, state });
    if (this.writeId === sent.writeId) {
      this.dirty = false;
      this.standing = 'saved';
      await this.drafts.drop();
      return;
    }
    this.keep();
    return this.flush();
  }

  private async stale(state: AnswerState): Promise<void> {
    this.wait = FIRST_WAIT_MS;
    if (this.sent.includes(state.writeId)) {
      this.base = state.sequence;
      this.sent = [];
      this.keep();
      return this.flush();
    }
    const same = valueOf(state) === this.value;
    if (same || state.submittedAt) {
      if (!same) await this.setAside();
      this.show(state);
      await this.drafts.drop();
      return;
    }
    this.theirs = state;
    this.standing = 'conflict';
  }

  private standingOf(reply: Reply): Standing {
    if (reply.kind === 'signed-out') return 'signed-out';
    if (reply.kind === 'refused') return reply.status === 412 ? 'other-user' : 'refused';
    return 'unreachable';
  }

  private show(state: AnswerState) {
    this.server = state;
    this.value = valueOf(state);
    this.base = state.sequence;
    this.dirty = false;
    this.sent = [];
    this.theirs = undefined;
    this.ready = true;
    this.standing = state.submittedAt ? 'submitted' : state.sequence ? 'saved' : 'empty';
  }

  /** Of two texts, this page's goes on; the other is in the server's history. */
  keepMine() {
    if (!this.theirs) return;
    this.base = this.theirs.sequence;
    this.theirs = undefined;
    this.sent = [];
    this.standing = 'typing';
    this.typed(this.value);
    this.soon();
  }

  /** Of two texts, the server's goes on; this page's is kept to be read. */
  async takeTheirs(): Promise<void> {
    if (!this.theirs) return;
    const theirs = this.theirs;
    await this.setAside();
    this.show(theirs);
    this.world.changed();
  }

  private async setAside(late = false): Promise<void> {
    const { base, writeId, value, sent } = this;
    this.dirty = false;
    await this.drafts.setAside({ base, writeId, value, sent, late });
  }

  heard(message: Heard) {
    if (message.hello) {
      if (this.dirty && !this.theirs) this.world.later(() => this.soon(), 300);
      return;
    }
    if (message.slot !== this.drafts.slot || message.from === this.world.writer || !message.state) return;
    if (message.state.sequence < this.base || this.dirty || this.inFlight) return;
    this.show(message.state);
    this.world.changed();
  }

  /** Sends what is unsaved at once. Resolves to whether all is saved then. */
  async save(): Promise<boolean> {
    if (this.inFlight) await new Promise<void>((go) => this.idle.push(go));
    if (this.dirty) await this.flush();
    return !this.dirty && !this.theirs;
  }

  /** Saves what is unsaved, then makes it final. Resolves to whether it is. */
  async submit(): Promise<boolean> {
    this.submitting = true;
    this.submitFailed = false;
    this.world.changed();
    try {
      if (!(await this.save())) return this.notSubmitted();
      const reply = await this.world.request(`${this.path}/submission`, {
        method: 'POST',
        as: this.place.user,
        body: { user: this.place.user, base: this.base },
      });
      if (reply.kind === 'refused' && reply.status === 409) {
        await this.stale(reply.body as AnswerState);
        return this.notSubmitted();
      }
      if (reply.kind === 'refused' && reply.status === 410) {
        this.show(reply.body as AnswerState);
        return this.notSubmitted();
      }
      if (reply.kind !== 'ok') {
        this.standing = this.standingOf(reply);
        if (reply.kind === 'refused') this.refusal = reply.body?.code ?? String(reply.status);
        return this.notSubmitted();
      }
      this.finish(reply.body as AnswerState);
      return true;
    } finally {
      this.submitting = false;
      this.world.changed();
    }
  }

  private notSubmitted(): false {
    this.submitFailed = true;
    return false;
  }

  private finish(state: AnswerState) {
    this.show(state);
    this.world.tell({ slot: this.drafts.slot, from: this.world.writer, state });
  }

  /** Shows the key; after it there are no more tries. */
  async reveal(): Promise<void> {
    const reply = await this.world.request(`${this.path}/reveal`, {
      method: 'POST',
      as: this.place.user,
      body: { user: this.place.user },
    });
    if (reply.kind === 'ok') this.finish(reply.body as AnswerState);
    else this.submitFailed = true;
    this.world.changed();
  }

  /** Goes on with the next attempt, if there is one. */
  async tryAgain(): Promise<void> {
    const next = this.server?.nextAttempt;
    if (!next) return;
    this.place = { ...this.place, attempt: next };
    this.drafts = this.shelf();
    this.server = undefined;
    this.value = '';
    this.base = 0;
    this.writeId = '';
    this.ready = false;
    this.standing = 'loading';
    this.world.changed();
    await this.start();
  }
}

import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import * as drafts from '../outbox/drafts';
import { request } from '../outbox/transport';
import { words } from '../ui/language';
import { later } from '../ui/later';
import { type Followed, Follower, type Newest, behind } from './answer-follower';
import { AnswerMachine, type Heard } from './answer-machine';
import './answer-receipt';
import { ANSWER_WORDS } from './answer-words';
import { type Kind, valueOf } from './answer-state';
import type { Option } from './answer-choices';
import { type Asked, KINDS, type Parts } from './answer-kinds';
import { outcome } from './answer-outcome';
import { type InQuiz, type Stand, certainty, checkButton, inQuiz, quizVerdict } from './answer-in-quiz';
import { QUIZ_ANSWER_WORDS } from './answer-quiz-words';
import { joined, parted } from './certainty';
import { PARTS_WORDS } from './parts-words';
import type { Axes } from './prediction-state';
import type { Sick } from './repair-state';
import { REPAIR_WORDS } from './repair-words';
import { typeset } from './prose';
import { sure } from './sure';

const LOOK_AGAIN_MS = 2_000;

const channel = new BroadcastChannel('skip-answer');
// A page has loaded, perhaps after a sign-in: the others try again at once.
channel.postMessage({ hello: true } satisfies Heard);

const follower = new Follower({
  request,
  visible: () => document.visibilityState === 'visible',
  later,
});

/**
 * Where a person answers. It keeps, saves and submits by itself (see {@link AnswerMachine}); the server's page only hears
 * of it: `skip-submitted` {attempt}. In a quiz `skip-standing` tells the page of the sitting how it stands.
 */
@customElement('skip-answer')
export class SkipAnswer extends LitElement implements Asked, Followed {
  @property() user = '';
  @property() attempt = '';
  @property() question = '';
  @property() kind: Kind = 'choice';
  @property() label = '';
  @property({ attribute: false }) options: Option[] = [];
  /** Of a prediction. */
  @property({ attribute: false }) axes?: Axes;
  /** Of a repair. */
  @property({ attribute: false }) sick?: Sick;
  @property({ attribute: false }) parts?: Parts;
  @property({ type: Number, attribute: 'max-characters' }) maxCharacters = 20_000;
  /** Of a number. */
  @property() unit = '';
  @property({ type: Boolean }) positive = false;

  /** In a quiz; see {@link InQuiz}. */
  @property({ attribute: 'in-quiz' }) inQuiz: InQuiz = '';
  /** How often it may be checked, and what share of its points a miss takes. */
  @property({ type: Number }) tries = 1;
  @property({ type: Number }) penalty = 0;
  /** Takes no more typing; what is unsaved still goes out. */
  @property({ type: Boolean }) locked = false;

  @state() private asking: '' | 'submit' | 'reveal' = '';
  @state() private revision = 0;

  private machine?: AnswerMachine;
  private looked = 0;
  private told = '';

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    channel.addEventListener('message', this.heard);
    addEventListener('online', this.soon);
    document.addEventListener('visibilitychange', this.away);
    this.addEventListener('focusin', this.back);
    follower.add(this);
    // Taken out of the page and put back, it needs a new machine.
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    channel.removeEventListener('message', this.heard);
    removeEventListener('online', this.soon);
    document.removeEventListener('visibilitychange', this.away);
    this.removeEventListener('focusin', this.back);
    follower.remove(this);
    this.machine?.stop();
    this.machine = undefined;
  }

  protected override willUpdate() {
    if (this.machine) this.machine.locked = this.locked;
    if (this.machine || !this.attempt || !this.isConnected) return;
    this.machine = new AnswerMachine(
      {
        user: this.user,
        attempt: this.attempt,
        question: this.question,
        kind: this.kind,
        quiz: this.inQuiz !== '',
        certain: this.inQuiz === 'certain',
      },
      {
        request,
        drafts,
        writer: drafts.writer,
        fresh: drafts.fresh,
        tell: (message) => channel.postMessage(message),
        later,
        changed: () => this.revision++,
      },
    );
    void this.machine.start();
  }

  protected override updated(_changed: PropertyValues) {
    typeset(this);
    if (!this.inQuiz) return;
    const stand = JSON.stringify(this.stand);
    if (stand === this.told) return;
    this.told = stand;
    this.dispatchEvent(new CustomEvent('skip-standing', { bubbles: true }));
  }

  /** How it stands, for the page of a sitting. */
  get stand(): Stand {
    const { machine, question } = this;
    return {
      question,
      sequence: machine?.sequence ?? 0,
      answered: this.answerOf(machine?.value ?? '').trim() !== '' && machine?.standing !== 'unsure',
      unsaved: !!machine?.unsaved,
      standing: machine?.standing ?? 'loading',
    };
  }

  /** Sends what is unsaved at once. Resolves to whether all is saved then. */
  async save(): Promise<boolean> {
    return (await this.machine?.save()) ?? true;
  }

  /** Shows what was saved elsewhere meanwhile. */
  async look(): Promise<void> {
    await this.machine?.look();
  }

  behind(newest: ReadonlyMap<string, Newest>): boolean {
    return !!this.machine && behind(this.machine, newest);
  }

  private readonly heard = (event: MessageEvent<Heard>) => this.machine?.heard(event.data);
  private readonly soon = () => this.machine?.soon();
  private readonly away = () => {
    if (document.visibilityState === 'visible') this.back();
    else if (this.machine?.unsaved) this.machine.soon();
  };
  /** What another device saved is shown where the person looks, and before they type. */
  private readonly back = () => {
    const { bottom, top } = this.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight || Date.now() - this.looked < LOOK_AGAIN_MS) return;
    this.looked = Date.now();
    void this.machine?.look();
  };

  private typed(answer: string) {
    const { certainty } = parted(this.machine?.value ?? '');
    this.machine?.typed(this.inQuiz === 'certain' ? joined({ certainty, answer }) : answer);
  }

  private sureOf(certainty: string) {
    this.machine?.typed(joined({ certainty, answer: this.answerOf(this.machine.value) }));
  }

  private answerOf(value: string): string {
    return this.inQuiz === 'certain' ? parted(value).answer : value;
  }

  private async submit() {
    this.asking = '';
    const machine = this.machine;
    if (machine && (await machine.submit()) && machine.server?.submittedAt) {
      this.dispatchEvent(new CustomEvent('skip-submitted', { detail: { attempt: machine.attempt } }));
    }
    await this.holdFocus();
  }

  private async ask(what: '' | 'submit' | 'reveal') {
    this.asking = what;
    await this.holdFocus();
  }

  /** The button that was pressed is gone: the focus goes to what stands in its place, or to what came of it. */
  private async holdFocus() {
    await this.updateComplete;
    if (document.activeElement !== document.body) return;
    const next = this.querySelector<HTMLElement>('.answer-actions button:not(:disabled)');
    (next ?? this.querySelector<HTMLElement>('.outcome'))?.focus();
  }

  private async again() {
    await this.machine?.tryAgain();
    await this.updateComplete;
    this.querySelector<HTMLElement>('input, select, .ordering-hand:not(:disabled)')?.focus();
  }

  private async reveal() {
    this.asking = '';
    await this.machine?.reveal();
    await this.holdFocus();
  }

  protected override render() {
    const machine = this.machine;
    if (!machine) return nothing;
    const say = words(ANSWER_WORDS);
    const closed = !!machine.server?.submittedAt || !!machine.server?.key || !!machine.server?.answer;
    // What was checked and missed is told until something else is typed.
    const state =
      machine.server && this.inQuiz ? inQuiz(machine.server, this.kind, machine.unsaved && !closed) : machine.server;
    const name = `${this.question}-${machine.attempt}`;
    const locked = !machine.ready || closed || this.locked || machine.submitting;
    const field = {
      label: this.label,
      name,
      value: this.answerOf(machine.value),
      // A disabled group would lose the focus; read-only keeps it.
      locked,
      submitted: closed,
      state,
      typed: (value: string) => this.typed(value),
    };
    return html`<div class="answer" data-revision=${this.revision}>
      ${KINDS[this.kind].field(this, field)}
      ${this.inQuiz === 'certain'
        ? certainty({ name, value: machine.value, locked, choose: (level) => this.sureOf(level) })
        : nothing}
      ${this.inPlay(closed)}
      <p class="answer-status" role="status" data-standing=${closed && !machine.server?.response ? 'empty' : machine.standing}>${this.statusText()}</p>
      ${machine.server?.sequence ? html`<skip-receipt .of=${machine.server}></skip-receipt>` : nothing}
      ${this.inQuiz && machine.late ? html`<p class="late" role="status">${words(QUIZ_ANSWER_WORDS).late}</p>` : nothing}
      ${outcome(state, this.kind, this, state && this.inQuiz ? quizVerdict(state) : undefined)}
      ${machine.kept.map(
        (draft) => html`<details class="kept">
          <summary>${say.kept}</summary>
          <pre>${this.readable(draft.value)}</pre>
        </details>`,
      )}
    </div>`;
  }

  private statusText() {
    const machine = this.machine!;
    const say = words(ANSWER_WORDS);
    const repair = this.kind === 'repair' ? words(REPAIR_WORDS) : undefined;
    const quiz = words(QUIZ_ANSWER_WORDS);
    if (machine.submitting && this.inQuiz) return quiz.checking;
    if (machine.submitting) return repair?.submitting(this.sick?.seeds ?? 1) ?? say.submitting;
    const failed = machine.submitFailed ? html`<strong>${say.notSubmitted}</strong> ` : nothing;
    switch (machine.standing) {
      case 'saved':
        return html`${failed}${say.saved(machine.server?.savedAt ?? null)}`;
      case 'unsure':
        return this.answerOf(machine.value) ? quiz.unsure : quiz.noAnswer;
      case 'submitted':
        if (this.inQuiz && !machine.server?.response) return quiz.notAnswered;
        return say.submitted(machine.server?.submittedAt ?? null);
      case 'signed-out':
        return html`${failed}${say.signedOut}
          <a href="sign-in" target="_blank" rel="opener" router-ignore>${say.signIn}</a>`;
      case 'other-user':
        return html`${failed}${say.otherUser}`;
      case 'refused':
        // What an earlier question holds up is not mended by pressing again.
        return html`${machine.refusal === 'prediction-open' ? nothing : failed}${repair?.refused[machine.refusal] ?? say.refused(machine.refusal)}`;
      default:
        return html`${failed}${say[machine.standing]}`;
    }
  }

  /** What can be done with it now. */
  private inPlay(closed: boolean) {
    if (this.machine!.theirs) return this.conflict();
    if (!this.inQuiz) return this.actions(closed);
    return this.inQuiz === 'check' && !closed && !this.locked ? this.checking() : nothing;
  }

  /** Whether there is something that can be made final. */
  private get finished(): boolean {
    const { value } = this.machine!;
    return value.trim() !== '' && (KINDS[this.kind].finished?.(this, value) ?? true);
  }

  private actions(closed: boolean) {
    const machine = this.machine!;
    const say = words(ANSWER_WORDS);
    const last = KINDS[this.kind].last?.(this);
    if (this.asking === 'submit' && last) return this.sure(last.sure, () => this.submit(), last.yes, last.no);
    if (this.asking === 'reveal') return this.sure(say.sureReveal, () => this.reveal(), say.reveal, say.sureNotYet);
    if (closed && !machine.server?.nextAttempt) return nothing;
    if (closed) {
      return html`<div class="answer-actions">
        <button class="button primary" @click=${this.again}>${say.again}</button>
        <button class="button" @click=${() => this.ask('reveal')}>${say.reveal}</button>
      </div>`;
    }
    return html`<div class="answer-actions">
      <button
        class="button primary"
        ?disabled=${!this.finished || !machine.ready || machine.submitting}
        @click=${() => (last ? this.ask('submit') : this.submit())}
      >
        ${last?.submit ?? say.submit}
      </button>
    </div>`;
  }

  /** A miss that leaves a try is no end, and needs no question before it. */
  private checking() {
    const machine = this.machine!;
    const say = words(QUIZ_ANSWER_WORDS);
    const left = machine.server?.tries?.left ?? this.tries;
    if (this.asking === 'submit') return this.sure(say.sureCheck, () => this.submit(), say.check, words(PARTS_WORDS).goOn);
    const again = machine.unsaved || !machine.server?.tries?.missed;
    return checkButton({
      disabled: !this.finished || !again || !machine.ready || machine.submitting,
      says: this.tries > 1 ? say.tries(left, this.penalty) : '',
      press: () => (left > 1 ? this.submit() : this.ask('submit')),
    });
  }

  private sure(question: string, yes: () => void, yesText: string, noText: string) {
    return sure({ question, yes, yesText, no: () => this.ask(''), noText });
  }

  private conflict() {
    const machine = this.machine!;
    const theirs = machine.theirs!;
    const say = words(ANSWER_WORDS);
    const [mine, other] = [machine.value, valueOf(theirs)].map((value) => this.readable(value));
    return html`<div class="conflict" role="group" aria-label=${say.conflict}>
      <p role="alert">${say.conflict}</p>
      <div class="conflict-texts">
        <section><h4>${say.mine}</h4><pre>${mine}</pre>
          <button class="button" @click=${() => machine.keepMine()}>${say.keepMine}</button></section>
        <section><h4>${say.theirs(theirs.savedAt)}</h4><pre>${other}</pre>
          <button class="button" @click=${() => machine.takeTheirs()}>${say.takeTheirs}</button></section>
      </div>
    </div>`;
  }

  private readable(value: string): string {
    const { certainty } = parted(value);
    const answer = KINDS[this.kind].readable(this, this.answerOf(value));
    return this.inQuiz === 'certain' && certainty
      ? `${answer}\n(${words(QUIZ_ANSWER_WORDS).levels[Number(certainty) - 1]})`
      : answer;
  }
}

import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { request } from '../outbox/transport';
import { sure } from '../player/sure';
import { words } from '../ui/language';
import { later } from '../ui/later';
import './flag';
import { Answers, type Item } from './answers';
import { SittingMachine } from './sitting-machine';
import { announcements, connection, numbers, time } from './sitting-parts';
import { SITTING_WORDS } from './sitting-words';
import { submitDialog } from './submit-dialog';

const STUCK_MS = 3_000;

/**
 * What stands beside the questions of a sitting: time, numbers, announcements, and its end. Each answer saves itself and
 * tells how it stands; when the sitting is no longer as the page shows it, `skip-turned` asks the server to build it anew.
 */
@customElement('skip-sitting')
export class SkipSitting extends LitElement {
  @property() user = '';
  @property() token = '';
  /** What the page shows: `open:section`, `ended` or `settled`. */
  @property() rendered = '';
  @property({ type: Boolean }) sequential = false;
  @property({ attribute: false }) items: Item[] = [];
  @property({ attribute: false }) sections: string[] = [];

  @state() private unfolded = false;
  @state() private asking: '' | 'next' = '';
  @state() private submitting = false;
  @state() private refusal = '';
  /** The questions whose answers could not be saved when all was to be. */
  private held: string[] | undefined;
  @state() private revision = 0;

  private machine?: SittingMachine;
  private readonly answers = new Answers();
  private turned = '';
  private turnedAt = 0;

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('skip-standing', this.heard);
    document.addEventListener('skip-flag', this.flag);
    document.addEventListener('visibilitychange', this.soon);
    addEventListener('online', this.soon);
    addEventListener('offline', this.soon);
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('skip-standing', this.heard);
    document.removeEventListener('skip-flag', this.flag);
    document.removeEventListener('visibilitychange', this.soon);
    removeEventListener('online', this.soon);
    removeEventListener('offline', this.soon);
    this.machine?.stop();
    this.machine = undefined;
  }

  private readonly heard = () => {
    this.revision++;
    if (!this.held) return;
    // What held the submission up is saved by now: nothing is left to be said of it.
    const stands = this.answers.stands();
    if (this.held.every((question) => !stands.get(question)?.unsaved)) this.refuse('');
  };
  private readonly soon = () => this.machine?.soon();
  private readonly flag = (event: Event) => {
    const { question, on } = (event as CustomEvent<{ question: string; on: boolean }>).detail;
    void this.machine?.flag(question, on);
  };

  protected override willUpdate() {
    if (this.machine || !this.token || !this.isConnected) return;
    this.machine = new SittingMachine(
      { user: this.user, token: this.token },
      {
        request,
        monotonic: () => performance.now(),
        wall: () => Date.now(),
        visible: () => document.visibilityState === 'visible',
        later,
        changed: () => this.changed(),
      },
    );
    this.machine.start();
  }

  private changed() {
    this.revision++;
    const { machine, rendered } = this;
    if (!machine?.state) return;
    const over = machine.phase !== 'open';
    if (rendered.startsWith('open')) this.answers.lock(over);
    this.answers.flag((question) => machine.flagged(question));
    // Marked at once or never shown, it stays on the screen until it is marked: then the page shows what came of it.
    const now = machine.state.submittedAt ? (machine.state.settled ? 'settled' : '') : `open:${machine.state.section}`;
    if (now && now !== rendered && now !== this.turned) {
      this.turned = now;
      this.turnedAt = performance.now();
      this.dispatchEvent(new CustomEvent('skip-turned'));
    }
  }

  /** A server that was started anew knows nothing of this page, and can't build it anew either. */
  private get stuck(): boolean {
    return this.turned !== '' && this.turned !== this.rendered && performance.now() - this.turnedAt > STUCK_MS;
  }

  /** By Escape, unless that answers a question in it; where the panel folds the focus goes to what unfolds it. */
  private readonly fold = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || (event.target as Element).closest('dialog, .answer-sure')) return;
    this.unfolded = false;
    this.querySelector<HTMLElement>('.sitting-unfold')?.focus();
  };

  /** The button that was pressed is gone: the focus goes to what stands in its place. */
  private async ask(what: '' | 'next') {
    this.asking = what;
    await this.updateComplete;
    this.querySelector<HTMLElement>('.sitting-panel .button')?.focus();
  }

  private async next() {
    this.asking = '';
    this.refuse('');
    const say = words(SITTING_WORDS);
    const left = await this.answers.save();
    if (left.length) this.refuse(say.notSaved(left.length), left);
    else if (!(await this.machine!.advance(this.machine!.state!.section))) this.refusal = say.failed;
  }

  private async submit() {
    const say = words(SITTING_WORDS);
    this.submitting = true;
    this.refuse('');
    try {
      const left = await this.answers.save();
      if (left.length) {
        this.refuse(say.notSaved(left.length), left);
        return;
      }
      const bases = await this.answers.bases(this.items);
      const end = bases ? await this.machine!.submit(bases) : { kind: 'failed' as const };
      if (end.kind === 'failed') {
        this.refusal = say.failed;
        this.machine!.soon();
      }
      if (end.kind === 'newer') await this.newer(end.questions);
    } finally {
      this.submitting = false;
    }
  }

  private refuse(why: string, held?: string[]) {
    this.refusal = why;
    this.held = held;
  }

  private async newer(questions: string[]) {
    const numbers = this.items.flatMap((item, i) => (questions.includes(item.question) ? [i + 1] : []));
    this.refusal = words(SITTING_WORDS).newer(numbers.join(', '));
    await this.answers.look(questions);
    this.go(questions[0]!);
  }

  private go(question: string) {
    this.unfolded = false;
    const title = document.getElementById(`exercise-title-${question}`);
    if (!title) return;
    title.tabIndex = -1;
    title.scrollIntoView({ block: 'start' });
    title.focus({ preventScroll: true });
  }

  protected override render() {
    const { machine } = this;
    if (!machine?.state) return connection(machine?.connection ?? 'fine', false);
    const say = words(SITTING_WORDS);
    const stands = this.answers.stands();
    const marks = this.items.map((item) => {
      const stand = stands.get(item.question);
      return {
        ...item,
        here: !!stand,
        answered: stand?.answered ?? item.answered,
        unsaved: !!stand?.unsaved,
        unsure: stand?.standing === 'unsure' && !!stand.unsaved,
        flagged: machine.flagged(item.question),
      };
    });
    const unsaved = marks.filter((mark) => mark.unsaved).length;
    const answered = marks.filter((mark) => mark.answered).length;
    const open = machine.phase === 'open';
    return html`<aside class="sitting-bar" aria-label=${say.bar} data-revision=${this.revision}>
      <div class="sitting-head">
        ${time(machine)}
        <button
          type="button"
          class="button sitting-unfold"
          aria-expanded=${this.unfolded}
          aria-controls="sitting-panel"
          @click=${() => (this.unfolded = !this.unfolded)}
        >
          ${this.unfolded ? say.close : say.open}
        </button>
        <p class="sitting-count">${say.answered(answered, marks.length)}</p>
        ${unsaved || (open && answered)
          ? html`<p class="answer-status" data-standing=${!unsaved ? 'saved' : machine.connection === 'fine' ? 'typing' : 'unreachable'}>
              ${unsaved ? say.unsaved(unsaved) : say.allSaved}
            </p>`
          : nothing}
      </div>
      ${announcements(machine)} ${connection(machine.connection, machine.back, !open)}
      ${this.stuck
        ? html`<p role="status"><a class="button primary" href="sitting/${this.token}" router-ignore>${say.reload}</a></p>`
        : nothing}
      ${this.refusal ? html`<p class="sitting-refusal" role="alert">${this.refusal}</p>` : nothing}
      <div
        id="sitting-panel"
        class="sitting-panel"
        ?data-unfolded=${this.unfolded}
        @keydown=${this.fold}
      >
        ${numbers(marks, this.sections, (question) => this.go(question))}
        ${open ? this.ending(marks) : nothing}
      </div>
    </aside>`;
  }

  private ending(marks: Parameters<typeof submitDialog>[0]) {
    const say = words(SITTING_WORDS);
    const section = this.machine!.state!.section;
    const last = Math.max(...this.items.map((item) => item.section));
    if (this.sequential && section < last) {
      if (this.asking === '') {
        return html`<button type="button" class="button primary" @click=${() => this.ask('next')}>${say.next}</button>`;
      }
      return sure({
        question: say.sureNext,
        yes: () => void this.next(),
        yesText: say.nextYes,
        no: () => void this.ask(''),
        noText: say.cancel,
      });
    }
    return html`<button
        type="button"
        class="button primary"
        ?disabled=${this.submitting}
        @click=${() => this.querySelector('dialog')?.showModal()}
      >
        ${this.submitting ? say.submitting : say.submit}</button
      >${submitDialog(marks, () => this.submit())}`;
  }
}

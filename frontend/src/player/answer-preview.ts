import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { Option } from './answer-choices';
import { type Asked, KINDS, type Parts } from './answer-kinds';
import { answer } from './answer-outcome';
import { writtenText } from './number-text';
import type { AnswerState, Kind } from './answer-state';
import { severalOf } from './parts-state';
import type { Axes } from './prediction-state';
import { NUMBER_WORDS } from './number-words';
import { typeset } from './prose';
import type { Sick } from './repair-state';
import { words } from '../ui/language';

/** An answer to be tried by who teaches: nothing is saved. It is given the feedback of every option, and perhaps the key. */
@customElement('skip-answer-preview')
export class SkipAnswerPreview extends LitElement implements Asked {
  @property() kind: Kind = 'choice';
  @property() label = '';
  @property({ attribute: false }) options: (Option & { feedback: string; right: boolean })[] = [];
  @property({ attribute: false }) notes: { title: string; html: string }[] = [];
  @property({ attribute: false }) axes?: Axes;
  @property({ attribute: false }) sick?: Sick;
  @property({ attribute: false }) parts?: Parts;
  @property({ type: Boolean, attribute: 'show-key' }) showKey = false;
  @property({ type: Number, attribute: 'max-characters' }) maxCharacters = 20_000;

  @property() unit = '';
  @property({ type: Boolean }) positive = false;
  @property({ attribute: 'number-key' }) numberKey = '';
  /** Of what is answered in parts, where the key is shown. */
  @property({ attribute: false }) answer: AnswerState['response'] = null;

  @state() private value = '';

  protected override createRenderRoot() {
    return this;
  }

  protected override updated() {
    typeset(this);
  }

  private readonly typed = (value: string) => {
    this.value = value;
  };

  protected override render() {
    const field = {
      label: this.label,
      name: `preview-${this.label}`,
      value: this.value,
      locked: false,
      submitted: false,
      state: this.told(),
      typed: this.typed,
    };
    return html`${KINDS[this.kind].field(this, field)}
      ${this.numberKey
        ? html`<p>${words(NUMBER_WORDS).key}: <span class="numbers">${writtenText(this.numberKey)} ${this.unit}</span></p>`
        : nothing}
      ${this.answer ? answer(this.kind, this, this.answer) : nothing}
      ${this.notes.length === 0
        ? nothing
        : this.notes.map(
            (note) => html`<details class="solution" open>
              <summary>${note.title}</summary>
              <div class="prose">${unsafeHTML(note.html)}</div>
            </details>`,
          )}`;
  }

  private told(): AnswerState | undefined {
    const chosen = this.options.filter((option) => severalOf(this.value).includes(option.id));
    const key = this.options.find((option) => option.right);
    const [one] = chosen;
    const feedback = one && { option: one.id, right: one.right, html: one.feedback, points: 0, outOf: 0 };
    const pieces = chosen.map(({ id, right, feedback: told }) => ({ id, right, points: null, html: told }));
    return { feedback, key: this.showKey ? key?.id : null, judged: { pieces }, answer: this.answer } as AnswerState;
  }
}

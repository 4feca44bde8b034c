import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { type Option, choices } from './answer-choices';
import './answer-drawing';
import './answer-repair';
import { numberField } from './answer-number';
import { writtenText } from './number-text';
import { essay } from './answer-essay';
import type { AnswerState, Kind } from './answer-state';
import type { Axes } from './prediction-state';
import { NUMBER_WORDS } from './number-words';
import { typeset } from './prose';
import type { Sick } from './repair-state';
import { words } from '../ui/language';

/** An answer to be tried by who teaches: nothing is saved. It is given the feedback of every option, and perhaps the key. */
@customElement('skip-answer-preview')
export class SkipAnswerPreview extends LitElement {
  @property() kind: Kind = 'choice';
  @property() label = '';
  @property({ attribute: false }) options: (Option & { feedback: string; right: boolean })[] = [];
  @property({ attribute: false }) notes: { title: string; html: string }[] = [];
  @property({ attribute: false }) axes?: Axes;
  @property({ attribute: false }) sick?: Sick;
  @property({ type: Boolean, attribute: 'show-key' }) showKey = false;
  @property({ type: Number, attribute: 'max-characters' }) maxCharacters = 20_000;

  @property() unit = '';
  @property({ attribute: 'number-key' }) numberKey = '';

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
    const field = { label: this.label, value: this.value, locked: false, typed: this.typed };
    return html`${this.kind === 'prediction'
        ? html`<skip-drawing .axes=${this.axes} .label=${this.label} .value=${this.value} .typed=${this.typed}></skip-drawing>`
        : this.kind === 'repair'
        ? html`<skip-repair .sick=${this.sick} .label=${this.label} .value=${this.value} .typed=${this.typed}></skip-repair>`
        : this.kind === 'choice'
        ? choices({ ...field, name: `preview-${this.label}`, options: this.options, state: this.told() })
        : this.kind === 'numeric'
        ? html`${numberField({ ...field, name: `preview-${this.label}`, unit: this.unit, positive: false })}${this.numberKey
            ? html`<p>${words(NUMBER_WORDS).key}: <span class="numbers">${writtenText(this.numberKey)} ${this.unit}</span></p>`
            : nothing}`
        : essay({ ...field, maxCharacters: this.maxCharacters, submitted: false })}
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
    const chosen = this.options.find((option) => option.id === this.value);
    const key = this.options.find((option) => option.right);
    return {
      feedback: chosen && { option: chosen.id, right: chosen.right, html: chosen.feedback, points: 0, outOf: 0 },
      key: this.showKey ? key?.id : null,
    } as AnswerState;
  }
}

import { LitElement, html, nothing, render } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { words } from '../ui/language';
import { understood } from './answer-number';
import type { Part } from './answer-ordering';
import type { AnswerState } from './answer-state';
import { CLOZE_WORDS } from './cloze-words';
import { readNumber } from './number-text';
import { givenOf, pieceOf, told, withPart } from './parts-state';
import { plain } from './parts-text';
import { PARTS_WORDS } from './parts-words';
import { typeset } from './prose';

/** What is to be filled in. */
export interface Gap {
  type: 'text' | 'number' | 'choice';
  /** Of a number. */
  unit?: string;
  /** Of a choice. */
  options?: Part[];
}

export type Gaps = Record<string, Gap>;

/** Prose with something to fill in where the server has put an empty `.gap`; beneath it, what is said of each gap. */
@customElement('skip-cloze')
export class SkipCloze extends LitElement {
  @property() html = '';
  @property({ attribute: false }) gaps: Gaps = {};
  @property() label = '';
  /** Unique in the page. */
  @property() name = '';
  @property() value = '';
  @property({ type: Boolean }) locked = false;
  @property({ attribute: false }) answered?: AnswerState;
  @property({ attribute: false }) typed: (value: string) => void = () => {};

  protected override createRenderRoot() {
    return this;
  }

  protected override updated() {
    typeset(this);
    const places = [...this.querySelectorAll<HTMLElement>('.gap')];
    const given = givenOf(this.value);
    const said = places.map((place, i) => {
      const name = place.dataset['gap'] ?? '';
      const gap = this.gaps[name];
      const own = given[name] ?? '';
      const says = this.said(name, gap, own);
      const id = says === nothing ? nothing : `cloze-${this.name}-${name}`;
      if (gap) render(this.gap(name, gap, own, id, words(CLOZE_WORDS).gap(i + 1, places.length, gap.unit ?? '')), place);
      return says === nothing ? nothing : html`<li id=${id}>${words(CLOZE_WORDS).ofGap(i + 1)} ${says}</li>`;
    });
    render(html`${said}`, this.querySelector('.cloze-says')!);
  }

  private gap(name: string, gap: Gap, given: string, says: string | typeof nothing, label: string) {
    const piece = pieceOf(this.answered, name);
    const put = (event: Event) => this.typed(withPart(this.value, name, (event.target as HTMLInputElement).value));
    if (gap.type === 'choice') {
      return html`<select aria-label=${label} aria-describedby=${says} data-told=${told(piece)} ?disabled=${this.locked} @change=${put}>
        <option value="" .selected=${given === ''}>${words(CLOZE_WORDS).choose}</option>
        ${(gap.options ?? []).map(
          (option) => html`<option value=${option.id} .selected=${option.id === given}>${plain(option.html)}</option>`,
        )}
      </select>`;
    }
    const fault = gap.type === 'number' && understood(given, gap.unit ?? '').fault;
    return html`<input
        type="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        maxlength=${gap.type === 'number' ? 100 : 200}
        size=${Math.max(6, Math.min(24, given.length + 1))}
        aria-label=${label}
        aria-describedby=${says}
        aria-invalid=${fault}
        data-told=${told(piece)}
        .value=${given}
        ?readonly=${this.locked}
        @input=${put}
      />${gap.unit ? html` ${gap.unit}` : nothing}`;
  }

  /** How to mend a number while it can't be read, or what came of the gap. */
  private said(name: string, gap: Gap | undefined, given: string) {
    const piece = pieceOf(this.answered, name);
    if (piece) {
      const say = words(PARTS_WORDS);
      const note = piece.note && say.notes[piece.note];
      const inPart = !piece.right && (piece.points ?? 0) > 0 && piece.outOf !== null;
      const verdict = inPart ? say.inPart(piece.points!, piece.outOf!) : say.piece(piece.right, piece.points);
      return html`<strong>${verdict}</strong> ${note ?? nothing} ${unsafeHTML(piece.html ?? '')}`;
    }
    const reading = gap?.type === 'number' && understood(given, gap.unit ?? '');
    return reading && reading.fault ? reading.text : nothing;
  }

  protected override render() {
    return html`<div class="cloze prose prompt" role="group" aria-label=${this.label}>${unsafeHTML(this.html)}</div>
      <ul class="cloze-says"></ul>`;
  }
}

/** Whether all numbers that are typed can be read. */
export function readable(gaps: Gaps, value: string): boolean {
  return Object.entries(givenOf(value)).every(([name, given]) => {
    const gap = gaps[name];
    return gap?.type !== 'number' || given.trim() === '' || !('problem' in readNumber(given, gap.unit ?? ''));
  });
}

/** What stands in the gaps, by their places in the text. */
export function gapsText(text: string, gaps: Gaps, value: string): string {
  const given = givenOf(value);
  return [...text.matchAll(/data-gap="([a-z0-9-]+)"/g)]
    .map(([, name = ''], i) => {
      const own = given[name] ?? '';
      const option = gaps[name]?.options?.find(({ id }) => id === own);
      return `${words(CLOZE_WORDS).ofGap(i + 1)} ${option ? plain(option.html) : own} ${own && gaps[name]?.unit ? gaps[name].unit : ''}`.trim();
    })
    .join('\n');
}

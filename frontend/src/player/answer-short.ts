import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import type { AnswerState } from './answer-state';
import { words } from '../ui/language';
import { told } from './parts-state';
import { PARTS_WORDS } from './parts-words';

export interface ShortField {
  label: string;
  /** Unique in the page. */
  name: string;
  value: string;
  maxCharacters: number;
  locked: boolean;
  state: AnswerState | undefined;
  typed(value: string): void;
}

/** A line to type in; beneath it, once it is submitted, what is said of it. */
export function shortField(field: ShortField) {
  const [piece] = field.state?.judged?.pieces ?? [];
  const note = piece?.note && words(PARTS_WORDS).notes[piece.note];
  const id = `short-${field.name}`;
  return html`<div class="short">
    <input
      type="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      maxlength=${field.maxCharacters}
      aria-label=${field.label}
      aria-describedby=${piece ? `${id}-says` : nothing}
      data-told=${told(piece)}
      .value=${field.value}
      ?readonly=${field.locked}
      @input=${(event: Event) => field.typed((event.target as HTMLInputElement).value)}
    />
    ${piece
      ? html`<p class="short-says" id="${id}-says">${note ? html`${note} ` : nothing}${unsafeHTML(piece.html ?? '')}</p>`
      : nothing}
  </div>`;
}

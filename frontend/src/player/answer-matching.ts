import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { words } from '../ui/language';
import type { Part } from './answer-ordering';
import type { AnswerState } from './answer-state';
import { MATCHING_WORDS } from './matching-words';
import { givenOf, pieceOf, told, withPart } from './parts-state';
import { formula, plain } from './parts-text';
import { PARTS_WORDS } from './parts-words';

export interface MatchingField {
  label: string;
  /** Unique in the page. */
  name: string;
  value: string;
  locked: boolean;
  lefts: Part[];
  rights: Part[];
  state: AnswerState | undefined;
  typed(value: string): void;
}

const letter = (i: number) => (i < 26 ? String.fromCharCode(65 + i) : String(i + 1));

/**
 * To each on the left one from a list of the browser, which shows no formula: so what can be chosen stands above with its
 * letters, and a chosen formula beside the letter.
 */
export function matchingField(field: MatchingField) {
  const say = words(MATCHING_WORDS);
  const given = givenOf(field.value);
  return html`<div class="matching" role="group" aria-label=${field.label}>
    <p class="quiet several">
      ${say.how} ${field.rights.length > field.lefts.length ? say.unused : nothing}
      ${field.rights.length < field.lefts.length ? say.twice : nothing}
    </p>
    <ul class="matching-rights" aria-label=${say.rights}>
      ${field.rights.map(
        (right, i) => html`<li><span class="choice-letter">${letter(i)}</span><span>${unsafeHTML(right.html)}</span></li>`,
      )}
    </ul>
    <ul class="matching-lefts">
      ${field.lefts.map((left) => row(field, left, given[left.id] ?? ''))}
    </ul>
  </div>`;
}

function row(field: MatchingField, left: Part, chosen: string) {
  const say = words(MATCHING_WORDS);
  const piece = chosen ? pieceOf(field.state, left.id) : undefined;
  const right = field.rights.find(({ id }) => id === chosen);
  const says = `matching-${field.name}-${left.id}`;
  return html`<li data-told=${told(piece)}>
    <span class="matching-left">${unsafeHTML(left.html)}</span>
    <span class="matching-right">
      <select
        aria-label=${say.partner(plain(left.html))}
        aria-describedby=${piece ? says : nothing}
        ?disabled=${field.locked}
        @change=${(event: Event) => field.typed(withPart(field.value, left.id, (event.target as HTMLSelectElement).value))}
      >
        <option value="" .selected=${!right}>${say.choose}</option>
        ${field.rights.map(
          ({ id, html: text }, i) => html`<option value=${id} .selected=${id === chosen}>
            ${letter(i)}${formula(text) ? nothing : html` · ${plain(text)}`}
          </option>`,
        )}
      </select>
      ${right && formula(right.html) ? html`<span class="matching-chosen">${unsafeHTML(right.html)}</span>` : nothing}
    </span>
    ${piece
      ? html`<span class="choice-feedback" id=${says}
          ><strong>${words(PARTS_WORDS).piece(piece.right, piece.points)}</strong> ${unsafeHTML(piece.html ?? '')}</span
        >`
      : nothing}
  </li>`;
}

/** Pairs, to be read. */
export function pairs(lefts: Part[], rights: Part[], value: string) {
  const given = givenOf(value);
  return html`<ul>
    ${lefts.map(({ id, html: left }) => {
      const right = rights.find((each) => each.id === given[id]);
      return html`<li>${unsafeHTML(left)} → ${unsafeHTML(right?.html ?? '')}</li>`;
    })}
  </ul>`;
}

/** Pairs as text alone. */
export function pairsText(lefts: Part[], rights: Part[], value: string): string {
  const given = givenOf(value);
  return lefts
    .map(({ id, html: left }) => `${plain(left)} → ${plain(rights.find((each) => each.id === given[id])?.html ?? '')}`)
    .join('\n');
}

import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { words } from '../ui/language';
import type { AnswerState, Piece } from './answer-state';
import { ANSWER_WORDS } from './answer-words';
import { pieceOf, severalOf, told } from './parts-state';
import { PARTS_WORDS } from './parts-words';

/** `html` is sanitised by the server. */
export interface Option {
  id: string;
  letter: string;
  html: string;
}

export interface Choices {
  label: string;
  name: string;
  value: string;
  locked: boolean;
  options: Option[];
  state: AnswerState | undefined;
  typed(value: string): void;
}

interface Rows {
  type: 'radio' | 'checkbox';
  chosen(id: string): boolean;
  piece(id: string): Pick<Piece, 'right' | 'html' | 'points'> | undefined;
  key(id: string): boolean;
  choose(id: string): void;
}

/** A radio group whose whole rows are targets; a letter chooses, and feedback stands in the chosen row. */
export function choices(group: Choices) {
  const feedback = group.state?.feedback;
  return rows(group, {
    type: 'radio',
    chosen: (id) => id === group.value,
    piece: (id) => (feedback?.option === id ? { ...feedback, points: null } : undefined),
    key: (id) => group.state?.key === id,
    choose: (id) => group.typed(id),
  });
}

/** The same of which several may be right; a letter chooses and takes back. */
export function severalChoices(group: Choices) {
  const chosen = severalOf(group.value);
  const answer = group.state?.answer;
  const key = answer?.kind === 'choices' ? answer.options : [];
  const list = rows(group, {
    type: 'checkbox',
    chosen: (id) => chosen.includes(id),
    piece: (id) => (chosen.includes(id) ? pieceOf(group.state, id) : undefined),
    key: (id) => key.includes(id),
    choose: (id) =>
      group.typed(
        group.options
          .map((option) => option.id)
          .filter((each) => chosen.includes(each) !== (each === id))
          .join(','),
      ),
  });
  return html`<p class="quiet several">${words(PARTS_WORDS).several}</p>${list}`;
}

function rows(group: Choices, how: Rows) {
  const say = words(PARTS_WORDS);
  return html`<div
    class="choices"
    role=${how.type === 'radio' ? 'radiogroup' : 'group'}
    aria-label=${group.label}
    aria-disabled=${group.locked}
    @keydown=${(event: KeyboardEvent) => letter(event, group, how)}
  >
    ${group.options.map((option) => {
      const chosen = how.chosen(option.id);
      const piece = how.piece(option.id);
      const key = how.key(option.id);
      return html`<label
        class="choice"
        ?data-chosen=${chosen}
        data-told=${!piece && key ? 'right' : told(piece)}
      >
        <input
          type=${how.type}
          name=${group.name}
          .checked=${chosen}
          ?disabled=${group.locked && !chosen}
          @click=${(event: Event) => group.locked && event.preventDefault()}
          @change=${() => !group.locked && how.choose(option.id)}
        />
        <span class="choice-letter" aria-hidden="true">${option.letter}</span>
        <span class="choice-text"
          >${unsafeHTML(option.html)}${key && !piece
            ? html`<span class="choice-key">${words(ANSWER_WORDS).key}</span>`
            : nothing}${piece
            ? html`<span class="choice-feedback"
                >${how.type === 'checkbox' ? html`<strong>${say.piece(piece.right, piece.points)}</strong> ` : nothing}${unsafeHTML(piece.html ?? '')}</span
              >`
            : nothing}</span
        >
      </label>`;
    })}
  </div>`;
}

function letter(event: KeyboardEvent, group: Choices, how: Rows) {
  if (group.locked || event.ctrlKey || event.metaKey || event.altKey) return;
  const option = group.options.find((each) => each.letter.toLowerCase() === event.key.toLowerCase());
  if (!option) return;
  event.preventDefault();
  how.choose(option.id);
  const inputs = (event.currentTarget as HTMLElement).querySelectorAll<HTMLInputElement>('input');
  inputs[group.options.indexOf(option)]?.focus();
}

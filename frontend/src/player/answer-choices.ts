import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { words } from '../ui/language';
import type { AnswerState } from './answer-state';
import { ANSWER_WORDS } from './answer-words';

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

/** A radio group whose whole rows are targets; a letter chooses, and feedback stands in the chosen row. */
export function choices(group: Choices) {
  const feedback = group.state?.feedback;
  return html`<div
    class="choices"
    role="radiogroup"
    aria-label=${group.label}
    aria-disabled=${group.locked}
    @keydown=${(event: KeyboardEvent) => letter(event, group)}
  >
    ${group.options.map((option) => {
      const chosen = option.id === group.value;
      const told = feedback?.option === option.id ? feedback : undefined;
      const key = group.state?.key === option.id;
      return html`<label
        class="choice"
        ?data-chosen=${chosen}
        data-told=${told ? (told.right ? 'right' : 'wrong') : key ? 'right' : nothing}
      >
        <input
          type="radio"
          name=${group.name}
          .checked=${chosen}
          ?disabled=${group.locked && !chosen}
          @click=${(event: Event) => group.locked && event.preventDefault()}
          @change=${() => !group.locked && group.typed(option.id)}
        />
        <span class="choice-letter" aria-hidden="true">${option.letter}</span>
        <span class="choice-text"
          >${unsafeHTML(option.html)}${key && !told
            ? html`<span class="choice-key">${words(ANSWER_WORDS).key}</span>`
            : nothing}${told ? html`<span class="choice-feedback">${unsafeHTML(told.html)}</span>` : nothing}</span
        >
      </label>`;
    })}
  </div>`;
}

function letter(event: KeyboardEvent, group: Choices) {
  if (group.locked || event.ctrlKey || event.metaKey || event.altKey) return;
  const option = group.options.find((each) => each.letter.toLowerCase() === event.key.toLowerCase());
  if (!option) return;
  event.preventDefault();
  group.typed(option.id);
  const inputs = (event.currentTarget as HTMLElement).querySelectorAll<HTMLInputElement>('input');
  inputs[group.options.indexOf(option)]?.focus();
}

import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { words } from '../ui/language';
import { ANSWER_WORDS } from './answer-words';
import { renderMarkdown } from './markdown';

export interface Essay {
  label: string;
  value: string;
  locked: boolean;
  submitted: boolean;
  maxCharacters: number;
  typed(value: string): void;
}

/** The source of the text, growing with it, and beneath it what a reader will see. */
export function essay(field: Essay) {
  const say = words(ANSWER_WORDS);
  const over = field.value.length > field.maxCharacters;
  const shown = field.value.trim()
    ? html`<div class="essay-preview prose" aria-label=${say.preview} role="group">
        ${unsafeHTML(renderMarkdown(field.value))}
      </div>`
    : nothing;
  if (field.submitted) return shown;
  return html`<div class="essay">
    <textarea
      rows="7"
      aria-label=${field.label}
      .value=${field.value}
      ?readonly=${field.locked}
      @input=${(event: Event) => field.typed((event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="essay-about">
      <span>${say.hint}</span>
      <span class="numbers" ?data-over=${over}>${say.characters(field.value.length, field.maxCharacters)}</span>
    </p>
    ${shown === nothing ? nothing : html`<p class="eyebrow" aria-hidden="true">${say.preview}</p>${shown}`}
  </div>`;
}

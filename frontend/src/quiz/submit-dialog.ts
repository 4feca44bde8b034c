import { html, nothing } from 'lit';
import { words } from '../ui/language';
import type { Mark } from './sitting-parts';
import { SITTING_WORDS } from './sitting-words';

/** What is asked before all is made final; the browser keeps the focus in it and closes it by Escape. */
export function submitDialog(marks: Mark[], submit: () => void) {
  const say = words(SITTING_WORDS);
  const close = (event: Event) => (event.currentTarget as HTMLElement).closest('dialog')?.close();
  const count = (of: (mark: Mark) => boolean, text: (n: number) => string) => {
    const n = marks.filter(of).length;
    return n ? html`<li>${text(n)}</li>` : nothing;
  };
  const unanswered = marks.some((mark) => !mark.answered);
  return html`<dialog class="sitting-dialog" aria-labelledby="sitting-sure">
    <h2 id="sitting-sure">${say.sureTitle}</h2>
    ${unanswered ? nothing : html`<p>${say.allAnswered}</p>`}
    <ul>
      ${count((mark) => !mark.answered && !mark.unsure, say.unanswered)} ${count((mark) => mark.unsure, say.unsureCount)}
      ${count((mark) => mark.flagged, say.flaggedCount)} ${count((mark) => mark.unsaved && !mark.unsure, say.unsavedCount)}
    </ul>
    <p>${say.final}</p>
    <div class="answer-actions">
      <button
        type="button"
        class="button primary"
        @click=${(event: Event) => {
          close(event);
          submit();
        }}
      >
        ${say.submit}
      </button>
      <button type="button" class="button" autofocus @click=${close}>${say.cancel}</button>
    </div>
  </dialog>`;
}

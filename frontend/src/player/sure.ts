import { html } from 'lit';

/** A question before something that can't be taken back, in the place of the button that asked for it; Escape says no. */
export function sure(ask: { question: string; yes(): void; yesText: string; no(): void; noText: string }) {
  return html`<div class="answer-sure" @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && ask.no()}>
    <p role="alert">${ask.question}</p>
    <div class="answer-actions">
      <button type="button" class="button primary" @click=${() => ask.yes()}>${ask.yesText}</button>
      <button type="button" class="button" @click=${() => ask.no()}>${ask.noText}</button>
    </div>
  </div>`;
}

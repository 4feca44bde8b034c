import { LitElement, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../ui/language';
import { SITTING_WORDS } from './sitting-words';

/** A button beside a question's title that marks it to be looked at again; `skip-flag` {question, on} says so. */
@customElement('skip-flag')
export class SkipFlag extends LitElement {
  @property() question = '';
  @property({ type: Number }) number = 0;
  @property({ type: Boolean }) on = false;

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const say = words(SITTING_WORDS);
    return html`<button
      type="button"
      class="flag"
      aria-pressed=${this.on}
      aria-label=${say.flag(this.number)}
      @click=${() =>
        this.dispatchEvent(
          new CustomEvent('skip-flag', { bubbles: true, detail: { question: this.question, on: !this.on } }),
        )}
    >
      <span aria-hidden="true">${this.on ? '⚑' : '⚐'}</span>
      <span aria-hidden="true">${this.on ? say.flagged : say.flagShort}</span>
    </button>`;
  }
}

import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import './lab';
import type { Sheet } from './lab-types';

/** A button that opens a lab in place and runs it: what would follow if an option were true. */
@customElement('skip-follow')
export class SkipFollow extends LitElement {
  @property({ attribute: false }) sheet?: Sheet & { closed?: boolean };
  @property() label = '';

  @state() private open = false;

  protected override createRenderRoot() {
    return this;
  }

  protected override render() {
    const lab = html`<skip-lab .sheet=${this.sheet} .closed=${!!this.sheet?.closed} .runs=${true}></skip-lab>`;
    return html`<button type="button" class="button" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>
        ${this.label}</button
      >${this.open ? lab : nothing}`;
  }
}

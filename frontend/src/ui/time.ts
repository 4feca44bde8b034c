import { locale } from './language';

/** A sentence whose `{0}` is a time, written in the reader's own zone. */
export class SkipTime extends HTMLElement {
  connectedCallback() {
    const at = new Date(this.getAttribute('datetime') ?? '');
    if (Number.isNaN(at.getTime())) return;
    const told = at.toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' });
    this.textContent = (this.getAttribute('sentence') ?? '{0}').replace('{0}', told);
  }
}

customElements.define('skip-time', SkipTime);

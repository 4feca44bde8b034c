import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { locale, words } from '../ui/language';
import type { AnswerState } from './answer-state';
import { RECEIPT_WORDS } from './receipt-words';

export type Receipt = Pick<AnswerState, 'attempt' | 'sequence' | 'savedAt' | 'hash'>;

/** In eights, which the eye can compare. */
export function grouped(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? '';
}

/** A receipt as one line to keep, in the order of the file of all receipts. */
export function line({ attempt, sequence, savedAt, hash }: Receipt): string {
  return [attempt, sequence, savedAt ?? '', hash].join(' ');
}

/** What the server gave for the answer that it has: to unfold, to read and to copy. */
@customElement('skip-receipt')
export class SkipReceipt extends LitElement {
  @property({ attribute: false }) of?: Receipt;

  @state() private said: '' | 'copied' | 'notCopied' = '';

  protected override createRenderRoot() {
    return this;
  }

  protected override willUpdate(changed: Map<string, unknown>) {
    if (changed.has('of') && (changed.get('of') as Receipt | undefined)?.hash !== this.of?.hash) this.said = '';
  }

  private async copy() {
    try {
      await navigator.clipboard.writeText(line(this.of!));
      this.said = 'copied';
    } catch {
      // Forbidden, or no secure context.
      this.said = 'notCopied';
    }
  }

  protected override render() {
    const receipt = this.of;
    if (!receipt?.hash) return nothing;
    const say = words(RECEIPT_WORDS);
    return html`<details class="receipt">
      <summary>${say.receipt}</summary>
      <p>${say.about}</p>
      <dl class="numbers">
        <dt>${say.sequence}</dt>
        <dd>${receipt.sequence}</dd>
        <dt>${say.saved}</dt>
        <dd>${receipt.savedAt ? new Date(receipt.savedAt).toLocaleString(locale()) : ''}</dd>
        <dt>${say.hash}</dt>
        <dd><code>${grouped(receipt.hash)}</code></dd>
      </dl>
      <div class="answer-actions">
        <button type="button" class="button" @click=${this.copy}>${say.copy}</button>
        <a href="receipts/${receipt.attempt.split(':')[0]}">${say.all}</a>
        <span role="status">${this.said ? say[this.said] : ''}</span>
      </div>
    </details>`;
  }
}

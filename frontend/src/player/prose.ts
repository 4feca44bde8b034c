import katex from 'katex';
import { LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** Sanitised HTML from the server, with its formulas typeset. */
@customElement('skip-prose')
export class SkipProse extends LitElement {
  @property() html = '';

  protected override createRenderRoot() {
    return this;
  }

  protected override updated() {
    this.innerHTML = this.html;
    typeset(this);
  }
}

/** Typesets every `.math` below a node; a `div` is a display formula. What KaTeX refuses stays as it was written. */
export function typeset(root: ParentNode): void {
  for (const node of root.querySelectorAll<HTMLElement>('.math:not([data-done])')) {
    try {
      node.innerHTML = katex.renderToString(node.textContent ?? '', {
        displayMode: node.tagName === 'DIV',
        throwOnError: false,
        trust: false,
      });
    } catch {
      // Nested too deeply even for its own refusal: what was written stays to be read.
    }
    node.dataset['done'] = '';
  }
  const blocks = [...root.querySelectorAll<HTMLElement>('.math, table, pre')];
  for (const block of blocks) {
    reach(block);
    widths?.observe(block);
  }
  // The formulas' own fonts come late and change their width, but not that of the column around them.
  void document.fonts?.ready.then(() => blocks.forEach(reach));
}

/** What is wider than its column scrolls, and must be reached by keyboard too; what fits is no stop on the way. */
function reach(block: HTMLElement): void {
  if (block.tagName === 'SPAN') {
    // Within a line a formula breaks between its parts; only a part that is wider than the line has to scroll.
    const widest = Math.max(0, ...[...block.querySelectorAll<HTMLElement>('.base')].map((part) => part.offsetWidth));
    block.classList.toggle('wide', widest > (block.parentElement?.clientWidth ?? widest));
  }
  if (block.scrollWidth > block.clientWidth) block.tabIndex = 0;
  else block.removeAttribute('tabindex');
}

/** A turned phone or a wider window changes which blocks scroll. */
const widths =
  typeof ResizeObserver === 'undefined'
    ? undefined
    : new ResizeObserver((entries) => entries.forEach(({ target }) => reach(target as HTMLElement)));

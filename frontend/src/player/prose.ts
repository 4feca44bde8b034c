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
    node.innerHTML = katex.renderToString(node.textContent ?? '', {
      displayMode: node.tagName === 'DIV',
      throwOnError: false,
      trust: false,
    });
    node.dataset['done'] = '';
  }
  // What is wider than its column scrolls, and must be reached by keyboard too.
  for (const wide of root.querySelectorAll<HTMLElement>('div.math, table, pre')) {
    if (wide.scrollWidth > wide.clientWidth) wide.tabIndex = 0;
  }
}

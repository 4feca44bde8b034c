// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { typeset } from './prose';

function page(html: string): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = html;
  typeset(root);
  return root;
}

test('a formula is typeset, in a line or on its own', () => {
  const root = page('<span class="math">x^2</span><div class="math">\\frac{a}{b}</div>');
  expect(root.querySelector('span.math .katex')).not.toBeNull();
  expect(root.querySelector('div.math .katex-display')).not.toBeNull();
});

test('what is no formula keeps the sentence readable', () => {
  expect(page('<span class="math">\\frac{</span>').textContent).toContain('\\frac{');
});

test('what scrolls is reached by keyboard, also when its fonts come late', async () => {
  let arrive = () => {};
  const ready = new Promise<void>((resolve) => (arrive = resolve));
  Object.defineProperty(document, 'fonts', { configurable: true, value: { ready } });
  const root = page('<div class="math">x</div><table></table>');
  const [formula, table] = root.children as unknown as [HTMLElement, HTMLElement];
  Object.defineProperty(formula, 'scrollWidth', { value: 900 });
  expect(formula.tabIndex).toBe(-1);
  arrive();
  await ready;
  await Promise.resolve();
  expect(formula.tabIndex).toBe(0);
  expect(table.hasAttribute('tabindex')).toBe(false);
});

test('a formula nested beyond all bounds breaks nothing', () => {
  const deep = `${'x_{'.repeat(3_000)}${'}'.repeat(3_000)}`;
  expect(() => page(`<div class="math">${deep}</div><p>after</p>`)).not.toThrow();
});

// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown';

test('formulas keep their text, whatever Markdown would make of it', () => {
  expect(renderMarkdown('so $a_1 * b_2 * c < d$ holds')).toContain('<span class="math">a_1 * b_2 * c &lt; d</span>');
  expect(renderMarkdown('$$\nx^2\n$$\n')).toContain('<div class="math">x^2</div>');
});

test('prices are no formulas', () => {
  expect(renderMarkdown('from $5 to $10')).not.toContain('math');
});

test.each(['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '[a](javascript:alert(1))', '$<img src=x onerror=alert(1)>$'])(
  'nothing that runs comes through: %s',
  (hostile) => {
    const root = document.createElement('div');
    root.innerHTML = renderMarkdown(hostile);
    expect(root.querySelector('script, img')).toBeNull();
    for (const link of root.querySelectorAll('a')) expect(link.getAttribute('href') ?? '').not.toContain('javascript');
  },
);

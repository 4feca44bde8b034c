import DOMPurify from 'dompurify';
import { Marked, type TokenizerAndRendererExtension } from 'marked';

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The same rules as the server's: no space inside the dollars, no digit behind them. */
const inlineFormula: TokenizerAndRendererExtension = {
  name: 'formula',
  level: 'inline',
  start: (source) => source.indexOf('$'),
  tokenizer(source) {
    const match = /^\$(?![\s$])((?:\\.|[^$\\])*?(?:\\.|[^\s$\\]))\$(?!\d)/s.exec(source);
    return match ? { type: 'formula', raw: match[0], latex: match[1] } : undefined;
  },
  renderer: (token) => `<span class="math">${escape(String(token['latex']))}</span>`,
};

const blockFormula: TokenizerAndRendererExtension = {
  name: 'formulaBlock',
  level: 'block',
  start: (source) => source.search(/^\$\$/m),
  tokenizer(source) {
    const match = /^\$\$([\s\S]+?)\$\$(?:\n|$)/.exec(source);
    return match ? { type: 'formulaBlock', raw: match[0], latex: match[1]?.trim() } : undefined;
  },
  renderer: (token) => `<div class="math">${escape(String(token['latex']))}</div>`,
};

const marked = new Marked({
  extensions: [inlineFormula, blockFormula],
  renderer: { html: ({ text }) => escape(text), image: ({ text }) => escape(text) },
});

const ALLOWED =
  'p br hr em strong del code pre blockquote ul ol li a span div h1 h2 h3 h4 h5 h6 table thead tbody tr th td';

/** A preview of what one types, in this browser alone; what others see is rendered by the server. */
export function renderMarkdown(source: string): string {
  return DOMPurify.sanitize(marked.parse(source, { async: false }), {
    ALLOWED_TAGS: ALLOWED.split(' '),
    ALLOWED_ATTR: ['class', 'href', 'start', 'align'],
  });
}

// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Gaps, SkipCloze } from './answer-cloze';
import { KINDS } from './answer-kinds';
import { type AnswerState, responseOf, valueOf } from './answer-state';

const HTML =
  '<p>A <span class="gap" data-gap="name"></span> of <span class="gap" data-gap="depth"></span> and <span class="gap" data-gap="way"></span>.</p>';
const GAPS: Gaps = {
  name: { type: 'text' },
  depth: { type: 'number', unit: 'm' },
  way: { type: 'choice', options: [{ id: 'a', html: 'adds' }, { id: 'b', html: 'cuts <em>off</em>' }] },
};

async function shown(value: string, answered?: Partial<AnswerState>) {
  document.documentElement.lang = 'en';
  const field = document.createElement('skip-cloze') as SkipCloze;
  Object.assign(field, { html: HTML, gaps: GAPS, name: 'q', value, locked: !!answered, answered });
  field.typed = (next) => (field.value = next);
  document.body.append(field);
  await field.updateComplete;
  return field;
}

describe('the field of a text with gaps', () => {
  afterEach(() => document.body.replaceChildren());

  it('asks in the line, each gap by its place', async () => {
    const field = await shown('');
    const labels = [...field.querySelectorAll('.gap > :is(input, select)')].map((gap) => gap.getAttribute('aria-label'));
    expect(labels).toEqual(['Gap 1 of 3', 'Gap 2 of 3, in m', 'Gap 3 of 3']);
    expect([...field.querySelectorAll('option')].map(({ text }) => text)).toEqual(['Choose', 'adds', 'cuts off']);
  });

  it('tells what is filled in, and keeps the place of typing', async () => {
    const field = await shown('');
    const input = field.querySelector('input')!;
    input.value = 'net';
    input.dispatchEvent(new Event('input'));
    await field.updateComplete;
    expect(field.value).toBe('{"name":"net"}');
    expect(field.querySelector('input')).toBe(input);
    input.value = '';
    input.dispatchEvent(new Event('input'));
    expect(field.value).toBe('');
  });

  it('says of a number that it can’t be read, and lets it not be final', async () => {
    const field = await shown('{"depth":"many m"}');
    expect(field.querySelectorAll('input')[1]!.getAttribute('aria-invalid')).toBe('true');
    expect(field.querySelector('.cloze-says')!.textContent).toContain('Gap 2:');
    const asked = { options: [], parts: { html: HTML, gaps: GAPS }, maxCharacters: 1, unit: '', positive: false };
    expect(KINDS.cloze.finished!(asked, '{"depth":"many m"}')).toBe(false);
    expect(KINDS.cloze.finished!(asked, '{"depth":"5 m","name":"many"}')).toBe(true);
  });

  it('says what came of each gap that was filled in', async () => {
    const pieces = [
      { id: 'name', right: false, points: 0.5, outOf: 1, html: 'near', note: null },
      { id: 'way', right: false, points: 0, outOf: 1, html: null, note: null },
    ];
    const field = await shown('{"name":"n","way":"b"}', { judged: { right: false, points: 0.5, outOf: 3, pieces } });
    const says = [...field.querySelectorAll('.cloze-says li')].map((each) => each.textContent!.replace(/\s+/g, ' ').trim());
    expect(says).toEqual(['Gap 1: Right in part. 0.5 of 1 points near', 'Gap 3: Not right (0).']);
    expect(field.querySelector('select')!.getAttribute('data-told')).toBe('wrong');
    expect(field.querySelector('input')!.getAttribute('aria-describedby')).toBe('cloze-q-name');
  });

  it('goes to the server by its gaps and back, and is read in the order of the text', () => {
    const value = '{"depth":"5","way":"b"}';
    const response = responseOf('cloze', value);
    expect(response).toEqual({ kind: 'parts', values: { depth: '5', way: 'b' } });
    expect(valueOf({ response })).toBe(value);
    const asked = { options: [], parts: { html: HTML, gaps: GAPS }, maxCharacters: 1, unit: '', positive: false };
    expect(KINDS.cloze.readable(asked, value)).toBe('Gap 1:\nGap 2: 5 m\nGap 3: cuts off');
  });
});

// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { KINDS } from './answer-kinds';
import { matchingField } from './answer-matching';
import { type AnswerState, responseOf, valueOf } from './answer-state';
import { withPart } from './parts-state';

const LEFTS = [
  { id: 'vgg', html: 'VGG' },
  { id: 'resnet', html: 'ResNet' },
];
const RIGHTS = [
  { id: 't1', html: '<span class="math">x + F(x)</span>' },
  { id: 't2', html: 'only <em>3×3</em>' },
  { id: 't3', html: 'fire' },
];

function shown(value: string, state?: Partial<AnswerState>) {
  document.documentElement.lang = 'en';
  const place = document.createElement('div');
  const typed = vi.fn<(value: string) => void>();
  const field = { label: 'Answer', name: 'q', value, locked: !!state, lefts: LEFTS, rights: RIGHTS, typed };
  render(matchingField({ ...field, state: state as AnswerState }), place);
  return { place, typed, lists: [...place.querySelectorAll('select')] };
}

describe('the field of pairs', () => {
  it('offers every right to each left, formulas by their letter', () => {
    const { place, lists } = shown('');
    expect(lists.map((list) => list.getAttribute('aria-label'))).toEqual(['Goes with: VGG', 'Goes with: ResNet']);
    const texts = [...lists[0]!.options].map(({ text }) => text.trim().replace(/\s+/g, ' '));
    expect(texts).toEqual(['Choose', 'A', 'B · only 3×3', 'C · fire']);
    expect(place.textContent).toContain('Some stay unused.');
  });

  it('tells what is chosen, and takes it back', () => {
    const { typed, lists } = shown('{"vgg":"t2"}');
    lists[1]!.value = 't1';
    lists[1]!.dispatchEvent(new Event('change'));
    expect(typed).toHaveBeenLastCalledWith('{"resnet":"t1","vgg":"t2"}');
    lists[0]!.value = '';
    lists[0]!.dispatchEvent(new Event('change'));
    expect(typed).toHaveBeenLastCalledWith('');
  });

  it('shows a chosen formula, and what came of each pair', () => {
    const piece = { id: 'resnet', right: false, points: 0, outOf: 1, html: 'why', note: null };
    const { place, lists } = shown('{"resnet":"t1"}', { judged: { right: false, points: 0, outOf: 2, pieces: [piece] } });
    expect(place.querySelectorAll('.matching-chosen .math')).toHaveLength(1);
    expect(place.querySelectorAll('[data-told=wrong]')).toHaveLength(1);
    expect(place.textContent).toContain('Not right (0). why');
    expect(lists.every(({ disabled }) => disabled)).toBe(true);
  });

  it('goes to the server by its parts and back, and is read as pairs', () => {
    const value = withPart(withPart('', 'vgg', 't2'), 'resnet', 't3');
    const response = responseOf('matching', value);
    expect(response).toEqual({ kind: 'parts', values: { resnet: 't3', vgg: 't2' } });
    expect(valueOf({ response })).toBe(value);
    expect(valueOf({ response: responseOf('matching', '') })).toBe('');
    const asked = { options: [], parts: { lefts: LEFTS, rights: RIGHTS }, maxCharacters: 1, unit: '', positive: false };
    expect(KINDS.matching.readable(asked, value)).toBe('VGG → only 3×3\nResNet → fire');
  });
});

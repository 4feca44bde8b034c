// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { severalChoices } from './answer-choices';
import { KINDS } from './answer-kinds';
import { type AnswerState, responseOf, valueOf } from './answer-state';

const OPTIONS = ['a', 'b', 'c'].map((id) => ({ id, letter: id.toUpperCase(), html: `option ${id}` }));

function shown(value: string, state?: Partial<AnswerState>) {
  document.documentElement.lang = 'en';
  const place = document.createElement('div');
  const typed = vi.fn<(value: string) => void>();
  const locked = !!state?.submittedAt;
  render(
    severalChoices({ label: 'Answer', name: 'q', value, locked, options: OPTIONS, state: state as AnswerState, typed }),
    place,
  );
  return { place, typed, boxes: [...place.querySelectorAll('input')] };
}

describe('a choice of several', () => {
  it('adds what is chosen, in the order of the options, and takes it back', () => {
    const { typed, boxes } = shown('c');
    expect(boxes.map((box) => box.checked)).toEqual([false, false, true]);
    boxes[0]!.dispatchEvent(new Event('change'));
    expect(typed).toHaveBeenLastCalledWith('a,c');
    boxes[2]!.dispatchEvent(new Event('change'));
    expect(typed).toHaveBeenLastCalledWith('');
  });

  it('is answered with letters too', () => {
    const { place, typed } = shown('');
    place.querySelector('.choices')!.dispatchEvent(new KeyboardEvent('keydown', { key: 'b' }));
    expect(typed).toHaveBeenLastCalledWith('b');
  });

  it('shows what each chosen one was worth, and the key only where it is told', () => {
    const judged = { right: false, points: 0, outOf: 2, pieces: [{ id: 'b', right: false, points: -1, outOf: null, html: 'why', note: null }] };
    const hidden = shown('b', { submittedAt: 'now', judged, answer: null });
    expect(hidden.place.textContent).toContain('Not right (−1).');
    expect(hidden.place.querySelectorAll('[data-told]')).toHaveLength(1);
    expect(hidden.place.querySelector('[role=group]')!.getAttribute('aria-disabled')).toBe('true');
    hidden.boxes[0]!.dispatchEvent(new Event('change'));
    expect(hidden.typed).not.toHaveBeenCalled();
    const told = shown('b', { submittedAt: 'now', judged, answer: { kind: 'choices', options: ['a', 'c'] } });
    expect(told.place.querySelectorAll('[data-told=right]')).toHaveLength(2);
  });

  it('goes to the server and back, and is read as letters', () => {
    const response = responseOf('multiple-choice', 'a,c');
    expect(response).toEqual({ kind: 'choices', options: ['a', 'c'] });
    expect(valueOf({ response })).toBe('a,c');
    expect(responseOf('multiple-choice', '')).toEqual({ kind: 'choices', options: [] });
    expect(KINDS['multiple-choice'].readable({ options: OPTIONS, maxCharacters: 1, unit: '', positive: false }, 'a,c')).toBe('A, C');
  });
});

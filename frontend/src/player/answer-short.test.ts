// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it, vi } from 'vitest';
import { shortField } from './answer-short';
import { type AnswerState, responseOf, valueOf } from './answer-state';

function shown(value: string, state?: Partial<AnswerState>) {
  document.documentElement.lang = 'en';
  const place = document.createElement('div');
  const typed = vi.fn<(value: string) => void>();
  render(
    shortField({ label: 'Answer', name: 'q', value, maxCharacters: 200, locked: !!state, state: state as AnswerState, typed }),
    place,
  );
  return { place, typed, input: place.querySelector('input')! };
}

const told = (note: string | null, html: string | null) => ({
  judged: { right: false, points: 0, outOf: 2, pieces: [{ id: 'q', right: false, points: 0, outOf: 2, html, note }] },
});

describe('the field of a short answer', () => {
  it('tells what is typed, and says nothing of it', () => {
    const { place, typed, input } = shown('');
    input.value = 'VGG';
    input.dispatchEvent(new Event('input'));
    expect(typed).toHaveBeenCalledWith('VGG');
    expect(input.getAttribute('aria-label')).toBe('Answer');
    expect(input.maxLength).toBe(200);
    expect(place.querySelector('.short-says')).toBeNull();
  });

  it('is read-only once it is final, and says what kind of slip it was', () => {
    const { place, input } = shown('ResNte', told('spelling', null));
    expect(input.readOnly).toBe(true);
    const says = place.querySelector('.short-says')!;
    expect(says.textContent).toContain('Check the spelling');
    expect(input.getAttribute('aria-describedby')).toBe(says.id);
    expect(shown('resnet', told('case', null)).place.textContent).toContain('capital');
    expect(shown('block', told(null, 'Near.')).place.textContent).toContain('Near.');
  });

  it('goes to the server as a text and back', () => {
    const response = responseOf('short-answer', 'VGG');
    expect(response).toEqual({ kind: 'text', markdown: 'VGG' });
    expect(valueOf({ response })).toBe('VGG');
  });
});

// @vitest-environment happy-dom
import { render } from 'lit';
import { describe, expect, it } from 'vitest';
import { numberField } from './answer-number';

function shown(value: string, locked = false): HTMLElement {
  const place = document.createElement('div');
  document.documentElement.lang = 'en';
  render(numberField({ label: 'Answer', name: 'q', value, unit: 'ms', positive: false, locked, typed: () => {} }), place);
  return place;
}

describe('the field of a number', () => {
  it('says how the text is understood, politely', () => {
    const says = shown('1,3·10^-4').querySelector('.number-says')!;
    expect(says.textContent).toBe('= 1.3 × 10⁻⁴ ms');
    expect(says.getAttribute('aria-live')).toBe('polite');
  });

  it('says how to mend what is no number', () => {
    const place = shown('5 kg');
    expect(place.querySelector('.number-says')!.textContent).toContain('in ms');
    expect(place.querySelector('input')!.getAttribute('aria-invalid')).toBe('true');
    expect(shown('').querySelector('input')!.getAttribute('aria-invalid')).toBe('false');
  });

  it('can be read and not changed once it is final', () => {
    const input = shown('5', true).querySelector('input')!;
    expect(input.readOnly).toBe(true);
    expect(input.inputMode || input.getAttribute('inputmode')).toBe('text');
  });
});

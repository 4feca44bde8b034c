import { html, nothing } from 'lit';
import { words } from '../ui/language';
import type { AnswerState } from './answer-state';
import { readAbove, written, writtenText } from './number-text';
import { NUMBER_WORDS } from './number-words';

export interface NumberField {
  label: string;
  /** Unique in the page. */
  name: string;
  value: string;
  unit: string;
  /** Whether only a number above 0 can be an answer. */
  positive: boolean;
  locked: boolean;
  typed(value: string): void;
}

/** How a typed number is understood, in words for whoever reads it; empty where nothing is typed. */
export function understood(value: string, unit: string, positive = false): { text: string; fault: boolean } {
  const say = words(NUMBER_WORDS);
  const reading = readAbove(value, unit, positive);
  return 'problem' in reading
    ? { text: say.problem(reading.problem, unit), fault: reading.problem !== 'empty' }
    : { text: say.understood(written(reading.digits, reading.exponent), unit), fault: false };
}

/** A line to type a number in, its unit behind it, and beneath how it is understood or how to mend it. */
export function numberField(field: NumberField) {
  const say = words(NUMBER_WORDS);
  const { text, fault } = understood(field.value, field.unit, field.positive);
  const id = `number-${field.name}`;
  return html`<div class="number">
    <div class="number-line">
      <input
        type="text"
        inputmode="text"
        autocomplete="off"
        maxlength="100"
        aria-label=${field.label}
        aria-describedby=${field.locked ? `${id}-says` : `${id}-hint ${id}-says`}
        aria-invalid=${fault}
        .value=${field.value}
        ?readonly=${field.locked}
        @input=${(event: Event) => field.typed((event.target as HTMLInputElement).value)}
      />
      ${field.unit ? html`<span class="number-unit">${field.unit}</span>` : nothing}
    </div>
    <p class="number-says" id="${id}-says" aria-live="polite" ?data-fault=${fault}>${text}</p>
    ${field.locked ? nothing : html`<p class="quiet number-hint" id="${id}-hint">${say.hint(field.unit)}</p>`}
  </div>`;
}

/** What came of it: the number, the key, how far they are apart, and where to run the network that gave the key. */
export function numberOutcome(told: NonNullable<AnswerState['number']>) {
  const say = words(NUMBER_WORDS);
  return html`<p class="verdict" data-right=${told.points > 0}>${say.scored(told.points, told.outOf)}</p>
    <dl class="number-told">
      <div><dt>${say.yours}</dt><dd class="numbers">${writtenText(told.value)}</dd></div>
      <div><dt>${say.key}</dt><dd class="numbers">${writtenText(told.key)}</dd></div>
    </dl>
    <p>${say.distance(told.measure, told.distance)}</p>
    ${told.seed === null
      ? nothing
      : html`<p class="quiet">${say.seed(told.seed)} ${told.lab ? html`<a href=${told.lab}>${say.runIt}</a>` : nothing}</p>`}`;
}

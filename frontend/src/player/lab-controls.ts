import { html, nothing } from 'lit';
import { words } from '../ui/language';
import { measured, whole } from './lab-numbers';
import type { Control, Settings } from './lab-types';
import { LAB_WORDS } from './lab-words';

const LOG_STEPS = 100;

/** One setting as a native control; a number shows its value beside its name. Data have a control of their own. */
export function control(it: Control, settings: Settings, set: (name: string, value: string | number) => void) {
  const say = words(LAB_WORDS);
  const name = say.names[it.name] ?? it.name;
  const value = settings[it.name] ?? '';
  switch (it.type) {
    case 'choice':
      return html`<label class="lab-control lab-choice"
        ><span class="lab-name">${name}</span>
        <select @change=${(event: Event) => set(it.name, (event.target as HTMLSelectElement).value)}>
          ${it.options.map(
            (option) => html`<option value=${option} .selected=${option === value}>${say.options[option] ?? option}</option>`,
          )}
        </select></label
      >`;
    case 'data':
      return nothing;
    case 'whole':
      return it.name === 'seed'
        ? html`<label class="lab-control lab-choice"
            ><span class="lab-name">${name}</span>
            <input
              type="number"
              min=${it.min}
              max=${it.max}
              .value=${String(value)}
              @change=${(event: Event) => set(it.name, Number((event.target as HTMLInputElement).value))}
          /></label>`
        : range(name, whole(Number(value)), it.min, it.max, 1, Number(value), (next) => set(it.name, next));
    case 'real':
      return it.logarithmic
        ? range(name, measured(Number(value), 3), 0, LOG_STEPS, 1, toStep(it, Number(value)), (next) =>
            set(it.name, fromStep(it, next)),
          )
        : range(name, measured(Number(value), 3), it.min, it.max, it.step, Number(value), (next) => set(it.name, next));
  }
}

function range(
  name: string,
  text: string,
  min: number,
  max: number,
  step: number,
  value: number,
  set: (value: number) => void,
) {
  return html`<label class="lab-control"
    ><span class="lab-name">${name}<output class="numbers">${text}</output></span>
    <input
      type="range"
      min=${min}
      max=${max}
      step=${step}
      .value=${String(value)}
      aria-valuetext=${text}
      @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value))}
  /></label>`;
}

type Log = Extract<Control, { type: 'real' }>;

export function toStep(it: Log, value: number): number {
  return Math.round((Math.log(value / it.min) / Math.log(it.max / it.min)) * LOG_STEPS);
}

/** Three digits are enough for a hand on a slider, and keep the number short. */
export function fromStep(it: Log, step: number): number {
  return Number((it.min * (it.max / it.min) ** (step / LOG_STEPS)).toPrecision(3));
}

import { html, nothing } from 'lit';
import { words } from '../ui/language';
import { isFile } from './lab-address';
import { control } from './lab-controls';
import type { OwnData } from './lab-data';
import { dataControl, dataName, dataPanel } from './lab-data-parts';
import { csv, png, save, standalone } from './lab-export';
import type { Figure } from './lab-figures';
import { same } from './lab-machine';
import { measured, whole } from './lab-numbers';
import type { Control, Settings, Sheet } from './lab-types';
import { LAB_WORDS } from './lab-words';
import { VERIFY_WORDS } from './verify-words';

interface Hand {
  sheet: Sheet;
  settings: Settings;
  /** What a run shows must not be taken for another setting's. */
  locked: boolean;
  open: boolean;
  id: string;
  own: OwnData;
  toggle(): void;
  set(name: string, value: string | number): void;
  take(settings: Settings): void;
}

/** The two or three settings in view, and the rest with the presets where "more" opens. */
export function controls({ sheet, settings, locked, open, id, own, toggle, set, take }: Hand) {
  const say = words(LAB_WORDS);
  const inView = (name: string) => sheet.inView.includes(name);
  const shown = (it: Control) =>
    it.type === 'data' ? dataControl(it.name, it.options, sheet, settings, own, (data) => set(it.name, data)) : control(it, settings, set);
  const data = sheet.controls.find(({ type }) => type === 'data');
  const panel = data ? dataPanel(own, `${id}-data`, (value) => set(data.name, value)) : nothing;
  // Beneath its control, and never out of sight: it also says that data were not taken.
  const panelInMore = open && data !== undefined && !inView(data.name);
  return html`<fieldset class="lab-hand" ?disabled=${locked}>
    <legend class="visually-hidden">${say.settings}</legend>
    <div class="lab-controls">
      ${sheet.controls.filter((it) => inView(it.name)).map(shown)}
      <button type="button" class="button lab-more-button" aria-expanded=${open} aria-controls=${id} @click=${toggle}>
        ${open ? say.less : say.more}
      </button>
    </div>
    ${panelInMore ? nothing : panel}
    <div class="lab-more" id=${id} ?hidden=${!open}>
      <div class="lab-controls">${sheet.controls.filter((it) => !inView(it.name)).map(shown)}</div>
      ${panelInMore ? panel : nothing}
      <p class="eyebrow" id="${id}-presets">${say.presets}</p>
      <ul class="lab-presets" aria-labelledby="${id}-presets">
        ${sheet.presets.map(
          (preset) => html`<li>
            <button type="button" class="lab-preset" aria-pressed=${same(preset.settings, settings)} @click=${() => take(preset.settings)}>
              <span class="lab-preset-title">${preset.title}</span>
              ${preset.breaks ? html`<span class="lab-breaks">${say.breaksLong}</span>` : nothing}
            </button>
          </li>`,
        )}
      </ul>
    </div>
  </fieldset>`;
}

/** What the author says about these settings, if they are a preset's; only once there is a result, for it gives it away. */
export function presetNote(sheet: Sheet, settings: Settings) {
  const preset = sheet.presets.find((one) => same(one.settings, settings));
  return preset ? html`<p class="lab-note"><strong>${preset.title}.</strong> ${preset.says}</p>` : nothing;
}

export function settingsList(sheet: Sheet, settings: Settings) {
  const say = words(LAB_WORDS);
  const text = (value: string | number) =>
    typeof value === 'number' ? measured(value, 6) : isFile(value) ? dataName(value, sheet) : (say.options[value] ?? value);
  return html`<dl class="lab-settings" aria-label=${say.settings}>
    ${sheet.controls.map(({ name }) => {
      const value = settings[name];
      return value === undefined ? nothing : html`<div><dt>${say.names[name] ?? name}</dt><dd>${text(value)}</dd></div>`;
    })}
  </dl>`;
}

interface Menu {
  name: string;
  drawn: Figure;
  table: boolean;
  drawing(): SVGSVGElement;
  showTable(): void;
  /** Has DL4J compute some of the run beside it. */
  verify?(): Promise<void>;
  /** The lab alone, set as it is here. */
  link?: string;
  /** The run whose networks can be taken home. */
  run?: string;
}

/** The table and the exports behind one small button; Escape closes it. */
export function menu({ name, drawn, table, drawing, showTable, verify, link, run }: Menu) {
  const say = words(LAB_WORDS);
  const close = (event: Event) => {
    const details = (event.currentTarget as Element).closest('details')!;
    details.open = false;
    details.querySelector('summary')!.focus();
  };
  const item = (text: string, work: () => unknown) =>
    html`<button
      type="button"
      class="quiet-button"
      @click=${(event: Event) => {
        close(event);
        void work();
      }}
    >
      ${text}
    </button>`;
  const leave = (event: FocusEvent) => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (event.relatedTarget && !details.contains(event.relatedTarget as Node)) details.open = false;
  };
  return html`<details class="lab-menu" @focusout=${leave} @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close(event)}>
    <summary class="button" aria-label=${say.menu} title=${say.menu}>…</summary>
    <div class="lab-menu-items">
      ${item(table ? say.hideTable : say.table, showTable)}
      ${verify ? item(words(VERIFY_WORDS).verify, verify) : nothing}
      ${link === undefined ? nothing : html`<a class="quiet-button" href=${link} target="_blank">${say.alone}</a>`}
      ${run === undefined ? nothing : html`<a class="quiet-button" href="api/runs/${run}/network.zip" download router-ignore>${say.takeHome}</a>`}
      ${item(say.svg, () => save(`${name}.svg`, new Blob([standalone(drawing())], { type: 'image/svg+xml' })))}
      ${item(say.png, async () => save(`${name}.png`, await png(drawing())))}
      ${item(say.csv, () => save(`${name}.csv`, new Blob(['\ufeff', csv(drawn.table)], { type: 'text/csv' })))}
    </div>
  </details>`;
}

export function dataTable(drawn: Figure, title: string) {
  const cell = (value: string | number) => (typeof value === 'string' ? value : Number.isSafeInteger(value) ? whole(value) : measured(value, 4));
  return html`<div class="lab-table" tabindex="0" role="group" aria-label=${title}>
    <table>
      <caption class="visually-hidden">${title}</caption>
      <thead><tr>${drawn.table.head.map((head) => (head ? html`<th scope="col">${head}</th>` : html`<td></td>`))}</tr></thead>
      <tbody>
        ${drawn.table.rows.map(
          ([first = '', ...rest]) => html`<tr><th scope="row">${cell(first)}</th>${rest.map((value) => html`<td>${cell(value)}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

import { html, nothing } from 'lit';
import { words } from '../ui/language';
import type { OwnData } from './lab-data';
import { DATA_WORDS } from './lab-data-words';
import type { Settings, Sheet } from './lab-types';
import { LAB_WORDS } from './lab-words';

/** The entry that is no data, but asks for a file. */
const CHOOSE = 'choose';

/** What a file is called; one of another person bears the beginning of its digest. */
export function dataName(data: string, sheet: Sheet, own?: OwnData): string {
  const say = words(LAB_WORDS);
  const known = own?.files.find((file) => file.data === data)?.name ?? sheet.data?.find(({ value }) => value === data)?.name;
  return known ?? say.options[data] ?? words(DATA_WORDS).unnamed(data.split(':')[1]?.slice(0, 8) ?? data);
}

/** The data of a lab: the built-in sets, the course's, the person's own, and the way to one more. */
export function dataControl(name: string, options: readonly string[], sheet: Sheet, settings: Settings, own: OwnData, set: (data: string) => void) {
  const say = words(LAB_WORDS);
  const says = words(DATA_WORDS);
  const now = String(settings[name] ?? '');
  const listed = [...options, ...(sheet.data ?? []).map(({ value }) => value), ...own.files.map(({ data }) => data)];
  const option = (value: string) => html`<option value=${value} .selected=${value === now}>${dataName(value, sheet, own)}</option>`;
  const change = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    if (select.value !== CHOOSE) return set(select.value);
    select.value = now;
    own.show(true);
    const lab = select.closest('.lab');
    setTimeout(() => lab?.querySelector<HTMLElement>('.lab-data input')?.focus());
  };
  return html`<label class="lab-control lab-choice" @focusin=${() => void own.load()} @pointerenter=${() => void own.load()}
    ><span class="lab-name">${say.names[name] ?? name}</span>
    <select @change=${change}>
      ${[...(listed.includes(now) ? options : [...options, now])].map(option)}
      ${sheet.data?.length ? html`<optgroup label=${says.course}>${sheet.data.map(({ value }) => option(value))}</optgroup>` : nothing}
      ${own.files.length > 0 ? html`<optgroup label=${says.own}>${own.files.map(({ data }) => option(data))}</optgroup>` : nothing}
      <option value=${CHOOSE}>${says.choose}</option>
    </select></label
  >`;
}

/** Where a file is chosen or dropped, what was wrong with it, and the files that are kept. */
export function dataPanel(own: OwnData, id: string, set: (data: string) => void) {
  const says = words(DATA_WORDS);
  const take = async (file: File | undefined) => {
    const data = file && (await own.add(file));
    if (data) set(data);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer?.files[0]);
  };
  const choose = (event: Event) => {
    const input = event.target as HTMLInputElement;
    void take(input.files?.[0]);
    // The same file, mended, may be chosen again.
    input.value = '';
  };
  return html`<div class="lab-data-said" role="status">${said(own)}</div>
    ${own.open
      ? html`<div class="lab-data" role="group" aria-labelledby="${id}-title" @dragover=${(event: Event) => event.preventDefault()} @drop=${drop}
          @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && own.show(false)}>
          <p class="lab-data-title" id="${id}-title">${says.title}</p>
          <p id="${id}-wanted">${says.wanted}</p>
          <label class="lab-data-file"><span>${says.file}</span>
            <input type="file" accept=".csv,.tsv,.txt,text/csv" ?disabled=${own.busy} aria-describedby="${id}-wanted" @change=${choose} /></label>
          <p class="lab-data-quiet">${says.drop}</p>
          ${own.files.length > 0 ? html`<p class="eyebrow">${says.mine}</p><ul class="lab-data-files">${own.files.map((file) => fileRow(file, own, set))}</ul>` : nothing}
          <button type="button" class="button" @click=${() => own.show(false)}>${says.close}</button>
        </div>`
      : nothing}`;
}

function fileRow(file: OwnData['files'][number], own: OwnData, set: (data: string) => void) {
  const says = words(DATA_WORDS);
  const use = () => {
    own.show(false);
    set(file.data);
  };
  return html`<li>
    <span><strong>${file.name}</strong><br /><span class="lab-data-quiet">${says.shape(file.examples, file.inputs, file.classes)}</span></span>
    <button type="button" class="quiet-button" @click=${use}>${says.use}</button>
    ${file.used
      ? html`<span class="lab-data-quiet">${says.used}</span>`
      : html`<button type="button" class="quiet-button" aria-label=${says.remove(file.name)} ?disabled=${own.busy} @click=${() => void own.remove(file.data)}>
          ${says.removeShort}
        </button>`}
  </li>`;
}

function said(own: OwnData) {
  const says = words(DATA_WORDS);
  if (own.wrong) {
    return html`<p class="lab-data-wrong">${says.wrong(own.wrong.name, own.wrong.problems.length)}</p>
      <ol class="lab-data-problems">
        ${own.wrong.problems.map((each) => html`<li><strong>${says.line(each.line)}</strong> ${says.problem(each)}</li>`)}
      </ol>`;
  }
  if (own.refusal) return html`<p class="lab-data-wrong">${says.refused(own.refusal)}</p>`;
  if (own.busy && own.open) return html`<p>${says.reading}</p>`;
  return own.taken ? html`<p>${says.kept(own.taken)}</p>` : nothing;
}

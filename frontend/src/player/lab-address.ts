import type { Control, Settings, Sheet } from './lab-types';

/** The settings that differ from the lab's own, as the query of an address; empty where none does. */
export function query(settings: Settings, sheet: Sheet): string {
  const parameters = new URLSearchParams();
  for (const { name } of sheet.controls) {
    const value = settings[name];
    if (value !== undefined && value !== sheet.settings[name]) parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text && `?${text}`;
}

/** The settings that an address tells. What it tells wrongly, or not at all, is as the lab's own. */
export function settingsOf(search: string, sheet: Sheet): Settings {
  const parameters = new URLSearchParams(search);
  const settings = { ...sheet.settings };
  for (const control of sheet.controls) {
    const text = parameters.get(control.name);
    const value = text === null ? undefined : valueOf(control, text);
    if (value !== undefined) settings[control.name] = value;
  }
  return settings;
}

function valueOf(control: Control, text: string): string | number | undefined {
  if (control.type === 'choice') return control.options.includes(text) ? text : undefined;
  // Whether this person may use it only the server knows.
  if (control.type === 'data') return control.options.includes(text) || isFile(text) ? text : undefined;
  const value = text.trim() === '' ? Number.NaN : Number(text);
  const fits = value >= control.min && value <= control.max && (control.type === 'real' || Number.isInteger(value));
  return fits ? value : undefined;
}

/** Whether data are a file's, named by its digest. */
export function isFile(data: unknown): boolean {
  return /^(own|course):[0-9a-f]{64}$/.test(String(data));
}

import type { Control, Settings } from './lab-types';

/** The sick network of a repair: where it stands, what may be turned, and what is to be reached. */
export interface Sick {
  settings: Settings;
  dials: Control[];
  seeds: number;
  goals: { accuracy: number; points: number }[];
}

export type Dials = Record<string, string>;

/** What a saved answer turned, by dial; nothing where none is saved yet. */
export function turned(value: string): Dials {
  return value === '' ? {} : (JSON.parse(value) as Dials);
}

/** Equal dials give equal text, whoever names them first. */
export function written(dials: Dials): string {
  return JSON.stringify(Object.fromEntries(Object.entries(dials).sort(([one], [other]) => (one < other ? -1 : 1))));
}

/** All settings of the network as it is turned, numbers as numbers. */
export function mended({ settings, dials }: Sick, value: string): Settings {
  const own = turned(value);
  return {
    ...settings,
    ...Object.fromEntries(
      dials.flatMap(({ name, type }) => {
        const text = own[name];
        return text === undefined ? [] : [[name, type === 'choice' ? text : Number(text)]];
      }),
    ),
  };
}

/** The answer after one more dial was turned; every dial is in it. */
export function turn(sick: Sick, value: string, name: string, to: string | number): string {
  const settings = { ...mended(sick, value), [name]: to };
  return written(Object.fromEntries(sick.dials.map((dial) => [dial.name, String(settings[dial.name])])));
}

/** Whether it is another network than the sick one; the deviation counts where the initialiser is normal. */
export function changed(sick: Sick, value: string): boolean {
  const settings = mended(sick, value);
  return sick.dials.some(
    ({ name }) => settings[name] !== sick.settings[name] && (name !== 'sd' || settings['initialiser'] === 'normal'),
  );
}

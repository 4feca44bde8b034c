import { turned, written } from './repair-state';

/** What is given for each part of an answer, by its id. */
export type Given = Record<string, string>;

export function givenOf(value: string): Given {
  return turned(value);
}

/** Equal parts give equal text; nothing given is no text. */
export function valueOfParts(given: Given): string {
  const told = Object.fromEntries(Object.entries(given).filter(([, part]) => part !== ''));
  return Object.keys(told).length === 0 ? '' : written(told);
}

/** The answer after one part is given, or taken back with an empty text. */
export function withPart(value: string, id: string, part: string): string {
  return valueOfParts({ ...givenOf(value), [id]: part });
}

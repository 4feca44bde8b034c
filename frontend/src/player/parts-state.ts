import { nothing } from 'lit';
import type { AnswerState, Piece } from './answer-state';
import { turned, written } from './repair-state';

/** The ids in a value of several. */
export function severalOf(value: string): string[] {
  return value === '' ? [] : value.split(',');
}

/** What may be told of one part. */
export function pieceOf(state: AnswerState | undefined, id: string): Piece | undefined {
  return state?.judged?.pieces.find((piece) => piece.id === id);
}

/** The same as the attribute `data-told` has it. */
export function told(piece: Pick<Piece, 'right' | 'points'> | undefined) {
  if (!piece) return nothing;
  return piece.right ? 'right' : (piece.points ?? 0) > 0 ? 'part' : 'wrong';
}

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

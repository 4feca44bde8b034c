import { joined, parted } from './certainty';
import type { Sheet } from './lab-types';
import { givenOf, valueOfParts } from './parts-state';
import { drawn, written } from './prediction-state';
import { turned, written as dials } from './repair-state';

/** An answer as the server tells it; see the endpoint in the room `learn`. */
export interface AnswerState {
  attempt: string;
  sequence: number;
  writeId: string;
  response:
    | { kind: 'choice'; option: string }
    | { kind: 'text'; markdown: string }
    | { kind: 'curve'; log10Values: number[] }
    | { kind: 'settings'; values: Record<string, string> }
    | { kind: 'number'; text: string }
    | { kind: 'choices'; options: string[] }
    | { kind: 'parts'; values: Record<string, string> }
    | { kind: 'certain'; certainty: number; answer: NonNullable<AnswerState['response']> }
    | null;
  savedAt: string | null;
  hash: string;
  submittedAt: string | null;
  feedback: { option: string; right: boolean; html: string; points: number; outOf: number } | null;
  key: string | null;
  nextAttempt: string | null;
  first: { points: number; outOf: number } | null;
  mark: {
    points: number;
    outOf: number;
    comment: string;
    levels: { criterion: string; level: string; points: number; outOf: number }[];
  } | null;
  waiting: boolean;
  solutions: { title: string; html: string }[] | null;
  /** What came out of a locked prediction: exponents of ten, one for each layer. */
  measured: { seed: number; curve: number[]; distance: number; points: number; outOf: number } | null;
  /** What a repaired network reached; an accuracy of 0 is a loss that left the range of numbers. */
  repaired: { trials: { seed: number; accuracy: number }[]; median: number; points: number; outOf: number } | null;
  /** By option, the lab that shows what would follow from it. */
  follows: Record<string, Sheet> | null;
  /** What came of a number; numbers are texts where doubles may not hold them. */
  number: {
    value: string;
    key: string;
    measure: string;
    distance: number | null;
    points: number;
    outOf: number;
    seed: number | null;
    lab: string | null;
  } | null;
  /** What an answer in parts is worth, and those of its parts that may be told. */
  judged: { right: boolean; points: number; outOf: number; pieces: Piece[] } | null;
  /** An answer that is worth all points, once it was shown or met. */
  answer: AnswerState['response'];
  /** What it brings in its quiz, once that may be told. */
  worth?: { points: number; outOf: number } | null;
  /** Of a quiz: how often it may still be checked, and whether what stands here was checked and missed. */
  tries?: { left: number; missed: boolean } | null;
}

/** One part of an answer; `html` is sanitised by the server, `points` is null where only the whole is worth something. */
export interface Piece {
  id: string;
  right: boolean;
  points: number | null;
  outOf: number | null;
  html: string | null;
  note: string | null;
}

export type Kind = 'choice' | 'essay' | 'prediction' | 'repair' | 'numeric' | 'multiple-choice' | 'short-answer' | 'ordering' | 'matching' | 'cloze';

export function valueOf(state: Pick<AnswerState, 'response'>): string {
  if (!state.response) return '';
  switch (state.response.kind) {
    case 'choice':
      return state.response.option;
    case 'text':
      return state.response.markdown;
    case 'curve':
      return written(state.response.log10Values);
    case 'settings':
      return dials(state.response.values);
    case 'number':
      return state.response.text;
    case 'choices':
      return state.response.options.join(',');
    case 'parts':
      return valueOfParts(state.response.values);
    case 'certain':
      return joined({
        certainty: String(state.response.certainty),
        answer: valueOf({ response: state.response.answer }),
      });
  }
}

export function responseOf(kind: Kind, value: string): NonNullable<AnswerState['response']> {
  switch (kind) {
    case 'choice':
      return { kind: 'choice', option: value };
    case 'essay':
    case 'short-answer':
      return { kind: 'text', markdown: value };
    case 'prediction':
      return { kind: 'curve', log10Values: drawn(value) ?? [] };
    case 'repair':
      return { kind: 'settings', values: turned(value) };
    case 'numeric':
      return { kind: 'number', text: value };
    case 'multiple-choice':
    case 'ordering':
      return { kind: 'choices', options: value === '' ? [] : value.split(',') };
    case 'matching':
    case 'cloze':
      return { kind: 'parts', values: givenOf(value) };
  }
}

/** The same of a value that bears its certainty; see {@link parted}. */
export function certainResponseOf(kind: Kind, value: string): NonNullable<AnswerState['response']> {
  const { certainty, answer } = parted(value);
  return { kind: 'certain', certainty: Number(certainty), answer: responseOf(kind, answer) };
}

/** Where the text on the screen stands; the element has the sentence for each. */
export type Standing =
  | 'loading'
  | 'empty'
  | 'typing'
  | 'saved'
  | 'signed-out'
  | 'other-user'
  | 'unreachable'
  | 'refused'
  | 'conflict'
  /** An answer without its certainty: a draft, no answer yet. */
  | 'unsure'
  | 'submitted';

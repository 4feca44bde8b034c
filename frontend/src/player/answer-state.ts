/** An answer as the server tells it; see the endpoint in the room `learn`. */
export interface AnswerState {
  attempt: string;
  sequence: number;
  writeId: string;
  response: { kind: 'choice'; option: string } | { kind: 'text'; markdown: string } | null;
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
}

export type Kind = 'choice' | 'essay';

export function valueOf(state: AnswerState): string {
  if (!state.response) return '';
  return state.response.kind === 'choice' ? state.response.option : state.response.markdown;
}

export function responseOf(kind: Kind, value: string): NonNullable<AnswerState['response']> {
  return kind === 'choice' ? { kind: 'choice', option: value } : { kind: 'text', markdown: value };
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
  | 'submitted';

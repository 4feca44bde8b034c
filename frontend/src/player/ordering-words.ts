import type { Wordings } from '../ui/language';

export interface OrderingWords {
  how: string;
  keep: string;
  kept: string;
  up(name: string): string;
  down(name: string): string;
  drag: string;
  /** Where something stands now. */
  place(name: string, place: number, of: number): string;
  /** Whether what follows is what should. */
  next(right: boolean, points: number | null): string;
}

const ordinal = (n: number) => {
  const ends: Record<string, string> = { one: 'st', two: 'nd', few: 'rd' };
  return `${n}${ends[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? 'th'}`;
};

export const ORDERING_WORDS: Wordings<OrderingWords> = {
  ko: {
    how: '위아래 단추나 끌기로 순서를 정하십시오.',
    keep: '이 순서로 답하기',
    kept: '아직 아무것도 옮기지 않았습니다.',
    up: (name) => `위로: ${name}`,
    down: (name) => `아래로: ${name}`,
    drag: '끌어서 옮기기',
    place: (name, place, of) => `${name}: ${of}개 중 ${place}번째`,
    next: (right, points) => (right ? `다음 것과 바르게 이어집니다${points ? ` (+${points}점).` : '.'}` : '이 바로 다음이 맞지 않습니다.'),
  },
  en: {
    how: 'Put them in order with the buttons, or by dragging.',
    keep: 'Answer with this order',
    kept: 'Nothing is moved yet.',
    up: (name) => `Up: ${name}`,
    down: (name) => `Down: ${name}`,
    drag: 'Drag to move',
    place: (name, place, of) => `${name}: ${ordinal(place)} of ${of}`,
    next: (right, points) => (right ? `Rightly followed by the next${points ? ` (+${points}).` : '.'}` : 'Something else must follow here.'),
  },
};

import type { Wordings } from '../ui/language';
import { signed } from './signed';

export interface PartsWords {
  several: string;
  /** Of one piece; points below 0 were taken away, null where only the whole counts. */
  piece(right: boolean, points: number | null): string;
  scored(points: number, outOf: number): string;
  inPart(points: number, outOf: number): string;
  answer: string;
  /** By the slip, of what is nearly an answer. */
  notes: Record<string, string>;
  sure: string;
  surePractice: string;
  goOn: string;
}

export const PARTS_WORDS: Wordings<PartsWords> = {
  ko: {
    several: '맞는 것이 여러 개일 수 있습니다. 맞는 것을 모두 고르십시오.',
    piece: (right, points) => `${right ? '맞음' : '틀림'}${points === null ? '.' : ` (${signed(points)}점).`}`,
    scored: (points, outOf) => `${points} / ${outOf}점`,
    inPart: (points, outOf) => `일부만 맞았습니다. ${points} / ${outOf}점`,
    answer: '정답',
    notes: {
      spelling: '거의 맞는 답입니다. 철자를 확인하십시오.',
      case: '글자는 같지만 대문자와 소문자가 다릅니다.',
    },
    sure: '첫 제출이 점수로 남습니다. 제출하시겠습니까?',
    surePractice: '제출하면 이번 답은 더 고칠 수 없습니다. 제출하시겠습니까?',
    goOn: '더 생각하겠습니다',
  },
  en: {
    several: 'Several may be right. Choose all that are.',
    piece: (right, points) => `${right ? 'Right' : 'Not right'}${points === null ? '.' : ` (${signed(points)}).`}`,
    scored: (points, outOf) => `${points} of ${outOf} points`,
    inPart: (points, outOf) => `Right in part. ${points} of ${outOf} points`,
    answer: 'The answer',
    notes: {
      spelling: 'This is nearly an answer. Check the spelling.',
      case: 'The letters are right, but capital and small ones are not.',
    },
    sure: 'Your first submission counts. Submit now?',
    surePractice: 'This answer can’t be changed after. Submit now?',
    goOn: 'Think on',
  },
};

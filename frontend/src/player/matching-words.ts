import type { Wordings } from '../ui/language';

export interface MatchingWords {
  how: string;
  unused: string;
  twice: string;
  choose: string;
  rights: string;
  /** What is chosen for a left. */
  partner(left: string): string;
}

export const MATCHING_WORDS: Wordings<MatchingWords> = {
  ko: {
    how: '각 항목에 어울리는 것을 고르십시오.',
    unused: '남는 것이 있습니다.',
    twice: '하나가 여러 번 쓰일 수 있습니다.',
    choose: '고르십시오',
    rights: '고를 것',
    partner: (left) => `${left}의 짝`,
  },
  en: {
    how: 'Choose what belongs to each.',
    unused: 'Some stay unused.',
    twice: 'One may be used more than once.',
    choose: 'Choose',
    rights: 'To choose from',
    partner: (left) => `Goes with: ${left}`,
  },
};

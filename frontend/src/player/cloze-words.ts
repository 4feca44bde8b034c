import type { Wordings } from '../ui/language';

export interface ClozeWords {
  gap(n: number, of: number, unit: string): string;
  /** The head of what is said of a gap. */
  ofGap(n: number): string;
  choose: string;
}

export const CLOZE_WORDS: Wordings<ClozeWords> = {
  ko: {
    gap: (n, of, unit) => `빈칸 ${of}개 중 ${n}번째${unit ? ` (단위 ${unit})` : ''}`,
    ofGap: (n) => `빈칸 ${n}:`,
    choose: '고르십시오',
  },
  en: {
    gap: (n, of, unit) => `Gap ${n} of ${of}${unit ? `, in ${unit}` : ''}`,
    ofGap: (n) => `Gap ${n}:`,
    choose: 'Choose',
  },
};

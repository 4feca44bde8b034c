import type { Wordings } from '../ui/language';
import type { NumberProblem } from './number-text';

export interface NumberWords {
  hint(unit: string): string;
  understood(number: string, unit: string): string;
  problem(problem: NumberProblem, unit: string): string;
  yours: string;
  key: string;
  distance(measure: string, distance: number | null): string;
  scored(points: number, outOf: number): string;
  seed(seed: number): string;
  runIt: string;
  follow: string;
  followOther(letter: string): string;
}

const short = (value: number) => String(Number(value.toPrecision(3)));

export const NUMBER_WORDS: Wordings<NumberWords> = {
  ko: {
    hint: (unit) =>
      `0.0013, 1.3e-3, 1.3×10^-3처럼 쓸 수 있습니다.${unit ? ` 단위는 ${unit}이며 쓰지 않아도 됩니다.` : ''}`,
    understood: (number, unit) => `= ${number}${unit ? ` ${unit}` : ''}`,
    problem: (problem, unit) =>
      ({
        empty: '',
        'no-number': '수가 보이지 않습니다. 0.0013이나 1.3e-3처럼 숫자로 써 주십시오.',
        'not-one': '수 하나로 읽을 수 없습니다. 계산한 결과 하나만 써 주십시오.',
        separator: '쉼표나 점을 어떻게 읽을지 분명하지 않습니다. 1,234는 1234로, 소수는 1.234로 써 주십시오.',
        extreme: '지수가 너무 큽니다. -1000에서 1000 사이로 써 주십시오.',
        unit: unit ? `단위가 다릅니다. ${unit} 단위로 바꾸어 써 주십시오.` : '이 문제의 답에는 단위가 없습니다. 수만 써 주십시오.',
        'not-positive': '0보다 큰 수를 써 주십시오. 지수만이 아니라 1e-14처럼 수 전체를 씁니다.',
      })[problem],
    yours: '제출한 수',
    key: '정답',
    distance: (measure, distance) =>
      distance === null
        ? '0보다 크지 않은 수는 로그 축 위에 없습니다.'
        : measure === 'decades'
          ? `로그 축에서 ${distance.toFixed(2)}만큼 떨어져 있습니다.`
          : measure === 'figures'
            ? `유효 숫자 ${distance}자리가 맞습니다.`
            : measure === 'relative'
              ? `정답의 ${short(distance * 100)}%만큼 다릅니다.`
              : `차이는 ${short(distance)}입니다.`,
    scored: (points, outOf) => `${points} / ${outOf}점`,
    seed: (seed) => `제출할 때 시드 ${seed}로 측정했습니다.`,
    runIt: '바로 이 신경망을 실험에서 돌려 보기',
    follow: '그렇다면 어떻게 될지 돌려 보기',
    followOther: (letter) => `${letter}라면 어떻게 될지 돌려 보기`,
  },
  en: {
    hint: (unit) =>
      `Write it as 0.0013, 1.3e-3 or 1.3×10^-3.${unit ? ` The unit is ${unit}; you may leave it away.` : ''}`,
    understood: (number, unit) => `= ${number}${unit ? ` ${unit}` : ''}`,
    problem: (problem, unit) =>
      ({
        empty: '',
        'no-number': 'There is no number yet. Write it in digits, such as 0.0013 or 1.3e-3.',
        'not-one': 'This is not one number. Write the result alone, such as 0.0013.',
        separator: 'The comma or dot can be read in two ways. Write 1234 without it, or 1.234 with a decimal point.',
        extreme: 'The exponent is too large. Keep it between -1000 and 1000.',
        unit: unit ? `The unit is another one. Write the number in ${unit}.` : 'This answer has no unit. Write the number alone.',
        'not-positive': 'Write a number above 0: the whole number, such as 1e-14, not its exponent alone.',
      })[problem],
    yours: 'Your number',
    key: 'The answer',
    distance: (measure, distance) =>
      distance === null
        ? 'A number that is not above 0 has no place on the log axis.'
        : measure === 'decades'
          ? `On the log axis they are ${distance.toFixed(2)} apart.`
          : measure === 'figures'
            ? `Significant figures that agree: ${distance}.`
            : measure === 'relative'
              ? `They differ by ${short(distance * 100)}% of the answer.`
              : `They differ by ${short(distance)}.`,
    scored: (points, outOf) => `${points} of ${outOf} points`,
    seed: (seed) => `Measured at your submission with seed ${seed}.`,
    runIt: 'Run exactly this network in the lab',
    follow: 'Run what would follow',
    followOther: (letter) => `Run what would follow from ${letter}`,
  },
};

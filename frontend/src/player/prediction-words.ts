import type { Wordings } from '../ui/language';

export interface PredictionWords {
  prediction: string;
  hint: string;
  axes: string;
  start: string;
  layer(layer: number): string;
  notYet: string;
  power(exponent: number): string;
  at(layer: number, exponent: number): string;
  tenth(value: number): string;
  table: string;
  head: readonly [string, string, string, string];
  lock: string;
  sureLock: string;
  goOn: string;
  scored(distance: number, points: number, outOf: number): string;
  seed(seed: number): string;
  closed: string;
}

const tenth = (value: number) => value.toFixed(1).replace('-', '−').replace(/\.0$/, '');

export const PREDICTION_WORDS: Wordings<PredictionWords> = {
  ko: {
    prediction: '예측',
    hint: '그림 위를 끌어 곡선을 그리십시오. 키보드로는 ←와 →로 층을 고르고 ↑와 ↓로 점을 옮깁니다.',
    axes: '세로축은 |∂L/∂h|의 로그, 가로축은 층입니다.',
    start: '아직 그리지 않았습니다. 점은 모두 1에서 출발합니다.',
    layer: (layer) => `층 ${layer}`,
    notYet: '아직 그리지 않음',
    power: (exponent) => `10의 ${tenth(exponent)}제곱`,
    at: (layer, exponent) => `층 ${layer}: 10의 ${tenth(exponent)}제곱`,
    tenth,
    table: '두 곡선을 표로 보기',
    head: ['층', '예측(log₁₀)', '측정(log₁₀)', '거리'],
    lock: '예측 확정',
    sureLock: '확정하면 더 고칠 수 없고, 바로 결과가 공개됩니다. 확정하시겠습니까?',
    goOn: '더 그리겠습니다',
    scored: (distance, points, outOf) =>
      `로그 축에서 두 곡선은 평균 ${distance.toFixed(2)}만큼 떨어져 있습니다. ${points} / ${outOf}점`,
    seed: (seed) => `확정한 뒤 시드 ${seed}로 측정했습니다. 실험에서 이 시드로 다시 계산해 볼 수 있습니다.`,
    closed: '이 실험은 아직 닫혀 있습니다. 답을 미리 알려 주게 될 문제가 남아 있어서입니다. 수업에서는 그 예측을 확정하면, 시험에서는 제출하면 열립니다.',
  },
  en: {
    prediction: 'prediction',
    hint: 'Draw across the figure. By keyboard, ← and → choose a layer, ↑ and ↓ move its point.',
    axes: 'upright the logarithm of |∂L/∂h|, across the layers',
    start: 'Nothing drawn yet. All points start at 1.',
    layer: (layer) => `Layer ${layer}`,
    notYet: 'not drawn yet',
    power: (exponent) => `10 to the power ${tenth(exponent)}`,
    at: (layer, exponent) => `Layer ${layer}: 10 to the power ${tenth(exponent)}`,
    tenth,
    table: 'Both curves as a table',
    head: ['Layer', 'Predicted (log₁₀)', 'Measured (log₁₀)', 'Distance'],
    lock: 'Lock the prediction',
    sureLock: 'Once locked it can’t be changed, and the result is shown at once. Lock it now?',
    goOn: 'Go on drawing',
    scored: (distance, points, outOf) =>
      `On the log axis the curves are ${distance.toFixed(2)} apart on average. ${points} of ${outOf} points`,
    seed: (seed) => `Measured after the lock with seed ${seed}. Set this seed in the lab to compute it again.`,
    closed: 'This lab is still closed. It would give the answer to an open question away, and opens once you lock that prediction in the lesson, or submit it in the quiz.',
  },
};

import type { Wordings } from '../ui/language';

export interface RepairWords {
  hint: string;
  settings: string;
  tryThem: string;
  unchanged: string;
  submitting(seeds: number): string;
  sure(seeds: number): string;
  goOn: string;
  head: readonly [string, string, string];
  seed(seed: number): string;
  results: string;
  trials: readonly [string, string];
  goal(accuracy: string, points: number): string;
  scored(median: string, points: number, outOf: number): string;
  diverged: string;
  divergedWhy: string;
  fresh: string;
  refused: Record<string, string>;
}

export const REPAIR_WORDS: Wordings<RepairWords> = {
  ko: {
    hint: '아래 설정만 바꿀 수 있습니다. 옆의 실험에서 먼저 시험해 보십시오.',
    settings: '고칠 설정',
    tryThem: '이 설정으로 실험하기',
    unchanged: '아직 고장 난 그대로입니다. 설정을 하나라도 바꾸어야 제출할 수 있습니다.',
    submitting: (seeds) => `아무도 보지 못한 시드 ${seeds}개로 학습하고 있습니다…`,
    sure: (seeds) => `제출하면 더 고칠 수 없습니다. 서버가 새로 뽑은 시드 ${seeds}개로 학습해 채점합니다. 제출하시겠습니까?`,
    goOn: '더 고쳐 보겠습니다',
    head: ['설정', '고장 난 값', '고친 값'],
    seed: (seed) => `시드 ${seed}`,
    results: '새 시드에서 잰 시험 정확도',
    trials: ['시드', '시험 정확도'],
    goal: (accuracy, points) => `점선: 중앙값이 ${accuracy} 이상이면 ${points}점`,
    scored: (median, points, outOf) => `시험 정확도의 중앙값은 ${median}입니다. ${points} / ${outOf}점`,
    diverged: '발산',
    divergedWhy: '손실이 수의 범위를 벗어나 학습이 끝나지 못한 신경망은 정확도 0으로 셉니다.',
    fresh: '제출한 뒤에 뽑은 시드입니다. 실험에서 이 시드를 넣어 다시 계산해 볼 수 있습니다.',
    refused: {
      unchanged: '고장 난 설정 그대로여서 제출하지 않았습니다. 설정을 하나라도 바꾸십시오.',
      'unknown-setting': '이 문제에서 바꿀 수 없는 설정이 들어 있어 받지 않았습니다. 답은 이 브라우저에 보관되어 있습니다.',
      'out-of-range': '범위를 벗어난 값이 있어 받지 않았습니다. 답은 이 브라우저에 보관되어 있습니다.',
      busy: '지금은 서버가 학습할 여유가 없습니다. 답은 저장되어 있으니 잠시 뒤에 다시 제출해 주십시오.',
      superseded: '옆의 실험이 먼저 계산되어 학습하지 못했습니다. 답은 저장되어 있으니 다시 제출해 주십시오.',
    },
  },
  en: {
    hint: 'Only these settings can be changed. Try them in the lab first.',
    settings: 'Settings to mend',
    tryThem: 'Try these settings',
    unchanged: 'The network is still as sick as it was. Change a setting before you submit.',
    submitting: (seeds) => (seeds === 1 ? 'Training on a seed nobody has seen…' : `Training on ${seeds} seeds nobody has seen…`),
    sure: (seeds) =>
      `Once submitted it can’t be changed. The network is trained on ${seeds === 1 ? 'a fresh seed' : `${seeds} fresh seeds`} and marked by what it reaches. Submit now?`,
    goOn: 'Go on mending',
    head: ['Setting', 'Sick', 'Mended'],
    seed: (seed) => `Seed ${seed}`,
    results: 'Test accuracy on fresh seeds',
    trials: ['Seed', 'Test accuracy'],
    goal: (accuracy, points) => `Dashed: a median of ${accuracy} or more is worth ${points} ${points === 1 ? 'point' : 'points'}`,
    scored: (median, points, outOf) => `The median of the test accuracies is ${median}. ${points} of ${outOf} points`,
    diverged: 'diverged',
    divergedWhy: 'A network whose loss left the range of numbers could not finish its training and counts as an accuracy of 0.',
    fresh: 'The seeds were drawn after you submitted. Set one of them in the lab to compute it again.',
    refused: {
      unchanged: 'Not submitted: the settings are those of the sick network. Change one of them.',
      'unknown-setting': 'Not saved: it holds a setting that can’t be changed here. Your answer is kept in this browser.',
      'out-of-range': 'Not saved: a value is out of its range. Your answer is kept in this browser.',
      busy: 'The server has no time to train right now. Your answer is saved; submit again in a moment.',
      superseded: 'The lab beside it was computed first. Your answer is saved; submit again.',
    },
  },
};

import type { Wordings } from '../ui/language';
import { minus } from './signed';

export interface QuizAnswerWords {
  check: string;
  checking: string;
  sureCheck: string;
  tries(left: number, penalty: number): string;
  missed: string;
  right: string;
  wrong: string;
  inPart: string;
  scored(points: number, outOf: number): string;
  howSure: string;
  levels: [string, string, string];
  unsure: string;
  noAnswer: string;
  notAnswered: string;
  late: string;
}

const percent = (penalty: number) => Math.round(penalty * 100);

export const QUIZ_ANSWER_WORDS: Wordings<QuizAnswerWords> = {
  ko: {
    check: '확인',
    checking: '확인하는 중입니다',
    sureCheck: '확인하면 더 고칠 수 없습니다. 확인하시겠습니까?',
    tries: (left, penalty) =>
      `${left}번 더 확인할 수 있습니다.${penalty > 0 ? ` 틀릴 때마다 점수의 ${percent(penalty)}%가 줄어듭니다.` : ''}`,
    missed: '아직 맞지 않습니다. 고쳐서 다시 확인하십시오.',
    right: '맞았습니다.',
    wrong: '틀렸습니다.',
    inPart: '일부만 맞았습니다.',
    scored: (points, outOf) => `${minus(points)} / ${outOf}점`,
    howSure: '얼마나 확신합니까?',
    levels: ['낮음', '보통', '높음'],
    unsure: '얼마나 확신하는지 고르십시오. 고르기 전에는 답이 이 브라우저에만 보관되고, 답으로 치지 않습니다.',
    noAnswer: '확신만 고르고 답은 고르지 않았습니다',
    notAnswered: '답하지 않았습니다',
    late: '늦게 도착한 글은 서버에 따로 보관되고, 채점자에게 늦은 것으로 보입니다. 점수에는 그 전에 저장된 답이 남습니다.',
  },
  en: {
    check: 'Check',
    checking: 'Checking',
    sureCheck: 'Once checked it can’t be changed. Check now?',
    tries: (left, penalty) =>
      `${left === 1 ? 'You may check it once more.' : `You may check it ${left} more times.`}${penalty > 0 ? ` Each miss takes ${percent(penalty)} % of the points.` : ''}`,
    missed: 'Not right yet. Change it and check again.',
    right: 'Right.',
    wrong: 'Not right.',
    inPart: 'Right in part.',
    scored: (points, outOf) => `${minus(points)} of ${outOf} points`,
    howSure: 'How sure are you?',
    levels: ['Low', 'Middle', 'High'],
    unsure: 'Say how sure you are: until then the answer is kept in this browser only, and is none yet.',
    noAnswer: 'You said how sure you are, but not of what',
    notAnswered: 'Not answered',
    late: 'What came late is kept on the server and shown to the grader as late. What was saved before counts.',
  },
};

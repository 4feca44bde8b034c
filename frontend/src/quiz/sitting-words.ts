import type { Wordings } from '../ui/language';

export interface SittingWords {
  bar: string;
  left(text: string): string;
  until(at: string): string;
  extended(minutes: number, usual: number): string;
  noLimit: string;
  warning(minutes: number): string;
  overLong: string;
  ended: Record<'student' | 'server' | 'staff', string>;
  marking: string;
  settled: string;
  reload: string;
  questions: string;
  answered(now: number, all: number): string;
  stateAnswered: string;
  stateOpen: string;
  stateFlagged: string;
  stateUnsaved: string;
  stateElsewhere: string;
  question(number: number): string;
  flag(number: number): string;
  flagged: string;
  flagShort: string;
  allSaved: string;
  unsaved(n: number): string;
  lost: string;
  lostLate: string;
  back: string;
  signedOut: string;
  signIn: string;
  otherUser: string;
  announcements: string;
  announced: string;
  read: string;
  next: string;
  sureNext: string;
  nextYes: string;
  cancel: string;
  submit: string;
  sureTitle: string;
  unanswered(n: number): string;
  flaggedCount(n: number): string;
  unsavedCount(n: number): string;
  unsureCount(n: number): string;
  allAnswered: string;
  final: string;
  submitting: string;
  newer(numbers: string): string;
  notSaved(n: number): string;
  failed: string;
  open: string;
  close: string;
}

export const SITTING_WORDS: Wordings<SittingWords> = {
  ko: {
    bar: '응시 상황',
    left: (text) => `${text} 남음`,
    until: (at) => `${at}에 끝납니다`,
    extended: (minutes, usual) => `${minutes}분(${usual}분에서 연장됨)`,
    noLimit: '시간 제한 없음',
    warning: (minutes) => `${minutes}분 남았습니다.`,
    overLong: '시간이 다 되었습니다. 그 전에 입력한 것을 보내고 있습니다.',
    ended: {
      student: '제출했습니다.',
      server: '시간이 다 되어 서버가 끝냈습니다. 그때까지 저장된 답이 제출되었습니다.',
      staff: '담당 교수자가 끝냈습니다. 그때까지 저장된 답이 제출되었습니다.',
    },
    marking: '채점하는 중입니다. 끝나면 이 화면에 나타납니다.',
    settled: '채점이 끝났습니다.',
    reload: '화면 새로 불러오기',
    questions: '문제',
    answered: (now, all) => `${all}문제 중 ${now}문제에 답함`,
    stateAnswered: '답함',
    stateOpen: '답하지 않음',
    stateFlagged: '표시함',
    stateUnsaved: '아직 저장되지 않음',
    stateElsewhere: '지금 열리지 않은 부분',
    question: (number) => `문제 ${number}`,
    flag: (number) => `문제 ${number}에 표시해 두기`,
    flagged: '표시함',
    flagShort: '표시',
    allSaved: '모든 답이 저장되어 있습니다',
    unsaved: (n) => `답 ${n}개가 아직 저장되지 않았고, 이 브라우저에 보관되어 있습니다`,
    lost: '서버에 연결되지 않습니다. 계속 쓰십시오. 쓴 것은 이 브라우저에 보관되고, 연결되면 저장됩니다.',
    lostLate: '서버에 연결되지 않습니다. 쓴 것은 이 브라우저에 보관되어 있으며, 연결되면 보냅니다.',
    back: '다시 연결되었습니다.',
    signedOut: '로그아웃되었습니다. 계속 쓸 수 있지만, 다시 로그인해야 저장됩니다.',
    signIn: '새 탭에서 로그인',
    otherUser: '다른 사람이 로그인해 있어 저장하지 않습니다. 쓴 것은 이 브라우저에 보관되어 있습니다.',
    announcements: '공지',
    announced: '새 공지',
    read: '읽었습니다',
    next: '다음 부분',
    sureNext: '이 부분을 떠나면 다시 열 수 없습니다.',
    nextYes: '다음 부분으로',
    cancel: '돌아가기',
    submit: '모두 제출',
    sureTitle: '모두 제출하시겠습니까?',
    unanswered: (n) => `답하지 않은 문제 ${n}개`,
    flaggedCount: (n) => `표시해 둔 문제 ${n}개`,
    unsavedCount: (n) => `아직 저장되지 않은 답 ${n}개: 제출하기 전에 저장합니다`,
    unsureCount: (n) => `확신을 고르지 않은 답 ${n}개: 답으로 치지 않습니다`,
    allAnswered: '모든 문제에 답했습니다.',
    final: '제출하면 더 고칠 수 없습니다.',
    submitting: '제출하는 중입니다',
    newer: (numbers) => `제출하지 않았습니다. 문제 ${numbers}에 다른 탭이나 기기에서 저장한 더 새로운 답이 있습니다. 확인하고 다시 제출하십시오.`,
    notSaved: (n) => `제출하지 않았습니다. 답 ${n}개를 저장하지 못했습니다. 이 브라우저에 보관되어 있으니 다시 눌러 주십시오.`,
    failed: '제출하지 못했습니다. 답은 보관되어 있으니 다시 눌러 주십시오.',
    open: '문제 목록',
    close: '닫기',
  },
  en: {
    bar: 'This sitting',
    left: (text) => `${text} left`,
    until: (at) => `ends ${at}`,
    extended: (minutes, usual) => `${minutes} min, extended from ${usual}`,
    noLimit: 'No time limit',
    warning: (minutes) => (minutes === 1 ? '1 minute left.' : `${minutes} minutes left.`),
    overLong: 'Time is over. What you typed before is being sent.',
    ended: {
      student: 'Submitted.',
      server: 'Ended at its deadline by the server. What was saved counts.',
      staff: 'Ended by your instructor. What was saved counts.',
    },
    marking: 'It is being marked, and appears here when that is done.',
    settled: 'It is marked.',
    reload: 'Load this page anew',
    questions: 'Questions',
    answered: (now, all) => `${now} of ${all} answered`,
    stateAnswered: 'answered',
    stateOpen: 'not answered',
    stateFlagged: 'flagged',
    stateUnsaved: 'not saved yet',
    stateElsewhere: 'in a section that is not open',
    question: (number) => `Question ${number}`,
    flag: (number) => `Flag question ${number}`,
    flagged: 'Flagged',
    flagShort: 'Flag',
    allSaved: 'All answers are saved',
    unsaved: (n) => `${n === 1 ? '1 answer is' : `${n} answers are`} not saved yet, kept in this browser`,
    lost: 'No connection to the server. Go on: what you write is kept in this browser, and saved when it is back.',
    lostLate: 'No connection to the server. What you wrote is kept in this browser, and sent when it is back.',
    back: 'The connection is back.',
    signedOut: 'You are signed out. Go on writing; it is saved once you have signed in again.',
    signIn: 'Sign in in a new tab',
    otherUser: 'Someone else is signed in, so nothing is saved. What you write is kept in this browser.',
    announcements: 'Announcements',
    announced: 'New announcement',
    read: 'I have read it',
    next: 'Next section',
    sureNext: 'A section that you leave can’t be opened again.',
    nextYes: 'To the next section',
    cancel: 'Go back',
    submit: 'Submit all',
    sureTitle: 'Submit all answers?',
    unanswered: (n) => (n === 1 ? '1 question is not answered' : `${n} questions are not answered`),
    flaggedCount: (n) => (n === 1 ? '1 question is flagged' : `${n} questions are flagged`),
    unsavedCount: (n) => `${n === 1 ? '1 answer is' : `${n} answers are`} not saved yet, and saved first`,
    unsureCount: (n) => `${n === 1 ? '1 answer lacks' : `${n} answers lack`} how sure you are, and won’t count`,
    allAnswered: 'All questions are answered.',
    final: 'Once submitted nothing can be changed.',
    submitting: 'Submitting',
    newer: (numbers) => `Not submitted: there is a newer answer to question ${numbers}, saved in another tab or device. Look at it, then submit again.`,
    notSaved: (n) => `Not submitted: ${n === 1 ? '1 answer' : `${n} answers`} could not be saved. They are kept in this browser; press again.`,
    failed: 'Not submitted. Your answers are kept; press again.',
    open: 'Questions',
    close: 'Close',
  },
};

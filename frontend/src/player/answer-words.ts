import type { Wordings } from '../ui/language';

function clock(iso: string | null, locale: string): string {
  return iso ? new Date(iso).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit' }) : '';
}

export interface AnswerWords {
  loading: string;
  empty: string;
  typing: string;
  saved(at: string | null): string;
  signedOut: string;
  signIn: string;
  otherUser: string;
  unreachable: string;
  refused(code: string): string;
  conflict: string;
  submitted(at: string | null): string;
  submit: string;
  submitting: string;
  notSubmitted: string;
  sureEssay: string;
  sureYes: string;
  sureNo: string;
  sureNotYet: string;
  again: string;
  reveal: string;
  sureReveal: string;
  right(points: number, outOf: number): string;
  wrong(points: number, outOf: number): string;
  counts(points: number, outOf: number): string;
  keyIs(letter: string): string;
  waiting: string;
  mark(points: number, outOf: number): string;
  comment: string;
  mine: string;
  theirs(at: string | null): string;
  keepMine: string;
  takeTheirs: string;
  kept: string;
  preview: string;
  characters(now: number, most: number): string;
  hint: string;
  key: string;
}

export const ANSWER_WORDS: Wordings<AnswerWords> = {
  ko: {
    loading: '불러오는 중입니다',
    empty: '아직 저장된 답이 없습니다',
    typing: '아직 저장되지 않았고, 이 브라우저에 보관되어 있습니다',
    saved: (at) => `저장됨 ${clock(at, 'ko-KR')}`,
    signedOut: '로그아웃되어 저장하지 못했습니다. 이 브라우저에 보관되어 있습니다.',
    signIn: '새 탭에서 로그인',
    otherUser: '다른 사람이 로그인해 있어 저장하지 않았습니다. 이 브라우저에 보관되어 있습니다.',
    unreachable: '서버에 연결되지 않아 저장하지 못했습니다. 이 브라우저에 보관되어 있으며, 연결되면 저장합니다.',
    refused: (code) =>
      code === 'too-long'
        ? '답이 너무 길어 저장하지 못했습니다. 이 브라우저에 보관되어 있습니다. 글을 줄이면 저장됩니다.'
        : code === 'prediction-open'
          ? '저장되어 있지만 아직 제출할 수 없습니다. 정답이 앞의 예측 문제의 답을 알려 주므로, 먼저 예측을 확정하십시오.'
        : `서버가 받지 않았습니다(${code}). 이 브라우저에 보관되어 있습니다.`,
    conflict: '다른 곳에서 더 새로운 답이 저장되었습니다. 어느 쪽으로 이어 갈지 고르십시오.',
    submitted: (at) => `제출됨 ${clock(at, 'ko-KR')}`,
    submit: '제출',
    submitting: '제출하는 중입니다',
    notSubmitted: '제출하지 못했습니다. 답은 보관되어 있으니 다시 눌러 주십시오.',
    sureEssay: '제출하면 더 고칠 수 없습니다. 제출하시겠습니까?',
    sureYes: '제출합니다',
    sureNo: '더 쓰겠습니다',
    sureNotYet: '아직 보지 않겠습니다',
    again: '다시 풀기',
    reveal: '정답 보기',
    sureReveal: '정답을 보면 다시 풀 수 없습니다.',
    right: (points, outOf) => `맞았습니다. ${points} / ${outOf}점`,
    wrong: (points, outOf) => `틀렸습니다. ${points} / ${outOf}점`,
    counts: (points, outOf) => `첫 제출이 점수로 남습니다: ${points} / ${outOf}점`,
    keyIs: (letter) => `정답은 ${letter}입니다.`,
    waiting: '채점을 기다리고 있습니다',
    mark: (points, outOf) => `${points} / ${outOf}점`,
    comment: '채점자의 의견',
    mine: '이 화면의 글',
    theirs: (at) => `다른 곳에서 저장된 글 ${clock(at, 'ko-KR')}`,
    keepMine: '이 화면의 글로 이어 가기',
    takeTheirs: '저장된 글로 이어 가기',
    kept: '이 브라우저에 보관된 다른 글',
    preview: '미리 보기',
    characters: (now, most) => `${now.toLocaleString('ko')} / ${most.toLocaleString('ko')}자`,
    hint: 'Markdown과 $수식$을 쓸 수 있습니다.',
    key: '정답',
  },
  en: {
    loading: 'Loading',
    empty: 'Nothing saved yet',
    typing: 'Not saved yet, kept in this browser',
    saved: (at) => `Saved ${clock(at, 'en-GB')}`,
    signedOut: 'Not saved: you are signed out. Your words are kept in this browser.',
    signIn: 'Sign in in a new tab',
    otherUser: 'Not saved: someone else is signed in. Your words are kept in this browser.',
    unreachable: 'Not saved: no connection. Your words are kept in this browser and saved as soon as it is back.',
    refused: (code) =>
      code === 'too-long'
        ? 'Not saved: the answer is too long. It is kept in this browser; shorten it and it is saved.'
        : code === 'prediction-open'
          ? 'Saved, but it can’t be submitted yet: its answer would give away an earlier prediction. Lock that prediction first.'
        : `Not saved: the server refused it (${code}). It is kept in this browser.`,
    conflict: 'A newer answer was saved elsewhere. Choose with which one to go on.',
    submitted: (at) => `Submitted ${clock(at, 'en-GB')}`,
    submit: 'Submit',
    submitting: 'Submitting',
    notSubmitted: 'Not submitted. Your answer is kept; press again.',
    sureEssay: 'Once submitted it can’t be changed. Submit now?',
    sureYes: 'Submit',
    sureNo: 'Go on writing',
    sureNotYet: 'Not yet',
    again: 'Try again',
    reveal: 'Show the answer',
    sureReveal: 'After seeing the answer you can’t try again.',
    right: (points, outOf) => `Right. ${points} of ${outOf} points`,
    wrong: (points, outOf) => `Not right. ${points} of ${outOf} points`,
    counts: (points, outOf) => `Your first submission counts: ${points} of ${outOf} points`,
    keyIs: (letter) => `The answer is ${letter}.`,
    waiting: 'Waits for a grader',
    mark: (points, outOf) => `${points} of ${outOf}`,
    comment: 'The grader’s comment',
    mine: 'The text on this page',
    theirs: (at) => `Saved elsewhere ${clock(at, 'en-GB')}`,
    keepMine: 'Go on with this page’s text',
    takeTheirs: 'Go on with the saved text',
    kept: 'Another text kept in this browser',
    preview: 'Preview',
    characters: (now, most) => `${now.toLocaleString('en')} of ${most.toLocaleString('en')} characters`,
    hint: 'Markdown and $formulas$ work.',
    key: 'key',
  },
};

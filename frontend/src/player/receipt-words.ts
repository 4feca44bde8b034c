import type { Wordings } from '../ui/language';

export interface ReceiptWords {
  receipt: string;
  about: string;
  sequence: string;
  saved: string;
  hash: string;
  copy: string;
  copied: string;
  notCopied: string;
  all: string;
}

export const RECEIPT_WORDS: Wordings<ReceiptWords> = {
  ko: {
    receipt: '영수증',
    about: '서버가 이 답을 받았다는 증거입니다. 모든 영수증을 담은 파일에 해시가 계산된 글이 그대로 있어 누구나 다시 계산해 볼 수 있습니다.',
    sequence: '저장 번호',
    saved: '서버 시각',
    hash: '답의 SHA-256',
    copy: '영수증 복사',
    copied: '복사했습니다',
    notCopied: '복사하지 못했습니다. 글을 직접 선택해 복사하십시오.',
    all: '이 강의의 모든 영수증',
  },
  en: {
    receipt: 'Receipt',
    about: 'Proof that the server has this answer. The file of all receipts has the very text that is hashed, so anyone can compute it again.',
    sequence: 'State',
    saved: 'Server time',
    hash: 'SHA-256 of the answer',
    copy: 'Copy the receipt',
    copied: 'Copied',
    notCopied: 'Not copied: select the text and copy it by hand.',
    all: 'All your receipts of this course',
  },
};

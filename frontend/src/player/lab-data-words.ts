import type { Wordings } from '../ui/language';
import { whole } from './lab-numbers';

/** A line of a file, and what is wrong with it; see `DataProblem` in the room `lab`. */
export interface DataProblem {
  line: number;
  code: string;
  details: Record<string, unknown>;
}

interface DataWords {
  course: string;
  own: string;
  choose: string;
  unnamed(digest: string): string;
  title: string;
  wanted: string;
  file: string;
  drop: string;
  reading: string;
  kept(name: string): string;
  mine: string;
  shape(examples: number, inputs: number, classes: number): string;
  use: string;
  remove(name: string): string;
  removeShort: string;
  used: string;
  close: string;
  wrong(name: string, problems: number): string;
  line(line: number): string;
  problem(problem: DataProblem): string;
  refused(code: string): string;
}

const of = (problem: DataProblem, name: string) => String(problem.details[name] ?? '');
const number = (problem: DataProblem, name: string) => whole(Number(problem.details[name] ?? 0));

export const DATA_WORDS: Wordings<DataWords> = {
  ko: {
    course: '이 강좌의 데이터', own: '내 파일', choose: '내 파일…', unnamed: (digest) => `개인 파일 ${digest}`,
    title: '내 CSV 파일로 학습하기',
    wanted: '첫 줄은 열 이름, 나머지는 숫자이고 마지막 열은 클래스입니다. UTF-8, 쉼표·세미콜론·탭, 60~10,000행, 256열·20클래스·2 MB까지. 나만 볼 수 있고, 답에 고정한 실행은 채점자도 봅니다.',
    file: 'CSV 파일 고르기', drop: '또는 파일을 여기로 끌어다 놓으십시오.', reading: '파일을 읽는 중입니다',
    kept: (name) => `‘${name}’으로 학습합니다.`, mine: '보관한 파일',
    shape: (examples, inputs, classes) => `${whole(examples)}행 · 숫자 열 ${inputs}개 · 클래스 ${classes}개`,
    use: '쓰기', remove: (name) => `‘${name}’ 지우기`, removeShort: '지우기', used: '고정했거나 진행 중인 실행이 쓰고 있어 지울 수 없습니다.', close: '닫기',
    wrong: (name, problems) => `‘${name}’은 받지 않았습니다. ${problems >= 20 ? '처음 20가지를 보여 드립니다.' : `고칠 곳이 ${problems}가지 있습니다.`}`,
    line: (line) => `${whole(line)}번째 줄`,
    problem: (it) =>
      ({
        empty: '파일이 비어 있습니다. 열 이름과 숫자를 적으십시오.',
        'too-long': '파일이 2 MB를 넘습니다. 행이나 열을 줄이십시오.',
        'not-utf8': 'UTF-8이 아닌 글자가 있습니다. UTF-8(CSV UTF-8)로 다시 저장하십시오.',
        'control-character': '보이지 않는 제어 문자가 있습니다. 지우십시오.',
        quote: '따옴표가 닫히지 않았습니다. 같은 줄에서 닫으십시오.',
        'one-column': '열이 하나뿐입니다. 열을 쉼표, 세미콜론 또는 탭으로 나누고, 숫자 열과 클래스 열을 두십시오.',
        'too-many-columns': `열이 ${number(it, 'found')}개입니다. ${number(it, 'bound')}개까지 줄이십시오.`,
        'no-header': '첫 줄이 숫자입니다. 그 위에 열 이름을 적으십시오.',
        unnamed: `${number(it, 'column')}번째 열에 이름이 없습니다. 이름을 적으십시오.`,
        'named-twice': `‘${of(it, 'name')}’이라는 열이 둘입니다. 하나의 이름을 바꾸십시오.`,
        fields: `값이 ${number(it, 'found')}개이지만 첫 줄의 열은 ${number(it, 'expected')}개입니다. 값을 더하거나 지우십시오.`,
        'no-number': `‘${of(it, 'column')}’ 열의 ‘${of(it, 'text')}’은 숫자가 아닙니다. 1.5나 2e-3처럼 소수점은 마침표로 적으십시오.`,
        'too-great': `‘${of(it, 'column')}’ 열의 ‘${of(it, 'text')}’은 너무 큽니다. 다른 단위로 적으십시오.`,
        'no-class': '마지막 열에 클래스가 없습니다. 이름이나 숫자를 적으십시오.',
        'long-name': `${number(it, 'column')}번째 열의 이름이 ${number(it, 'bound')}자를 넘습니다. 줄이십시오.`,
        'long-class': `클래스 이름이 ${number(it, 'bound')}자를 넘습니다. 줄이십시오.`,
        'too-many-classes': `여기서 클래스가 ${number(it, 'bound')}개를 넘습니다. 마지막 열이 클래스인지 확인하십시오.`,
        'one-class': '클래스가 하나뿐입니다. 둘 이상 있어야 구별을 배웁니다.',
        'few-of-class': `‘${of(it, 'name')}’ 클래스는 ${number(it, 'found')}행뿐입니다. ${number(it, 'bound')}행 이상 두거나 지우십시오.`,
        'few-rows': `${number(it, 'found')}행입니다. ${number(it, 'bound')}행 이상이어야 합니다.`,
        'many-rows': `${number(it, 'bound')}행을 넘습니다. 나머지는 지우십시오.`,
      })[it.code] ?? it.code,
    refused: (code) =>
      ({
        'data-of-another': '이 주소의 데이터는 다른 사람의 것이거나 지워졌습니다. 실험실의 원래 데이터를 씁니다.',
        'data-full': '파일은 10개까지 보관합니다. 쓰지 않는 파일을 지우고 다시 하십시오.',
        'data-used': '고정했거나 진행 중인 실행이 쓰고 있어 지울 수 없습니다.',
        'data-too-long': '파일이 2 MB를 넘습니다. 행이나 열을 줄이십시오.',
        'signed-out': '로그아웃되었습니다. 다시 로그인하고 파일을 고르십시오.',
        unreachable: '서버에 연결되지 않습니다. 파일은 그대로 있으니 연결되면 다시 고르십시오.',
      })[code] ?? `서버가 파일을 받지 않았습니다(${code}).`,
  },
  en: {
    course: 'This course’s data', own: 'My files', choose: 'Own file…', unnamed: (digest) => `a person’s file ${digest}`,
    title: 'Learn from a CSV file of your own',
    wanted: 'The first line names the columns, the rest are numbers, and the last column is the class. UTF-8; commas, semicolons or tabs; 60 to 10,000 rows; at most 256 columns, 20 classes and 2 MB. Only you see it, and graders where you pin a run with it.',
    file: 'Choose a CSV file', drop: 'Or drop the file here.', reading: 'Reading the file',
    kept: (name) => `It learns from “${name}” now.`, mine: 'Files that are kept',
    shape: (examples, inputs, classes) => `${whole(examples)} rows · ${inputs} columns of numbers · ${classes} classes`,
    use: 'Use', remove: (name) => `Remove “${name}”`, removeShort: 'Remove', used: 'A run that is pinned or under way uses it, so it can’t be removed.', close: 'Close',
    wrong: (name, problems) => `“${name}” was not taken. ${problems >= 20 ? 'These are the first 20 problems.' : problems === 1 ? 'There is one thing to mend.' : `There are ${problems} things to mend.`}`,
    line: (line) => `Line ${whole(line)}`,
    problem: (it) =>
      ({
        empty: 'The file is empty. Write the names of the columns and the numbers.',
        'too-long': 'The file is larger than 2 MB. Leave out rows or columns.',
        'not-utf8': 'A character is not UTF-8. Save the file again as UTF-8 (“CSV UTF-8”).',
        'control-character': 'There is an invisible control character. Delete it.',
        quote: 'A quotation mark is not closed. Close it on the same line.',
        'one-column': 'There is one column only. Separate columns by commas, semicolons or tabs: numbers, and the class.',
        'too-many-columns': `There are ${number(it, 'found')} columns. Keep ${number(it, 'bound')} at most.`,
        'no-header': 'The first line has numbers. Write the names of the columns above it.',
        unnamed: `Column ${number(it, 'column')} has no name. Give it one.`,
        'named-twice': `Two columns are named “${of(it, 'name')}”. Rename one.`,
        fields: `It has ${number(it, 'found')} values, but the first line names ${number(it, 'expected')} columns. Add or delete values.`,
        'no-number': `“${of(it, 'text')}” in the column “${of(it, 'column')}” is no number. Write 1.5 or 2e-3, with a point.`,
        'too-great': `“${of(it, 'text')}” in the column “${of(it, 'column')}” is too great. Take another unit.`,
        'no-class': 'The last column is empty. Write the class, a name or a number.',
        'long-name': `The name of column ${number(it, 'column')} is longer than ${number(it, 'bound')} characters. Shorten it.`,
        'long-class': `The name of the class is longer than ${number(it, 'bound')} characters. Shorten it.`,
        'too-many-classes': `Here are more than ${number(it, 'bound')} classes. See whether the last column is the class.`,
        'one-class': 'There is one class only. To tell classes apart it takes two.',
        'few-of-class': `The class “${of(it, 'name')}” has ${number(it, 'found')} row. Give it ${number(it, 'bound')} at least, or leave it out.`,
        'few-rows': `There are ${number(it, 'found')} rows. It takes ${number(it, 'bound')} at least.`,
        'many-rows': `There are more than ${number(it, 'bound')} rows. Leave the rest out.`,
      })[it.code] ?? it.code,
    refused: (code) =>
      ({
        'data-of-another': 'The data of this address is someone else’s, or was removed. The lab’s own data is taken instead.',
        'data-full': 'Ten files can be kept. Remove one that you do not need and try again.',
        'data-used': 'A run that is pinned or under way uses it, so it can’t be removed.',
        'data-too-long': 'The file is larger than 2 MB. Leave out rows or columns.',
        'signed-out': 'You are signed out. Sign in again and choose the file.',
        unreachable: 'No connection to the server. Your file is as it was; choose it again when the connection is back.',
      })[code] ?? `The server did not take the file (${code}).`,
  },
};

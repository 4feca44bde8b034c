import type { Wordings } from '../ui/language';
import { LAB_NAMES, type LabNames } from './lab-names';
import { measured } from './lab-numbers';
import type { Refusal } from './lab-types';
import { PREDICTION_WORDS } from './prediction-words';

const DATA_REFUSALS = {
  ko: {
    'data-of-another': '이 데이터는 다른 사람의 것이거나 지워졌습니다. 다른 데이터를 고르십시오.',
    'data-gone': '이 데이터는 더 이상 없거나, 강좌가 아직 출판되지 않았습니다. 다른 데이터를 고르십시오.',
  },
  en: {
    'data-of-another': 'This data is someone else’s, or was removed. Choose other data.',
    'data-gone': 'This data is no longer there, or its course is not published yet. Choose other data.',
  },
};

export interface LabWords extends LabNames {
  lab: string;
  more: string;
  less: string;
  presets: string;
  breaks: string;
  run: string;
  rerun: string;
  time: string;
  cancel: string;
  pin: string;
  pinned: string;
  table: string;
  menu: string;
  alone: string;
  takeHome: string;
  svg: string;
  csv: string;
  png: string;
  invitation: string;
  preview: string;
  queued(position: number, seconds: number): string;
  running: string;
  done: string;
  cancelled: string;
  failed(refusal: Refusal): string;
  refused(refusal: Refusal, names: Record<string, string>): string;
  replay: string;
  replaying: string;
  same(values: number): string;
  alike(values: number, greatest: string, drift: string): string;
  other(greatest: string): string;
  step(now: number, last: number): string;
  play: string;
  pause: string;
  scrub: string;
  plain: string;
  residual: string;
  layers: string;
  byActivation: string;
  byWeight: string;
  byA: string;
  skip: string;
  sum: string;
  network: string;
  with: string;
  without: string;
  parameters: string;
  macs: string;
  pool: string;
  stack: string;
  single: string;
  layer: string;
  branch: string;
  total: string;
  channelsOut: string;
  read: string;
  breaksLong: string;
  hideTable: string;
  settings: string;
  shows: string;
  previewBadge: string;
}

const at = (details: Record<string, unknown>, key: string) => String(details[key] ?? '');

/** How large it is and may be, where the server says so: 3.2 × 10¹¹ > 2 × 10¹¹. */
const figures = ({ value, bound }: Record<string, unknown>) =>
  typeof value === 'number' && typeof bound === 'number' ? ` (${measured(value)} > ${measured(bound)})` : '';

export const LAB_WORDS: Wordings<LabWords> = {
  ko: {
    ...LAB_NAMES.ko,
    lab: '실험',
    more: '더 보기', less: '접기', presets: '준비된 설정', breaks: '깨 보기',
    run: '실행', rerun: '다시 실행', time: '순전파·역전파 시간 재기', cancel: '중단',
    pin: '답안에 첨부', pinned: '답안에 첨부됨', table: '표로 보기', menu: '더 많은 동작',
    alone: '이 설정으로 따로 열기', takeHome: '신경망 가져가기 (PyTorch)', svg: 'SVG로 저장', png: 'PNG로 저장', csv: 'CSV로 저장',
    invitation: '결과가 어떻게 될지 먼저 예상해 보고 실행하십시오.',
    preview: '미리 보기이며 저장되지 않습니다. 저장하고 첨부하려면 실행하십시오.',
    queued: (position, seconds) => `대기 중입니다. 순서 ${position}번째, 약 ${seconds}초`,
    running: '실행 중입니다', done: '끝났습니다', cancelled: '중단했습니다',
    failed: ({ code, details }) =>
      ({
        'not-finite': `${at(details, 'step')}번째 단계에서 손실이 수의 범위를 벗어났습니다. 학습률을 낮추거나 정규화를 켜 보십시오.`,
        'time-limit': '시간 제한을 넘었습니다. 단계나 깊이를 줄여 보십시오.',
        'out-of-memory': '메모리가 부족했습니다. 너비나 깊이를 줄여 보십시오.',
      })[code] ?? '계산을 마치지 못했습니다. 다시 실행해 보고, 계속되면 관리자에게 알려 주십시오.',
    refused: ({ code, details }, names) =>
      ({
        'out-of-range': `${names[at(details, 'setting')] ?? at(details, 'setting')}의 값이 범위를 벗어났습니다(${at(details, 'min')}~${at(details, 'max')}).`,
        'unknown-setting': '서버가 모르는 설정입니다. 페이지를 새로 고쳐 주십시오.',
        unreadable: '서버가 설정을 읽지 못했습니다. 페이지를 새로 고쳐 주십시오.',
        'prediction-open': PREDICTION_WORDS.ko.closed,
        ...DATA_REFUSALS.ko,
        'not-done': '끝까지 계산된 실행만 다시 계산해 비교할 수 있습니다.',
        forbidden: '이 실행이 더 이상 없거나 볼 권한이 없습니다.',
        'is-reference': 'DL4J로 계산한 실행이므로 따로 검증할 엔진이 없습니다.',
        'time-limit': '검증이 정해진 시간을 넘었습니다. 단계나 깊이를 줄여 실행한 뒤 검증해 보십시오.',
        'too-long': '설정이 받을 수 있는 길이를 넘었습니다. 페이지를 새로 고쳐 주십시오.',
        'too-large': `이 설정은 너무 커서 계산하지 않습니다${figures(details)}. 깊이, 너비, 단계를 줄여 보십시오.`,
        'queue-full': `대기열이 가득 찼습니다. 약 ${at(details, 'waitSeconds')}초 뒤에 다시 실행하십시오.`,
        busy: '서버가 바쁩니다. 잠시 뒤에 다시 해 보십시오.',
        'signed-out': '로그아웃되었습니다. 다시 로그인하면 이어집니다.',
        unreachable: '서버에 연결되지 않습니다. 연결되면 다시 해 보십시오.',
        retrying: '서버에 연결되지 않습니다. 연결될 때까지 저절로 다시 시도합니다.',
      })[code] ?? `서버가 받지 않았습니다(${code}).`,
    replay: '다시 계산해 비교', replaying: '다시 계산하는 중입니다',
    same: (values) => `같은 다이제스트, 값 ${values}개가 모두 같습니다`,
    alike: (values, greatest, drift) =>
      `같은 가중치에서 계산한 값 ${values}개가 허용 오차 안에서 같습니다(최대 차이 ${greatest})${drift && `. 학습하는 동안 차이가 쌓여 ${drift}까지 벌어졌습니다`}`,
    other: (greatest) => `값이 다릅니다(최대 차이 ${greatest})`,
    step: (now, last) => `단계 ${now} / ${last}`, play: '재생', pause: '멈춤', scrub: '학습 단계',
    plain: '일반망', residual: '잔차망', layers: '층 l (입력 → 출력)', byActivation: '|∂L/∂h|', byWeight: '|∂L/∂W|',
    byA: '배율 a', skip: '스킵', sum: '합', network: '신경망', with: '1×1 있음', without: '1×1 없음',
    parameters: '파라미터', macs: '곱셈-누산', pool: '풀링', stack: '3×3 쌓기', single: '큰 커널 하나', layer: '층',
    branch: '갈래', total: '전체', channelsOut: '출력 채널', read: '화살표 키로 값을 하나씩 읽을 수 있습니다.',
    breaksLong: '통념이 깨지는 설정', hideTable: '표 숨기기', settings: '설정', shows: '보이는 값', previewBadge: '미리 보기',
  },
  en: {
    ...LAB_NAMES.en,
    lab: 'Lab',
    more: 'More', less: 'Less', presets: 'Presets', breaks: 'break it',
    run: 'Run', rerun: 'Run again', time: 'Time forward and backward', cancel: 'Cancel',
    pin: 'Pin to answer', pinned: 'Pinned to the answer', table: 'Show as table', menu: 'More actions',
    alone: 'Open alone, set like this', takeHome: 'Take it home (PyTorch)', svg: 'Save as SVG', png: 'Save as PNG', csv: 'Save as CSV',
    invitation: 'Predict what will come out, then run.',
    preview: 'A preview, not stored. Run it to keep and pin it.',
    queued: (position, seconds) => `Waiting: number ${position} in the queue, about ${seconds} s`,
    running: 'Running', done: 'Done', cancelled: 'Cancelled',
    failed: ({ code, details }) =>
      ({
        'not-finite': `The loss left the range of numbers at step ${at(details, 'step')}. Lower the learning rate, or switch normalisation on.`,
        'time-limit': 'It took longer than the time limit. Take fewer steps or a smaller depth.',
        'out-of-memory': 'There was not enough memory. Take a smaller width or depth.',
      })[code] ?? 'It could not be computed. Run it again; if it goes on, tell the administrator.',
    refused: ({ code, details }, names) =>
      ({
        'out-of-range': `${names[at(details, 'setting')] ?? at(details, 'setting')} is out of its range (${at(details, 'min')} to ${at(details, 'max')}).`,
        'unknown-setting': 'The server does not know one of the settings. Reload the page.',
        unreadable: 'The server could not read the settings. Reload the page.',
        'prediction-open': PREDICTION_WORDS.en.closed,
        ...DATA_REFUSALS.en,
        'not-done': 'Only a run that came to its end can be computed again and compared.',
        forbidden: 'The run is no longer there, or you may not see it.',
        'is-reference': 'DL4J computed this run itself, so there is no other engine to verify it with.',
        'time-limit': 'Verifying took longer than its time limit. Run it with fewer steps or a smaller depth, and verify that.',
        'too-long': 'These settings are longer than the server takes. Reload the page.',
        'too-large': `This is too large to be computed here${figures(details)}. Take a smaller depth or width, or fewer steps.`,
        'queue-full': `The queue is full. Run again in about ${at(details, 'waitSeconds')} s.`,
        busy: 'The server is busy. Try again in a moment.',
        'signed-out': 'You are signed out. Sign in again and it goes on.',
        unreachable: 'No connection to the server. Try again when it is back.',
        retrying: 'No connection to the server. It is tried again by itself until there is one.',
      })[code] ?? `The server refused it (${code}).`,
    replay: 'Replay', replaying: 'Computing again',
    same: (values) => `Same digest, ${values} values equal`,
    alike: (values, greatest, drift) =>
      `${values} numbers computed from equal weights agree within the tolerance (greatest difference ${greatest})${drift && `; in training the difference grew to ${drift}`}`,
    other: (greatest) => `The values differ (greatest difference ${greatest})`,
    step: (now, last) => `Step ${now} of ${last}`, play: 'Play', pause: 'Pause', scrub: 'Training step',
    plain: 'plain', residual: 'residual', layers: 'layer l (input → output)', byActivation: '|∂L/∂h|', byWeight: '|∂L/∂W|',
    byA: 'factor a', skip: 'skip', sum: 'sum', network: 'network', with: 'with 1×1', without: 'without 1×1',
    parameters: 'Parameters', macs: 'Multiply-accumulates', pool: 'pool', stack: 'stack of 3×3', single: 'one large kernel',
    layer: 'layer',
    branch: 'Branch', total: 'Total', channelsOut: 'channels out', read: 'Read the values one by one with the arrow keys.',
    breaksLong: 'the popular claim fails here', hideTable: 'Hide the table', settings: 'Settings', shows: 'What is shown', previewBadge: 'Preview',
  },
};

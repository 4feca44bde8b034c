import type { Wordings } from '../ui/language';
import { measured } from './lab-numbers';
import type { Verification } from './lab-types';

interface VerifyWords {
  verify: string;
  verifying: string;
  isReference: string;
  verified(found: Verification): string;
}

const KO: Record<string, string> = {
  loss: '손실', activations: '활성값에 대한 기울기', weights: '가중치에 대한 기울기', parameters: '한 단계 뒤의 가중치', accuracy: '정확도', evaluations: '학습 없이 잰 손실',
};
const EN: Record<string, string> = {
  loss: 'loss', activations: 'gradients by activations', weights: 'gradients by weights', parameters: 'weights after the step', accuracy: 'accuracy', evaluations: 'losses without a step',
};

const each = (names: Record<string, string>, { differences }: Verification) =>
  differences.map(({ quantity, greatest }) => `${names[quantity] ?? quantity} ${measured(greatest)}`).join(', ');

export const VERIFY_WORDS: Wordings<VerifyWords> = {
  ko: {
    verify: 'DL4J로 검증',
    verifying: 'DL4J로 검증하는 중입니다. 대기열과 따로 계산하며, 보통 몇 초, 길어야 1분 남짓 걸립니다. 먼저 청한 사람이 있으면 그만큼 더 기다립니다.',
    isReference: 'DL4J로 계산했습니다.',
    verified: (found) => {
      const { agrees, tolerance, rounding, drift, networks, steps, most, evaluations, cut, stored } = found;
      const keeps = !stored ? '' : stored.equal ? `다시 계산한 값이 저장된 값 ${stored.values}개와 ${stored.bitForBit ? '모두 같습니다' : '허용 오차 안에서 같습니다'}. ` : `다시 계산한 값이 저장된 값과 다릅니다(최대 차이 ${measured(stored.greatest)}). `;
      const beside = evaluations ? `${steps}단계(신경망 ${networks}개의 처음 ${most}단계까지)와 평가 ${evaluations}번` : `${steps}단계(신경망 ${networks}개의 처음 ${most}단계까지)`;
      return `${agrees ? (cut ? '비교한 데까지는 일치합니다' : '일치합니다') : '일치하지 않습니다'}. ${keeps}같은 가중치에서 DL4J와 비교한 것: ${beside}. 최대 차이: ${each(KO, found)}(배정밀도, 허용 오차 ${measured(tolerance)}).${
        rounding ? ` 단정밀도 반올림으로 실행의 손실은 ${measured(rounding)}까지 다릅니다.` : ''
      }${drift ? ` DL4J가 같은 단계를 혼자 학습하면 손실의 차이는 ${measured(drift)}까지 쌓입니다.` : ''}${cut ? ' 정해진 시간이 다 되어 나머지는 비교하지 않았습니다.' : ''}`;
    },
  },
  en: {
    verify: 'Verify with DL4J',
    verifying: 'DL4J is verifying it, beside the queue. That takes seconds mostly and little more than a minute at most; whoever asked earlier comes first.',
    isReference: 'Computed by DL4J.',
    verified: (found) => {
      const { agrees, tolerance, rounding, drift, networks, steps, most, evaluations, cut, stored } = found;
      const keeps = !stored ? '' : stored.equal ? `Computed again, ${stored.bitForBit ? `all ${stored.values} stored numbers are equal` : `${stored.values} stored numbers are equal within the tolerance`}. ` : `Computed again, the stored numbers are others (greatest difference ${measured(stored.greatest)}). `;
      const of = `the first steps of ${networks === 1 ? 'the network' : `${networks} networks`}, ${most} at most of each: ${steps}`;
      return `${agrees ? (cut ? 'As far as they were compared, they agree' : 'They agree') : 'They do not agree'}. ${keeps}Compared with DL4J from equal weights: ${of}${
        evaluations ? `; and ${evaluations} evaluations` : ''
      }. Greatest difference: ${each(EN, found)} (in double, tolerance ${measured(tolerance)}).${
        rounding ? ` Rounding to float moves the loss of the run by up to ${measured(rounding)}.` : ''
      }${drift ? ` Where DL4J learns the same steps by itself, the losses drift apart by up to ${measured(drift)}.` : ''}${cut ? ' The time for it was over, so the rest was not compared.' : ''}`;
    },
  },
};

import { html, nothing, type TemplateResult } from 'lit';
import type { Wordings } from '../ui/language';
import { giga, measured, whole } from './lab-numbers';
import type { Field, Module, Num, Split, SplitPoint } from './lab-types';

type Text = TemplateResult | string | typeof nothing;
type Ratios = { plain: Num | undefined; residual: Num | undefined };

/** What came out, in sentences; a word bears the colour of its line. */
export interface Says {
  gradients: {
    left(names: { to: string; from: string }, ratios: Ratios, plain: boolean, residual: boolean): Text;
    difference: Text;
    residualExplodes: Text;
    plainExplodes: Text;
    learnt(network: string, loss: string, accuracy: string): string;
    edges: string;
  };
  split: {
    skip: string;
    residual: string;
    sum: string;
    network: string;
    angle: string;
    sweep: string;
    parts(at: SplitPoint): Text;
    agreement(at: Split): Text;
  };
  module: { costs(at: Module): Text; times(at: Module): Text; forward: string; backward: string };
  field: { compared(at: Field, names: readonly [string, string]): Text; most: string; square: string; receptive: string; radius: string };
}

/** Bounds of agreement: of two exact ways in double, and of an exact one with central differences. */
const EXACT = 1e-12;
const DIFFERENCES = 1e-6;

const agrees = (value: Num, bound: number) => value !== null && value <= bound;
const unit = (value: Num | undefined) => measured(value ?? null);

export const SAYS: Wordings<Says> = {
  ko: {
    gradients: {
      left: ({ to, from }, ratios, plain, residual) =>
        html`${from}에서 ${to}까지 거슬러 오면 기울기는
          ${plain ? html`<span class="plain">일반망</span>에서 ${unit(ratios.plain)}배${residual ? ', ' : ''}` : nothing}${residual
            ? html`<span class="residual">잔차망</span>에서 ${unit(ratios.residual)}배`
            : nothing}가 됩니다.`,
      difference: html`차이를 만드는 것은 합에 든 <span class="skip-part">항등 경로</span>입니다.`,
      residualExplodes: html`<span class="residual">잔차망</span>의 기울기가 폭발합니다. 항등 경로가 있어도 블록마다 더해지는 양은 제한되지 않습니다.`,
      plainExplodes: html`<span class="plain">일반망</span>의 기울기가 폭발합니다. 층마다 곱해지는 값이 1보다 큽니다.`,
      learnt: (network, loss, accuracy) => `${network} 손실 ${loss}, 정확도 ${accuracy}`,
      edges: '삼각형은 축의 범위를 벗어난 값입니다',
    },
    split: {
      skip: '스킵 쪽',
      residual: '잔차 쪽',
      sum: '합',
      network: '신경망의 dL/dx',
      angle: '각도(°)',
      sweep: '세로선은 지금의 a입니다. 화살표 키로 다른 a의 값을 읽을 수 있습니다.',
      parts: (at) =>
        html`a = ${measured(at.a, 3)}에서 <span class="skip-part">스킵 쪽</span>은 ${measured(at.skip, 3)}, <span class="residual">잔차 쪽</span>은
          ${measured(at.residual, 3)}${at.angleDegrees === null ? nothing : html`, 둘 사이의 각도는 ${measured(at.angleDegrees, 3)}°`}이고 합은
          ${measured(at.sum, 3)}입니다.`,
      agreement: (at) =>
        html`합은 신경망이 계산한 dL/dx와 ${agrees(at.agreement, EXACT) ? '일치하고' : '일치하지 않고'}(상대 차이 ${measured(at.agreement)}), 그 값은 중심
          차분과도 ${agrees(at.differenceAgreement, DIFFERENCES) ? '일치합니다' : '일치하지 않습니다'}(${measured(at.differenceAgreement)}).`,
    },
    module: {
      costs: (at) =>
        html`<span class="residual">1×1이 있으면</span> 파라미터 ${whole(at.with.parameters)}개, <span class="plain">없으면</span>
          ${whole(at.without.parameters)}개입니다. 곱셈-누산은 ${giga(at.with.multiplyAccumulates)} 대 ${giga(at.without.multiplyAccumulates)}, 출력 채널은
          ${whole(at.with.outputChannels)}개 대 ${whole(at.without.outputChannels)}개입니다.`,
      times: ({ timesWith: one, timesWithout: other }) =>
        one && other
          ? html`이 서버에서 잰 시간은 순전파 ${measured(one.forwardMillis)} 대 ${measured(other.forwardMillis)} ms, 역전파
              ${measured(one.backwardMillis)} 대 ${measured(other.backwardMillis)} ms입니다(${whole(one.repeats)}회의 중앙값).`
          : alone(one ?? other, (times) => html`이 서버에서 잰 시간은 순전파 ${measured(times.forwardMillis)} ms, 역전파 ${measured(times.backwardMillis)} ms입니다.`),
      forward: '순전파(ms)',
      backward: '역전파(ms)',
    },
    field: {
      compared: (at, [stack, single]) =>
        html`<span class="residual">${stack}</span>은 파라미터 ${whole(at.stack.parameters)}개, <span class="plain">${single}</span>은
          ${whole(at.single.parameters)}개입니다. 수용 영역은 둘 다 ${at.single.receptiveField}×${at.single.receptiveField}이지만, 기울기의 95%가 드는 반지름은
          ${measured(at.stackRadius, 3)} 대 ${measured(at.singleRadius, 3)} 픽셀입니다.`,
      most: '가장 큰 기울기',
      square: '점선은 공식으로 구한 수용 영역, 색은 실제 기울기의 크기(제곱근 눈금)입니다.',
      receptive: '수용 영역',
      radius: '95% 반지름(픽셀)',
    },
  },
  en: {
    gradients: {
      left: ({ to, from }, ratios, plain, residual) =>
        html`On the way back from ${from} to ${to} the gradient is multiplied by
          ${plain ? html`${unit(ratios.plain)} in the <span class="plain">plain</span> network${residual ? ' and by ' : ''}` : nothing}${residual
            ? html`${unit(ratios.residual)} in the <span class="residual">residual</span> one`
            : nothing}.`,
      difference: html`What makes the difference is the <span class="skip-part">identity path</span> in the sum.`,
      residualExplodes: html`The gradient of the <span class="residual">residual</span> network explodes: the identity path does not bound what each block adds.`,
      plainExplodes: html`The gradient of the <span class="plain">plain</span> network explodes: each layer multiplies it by more than 1.`,
      learnt: (network, loss, accuracy) => `${network}: loss ${loss}, accuracy ${accuracy}`,
      edges: 'a triangle is a value beyond the axis',
    },
    split: {
      skip: 'skip part',
      residual: 'residual part',
      sum: 'sum',
      network: 'network’s dL/dx',
      angle: 'angle (°)',
      sweep: 'The upright line is a as it is now. Read other values of a with the arrow keys.',
      parts: (at) =>
        html`At a = ${measured(at.a, 3)} the <span class="skip-part">skip part</span> is ${measured(at.skip, 3)}, the
          <span class="residual">residual part</span>
          ${measured(at.residual, 3)}${at.angleDegrees === null ? nothing : html`, ${measured(at.angleDegrees, 3)}° apart`}; their sum is
          ${measured(at.sum, 3)}.`,
      agreement: (at) =>
        html`The sum ${agrees(at.agreement, EXACT) ? 'agrees' : 'does not agree'} with the network’s own dL/dx (relative difference
          ${measured(at.agreement)}), which ${agrees(at.differenceAgreement, DIFFERENCES) ? 'agrees' : 'does not agree'} with central differences
          (${measured(at.differenceAgreement)}).`,
    },
    module: {
      costs: (at) =>
        html`<span class="residual">With the 1×1</span> the module has ${whole(at.with.parameters)} parameters,
          <span class="plain">without</span> ${whole(at.without.parameters)}. It takes ${giga(at.with.multiplyAccumulates)} against
          ${giga(at.without.multiplyAccumulates)} multiply-accumulates and puts out ${whole(at.with.outputChannels)} against
          ${whole(at.without.outputChannels)} channels.`,
      times: ({ timesWith: one, timesWithout: other }) =>
        one && other
          ? html`Measured on this server: forward ${measured(one.forwardMillis)} against ${measured(other.forwardMillis)} ms, backward
              ${measured(one.backwardMillis)} against ${measured(other.backwardMillis)} ms (median of ${whole(one.repeats)}).`
          : alone(one ?? other, (times) => html`Measured on this server: forward ${measured(times.forwardMillis)} ms, backward ${measured(times.backwardMillis)} ms.`),
      forward: 'Forward (ms)',
      backward: 'Backward (ms)',
    },
    field: {
      compared: (at, [stack, single]) =>
        html`<span class="residual">${stack}</span> has ${whole(at.stack.parameters)} parameters, <span class="plain">${single}</span>
          ${whole(at.single.parameters)}. Both have a receptive field of ${at.single.receptiveField}×${at.single.receptiveField}, but 95% of the gradient lies
          within ${measured(at.stackRadius, 3)} against ${measured(at.singleRadius, 3)} pixels.`,
      most: 'greatest gradient',
      square: 'The dashed square is the receptive field by formula; the colour is the gradient itself (square-root scale).',
      receptive: 'Receptive field',
      radius: 'Radius of 95% (px)',
    },
  },
};

function alone<T>(value: T | null, text: (value: T) => TemplateResult): Text {
  return value ? text(value) : nothing;
}

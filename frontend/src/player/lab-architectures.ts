import { html, type TemplateResult } from 'lit';
import { type Bar, bars, type BarGroup, barsHeight } from '../plots/bars';
import { language, type Wordings, words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { NETWORKS } from './lab-names';
import { giga, whole } from './lab-numbers';
import type { Layer, Network, Networks } from './lab-types';
import { LAB_WORDS } from './lab-words';

interface Says {
  costs(first: TemplateResult, second: TemplateResult, at: Networks): TemplateResult;
  more(at: Networks): TemplateResult;
  error: Record<Network['published']['measure'], string>;
  dense: string;
  map(side: number): string;
  network: string;
  operation: string;
  output: string;
  all: string;
  receptive: string;
  memory: string;
  depth: string;
}

const percent = (value: number) => `${value.toLocaleString(language(), { maximumFractionDigits: 2 })}%`;
const mega = (bytes: number) => `${(bytes / 1e6).toLocaleString(language(), { maximumFractionDigits: 1 })}\u00a0MB`;
const square = (side: number) => `${side}×${side}`;

const SAYS: Wordings<Says> = {
  ko: {
    costs: (first, second, at) =>
      html`${first}: 깊이 ${at.first.depth}, 파라미터 ${whole(at.first.parameters)}개, 곱셈-누산 ${giga(at.first.multiplyAccumulates)}.
        ${second}: 깊이 ${at.second.depth}, 파라미터 ${whole(at.second.parameters)}개, 곱셈-누산 ${giga(at.second.multiplyAccumulates)}.`,
    more: ({ first, second }) =>
      html`마지막 맵의 수용 영역은 ${square(first.receptiveField)} 대 ${square(second.receptiveField)} 픽셀, 이미지 한 장의 활성값은
        ${mega(first.activationBytes)} 대 ${mega(second.activationBytes)}, 발표된 오류율은 ${percent(first.published.error)} 대
        ${percent(second.published.error)}입니다.`,
    error: {
      top5: 'ILSVRC 시험 데이터의 상위 5개 오류율, 앙상블',
      'top5-extra': 'ILSVRC 시험 데이터의 상위 5개 오류율, 앙상블, 추가 데이터로 학습',
      cifar10: 'CIFAR-10 오류율',
    },
    dense: '완전 연결', map: (side) => square(side), network: '신경망', operation: '연산', output: '출력', all: '모든 층',
    receptive: '수용 영역', memory: '활성값', depth: '깊이',
  },
  en: {
    costs: (first, second, at) =>
      html`${first}: depth ${at.first.depth}, ${whole(at.first.parameters)} parameters, ${giga(at.first.multiplyAccumulates)} multiply-accumulates.
        ${second}: depth ${at.second.depth}, ${whole(at.second.parameters)} parameters, ${giga(at.second.multiplyAccumulates)}.`,
    more: ({ first, second }) =>
      html`One value of the last map sees ${square(first.receptiveField)} against ${square(second.receptiveField)} pixels; the activations of one
        image take ${mega(first.activationBytes)} against ${mega(second.activationBytes)}; the published error is ${percent(first.published.error)}
        against ${percent(second.published.error)}.`,
    error: {
      top5: 'top-5 error on the ILSVRC test images, an ensemble',
      'top5-extra': 'top-5 error on the ILSVRC test images, an ensemble with further training data',
      cifar10: 'error on CIFAR-10',
    },
    dense: 'dense', map: (side) => square(side), network: 'Network', operation: 'Operation', output: 'Output', all: 'all layers',
    receptive: 'Receptive field', memory: 'Activations', depth: 'Depth',
  },
};

/** The sizes that most of them have, before anything is counted. */
const EMPTY: BarGroup[] = [112, 56, 28, 14, 7].map((side) => ({ label: square(side), bars: [{ meaning: 'reference', outline: true, value: 0, text: '?' }] }));

/** Where two published networks spend their parameters and their arithmetic: by the size of the map that comes out. */
export function architectures(at: Networks | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS);
  const groups = at ? groupsOf(at, view.facet === 1) : EMPTY;
  const title = ({ name }: Network) => NETWORKS[name] ?? name;
  return {
    height: barsHeight(groups),
    body: bars(groups, view.width, 76),
    facets: [say.parameters, say.macs],
    ...(at ? { sentence: html`${says.costs(coloured(at.first, title(at.first)), coloured(at.second, title(at.second)), at)} ${says.more(at)}` } : {}),
    spoken: at
      ? [at.first, at.second].map((one) => `${title(one)}: ${whole(one.parameters)} ${say.parameters}, ${giga(one.multiplyAccumulates)}`).join('; ')
      : '',
    ...(at ? { read: measures(at) } : {}),
    table: {
      head: [says.network, say.layer, says.operation, says.output, say.parameters, say.macs],
      rows: at ? [...rows(at.first), ...rows(at.second)] : [],
    },
  };

  function measures({ first, second }: Networks): string {
    const of = (one: Network) => says.error[one.published.measure];
    return of(first) === of(second) ? of(first) : [first, second].map((one) => `${title(one)}: ${of(one)}`).join(' · ');
  }

  function rows(network: Network): (string | number)[][] {
    const summary = `${says.depth} ${network.depth} · ${says.receptive} ${square(network.receptiveField)} · ${says.memory} ${mega(network.activationBytes)}`;
    return [
      ...network.layers.map((layer) => [title(network), layer.name, layer.operation, output(layer), layer.parameters, layer.multiplyAccumulates]),
      [title(network), says.all, summary, '', network.parameters, network.multiplyAccumulates],
    ];
  }
}

function output({ side, channels }: Layer): string {
  return side > 1 ? `${square(side)}×${channels}` : String(channels);
}

/** Residual networks have the residual colour wherever they stand. */
function meaning({ name }: Network): 'residual' | 'plain' {
  return name.includes('resnet') ? 'residual' : 'plain';
}

function coloured(network: Network, text: string): TemplateResult {
  return html`<span class=${meaning(network)}>${text}</span>`;
}

/** From the largest map to the dense layers; the first network as outline, the second filled. */
function groupsOf({ first, second }: Networks, byArithmetic: boolean): BarGroup[] {
  const says = words(SAYS);
  const sides = [...new Set([...first.layers, ...second.layers].filter(costs).map(({ side }) => side))].sort((a, b) => b - a);
  const bar = (network: Network, side: number, outline: boolean): Bar[] => {
    const layers = network.layers.filter((layer) => layer.side === side && costs(layer));
    if (layers.length === 0) return [];
    const value = layers.reduce((sum, layer) => sum + (byArithmetic ? layer.multiplyAccumulates : layer.parameters), 0);
    return [{ meaning: meaning(network), outline, value, text: byArithmetic ? giga(value) : whole(value) }];
  };
  return sides.map((side) => ({
    label: side === 1 ? says.dense : says.map(side),
    bars: [...bar(first, side, true), ...bar(second, side, false)],
  }));
}

function costs({ parameters }: Layer): boolean {
  return parameters > 0;
}

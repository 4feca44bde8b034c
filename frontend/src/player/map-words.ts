import { words } from '../ui/language';
import { byName, type Family, type Network, PUBLISHED, type Quantity, type Stride } from './map-data';
import { type Change, comparison, type Mark, type MapState } from './map-state';

/** A number with the grouping of both languages, which is the same. */
function grouped(number: number, decimals = 0): string {
  return number.toLocaleString('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** The unit stays on the line of its number. */
function giga(one: Network, stride: Stride): string {
  return `${grouped(one.macs[stride], 2)}\u00a0G`;
}

function published(family: Family): string {
  const { error, decimals } = PUBLISHED[family];
  return `${grouped(error, decimals)}%`;
}

const EN = {
  title: 'The architecture evolution map',
  xAxis: 'Horizontal axis',
  yAxis: 'Vertical axis',
  swap: 'Swap the axes',
  stride: 'Stride of ResNet-50, -101, -152',
  strides: { paper: 'in the first 1×1 (the paper)', v15: 'in the 3×3 (“v1.5”)' } satisfies Record<Stride, string>,
  quantities: {
    year: 'Year',
    depth: 'Depth',
    parameters: 'Parameters',
    macs: 'Multiply-accumulates',
    error: 'Published top-5 error',
  } satisfies Record<Quantity, string>,
  axes: {
    year: 'Year',
    depth: 'Depth, layers with weights (log)',
    parameters: 'Trainable parameters (log)',
    macs: 'Multiply-accumulates, G (log)',
    error: 'Top-5 error of the team’s ensemble, %',
  } satisfies Record<Quantity, string>,
  millions: (number: number) => `${number / 1e6}\u00a0M`,
  layers: (number: number) => `${number}`,
  help: 'Arrow keys go from point to point, Enter picks one for the comparison.',
  hint: 'Point at a network to read it, press it to compare it.',
  withPath: 'with an identity path',
  withoutPath: 'without',
  ensemble: 'an ensemble, drawn over the range of its family',
  errorNote:
    'Errors on the ILSVRC test images are what each team published for its ensemble, AlexNet’s with extra training data. They belong to no single network, so none is drawn on this axis; a bar spans the family’s networks on the other axis, and does not say which of them took part.',
  compare: 'Compare',
  against: (a: string, b: string) => `${b} against ${a}`,
  quantity: 'Quantity',
  network: 'Network',
  table: 'All numbers as a table',
  notes:
    'Depth counts layers with weights on the longest path. Parameters are trainable ones: GoogLeNet without its auxiliary heads, AlexNet in two groups. Multiply-accumulates are those of one image of 224 × 224. The error is the ensemble’s, ILSVRC test.',
  extraData: 'with extra training data',
  picked: (slots: string) => `, ${slots} of the comparison`,
  describe: (one: Network, stride: Stride) =>
    `${one.name}: ${one.year}, ${one.depth} layers, ${grouped(one.parameters)} parameters, ${giga(one, stride)} multiply-accumulates`,
  describeEnsemble: (family: Family, extra: boolean) =>
    `${family}: top-5 error of the ensemble ${published(family)}${extra ? ' (with extra training data)' : ''}`,
  change: (change: Change) => {
    switch (change.kind) {
      case 'ratio':
        return ratio(change.ratio);
      case 'years':
        return change.years === 0 ? 'same year' : `${signed(change.years, 0)} ${Math.abs(change.years) === 1 ? 'year' : 'years'}`;
      case 'points':
        return `${signed(change.points, change.decimals)} points`;
      case 'same-entry':
        return 'same ensemble';
    }
  },
  sentence: (state: MapState) => {
    const part = (quantity: Quantity, what: string) => {
      const change = changeOf(state, quantity);
      const by = change.kind === 'ratio' ? change.ratio : 1;
      return by > 1 ? `${times(by)} times the ${what}` : `${percent(by)} of the ${what}`;
    };
    const a = byName(state.a);
    const b = byName(state.b);
    const error = changeOf(state, 'error');
    const errors =
      error.kind === 'points'
        ? `The ${b.family} ensemble’s error is ${published(b.family)}, ${grouped(Math.abs(error.points), error.decimals)} points ${error.points < 0 ? 'below' : 'above'} the ${a.family} ensemble’s ${published(a.family)}.`
        : `Both belong to one family, for whose ensemble a single error was published: ${published(a.family)}.`;
    return `Against ${a.name}, ${b.name} has ${part('depth', 'depth')}, ${part('parameters', 'parameters')} and ${part('macs', 'multiply-accumulates')}. ${errors}`;
  },
};

const KO: typeof EN = {
  title: '아키텍처 진화 지도',
  xAxis: '가로축',
  yAxis: '세로축',
  swap: '두 축 맞바꾸기',
  stride: 'ResNet-50, -101, -152의 스트라이드',
  strides: { paper: '첫 1×1에 (논문)', v15: '3×3에 (“v1.5”)' },
  quantities: {
    year: '연도',
    depth: '깊이',
    parameters: '파라미터',
    macs: '곱셈-누산',
    error: '발표된 top-5 오류율',
  },
  axes: {
    year: '연도',
    depth: '깊이, 가중치가 있는 층 (로그)',
    parameters: '학습되는 파라미터 (로그)',
    macs: '곱셈-누산, G (로그)',
    error: '팀 앙상블의 top-5 오류율, %',
  },
  millions: (number) => (number >= 1e8 ? `${number / 1e8}억` : `${grouped(number / 1e4)}만`),
  layers: (number) => `${number}`,
  help: '화살표 키로 점 사이를 옮겨 다니고 Enter 키로 비교할 신경망을 고릅니다.',
  hint: '신경망을 가리키면 값을 읽고, 누르면 비교할 수 있습니다.',
  withPath: '항등 경로 있음',
  withoutPath: '항등 경로 없음',
  ensemble: '앙상블, 계열이 차지하는 범위에 걸쳐 그림',
  errorNote:
    'ILSVRC 평가 이미지에 대한 오류율은 각 팀이 앙상블에 대해 발표한 값이며, AlexNet은 학습 데이터를 추가로 썼습니다. 신경망 하나의 값이 아니므로 이 축에는 개별 신경망을 그리지 않습니다. 막대는 다른 축에서 그 계열이 차지하는 범위이며, 그 가운데 무엇이 앙상블에 들었는지를 뜻하지는 않습니다.',
  compare: '비교',
  against: (a, b) => `${a} 대비 ${b}`,
  quantity: '양',
  network: '신경망',
  table: '모든 값을 표로 보기',
  notes:
    '깊이는 가장 긴 경로에서 가중치가 있는 층의 수입니다. 파라미터는 학습되는 것만 세며, GoogLeNet은 보조 분류기를 빼고 AlexNet은 두 그룹으로 나눈 구조입니다. 곱셈-누산은 224 × 224 이미지 한 장 기준입니다. 오류율은 앙상블의 ILSVRC 평가 결과입니다.',
  extraData: '추가 학습 데이터 사용',
  picked: (slots) => `, 비교 대상 ${slots}`,
  describe: (one, stride) =>
    `${one.name}: ${one.year}년, ${one.depth}층, 파라미터 ${grouped(one.parameters)}개, 곱셈-누산 ${giga(one, stride)}`,
  describeEnsemble: (family, extra) =>
    `${family}: 앙상블의 top-5 오류율 ${published(family)}${extra ? ' (추가 학습 데이터 사용)' : ''}`,
  change: (change) => {
    switch (change.kind) {
      case 'ratio':
        return ratio(change.ratio);
      case 'years':
        return change.years === 0 ? '같은 해' : `${signed(change.years, 0)}년`;
      case 'points':
        return `${signed(change.points, change.decimals)}%p`;
      case 'same-entry':
        return '같은 앙상블';
    }
  },
  sentence: (state) => {
    const part = (quantity: Quantity) => {
      const change = changeOf(state, quantity);
      const by = change.kind === 'ratio' ? change.ratio : 1;
      return by > 1 ? `${times(by)}배` : percent(by);
    };
    const a = byName(state.a);
    const b = byName(state.b);
    const error = changeOf(state, 'error');
    const errors =
      error.kind === 'points'
        ? `${b.family} 앙상블의 오류율은 ${published(b.family)}로, ${a.family} 앙상블의 ${published(a.family)}보다 ${grouped(Math.abs(error.points), error.decimals)}%p ${error.points < 0 ? '낮습니다' : '높습니다'}.`
        : `둘은 같은 계열이며, 이 계열의 앙상블에 대해 발표된 오류율은 ${published(a.family)} 하나입니다.`;
    return `${b.name}의 깊이는 ${a.name}의 ${part('depth')}, 파라미터는 ${part('parameters')}, 곱셈-누산은 ${part('macs')}입니다. ${errors}`;
  },
};

export type MapWords = typeof EN;

export function mapWords(): MapWords {
  return words<MapWords>({ ko: KO, en: EN });
}

export function valueText(quantity: Quantity, one: Network, stride: Stride): string {
  switch (quantity) {
    case 'year':
    case 'depth':
      return String(one[quantity]);
    case 'parameters':
      return grouped(one.parameters);
    case 'macs':
      return giga(one, stride);
    case 'error':
      return `${published(one.family)}${PUBLISHED[one.family].extraData ? '*' : ''}`;
  }
}

export function tickText(quantity: Quantity, tick: number, say: MapWords): string {
  return quantity === 'parameters' ? say.millions(tick) : String(tick);
}

/** What a pointer or a screen reader is told of a mark. */
export function markText(mark: Mark, stride: Stride, say: MapWords): string {
  return mark.ensemble
    ? say.describeEnsemble(mark.family, PUBLISHED[mark.family].extraData)
    : say.describe(mark.networks[0]!, stride);
}

function changeOf(state: MapState, quantity: Quantity): Change {
  return comparison(state).find((row) => row.quantity === quantity)!.change;
}

function signed(number: number, decimals: number): string {
  return `${number < 0 ? '−' : '+'}${grouped(Math.abs(number), decimals)}`;
}

function times(ratio: number): string {
  return grouped(ratio, ratio >= 10 ? 0 : ratio >= 2 ? 1 : 2);
}

function percent(ratio: number): string {
  return `${grouped(ratio * 100, ratio < 0.1 ? 1 : 0)}%`;
}

function ratio(number: number): string {
  return `× ${number >= 1 ? times(number) : grouped(number, 2)}`;
}

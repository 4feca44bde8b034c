import type { Wordings } from '../ui/language';

/** What labs, their settings and the settings' options are called, by the names that the server gives them. */
export interface LabNames {
  kinds: Record<string, string>;
  names: Record<string, string>;
  options: Record<string, string>;
}

/** Names that are the same in every language. */
export const NETWORKS: Record<string, string> = {
  alexnet: 'AlexNet', 'vgg-16': 'VGG-16', 'vgg-19': 'VGG-19', googlenet: 'GoogLeNet', 'resnet-18': 'ResNet-18', 'resnet-34': 'ResNet-34',
  'resnet-50': 'ResNet-50', 'resnet-101': 'ResNet-101', 'resnet-152': 'ResNet-152', 'cifar-resnet-20': 'CIFAR ResNet-20',
  'cifar-resnet-56': 'CIFAR ResNet-56', 'cifar-resnet-110': 'CIFAR ResNet-110',
};

export const LAB_NAMES: Wordings<LabNames> = {
  ko: {
    kinds: { 'gradient-flow': '기울기 흐름', 'identity-term': '항등 항', bottleneck: '병목', 'stacked-3x3': '3×3 쌓기', architectures: '아키텍처', remedies: '처방 비교', degradation: '성능 저하', lesion: '블록 제거', landscape: '손실 지형', health: '학습 건강' },
    names: {
      depth: '깊이', width: '너비', activation: '활성화', initialiser: '초기화', sd: '표준 편차', normalisation: '정규화',
      skip: '스킵 연결', scale: '가지의 배율 a', data: '데이터', steps: '학습 단계', learningRate: '학습률', seed: '시드',
      a: '배율 a', counterexample: '반례', inputChannels: '입력 채널', reduce3x3: '3×3 앞 채널', reduce5x5: '5×5 앞 채널',
      poolProjection: '풀링 뒤 채널', modules: '시간을 잴 모듈', layers: '층 수', channels: '채널 수',
      first: '첫째 신경망', second: '둘째 신경망', stride: '병목 블록의 스트라이드', kernel: '층의 종류', extent: '지도의 크기',
    },
    options: {
      identity: '항등', sigmoid: '시그모이드', tanh: 'tanh', relu: 'ReLU', xavier: 'Xavier', he: 'He', normal: '정규 분포',
      none: '없음', batch: '배치 정규화', scaled: '배율 a', digits: '손글씨 숫자', spirals: '나선', moons: '반달',
      'minus-identity': 'J = −I (선형)', 'tanh-minus-x': 'tanh(−x), x = 0', 'relu-after-addition': '덧셈 뒤 ReLU',
      both: '둘 다', with: '1×1 있음', without: '1×1 없음',
      unnormalised: '정규화 없음', convolution: '합성곱', 'pre-activation': '합성곱, 사전 활성화', dense: '완전 연결', ...NETWORKS, paper: '첫 1×1 (논문)', 'v1.5': '3×3 (v1.5)',
    },
  },
  en: {
    kinds: { 'gradient-flow': 'Gradient flow', 'identity-term': 'Identity term', bottleneck: 'Bottleneck', 'stacked-3x3': 'Stacked 3×3', architectures: 'Architectures', remedies: 'Remedies', degradation: 'Degradation', lesion: 'Lesion', landscape: 'Loss landscape', health: 'Health' },
    names: {
      depth: 'Depth', width: 'Width', activation: 'Activation', initialiser: 'Initialiser', sd: 'Standard deviation',
      normalisation: 'Normalisation', skip: 'Skip connection', scale: 'Factor a of the branch', data: 'Data', steps: 'Training steps',
      learningRate: 'Learning rate', seed: 'Seed', a: 'Factor a', counterexample: 'Counter-example', inputChannels: 'Input channels',
      reduce3x3: 'Channels before 3×3', reduce5x5: 'Channels before 5×5', poolProjection: 'Channels after pooling',
      modules: 'Modules to time', layers: 'Layers', channels: 'Channels',
      first: 'First network', second: 'Second network', stride: 'Stride of a bottleneck block', kernel: 'Kind of layer', extent: 'Extent of the map',
    },
    options: {
      identity: 'identity', sigmoid: 'sigmoid', tanh: 'tanh', relu: 'ReLU', xavier: 'Xavier', he: 'He', normal: 'normal',
      none: 'none', batch: 'batch normalisation', scaled: 'scaled by a', digits: 'digits', spirals: 'spirals', moons: 'moons',
      'minus-identity': 'J = −I (linear)', 'tanh-minus-x': 'tanh(−x) at x = 0', 'relu-after-addition': 'ReLU after the addition',
      both: 'both', with: 'with 1×1', without: 'without 1×1',
      unnormalised: 'unnormalised', convolution: 'convolution', 'pre-activation': 'convolution, pre-activation', dense: 'dense', ...NETWORKS, paper: 'in the first 1×1 (paper)', 'v1.5': 'in the 3×3 (v1.5)',
    },
  },
};

/** What the map can put on an axis. */
export type Quantity = 'year' | 'depth' | 'parameters' | 'macs' | 'error';

/** Which convolution of a bottleneck block carries the stride: the first 1x1 as in the paper, or the 3x3. */
export type Stride = 'paper' | 'v15';

export type Family = 'AlexNet' | 'VGG' | 'GoogLeNet' | 'ResNet';

export interface Network {
  readonly name: string;
  readonly family: Family;
  readonly year: number;
  /** Layers with weights on the longest path. */
  readonly depth: number;
  /** Trainable ones; GoogLeNet without its auxiliary heads, AlexNet in two groups. */
  readonly parameters: number;
  /** In G, of one image of 224 x 224. */
  readonly macs: Readonly<Record<Stride, number>>;
}

/** What a team published for its entry: top-5 error in percent on the ILSVRC test images, of an ensemble. */
export interface Published {
  readonly error: number;
  readonly decimals: number;
  readonly extraData: boolean;
}

export const QUANTITIES: readonly Quantity[] = ['year', 'depth', 'parameters', 'macs', 'error'];

function network(
  name: string,
  family: Family,
  year: number,
  depth: number,
  parameters: number,
  paper: number,
  v15: number = paper,
): Network {
  return { name, family, year, depth, parameters, macs: { paper, v15 } };
}

export const NETWORKS: readonly Network[] = [
  network('AlexNet', 'AlexNet', 2012, 8, 60_965_224, 0.72),
  network('VGG-16', 'VGG', 2014, 16, 138_357_544, 15.47),
  network('VGG-19', 'VGG', 2014, 19, 143_667_240, 19.63),
  network('GoogLeNet', 'GoogLeNet', 2014, 22, 6_998_552, 1.58),
  network('ResNet-18', 'ResNet', 2015, 18, 11_689_512, 1.81),
  network('ResNet-34', 'ResNet', 2015, 34, 21_797_672, 3.66),
  network('ResNet-50', 'ResNet', 2015, 50, 25_557_032, 3.86, 4.09),
  network('ResNet-101', 'ResNet', 2015, 101, 44_549_160, 7.57, 7.8),
  network('ResNet-152', 'ResNet', 2015, 152, 60_192_808, 11.28, 11.51),
];

export const PUBLISHED: Readonly<Record<Family, Published>> = {
  AlexNet: { error: 15.3, decimals: 1, extraData: true },
  VGG: { error: 7.3, decimals: 1, extraData: false },
  GoogLeNet: { error: 6.67, decimals: 2, extraData: false },
  ResNet: { error: 3.57, decimals: 2, extraData: false },
};

export function byName(name: string): Network {
  const found = NETWORKS.find((one) => one.name === name);
  if (!found) {
    throw new Error(`No network ${name} on the map`);
  }
  return found;
}

export function value(one: Network, quantity: Quantity, stride: Stride): number {
  switch (quantity) {
    case 'macs':
      return one.macs[stride];
    case 'error':
      return PUBLISHED[one.family].error;
    default:
      return one[quantity];
  }
}

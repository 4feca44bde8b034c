/** What the server measures and tells; the same shapes as in the room `lab`. A null number has left the range. */
export type Num = number | null;

export interface Profile {
  loss: Num;
  accuracy: Num;
  dh: Num[];
  dw: Num[];
}

export interface SplitPoint {
  a: number;
  skip: Num;
  residual: Num;
  sum: Num;
  angleDegrees: Num;
}

export interface Cost {
  parameters: number;
  multiplyAccumulates: number;
  outputChannels: number;
}

export interface Times {
  forwardMillis: number;
  backwardMillis: number;
  repeats: number;
}

export interface Kernel {
  layers: number;
  size: number;
  parameters: number;
  multiplyAccumulates: number;
  receptiveField: number;
}

export interface Gradients {
  type: 'gradients';
  step: number;
  plain: Profile | null;
  residual: Profile | null;
  plane?: Plane;
}

/** A square of the plane, some points of it, and what each network tells of every cell, row by row from the top. */
export interface Plane {
  columns: string[];
  x: [number, number];
  y: [number, number];
  classes: string[];
  points: { x: number; y: number; label: number }[];
  plain: Region | null;
  residual: Region | null;
}

/** The cells' classes, `a` for the first, and the accuracy on the test part. */
export interface Region {
  cells: string;
  accuracy: number;
}

export interface Split {
  type: 'split';
  at: SplitPoint;
  agreement: Num;
  differenceAgreement: Num;
  networkGradient: Num[];
  sweep: SplitPoint[];
}

export interface Module {
  type: 'module';
  branches: { name: string; with: Cost; without: Cost }[];
  with: Cost;
  without: Cost;
  timesWith: Times | null;
  timesWithout: Times | null;
}

export interface Field {
  type: 'field';
  stack: Kernel;
  single: Kernel;
  stackField: Num[][];
  singleField: Num[][];
  stackRadius: Num;
  singleRadius: Num;
}

export interface Layer {
  name: string;
  operation: string;
  side: number;
  channels: number;
  parameters: number;
  multiplyAccumulates: number;
}

export interface Network {
  name: string;
  side: number;
  depth: number;
  parameters: number;
  multiplyAccumulates: number;
  receptiveField: number;
  activationBytes: number;
  published: { error: number; measure: 'top5' | 'top5-extra' | 'cifar10' };
  layers: Layer[];
}

export interface Networks {
  type: 'networks';
  first: Network;
  second: Network;
}

/** A network at its start, and how well it tells the test images once it is trained; null before. */
export interface Trained {
  dh: Num[];
  accuracy: number | null;
}

export interface GridCell {
  initialiser: string;
  normalisation: string;
  plain: Trained;
  residual: Trained;
}

export interface Grid {
  type: 'grid';
  cells: GridCell[];
}

export interface Racer {
  loss: Num;
  trainError: Num;
  testAccuracy: Num;
  /** |dL/dW| of the first layer. */
  firstGradient: Num;
}

export interface Race {
  type: 'race';
  step: number;
  plain: Racer;
  residual: Racer;
}

/** Accuracy on the test images, whole and with block 1, 2, ... removed. */
export interface Lesioned {
  whole: number;
  without: number[];
}

export interface Lesion {
  type: 'lesion';
  plain: Lesioned;
  residual: Lesioned;
}

/** The loss over a square of the plane through the trained weights, row by row from below. */
export interface Surface {
  loss: Num;
  accuracy: number;
  losses: Num[][];
}

export interface Landscape {
  type: 'landscape';
  extent: number;
  plain: Surface;
  residual: Surface;
}

/** By layer. */
export interface Health {
  type: 'health';
  step: number;
  loss: Num;
  accuracy: Num;
  update: Num[];
  deviation: Num[];
  dead: number[];
  /** On the test images, after the step; null in old runs. */
  test: Num;
}

export type Measurement = Gradients | Split | Module | Field | Networks | Grid | Race | Lesion | Landscape | Health;

export type Settings = Record<string, string | number>;

export type Control =
  | { type: 'whole'; name: string; min: number; max: number }
  | { type: 'real'; name: string; min: number; max: number; step: number; logarithmic: boolean }
  | { type: 'choice'; name: string; options: string[] }
  | { type: 'data'; name: string; options: string[] };

export interface Sheet {
  id: string;
  kind: string;
  question: string;
  look: string;
  settings: Settings;
  inView: string[];
  /** Whether it has something to show at once, before it trains. */
  explores: boolean;
  presets: { title: string; says: string; breaks: boolean; settings: Settings }[];
  controls: Control[];
  /** What comes with the course, for a lab that learns. */
  data?: { value: string; name: string }[];
}

export interface Run {
  id: string;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  experiment: Settings;
  digest: string;
  engine: string;
  measurements: { sequence: number; value: Measurement }[];
  last: number;
  failure: { code: string; details: Record<string, unknown> } | null;
  waiting: { position: number; seconds: number } | null;
  comparison: { equal: boolean; bitForBit: boolean; values: number; greatest: number; tolerance: number; drift: Num } | null;
}

/** What DL4J found beside a run, from equal weights; see the server's Verification. */
export interface Verification {
  agrees: boolean;
  tolerance: number;
  differences: { quantity: string; greatest: Num }[];
  rounding: Num;
  drift: Num;
  networks: number;
  steps: number;
  most: number;
  evaluations: number;
  cut: boolean;
  stored: Run['comparison'];
}

export interface Refusal {
  code: string;
  details: Record<string, unknown>;
}

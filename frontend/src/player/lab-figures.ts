import type { TemplateResult } from 'lit';
import type { LinePlot } from '../plots/line-plot';
import { architectures } from './lab-architectures';
import { bottleneck } from './lab-bottleneck';
import { degradation } from './lab-degradation';
import { health } from './lab-health';
import { identityTerm } from './lab-identity-term';
import { landscape } from './lab-landscape';
import { lesion } from './lab-lesion';
import { flowOrPlane } from './lab-plane';
import { remedies } from './lab-remedies';
import { stacked } from './lab-stacked';
import type { Measurement, Settings } from './lab-types';

export interface View {
  width: number;
  /** Which of the figure's facets is shown: dL/dh or dL/dW, parameters or multiply-accumulates. */
  facet: number;
  cursor: number | undefined;
  /** The axes stand before anything was measured. */
  settings: Settings;
  /** Everything of this run, so that its axes stand still while one of them is shown. */
  all: readonly Measurement[];
}

/** A measurement as a drawing, a sentence and a table. */
export interface Figure {
  height: number;
  body: unknown;
  /** What came out, with the words in the colours of their lines. */
  sentence?: TemplateResult;
  /** The same without the figure, for who cannot see it. */
  spoken: string;
  /** One line of small numbers: at the cursor, or about the whole. */
  read?: string;
  table: { head: string[]; rows: (string | number)[][] };
  /** The part of it in which a pointer or the arrow keys read values, and how far down it begins. */
  plot?: LinePlot;
  facets?: readonly string[];
}

export function figure(measurement: Measurement | undefined, kind: string, view: View): Figure {
  switch (kind) {
    case 'gradient-flow':
      return flowOrPlane(measurement?.type === 'gradients' ? measurement : undefined, view);
    case 'identity-term':
      return identityTerm(measurement?.type === 'split' ? measurement : undefined, view);
    case 'architectures':
      return architectures(measurement?.type === 'networks' ? measurement : undefined, view);
    case 'remedies':
      return remedies(measurement?.type === 'grid' ? measurement : undefined, view);
    case 'degradation':
      return degradation(measurement?.type === 'race' ? measurement : undefined, view);
    case 'lesion':
      return lesion(measurement?.type === 'lesion' ? measurement : undefined, view);
    case 'landscape':
      return landscape(measurement?.type === 'landscape' ? measurement : undefined, view);
    case 'health':
      return health(measurement?.type === 'health' ? measurement : undefined, view);
    case 'bottleneck':
      return bottleneck(measurement?.type === 'module' ? measurement : undefined, view);
    default:
      return stacked(measurement?.type === 'field' ? measurement : undefined, view);
  }
}

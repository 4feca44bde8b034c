import { scaleLinear } from 'd3-scale';
import { svg } from 'lit';
import type { Series } from './line-plot';

export interface TrialsPlot {
  width: number;
  meaning: Series['meaning'];
  trials: readonly { label: string; value: number; text: string }[];
  /** Shares that are to be reached, each with what stands above its line. */
  goals: readonly { at: number; label: string }[];
}

const TOP = 26;
const PITCH = 26;
const THICK = 12;
const AXIS = 24;
const NUMBER = 64;

export function trialsHeight({ trials }: TrialsPlot): number {
  return TOP + trials.length * PITCH + AXIS;
}

/** Shares from 0 to 1 as bars, one beneath the other, with a dashed line for each goal across all of them. */
export function trials(plot: TrialsPlot) {
  const left = 12 + Math.max(...plot.trials.map(({ label }) => label.length)) * 8;
  const x = scaleLinear([0, 1], [left, Math.max(left + 80, plot.width - NUMBER)]);
  const bottom = TOP + plot.trials.length * PITCH;
  return svg`${[0, 0.5, 1].map(
    (tick) => svg`<line class="plot-grid" x1=${x(tick)} x2=${x(tick)} y1=${TOP} y2=${bottom} />
      <text class="plot-tick" x=${x(tick)} y=${bottom + 18} text-anchor="middle">${tick * 100}%</text>`,
  )}
  ${plot.trials.map(({ label, value, text }, row) => {
    const middle = TOP + (row + 0.5) * PITCH;
    return svg`<text class="plot-tick" x=${left - 10} y=${middle} dy="0.35em" text-anchor="end">${label}</text>
      <rect class="${plot.meaning}-fill" x=${left} y=${middle - THICK / 2} width=${x(value) - left} height=${THICK} />
      <text class="bar-number trial-number" x=${x(value) + 8} y=${middle} dy="0.35em">${text}</text>`;
  })}
  ${plot.goals.map(
    ({ at, label }) => svg`<line class="trial-goal" x1=${x(at)} x2=${x(at)} y1=${TOP - 6} y2=${bottom} />
      <text class="plot-tick" x=${x(at)} y=${TOP - 12} text-anchor="middle">${label}</text>`,
  )}`;
}

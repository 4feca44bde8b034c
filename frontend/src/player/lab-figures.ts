import { html, svg, type TemplateResult } from 'lit';
import { bars, barsHeight, type Pair } from '../plots/bars';
import { heat } from '../plots/heat';
import { linePlot, type LinePlot, type Series } from '../plots/line-plot';
import { words } from '../ui/language';
import { measured, whole } from './lab-numbers';
import type { Measurement, Num, Profile } from './lab-types';
import { LAB_WORDS } from './lab-words';

export interface View {
  width: number;
  /** dL/dW instead of dL/dh, or multiply-accumulates instead of parameters. */
  second: boolean;
  cursor: number | undefined;
  /** Of the settings: how deep the axes are before anything was measured. */
  depth: number;
}

/** A measurement as a drawing, a sentence and a table. */
export interface Figure {
  height: number;
  body: TemplateResult | TemplateResult[] | unknown;
  sentence: TemplateResult | string;
  spoken: string;
  table: { head: string[]; rows: (string | number)[][] };
  plot?: LinePlot;
  switches?: [string, string];
}

const HEIGHT = 250;

export function figure(measurement: Measurement | undefined, kind: string, view: View): Figure {
  if (!measurement) return kind === 'gradient-flow' ? gradients(undefined, view) : empty();
  switch (measurement.type) {
    case 'gradients':
      return gradients(measurement, view);
    case 'split':
      return split(measurement, view);
    case 'module':
      return module(measurement, view);
    case 'field':
      return field(measurement, view);
  }
}

function empty(): Figure {
  return { height: 0, body: [], sentence: '', spoken: '', table: { head: [], rows: [] } };
}

function gradients(at: Extract<Measurement, { type: 'gradients' }> | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const values = (profile: Profile) => (view.second ? profile.dw : profile.dh);
  const first = view.second ? 1 : 0;
  const series: Series[] = [];
  const add = (meaning: 'residual' | 'plain', label: string, profile: Profile | null | undefined) => {
    if (profile) series.push({ meaning, label, points: values(profile).map((y, i) => ({ x: i + first, y })) });
  };
  add('residual', say.residual, at?.residual);
  add('plain', say.plain, at?.plain);
  const depth = (series[0]?.points.length ?? view.depth + 1) - 1 + first;
  const plot: LinePlot = {
    width: view.width,
    height: HEIGHT,
    log: true,
    series,
    xLabel: say.layers,
    x: [0, depth],
    cursor: view.cursor,
  };
  const ratio = (profile: Profile | null | undefined): Num => {
    const all = profile ? values(profile) : [];
    const [front, back] = [all[0] ?? null, all.at(-1) ?? null];
    return front === null || back === null || back === 0 ? null : front / back;
  };
  const here = (each: Series) => each.points.find((point) => point.x === view.cursor)?.y ?? null;
  const parts = series.map((each) => {
    const profile = each.meaning === 'plain' ? at?.plain : at?.residual;
    return view.cursor === undefined
      ? html`<span class=${each.meaning}>${each.label}</span> |∂L/∂${view.second ? 'W₁' : 'h₀'}| / |∂L/∂${view.second ? 'W' : 'h'}<sub>${depth}</sub>| = ${measured(ratio(profile))}. `
      : html`<span class=${each.meaning}>${each.label}</span> ${say.layer} ${view.cursor}: ${measured(here(each))}. `;
  });
  const losses = [at?.residual, at?.plain].some(Boolean)
    ? html`<small class="numbers quiet">loss ${measured(at?.plain?.loss ?? null, 4)}${at?.residual ? html` / ${measured(at.residual.loss, 4)}` : ''}</small>`
    : '';
  return {
    height: HEIGHT,
    body: linePlot(plot),
    plot,
    sentence: html`${parts}${losses}`,
    spoken: series.map((each) => `${each.label}: ${measured(ratio(each.meaning === 'plain' ? at?.plain : at?.residual))}`).join('; '),
    switches: [say.byActivation, say.byWeight],
    table: {
      head: [say.layer, ...series.map((each) => each.label)],
      rows: (series[0]?.points ?? []).map((point, i) => [point.x, ...series.map((each) => each.points[i]?.y ?? '∞')]),
    },
  };
}

function split(at: Extract<Measurement, { type: 'split' }>, view: View): Figure {
  const say = words(LAB_WORDS);
  const curve = (meaning: Series['meaning'], label: string, value: (point: (typeof at.sweep)[0]) => Num): Series => ({
    meaning,
    label,
    points: at.sweep.map((point) => ({ x: point.a, y: value(point) })),
  });
  const plot: LinePlot = {
    width: view.width,
    height: HEIGHT,
    log: false,
    series: [
      curve('skip-part', say.skip, (point) => point.skip),
      curve('residual', 'F', (point) => point.residual),
      curve('reference', say.sum, (point) => point.sum),
    ],
    xLabel: say.byA,
    x: [0, 1],
    cursor: at.sweep.reduce((best, point) => (Math.abs(point.a - at.at.a) < Math.abs(best - at.at.a) ? point.a : best), 0),
  };
  return {
    height: HEIGHT,
    body: linePlot(plot),
    sentence: html`a = ${at.at.a}: <span class="skip-part">${say.skip}</span> ${measured(at.at.skip, 3)},
      <span class="residual">F</span> ${measured(at.at.residual, 3)}, <span class="reference">${say.sum}</span>
      ${measured(at.at.sum, 3)}, ${measured(at.at.angleDegrees, 3)}°. <small class="quiet numbers"
        >|${say.sum} − ${say.network}| ${measured(at.agreement)}; ∂/∂x ≈ Δ/Δx ${measured(at.differenceAgreement)}</small
      >`,
    spoken: `a ${at.at.a}: ${say.skip} ${measured(at.at.skip)}, F ${measured(at.at.residual)}, ${say.sum} ${measured(at.at.sum)}`,
    table: {
      head: ['a', say.skip, 'F', say.sum, '°'],
      rows: at.sweep.map((point) => [point.a, point.skip ?? '∞', point.residual ?? '∞', point.sum ?? '∞', point.angleDegrees ?? '']),
    },
  };
}

function module(at: Extract<Measurement, { type: 'module' }>, view: View): Figure {
  const say = words(LAB_WORDS);
  const of = (cost: { parameters: number; multiplyAccumulates: number }) =>
    view.second ? cost.multiplyAccumulates : cost.parameters;
  const name = (branch: string) => (branch === 'pool' ? say.pool : branch.replace('x', '×'));
  const pairs: Pair[] = at.branches.map((branch) => ({
    label: name(branch.name),
    plain: of(branch.without),
    residual: of(branch.with),
  }));
  const giga = (cost: { multiplyAccumulates: number }) => (cost.multiplyAccumulates / 1e9).toFixed(3);
  const times = at.timesWith ?? at.timesWithout;
  return {
    height: barsHeight(pairs),
    body: bars(pairs, view.width),
    switches: [say.parameters, say.macs],
    sentence: html`<span class="residual">${say.with}</span> ${whole(at.with.parameters)}, ${giga(at.with)} G, ${at.with.outputChannels} ch.
      <span class="plain">${say.without}</span> ${whole(at.without.parameters)}, ${giga(at.without)} G, ${at.without.outputChannels} ch.
      ${times
        ? html`<br /><small class="numbers quiet"
              >${[at.timesWith, at.timesWithout]
                .map((time, i) => (time ? `${i === 0 ? say.with : say.without}: ${measured(time.forwardMillis)} + ${measured(time.backwardMillis)} ms` : ''))
                .filter(Boolean)
                .join(' · ')}</small
            >`
        : ''}`,
    spoken: `${say.with} ${whole(at.with.parameters)}; ${say.without} ${whole(at.without.parameters)}`,
    table: {
      head: ['', say.with, say.without, `${say.macs}, ${say.with}`, `${say.macs}, ${say.without}`],
      rows: [
        ...at.branches.map((branch) => [
          name(branch.name),
          branch.with.parameters,
          branch.without.parameters,
          branch.with.multiplyAccumulates,
          branch.without.multiplyAccumulates,
        ]),
        [say.sum, at.with.parameters, at.without.parameters, at.with.multiplyAccumulates, at.without.multiplyAccumulates],
      ],
    },
  };
}

function field(at: Extract<Measurement, { type: 'field' }>, view: View): Figure {
  const say = words(LAB_WORDS);
  const of = (kernel: { parameters: number; multiplyAccumulates: number }) =>
    view.second ? kernel.multiplyAccumulates : kernel.parameters;
  const size = at.single.size;
  const pairs: Pair[] = [{ label: '', plain: of(at.single), residual: of(at.stack) }];
  const top = barsHeight(pairs) + 26;
  const side = Math.min(200, (view.width - 24) / 2);
  return {
    height: top + side + 4,
    switches: [say.parameters, say.macs],
    body: svg`${bars(pairs, view.width)}
      <text class="plot-label residual-text" x="0" y=${top - 8}>${at.stack.layers} × 3×3</text>
      <text class="plot-label plain-text" x=${side + 24} y=${top - 8}>${size}×${size}</text>
      <g transform="translate(0,${top})">${heat(at.stackField, 0, side, at.stack.receptiveField)}
        ${heat(at.singleField, side + 24, side, at.single.receptiveField)}</g>`,
    sentence: html`<span class="residual">${say.stack}</span> ${whole(at.stack.parameters)}, r = ${at.stack.receptiveField},
      2σ ${measured(at.stackRadius)} px. <span class="plain">${say.single} ${size}×${size}</span>
      ${whole(at.single.parameters)}, r = ${at.single.receptiveField}, 2σ ${measured(at.singleRadius)} px.`,
    spoken: `${say.stack}: ${whole(at.stack.parameters)}; ${say.single}: ${whole(at.single.parameters)}`,
    table: {
      head: ['', say.parameters, say.macs, 'r', '2σ (px)'],
      rows: [
        [say.stack, at.stack.parameters, at.stack.multiplyAccumulates, at.stack.receptiveField, at.stackRadius],
        [`${say.single} ${size}×${size}`, at.single.parameters, at.single.multiplyAccumulates, at.single.receptiveField, at.singleRadius],
      ],
    },
  };
}

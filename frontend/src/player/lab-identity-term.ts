import { html, svg } from 'lit';
import { bars, type BarGroup, barsHeight } from '../plots/bars';
import { linePlot, type LinePlot, type Series } from '../plots/line-plot';
import { words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { measured } from './lab-numbers';
import { SAYS } from './lab-says';
import type { Num, Split, SplitPoint } from './lab-types';
import { LAB_WORDS } from './lab-words';

const PARTS = [
  ['skip-part', 'skip'],
  ['residual', 'residual'],
  ['reference', 'sum'],
] as const;

/** dL/dx in its two parts: bars at the asked a, curves over all a. */
export function identityTerm(at: Split | undefined, view: View): Figure {
  const says = words(SAYS).split;
  const groups = groupsOf(at);
  const top = barsHeight(groups) + 16;
  const plot = plotOf(at, view);
  const a = Number(view.settings['a'] ?? 1);
  const here = at?.sweep.find((point) => point.a === view.cursor);
  return {
    height: top + plot.height,
    body: svg`${bars(groups, view.width, 118)}<g transform="translate(0,${top})">${linePlot(plot)}</g>`,
    plot,
    ...(at ? { sentence: html`${says.parts(at.at)} ${says.agreement(at)}` } : {}),
    spoken: at ? told(at.at) : '',
    read: here ? told(here) : at ? says.sweep : '',
    table: {
      head: [`a (${measured(a, 3)})`, says.skip, says.residual, says.sum, says.angle],
      rows: [at?.at, ...(at?.sweep ?? [])]
        .filter((point) => point !== undefined)
        .map((point) => [point.a, point.skip ?? '∞', point.residual ?? '∞', point.sum ?? '∞', point.angleDegrees ?? '–']),
    },
  };
}

function told(point: SplitPoint): string {
  const says = words(SAYS).split;
  const parts = PARTS.map(([, name]) => `${says[name]} ${measured(point[name], 3)}`);
  return [`a = ${measured(point.a, 3)}`, ...parts, ...(point.angleDegrees === null ? [] : [`${measured(point.angleDegrees, 3)}°`])].join(' · ');
}

function groupsOf(at: Split | undefined): BarGroup[] {
  const says = words(SAYS).split;
  const bar = (meaning: Series['meaning'], label: string, value: Num, outline = false): BarGroup => ({
    label,
    bars: [{ meaning, value: value ?? 0, text: at ? measured(value, 3) : '?', outline }],
  });
  return [
    ...PARTS.map(([meaning, name]) => bar(meaning, says[name], at?.at[name] ?? null)),
    bar('reference', says.network, at ? norm(at.networkGradient) : null, true),
  ];
}

/** Scaled by the greatest element first, so that no square leaves the range. */
export function norm(all: readonly Num[]): Num {
  if (all.includes(null)) return null;
  const most = Math.max(0, ...all.map((value) => Math.abs(value ?? 0)));
  return most === 0 ? 0 : most * Math.sqrt(all.reduce<number>((sum, value) => sum + ((value ?? 0) / most) ** 2, 0));
}

function plotOf(at: Split | undefined, view: View): LinePlot {
  const says = words(SAYS).split;
  const sweep = at?.sweep ?? [];
  const most = Math.max(0, ...sweep.flatMap((point) => PARTS.map(([, name]) => point[name] ?? 0)));
  const asked = Number(view.settings['a'] ?? 1);
  const marker = sweep.reduce<number | undefined>(
    (best, { a }) => (best === undefined || Math.abs(a - asked) < Math.abs(best - asked) ? a : best),
    undefined,
  );
  return {
    width: view.width,
    height: view.width > 800 ? 340 : 220,
    log: false,
    series: at ? PARTS.map(([meaning, name]) => ({ meaning, label: says[name], points: sweep.map((point) => ({ x: point.a, y: point[name] })) })) : [],
    xLabel: words(LAB_WORDS).byA,
    x: [0, 1],
    y: [0, most > 0 ? most * 1.06 : 1],
    cursor: view.cursor ?? marker,
  };
}

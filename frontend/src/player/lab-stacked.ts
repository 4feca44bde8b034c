import { html, nothing, svg } from 'lit';
import { bars, type BarGroup, barsHeight } from '../plots/bars';
import { heat, heatLegend } from '../plots/heat';
import { words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { giga, measured, whole } from './lab-numbers';
import { SAYS } from './lab-says';
import type { Field, Kernel } from './lab-types';
import { LAB_WORDS } from './lab-words';

const GAP = 24;
const TITLE = 26;

/** A stack of 3x3 against one large kernel: what each costs, and how far the gradient of the output really reaches. */
export function stacked(at: Field | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS).field;
  const layers = at?.stack.layers ?? Number(view.settings['layers'] ?? 3);
  const size = at?.single.size ?? 2 * layers + 1;
  const names = [`${layers} × (3×3)`, `${size}×${size}`] as const;
  const groups = groupsOf(at, names, view);
  const top = barsHeight(groups) + TITLE;
  const side = Math.min(250, (view.width - GAP) / 2);
  const empty = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  const rows: [string, Kernel, number | null][] = at ? [[names[0], at.stack, at.stackRadius], [names[1], at.single, at.singleRadius]] : [];
  return {
    height: top + side + 30,
    facets: [say.parameters, say.macs],
    body: svg`${bars(groups, view.width, 76)}
      ${names.map((name, i) => svg`<text class="plot-label" x=${i * (side + GAP)} y=${top - 9}>${name}</text>`)}
      <g transform="translate(0,${top})">${heat(at?.stackField ?? empty, 0, side, at?.stack.receptiveField ?? size)}
        ${heat(at?.singleField ?? empty, side + GAP, side, at?.single.receptiveField ?? size)}
        ${at ? svg`<g transform="translate(0,${side + 14})">${heatLegend(0, '0', says.most)}</g>` : nothing}</g>`,
    ...(at ? { sentence: html`${says.compared(at, names)}` } : {}),
    spoken: rows.map(([name, kernel, radius]) => `${name}: ${whole(kernel.parameters)} ${say.parameters}, ${says.radius} ${measured(radius, 3)}`).join('; '),
    read: at ? says.square : '',
    table: {
      head: ['', say.parameters, say.macs, says.receptive, says.radius],
      rows: rows.map(([name, kernel, radius]) => [name, kernel.parameters, kernel.multiplyAccumulates, `${kernel.receptiveField}×${kernel.receptiveField}`, radius ?? '–']),
    },
  };
}

function groupsOf(at: Field | undefined, [stack, single]: readonly [string, string], view: View): BarGroup[] {
  const value = (kernel: Kernel | undefined) => (kernel ? (view.facet === 1 ? kernel.multiplyAccumulates : kernel.parameters) : 0);
  const text = (kernel: Kernel | undefined) =>
    kernel ? (view.facet === 1 ? giga(kernel.multiplyAccumulates) : whole(kernel.parameters)) : '?';
  return [
    { label: stack, bars: [{ meaning: 'residual', value: value(at?.stack), text: text(at?.stack) }] },
    { label: single, bars: [{ meaning: 'plain', outline: true, value: value(at?.single), text: text(at?.single) }] },
  ];
}

import { html } from 'lit';
import { bars, type BarGroup, barsHeight } from '../plots/bars';
import { words } from '../ui/language';
import type { Figure, View } from './lab-figures';
import { giga, measured, whole } from './lab-numbers';
import { SAYS } from './lab-says';
import type { Cost, Module } from './lab-types';
import { LAB_WORDS } from './lab-words';

const BRANCHES = ['1x1', '3x3', '5x5', 'pool'];

/** What an Inception module costs by branch, without its 1x1 reductions (outline) and with them (filled). */
export function bottleneck(at: Module | undefined, view: View): Figure {
  const say = words(LAB_WORDS);
  const says = words(SAYS).module;
  const groups = groupsOf(at, view);
  const name = (branch: string) => (branch === 'pool' ? say.pool : branch.replace('x', '×'));
  const row = (title: string, one: Cost, other: Cost) => [
    title, one.parameters, other.parameters, one.multiplyAccumulates, other.multiplyAccumulates, one.outputChannels, other.outputChannels,
  ];
  return {
    height: barsHeight(groups),
    body: bars(groups, view.width, 56),
    facets: [say.parameters, say.macs],
    ...(at ? { sentence: html`${says.costs(at)} ${says.times(at)}` } : {}),
    spoken: at ? `${say.with}: ${whole(at.with.parameters)}, ${giga(at.with.multiplyAccumulates)}; ${say.without}: ${whole(at.without.parameters)}, ${giga(at.without.multiplyAccumulates)}` : '',
    table: {
      head: [say.branch, ...[say.parameters, say.macs, say.channelsOut].flatMap((what) => [`${what}, ${say.with}`, `${what}, ${say.without}`])],
      rows: at ? [...at.branches.map((branch) => row(name(branch.name), branch.with, branch.without)), row(say.total, at.with, at.without), ...timeRows(at)] : [],
    },
  };

  function timeRows({ timesWith: one, timesWithout: other }: Module): (string | number)[][] {
    if (!one && !other) return [];
    const line = (title: string, of: 'forwardMillis' | 'backwardMillis') => [
      title, one ? measured(one[of]) : '–', other ? measured(other[of]) : '–', '', '', '', '',
    ];
    return [line(says.forward, 'forwardMillis'), line(says.backward, 'backwardMillis')];
  }
}

function groupsOf(at: Module | undefined, view: View): BarGroup[] {
  const say = words(LAB_WORDS);
  const value = (cost: Cost) => (view.facet === 1 ? cost.multiplyAccumulates : cost.parameters);
  const text = (cost: Cost) => (view.facet === 1 ? giga(cost.multiplyAccumulates) : whole(cost.parameters));
  const label = (name: string) => (name === 'pool' ? say.pool : name.replace('x', '×'));
  return at
    ? at.branches.map((branch) => ({
        label: label(branch.name),
        bars: [
          { meaning: 'plain', outline: true, value: value(branch.without), text: text(branch.without) },
          { meaning: 'residual', value: value(branch.with), text: text(branch.with) },
        ],
      }))
    : BRANCHES.map((name) => ({ label: label(name), bars: [{ meaning: 'plain', outline: true, value: 0, text: '?' }, { meaning: 'residual', value: 0, text: '?' }] }));
}

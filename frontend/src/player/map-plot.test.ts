import { expect, test } from 'vitest';
import { QUANTITIES } from './map-data';
import { type Box, overlap } from './map-layout';
import { nearest, plot } from './map-plot';
import { START } from './map-state';

const pairs = QUANTITIES.flatMap((x) => QUANTITIES.filter((y) => y !== x).map((y) => ({ ...START, x, y })));
const within = (box: Box, outer: Box) =>
  box.left >= outer.left && box.right <= outer.right && box.top >= outer.top && box.bottom <= outer.bottom;

for (const width of [342, 480, 700]) {
  for (const state of pairs) {
    test(`labels of ${state.y} by ${state.x} at ${width} px cover nothing and stay inside`, () => {
      const { drawn, inner } = plot(state, width);
      for (const [index, one] of drawn.entries()) {
        expect(within(one.box, inner), one.label).toBe(true);
        expect(within(one.place.box, inner), one.label).toBe(true);
        for (const other of drawn) {
          expect(overlap(one.place.box, other.box), `${one.label} on ${other.label}`).toBe(0);
        }
        for (const other of drawn.slice(index + 1)) {
          expect(overlap(one.place.box, other.place.box), `${one.label} with ${other.label}`).toBe(0);
        }
      }
    });
  }
}

test('a finger beside a point means that point, one far from all means none', () => {
  const { drawn } = plot(START, 700);
  const { box } = drawn[0]!;
  expect(nearest(drawn, box.left - 15, box.top)?.id).toBe('AlexNet');
  expect(nearest(drawn, box.left - 60, box.top - 120)).toBeUndefined();
});

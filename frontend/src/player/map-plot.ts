import { axisBottom, axisLeft } from 'd3-axis';
import { select } from 'd3-selection';
import { line } from 'd3-shape';
import { nothing, svg } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Family, Quantity } from './map-data';
import { type Box, EXTENTS, type Placed, placeLabels, scaleOf } from './map-layout';
import { type Mark, marks, type MapState, showsErrors, slotOf } from './map-state';
import { type MapWords, markText, tickText } from './map-words';

const RADIUS = 6;
const BAR = 7;
const RING = 4;

export interface Drawn {
  readonly mark: Mark;
  readonly box: Box;
  readonly label: string;
  readonly place: Placed;
}

/** Everything about the plot that depends on its width. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly inner: Box;
  readonly drawn: readonly Drawn[];
  readonly lines: readonly { family: Family; path: string }[];
}

export function plot(state: MapState, width: number): Plot {
  const narrow = width < 480;
  const height = narrow ? 380 : Math.round(Math.min(Math.max(width * 0.62, 360), 440));
  const inner = { left: narrow ? 46 : 58, top: 36, right: width - 14, bottom: height - 48 };
  const x = scaleOf(state.x, [inner.left, inner.right]);
  const y = scaleOf(state.y, [inner.bottom, inner.top]);
  const all = marks(state);
  const boxes = all.map((mark): Box => {
    const half = mark.ensemble ? BAR : RADIUS;
    return { left: x(mark.x[0]) - half, right: x(mark.x[1]) + half, top: y(mark.y[1]) - half, bottom: y(mark.y[0]) + half };
  });
  const labels = all.map((mark) => {
    const slots = slotOf(state, mark).map((slot) => slot.toUpperCase());
    return slots.length > 0 ? `${slots.join('+')} · ${mark.id}` : mark.id;
  });
  const places = placeLabels(
    boxes.map((box, index) => ({ text: labels[index]!, mark: slotOf(state, all[index]!).length > 0 ? ringed(box) : box })),
    inner,
  );
  const drawn = all.map((mark, index) => ({ mark, box: boxes[index]!, label: labels[index]!, place: places[index]! }));
  return { width, height, inner, drawn, lines: lines(drawn, state) };
}

/** The mark whose outline is nearest to a point, if a finger could have meant it. */
export function nearest(drawn: readonly Drawn[], x: number, y: number): Mark | undefined {
  const away = ({ box }: Drawn) =>
    Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
  const [best] = [...drawn].sort((p, q) => away(p) - away(q));
  return best && away(best) <= 22 ? best.mark : undefined;
}

/** The drawing; the axes are groups that {@link drawAxes} fills afterwards. */
export function drawing(state: MapState, { inner, drawn, lines: families }: Plot, say: MapWords) {
  const axes = `${state.x}/${state.y}`;
  return svg`
    <g class="map-axis map-axis-x" transform="translate(0,${inner.bottom})" aria-hidden="true"></g>
    <g class="map-axis map-axis-y" transform="translate(${inner.left},0)" aria-hidden="true"></g>
    <text class="map-axis-title" x="0" y="14" aria-hidden="true">${say.axes[state.y]}</text>
    <text class="map-axis-title" x=${inner.right} y=${inner.bottom + 40} text-anchor="end" aria-hidden="true">${say.axes[state.x]}</text>
    ${repeat(
      families,
      ({ family }) => `${axes}/${family}`,
      ({ family, path }) => svg`<path class="map-line map-${kind(family)}" d=${path} aria-hidden="true"></path>`,
    )}
    ${repeat(
      drawn,
      ({ mark }) => mark.id + mark.ensemble,
      (one) => drawnMark(state, one, say),
    )}`;
}

function drawnMark(state: MapState, { mark, box, label, place }: Drawn, say: MapWords) {
  const slots = slotOf(state, mark);
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const [w, h] = [box.right - box.left, box.bottom - box.top];
  const picked = slots.length > 0;
  const told = markText(mark, state.stride, say) + (picked ? say.picked(slots.join(', ').toUpperCase()) : '');
  return svg`
    <g class="map-mark map-${kind(mark.family)} ${picked ? 'map-picked' : ''} ${mark.ensemble ? 'map-ensemble' : ''}" data-mark=${mark.id}
       style="transform: translate(${x}px, ${y}px)"
       role="button" tabindex=${state.focus === mark.id ? 0 : -1} aria-pressed=${picked} aria-label=${told}>
      ${
        place.far
          ? svg`<line class="map-leader" x1="0" y1="0" x2=${place.x - x} y2=${place.y - y}></line>`
          : nothing
      }
      <rect class="map-ring" x=${-w / 2 - RING} y=${-h / 2 - RING} width=${w + 2 * RING} height=${h + 2 * RING}
        rx=${RADIUS + RING}></rect>
      <rect class="map-point" x=${-w / 2} y=${-h / 2} width=${w} height=${h} rx=${mark.ensemble ? 2 : RADIUS}></rect>
      <text class="map-label" x=${place.x - x} y=${place.y - y} dy="0.35em" text-anchor=${place.anchor}>${label}</text>
    </g>`;
}

/** Families of more than one network are joined in the order of their depth. */
function lines(drawn: readonly Drawn[], state: MapState): Plot['lines'] {
  if (showsErrors(state)) {
    return [];
  }
  const middle = line<Drawn>(
    ({ box }) => (box.left + box.right) / 2,
    ({ box }) => (box.top + box.bottom) / 2,
  );
  return (['VGG', 'ResNet'] as const).map((family) => ({
    family,
    path: middle(drawn.filter(({ mark }) => mark.family === family)) ?? '',
  }));
}

export function drawAxes(root: ParentNode, state: MapState, { inner }: Plot, say: MapWords): void {
  const text = (quantity: Quantity) => (tick: { valueOf(): number }) => tickText(quantity, tick.valueOf(), say);
  const x = axisBottom(scaleOf(state.x, [inner.left, inner.right]))
    .tickValues([...EXTENTS[state.x].ticks])
    .tickFormat(text(state.x))
    .tickSizeOuter(0);
  const y = axisLeft(scaleOf(state.y, [inner.bottom, inner.top]))
    .tickValues([...EXTENTS[state.y].ticks])
    .tickFormat(text(state.y))
    .tickSize(inner.left - inner.right)
    .tickPadding(8);
  select(root.querySelector<SVGGElement>('.map-axis-x')!).call(x);
  select(root.querySelector<SVGGElement>('.map-axis-y')!).call(y);
}

function ringed({ left, top, right, bottom }: Box): Box {
  return { left: left - RING, top: top - RING, right: right + RING, bottom: bottom + RING };
}

function kind(family: Family): 'residual' | 'plain' {
  return family === 'ResNet' ? 'residual' : 'plain';
}

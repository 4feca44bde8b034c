import { html, LitElement, nothing, svg } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { linePlot, type LinePlot, scales } from '../plots/line-plot';
import { words } from '../ui/language';
import { LAB_WORDS } from './lab-words';
import { type Axes, besides, dragged, drawn, flat, keyed, nearest, type Spot, written } from './prediction-state';
import { PREDICTION_WORDS } from './prediction-words';
import { Width } from './width';

/**
 * A curve to be drawn upon empty axes, by hand or by the arrow keys; where `measured` is given, both are shown. It keeps
 * nothing: every change is told to `typed`.
 */
@customElement('skip-drawing')
export class SkipDrawing extends LitElement {
  @property({ attribute: false }) axes!: Axes;
  @property() value = '';
  @property() label = '';
  @property({ type: Boolean }) locked = false;
  @property({ attribute: false }) measured: number[] | undefined;
  @property({ attribute: false }) typed: (value: string) => void = () => undefined;

  private readonly width = new Width(this);
  @state() private active = 0;

  private last: Spot | undefined;
  protected override createRenderRoot() {
    return this;
  }

  private get exponents(): number[] {
    return drawn(this.value) ?? flat(this.axes);
  }

  private plot(): LinePlot {
    const { layers, from, to, network } = this.axes;
    const say = words(LAB_WORDS);
    const prediction = layers.map((x, i) => ({ x, y: 10 ** this.exponents[i]! }));
    return {
      width: this.width.pixels,
      height: Math.round(Math.min(Math.max(this.width.pixels * 0.54, 260), 340)),
      log: true,
      series: [
        ...(this.measured
          ? [{ meaning: network, label: say[network], points: this.measured.map((exponent, x) => ({ x, y: valueOf(exponent) })) }]
          : []),
        { meaning: 'prediction', label: words(PREDICTION_WORDS).prediction, points: prediction },
      ],
      xLabel: say.layers,
      x: [0, layers.at(-1)!],
      y: [10 ** from, 10 ** to],
    };
  }

  private spot(event: PointerEvent): Spot {
    const { x, y } = scales(this.plot());
    const box = this.querySelector('svg')!.getBoundingClientRect();
    return {
      handle: nearest(x.invert(event.clientX - box.left), this.axes),
      exponent: Math.log10(y.invert(event.clientY - box.top)),
    };
  }

  private readonly press = (event: PointerEvent) => {
    if (this.locked || event.button !== 0) return;
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    event.preventDefault();
    this.last = this.spot(event);
    this.move(dragged(this.exponents, this.axes, this.last));
    this.focusOn(this.last.handle);
  };

  private readonly drag = (event: PointerEvent) => {
    if (!this.last || this.locked) return;
    const spot = this.spot(event);
    this.move(dragged(this.exponents, this.axes, spot, this.last));
    this.last = spot;
    this.active = spot.handle;
  };

  private readonly lift = () => {
    if (this.last) this.focusOn(this.last.handle);
    this.last = undefined;
  };

  private readonly key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = besides(this.active, this.axes, event.key);
    const exponent = this.locked ? undefined : keyed(this.exponents[this.active]!, this.axes, event.key);
    if (next === undefined && exponent === undefined) return;
    event.preventDefault();
    if (next !== undefined) this.focusOn(next);
    else this.move(dragged(this.exponents, this.axes, { handle: this.active, exponent: exponent! }));
  };

  private move(exponents: number[]) {
    const value = written(exponents);
    if (value !== this.value) this.typed(value);
  }

  private focusOn(handle: number) {
    this.active = handle;
    this.querySelectorAll<SVGGElement>('.drawing-handle')[handle]?.focus({ preventScroll: true });
  }

  protected override render() {
    const say = words(PREDICTION_WORDS);
    const plot = this.plot();
    return html`${this.locked ? nothing : html`<p class="drawing-hint">${say.hint}</p>`}
      <svg
        class="drawing-plot"
        width=${this.width.pixels}
        height=${plot.height}
        role="group"
        aria-label=${`${this.label}: ${say.axes}`}
        ?data-locked=${this.locked}
        ?data-waits=${!this.value}
        @pointerdown=${this.press}
        @pointermove=${this.drag}
        @pointerup=${this.lift}
        @pointercancel=${this.lift}
        @keydown=${this.key}
      >
        ${linePlot(plot)} ${this.handles(plot)}
      </svg>
      <p class="lab-read numbers" aria-hidden="true">${this.value ? say.at(this.axes.layers[this.active]!, this.exponents[this.active]!) : say.start}</p>
      ${this.measured ? this.table(this.measured) : nothing}`;
  }

  private handles(plot: LinePlot) {
    const { x, y } = scales(plot);
    const say = words(PREDICTION_WORDS);
    const { from, to, layers } = this.axes;
    return this.exponents.map(
      (exponent, handle) => svg`<g
        class="drawing-handle"
        role="slider"
        tabindex=${handle === this.active ? 0 : -1}
        aria-label=${say.layer(layers[handle]!)}
        aria-orientation="vertical"
        aria-valuemin=${from}
        aria-valuemax=${to}
        aria-valuenow=${exponent}
        aria-valuetext=${this.value ? say.power(exponent) : say.notYet}
        aria-disabled=${this.locked}
        transform="translate(${x(layers[handle]!)},${y(10 ** exponent)})"
        @focus=${() => (this.active = handle)}
      ><circle class="drawing-ring" r="12" /><circle class="drawing-knob" r="6" /></g>`,
    );
  }

  private table(measured: number[]) {
    const say = words(PREDICTION_WORDS);
    const { layers, from, to } = this.axes;
    return html`<details class="drawing-table">
      <summary>${say.table}</summary>
      <table>
        <thead>
          <tr>${say.head.map((head) => html`<th scope="col">${head}</th>`)}</tr>
        </thead>
        <tbody>
          ${layers.map((layer, i) => {
            const [mine, theirs] = [this.exponents[i]!, measured[layer]!];
            const distance = Math.abs(mine - Math.min(Math.max(theirs, from), to));
            return html`<tr>
              <th scope="row">${layer}</th>
              ${[mine, theirs, distance].map((value) => html`<td class="numbers">${say.tenth(value)}</td>`)}
            </tr>`;
          })}
        </tbody>
      </table>
    </details>`;
  }
}

/** What has left the range of numbers is without bound, or 0. */
function valueOf(exponent: number): number | null {
  const value = 10 ** exponent;
  return Number.isFinite(value) ? value : null;
}

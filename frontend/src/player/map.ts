import { html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { NETWORKS, type Quantity, QUANTITIES, type Stride } from './map-data';
import { drawAxes, drawing, nearest, type Plot, plot } from './map-plot';
import { type MapEvent, type MapState, marks, neighbour, reduce, showsErrors, type Slot, START } from './map-state';
import { comparisonTable, wholeTable } from './map-tables';
import { type MapWords, mapWords, markText } from './map-words';

const SPOKEN = 'skip-map-help';

/** The architecture evolution map: networks by any two quantities, and any two networks side by side. */
@customElement('skip-map')
export class SkipMap extends LitElement {
  @state() private now: MapState = START;
  @state() private width = 640;
  /** The mark that the pointer or the focus is on. */
  @state() private read: string | null = null;
  /** Said aloud after a change; the first drawing says nothing. */
  @state() private said = '';
  private drawn: Plot = plot(START, 640);
  private readonly resized = new ResizeObserver(() => this.measure());

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.measure();
    this.resized.observe(this);
  }

  override disconnectedCallback() {
    this.resized.disconnect();
    super.disconnectedCallback();
  }

  private measure() {
    const width = Math.round(this.getBoundingClientRect().width);
    if (width > 0) {
      this.width = width;
    }
  }

  private send(event: MapEvent) {
    this.now = reduce(this.now, event);
    const say = mapWords();
    if (event.kind === 'axis' || event.kind === 'swap') {
      this.dataset['moves'] = '';
      this.read = null;
      this.said = `${say.yAxis}: ${say.quantities[this.now.y]}. ${say.xAxis}: ${say.quantities[this.now.x]}.`;
    } else if (event.kind !== 'focus') {
      this.said = say.sentence(this.now);
    }
  }

  protected override render() {
    const say = mapWords();
    this.drawn = plot(this.now, this.width);
    return html`<div class="map" role="group" aria-label=${say.title}>
      <p class="map-title">${say.title}</p>
      ${this.controls(say)}
      <svg
        class="map-plot"
        width=${this.drawn.width}
        height=${this.drawn.height}
        viewBox="0 0 ${this.drawn.width} ${this.drawn.height}"
        role="group"
        aria-label=${`${say.quantities[this.now.y]} / ${say.quantities[this.now.x]}`}
        aria-describedby=${SPOKEN}
        @click=${this.pressed}
        @keydown=${this.key}
        @pointermove=${this.pointed}
        @pointerleave=${() => (this.read = null)}
        @focusin=${this.focused}
        @focusout=${() => (this.read = null)}
      >
        ${drawing(this.now, this.drawn, say)}
      </svg>
      <p class="visually-hidden" id=${SPOKEN}>${say.help}</p>
      ${this.beneath(say)} ${this.comparison(say)}
      <details class="map-all">
        <summary>${say.table}</summary>
        ${wholeTable(this.now, say)}
      </details>
      <p class="visually-hidden" role="status">${this.said}</p>
    </div>`;
  }

  protected override updated() {
    drawAxes(this, this.now, this.drawn, mapWords());
  }

  private controls(say: MapWords) {
    const axis = (which: 'x' | 'y', label: string) =>
      field(
        label,
        QUANTITIES.map((one) => [one, say.quantities[one]]),
        this.now[which],
        (quantity) => this.send({ kind: 'axis', axis: which, quantity }),
      );
    const swap = () => this.send({ kind: 'swap' });
    return html`<div class="map-controls">
      ${axis('y', say.yAxis)}
      <button type="button" class="map-swap" aria-label=${say.swap} title=${say.swap} @click=${swap}>⇄</button>
      ${axis('x', say.xAxis)}
      ${field<Stride>(
        say.stride,
        [
          ['paper', say.strides.paper],
          ['v15', say.strides.v15],
        ],
        this.now.stride,
        (stride) => this.send({ kind: 'stride', stride }),
        'map-stride',
      )}
    </div>`;
  }

  /** What the marks mean, and one line of fixed height for the mark in question. */
  private beneath(say: MapWords) {
    const mark = marks(this.now).find((one) => one.id === this.read);
    return html`<p class="map-read" aria-hidden="true">${mark ? markText(mark, this.now.stride, say) : say.hint}</p>
      <p class="map-legend">
        <span class="map-key map-residual"></span>${say.withPath} <span class="map-key map-plain"></span>${say.withoutPath}
        ${showsErrors(this.now) ? html`<span class="map-key map-bar"></span>${say.ensemble}` : nothing}
      </p>
      ${showsErrors(this.now) ? html`<p class="map-quiet">${say.errorNote}</p>` : nothing}`;
  }

  private comparison(say: MapWords) {
    const slot = (which: Slot) =>
      field(
        `${say.compare} ${which.toUpperCase()}`,
        NETWORKS.map((one) => [one.name, one.name]),
        this.now[which],
        (network) => this.send({ kind: 'choose', slot: which, network }),
      );
    return html`<div class="map-comparison">
      <div class="map-controls">${slot('a')} ${slot('b')}</div>
      <p>${say.sentence(this.now)}</p>
      ${comparisonTable(this.now, say)}
    </div>`;
  }

  private readonly pressed = (event: MouseEvent) => {
    const own = markOf(event);
    const at = event.detail === 0 ? undefined : this.under(event);
    const mark = at ?? own;
    if (mark) {
      this.send({ kind: 'pick', mark });
    }
  };

  private readonly pointed = (event: PointerEvent) => {
    this.read = this.under(event) ?? markOf(event) ?? null;
  };

  private readonly focused = (event: FocusEvent) => {
    const mark = markOf(event);
    if (mark) {
      this.read = mark;
      this.send({ kind: 'focus', mark });
    }
  };

  private readonly key = async (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      this.send({ kind: 'pick', mark: this.now.focus });
    } else if (/^(Arrow|Home|End)/.test(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      this.send({ kind: 'focus', mark: neighbour(this.now, event.key) });
      await this.updateComplete;
      this.querySelector<SVGGElement>('[data-mark][tabindex="0"]')?.focus();
    }
  };

  private under(event: MouseEvent): string | undefined {
    const plane = this.querySelector('.map-plot')!.getBoundingClientRect();
    return nearest(this.drawn.drawn, event.clientX - plane.left, event.clientY - plane.top)?.id;
  }
}

function markOf(event: Event): string | undefined {
  return (event.target as Element).closest<SVGGElement>('[data-mark]')?.dataset['mark'];
}

function field<T extends Quantity | Stride | string>(
  label: string,
  options: readonly (readonly [T, string])[],
  chosen: T,
  choose: (value: T) => void,
  kind = '',
) {
  return html`<label class="map-field ${kind}"
    ><span>${label}</span>
    <select @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as T)}>
      ${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}
    </select></label
  >`;
}

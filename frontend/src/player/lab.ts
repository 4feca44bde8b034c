import { LitElement, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { request } from '../outbox/transport';
import { xAt } from '../plots/line-plot';
import { words } from '../ui/language';
import { control } from './lab-controls';
import { csv, png, save, standalone } from './lab-export';
import { type Figure, figure } from './lab-figures';
import { LabMachine } from './lab-machine';
import { measured } from './lab-numbers';
import type { Sheet } from './lab-types';
import { LAB_WORDS } from './lab-words';

const FRAME_MS = 120;

/**
 * A lab under the hand. It explores, runs and draws by itself (see {@link LabMachine}); the server's page hears only
 * `skip-pin` and `skip-unpin` {run}. With `evidence` it shows one stored run, to be looked at and replayed.
 */
@customElement('skip-lab')
export class SkipLab extends LitElement {
  @property({ attribute: false }) sheet?: Sheet;
  @property({ type: Boolean }) pinnable = false;
  @property({ attribute: false }) pinned: string[] = [];
  @property() evidence = '';

  @state() private revision = 0;
  @state() private width = 480;
  @state() private second = false;
  @state() private cursor: number | undefined;
  @state() private table = false;
  @state() private playing = 0;

  private machine?: LabMachine;
  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.max(240, Math.floor(entry.contentRect.width));
  });

  protected override createRenderRoot() {
    return this;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.machine?.stop();
    this.machine = undefined;
    this.observer.disconnect();
    clearInterval(this.playing);
  }

  protected override willUpdate() {
    if (this.machine || !this.sheet || !this.isConnected) return;
    this.machine = new LabMachine(this.sheet.settings, {
      request,
      later: (work, ms) => {
        const timer = setTimeout(work, ms);
        return () => clearTimeout(timer);
      },
      changed: () => this.revision++,
    });
    if (this.evidence) void this.machine.show(this.evidence);
  }

  protected override updated() {
    const plot = this.querySelector('.lab-plot');
    if (plot) this.observer.observe(plot);
  }

  protected override render() {
    const { sheet, machine } = this;
    if (!sheet || !machine) return nothing;
    const say = words(LAB_WORDS);
    const drawn = figure(machine.current, sheet.kind, {
      width: this.width,
      second: this.second,
      cursor: this.cursor,
      depth: Number(machine.settings['depth'] ?? 1),
    });
    return html`<section class="lab" aria-label="${say.lab}: ${sheet.question}" data-revision=${this.revision}>
      <p class="eyebrow">${say.lab} · ${say.kinds[sheet.kind] ?? sheet.kind}</p>
      <h4>${sheet.question}</h4>
      ${this.evidence ? this.settingsList() : this.controls()}
      ${drawn.switches ? this.switches(drawn.switches) : nothing}
      ${this.drawing(drawn)}
      <p class="lab-sentence">${machine.current ? drawn.sentence : say.invitation}</p>
      <p class="lab-look">${sheet.look}</p>
      ${this.scrubber()} ${this.table ? this.dataTable(drawn) : nothing} ${this.status()} ${this.actions(drawn)}
    </section>`;
  }

  private controls() {
    const { sheet, machine } = this;
    const say = words(LAB_WORDS);
    const set = (name: string, value: string | number) => machine!.set(name, value);
    const [front, back] = [
      sheet!.controls.filter((it) => sheet!.inView.includes(it.name)),
      sheet!.controls.filter((it) => !sheet!.inView.includes(it.name)),
    ];
    return html`<div class="lab-controls">${front.map((it) => control(it, machine!.settings, set))}</div>
      <details class="lab-more">
        <summary>${say.more}</summary>
        <div class="lab-controls">${back.map((it) => control(it, machine!.settings, set))}</div>
        <p class="eyebrow">${say.presets}</p>
        <ul class="lab-presets">
          ${sheet!.presets.map(
            (preset) => html`<li>
              <button class="button" @click=${() => machine!.take(preset.settings)}>
                ${preset.title}${preset.breaks ? html` <span class="lab-breaks">${say.breaks}</span>` : nothing}
              </button>
              <span>${preset.says}</span>
            </li>`,
          )}
        </ul>
      </details>`;
  }

  private settingsList() {
    const say = words(LAB_WORDS);
    const settings = this.machine!.run?.experiment ?? {};
    return html`<dl class="lab-settings">
      ${this.sheet!.controls.map((it) => {
        const value = settings[it.name];
        return value === undefined
          ? nothing
          : html`<div><dt>${say.names[it.name] ?? it.name}</dt><dd>${say.options[String(value)] ?? value}</dd></div>`;
      })}
    </dl>`;
  }

  private switches(names: [string, string]) {
    return html`<div class="lab-switch" role="group">
      ${names.map(
        (name, i) =>
          html`<button class="quiet-button" aria-pressed=${this.second === (i === 1)} @click=${() => (this.second = i === 1)}>
            ${name}
          </button>`,
      )}
    </div>`;
  }

  private drawing(drawn: Figure) {
    const plot = drawn.plot;
    const move = (event: PointerEvent) => {
      const box = (event.currentTarget as Element).getBoundingClientRect();
      if (plot) this.cursor = xAt(plot, event.clientX - box.left);
    };
    const key = (event: KeyboardEvent) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (event.key === 'Escape') this.cursor = undefined;
      if (!step || !plot) return;
      event.preventDefault();
      const [low, high] = plot.x;
      this.cursor = Math.min(high, Math.max(plot.series[0]?.points[0]?.x ?? low, (this.cursor ?? (step > 0 ? low - 1 : high + 1)) + step));
    };
    return html`<div
      class="lab-plot"
      data-preview=${!!this.machine!.preview}
      tabindex=${plot ? 0 : nothing}
      role=${plot ? 'application' : nothing}
      aria-label=${plot ? `${this.sheet!.question} ${drawn.spoken}` : nothing}
      @pointermove=${plot ? move : nothing}
      @pointerleave=${() => (this.cursor = undefined)}
      @keydown=${key}
    >
      <svg width=${this.width} height=${drawn.height} role="img" aria-label=${drawn.spoken || this.sheet!.question}>
        ${drawn.body}
      </svg>
    </div>`;
  }

  private scrubber() {
    const machine = this.machine!;
    const steps = machine.measurements.map((each) => (each.type === 'gradients' ? each.step : 0));
    if (machine.preview || steps.length < 2) return nothing;
    const say = words(LAB_WORDS);
    const text = say.step(steps[machine.shown] ?? 0, steps.at(-1) ?? 0);
    return html`<div class="lab-scrubber">
      <button class="button" aria-label=${this.playing ? say.pause : say.play} @click=${this.play}>
        ${this.playing ? '❚❚' : '▶'}
      </button>
      <input
        type="range"
        min="0"
        max=${steps.length - 1}
        .value=${String(machine.shown)}
        aria-label=${say.scrub}
        aria-valuetext=${text}
        @input=${(event: Event) => machine.pick(Number((event.target as HTMLInputElement).value))}
      />
      <span class="numbers">${text}</span>
    </div>`;
  }

  private readonly play = () => {
    const machine = this.machine!;
    clearInterval(this.playing);
    if (this.playing) {
      this.playing = 0;
      return;
    }
    if (machine.shown >= machine.measurements.length - 1) machine.pick(0);
    this.playing = window.setInterval(() => {
      machine.pick(machine.shown + 1);
      if (machine.shown >= machine.measurements.length - 1) {
        clearInterval(this.playing);
        this.playing = 0;
      }
    }, FRAME_MS);
  };

  private status() {
    const machine = this.machine!;
    const say = words(LAB_WORDS);
    const { run, refusal, replay } = machine;
    const text = refusal
      ? say.refused(refusal, say.names)
      : machine.preview && !machine.living
        ? say.preview
        : run?.state === 'QUEUED'
          ? say.queued(run.waiting?.position ?? 1, run.waiting?.seconds ?? 1)
          : run?.state === 'FAILED' && run.failure
            ? say.failed(run.failure)
            : run
              ? { RUNNING: say.running, DONE: say.done, CANCELLED: say.cancelled, FAILED: '', QUEUED: '' }[run.state]
              : '';
    const comparison = replay?.comparison;
    const compared = !replay
      ? ''
      : !comparison
        ? say.replaying
        : comparison.bitForBit
          ? say.same(comparison.values)
          : comparison.equal
            ? say.alike(comparison.values, measured(comparison.greatest))
            : say.other(measured(comparison.greatest));
    return html`<p class="lab-status" role="status" data-wrong=${!!refusal || run?.state === 'FAILED'}>
      ${text} ${compared}
    </p>`;
  }

  private actions(drawn: Figure) {
    const machine = this.machine!;
    const say = words(LAB_WORDS);
    const run = machine.run;
    const done = run?.state === 'DONE' && !machine.preview;
    const isPinned = !!run && this.pinned.includes(run.id);
    const runText = done ? say.rerun : this.sheet!.kind === 'bottleneck' ? say.time : say.run;
    return html`<div class="lab-actions">
      ${this.evidence
        ? html`<button class="button" ?disabled=${!done} @click=${() => machine.again()}>${say.replay}</button>`
        : machine.living
          ? html`<button class="button" @click=${() => machine.cancel()}>${say.cancel}</button>`
          : html`<button class="button primary" @click=${() => machine.start()}>${runText}</button>`}
      ${this.pinnable && done
        ? html`<button class="button" aria-pressed=${isPinned} @click=${() => this.pin(run.id, isPinned)}>
            ${isPinned ? `✓ ${say.pinned}` : say.pin}
          </button>`
        : nothing}
      ${machine.current ? this.menu(drawn) : nothing}
    </div>`;
  }

  private menu(drawn: Figure) {
    const say = words(LAB_WORDS);
    const drawing = () => this.querySelector<SVGSVGElement>('.lab-plot svg')!;
    const name = this.sheet!.id;
    const act = (work: () => unknown) => (event: Event) => {
      (event.currentTarget as Element).closest('details')?.removeAttribute('open');
      void work();
    };
    return html`<details class="lab-menu">
      <summary class="button" aria-label=${say.menu}>…</summary>
      <div class="lab-menu-items">
        <button class="quiet-button" aria-pressed=${this.table} @click=${act(() => (this.table = !this.table))}>${say.table}</button>
        <button class="quiet-button" @click=${act(() => save(`${name}.svg`, new Blob([standalone(drawing())], { type: 'image/svg+xml' })))}>${say.svg}</button>
        <button class="quiet-button" @click=${act(async () => save(`${name}.png`, await png(drawing())))}>${say.png}</button>
        <button class="quiet-button" @click=${act(() => save(`${name}.csv`, new Blob(['\ufeff', csv(drawn.table)], { type: 'text/csv' })))}>${say.csv}</button>
      </div>
    </details>`;
  }

  private pin(run: string, isPinned: boolean) {
    this.dispatchEvent(new CustomEvent(isPinned ? 'skip-unpin' : 'skip-pin', { detail: { run } }));
  }

  private dataTable(drawn: Figure) {
    const cell = (value: string | number) => (typeof value === 'number' ? measured(value, 4) : value);
    return html`<div class="lab-table" tabindex="0" role="region" aria-label=${this.sheet!.question}>
      <table>
        <thead><tr>${drawn.table.head.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>
          ${drawn.table.rows.map(
            ([first, ...rest]) => html`<tr><th scope="row">${first}</th>${rest.map((value) => html`<td>${cell(value)}</td>`)}</tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

import { html, LitElement, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { request } from '../outbox/transport';
import { xAt, xBeside } from '../plots/line-plot';
import { words } from '../ui/language';
import { later } from '../ui/later';
import { type Figure, figure } from './lab-figures';
import { query, settingsOf } from './lab-address';
import { OwnData } from './lab-data';
import { LabMachine, same } from './lab-machine';
import { controls, dataTable, menu, presetNote, settingsList } from './lab-parts';
import { status } from './lab-status';
import type { Settings, Sheet } from './lab-types';
import { LAB_WORDS } from './lab-words';
import { PREDICTION_WORDS } from './prediction-words';
import { VERIFY_WORDS } from './verify-words';

const FRAME_MS = 120;
const TELL_MS = 300;
/** The kinds that there is nothing to verify with. */
const COMPUTED_BY_DL4J = new Set(['identity-term', 'bottleneck', 'stacked-3x3', 'architectures']);
let panels = 0;

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
  /** Where the lab stands alone. */
  @property() address = '';
  @property({ type: Boolean }) alone = false;
  /** Runs at once, without being asked. */
  @property({ attribute: false }) runs = false;
  /** Until a prediction is locked. */
  @property({ type: Boolean, reflect: true }) closed = false;

  @state() private revision = 0;
  @state() private width = 480;
  @state() private facet = 0;
  @state() private cursor: number | undefined;
  @state() private table = false;
  @state() private more = false;
  @state() private playing = 0;

  private telling = 0;
  private machine: LabMachine | undefined;
  private readonly data = new OwnData(request, () => {
    this.revision++;
    this.refuseOthers();
  });
  private readonly own = `skip-lab-${++panels}`;
  private readonly observer = new ResizeObserver(([entry]) => {
    if (entry) this.width = Math.max(240, Math.floor(entry.contentRect.width));
  });

  protected override createRenderRoot() {
    return this;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.machine?.stop();
    this.machine = undefined;
    this.observer.disconnect();
    clearTimeout(this.telling);
    this.pause();
  }

  protected override willUpdate() {
    if (this.machine || !this.sheet || !this.isConnected || this.closed) return;
    const told = this.alone ? settingsOf(location.search, this.sheet) : this.sheet.settings;
    this.machine = new LabMachine(told, {
      request,
      later,
      changed: () => {
        this.revision++;
        this.tell();
      },
    }, this.sheet.explores);
    if (this.evidence) void this.machine.show(this.evidence);
    else if (this.runs) void this.machine.start();
    else if (!same(told, this.sheet.settings)) this.machine.take(told);
    if (String(told['data']).startsWith('own:') && !this.evidence) void this.data.load();
    this.tell();
  }

  /** Runs with settings from elsewhere in the page. */
  tryOut(settings: Settings) {
    this.machine?.take(settings);
    void this.machine?.start();
  }

  /** An address may name another's file: the lab's own data is taken, and the panel says so. */
  private refuseOthers() {
    const { machine, data } = this;
    if (this.evidence || !machine || !data.isOthers(machine.settings['data'])) return;
    machine.set('data', this.sheet!.settings['data']!);
    data.say('data-of-another');
  }

  /** Keeps the settings in the page's address, once they rest: browsers count how often it is written, and some then throw. */
  private tell() {
    clearTimeout(this.telling);
    if (!this.alone || !this.isConnected) return;
    this.telling = window.setTimeout(() => {
      const search = query(this.machine!.settings, this.sheet!);
      if (search !== location.search) history.replaceState(history.state, '', location.pathname + search);
    }, TELL_MS);
  }

  protected override updated() {
    const plot = this.querySelector('.lab-plot');
    if (plot) this.observer.observe(plot);
  }

  protected override render() {
    const { sheet, machine } = this;
    if (!sheet) return nothing;
    const say = words(LAB_WORDS);
    const head = html`<p class="eyebrow">${say.lab} · ${say.kinds[sheet.kind] ?? sheet.kind}</p>
      ${this.alone ? html`<h1 id="${this.own}-title">${sheet.question}</h1>` : html`<h4 id="${this.own}-title">${sheet.question}</h4>`}`;
    if (this.closed) {
      return html`<section class="lab" aria-labelledby="${this.own}-title">${head}<p class="lab-closed">${words(PREDICTION_WORDS).closed}</p></section>`;
    }
    if (!machine) return nothing;
    const drawn = figure(machine.current, sheet.kind, {
      width: this.width,
      facet: this.facet,
      cursor: this.cursor,
      settings: machine.settings,
      all: machine.preview ? [machine.preview] : machine.measurements,
    });
    return html`<section class="lab" aria-labelledby="${this.own}-title" data-revision=${this.revision}>
      ${head} ${this.evidence ? settingsList(sheet, machine.settings) : this.hand(sheet, machine)} ${this.head(drawn)}
      ${this.drawing(drawn)}
      ${drawn.read === undefined
        ? nothing
        : html`<p class="lab-read numbers" aria-live=${this.cursor === undefined ? 'off' : 'polite'}>${drawn.read}</p>`}
      ${drawn.sentence ? html`<p class="lab-sentence">${drawn.sentence}</p>` : nothing}
      <p class="lab-look">${sheet.look}</p>
      ${machine.current && COMPUTED_BY_DL4J.has(sheet.kind) ? html`<p class="lab-look">${words(VERIFY_WORDS).isReference}</p>` : nothing}
      ${machine.current ? presetNote(sheet, machine.settings) : nothing} ${this.scrubber(machine)}
      ${this.table ? dataTable(drawn, sheet.question) : nothing} ${status(machine)} ${this.actions(drawn)}
    </section>`;
  }

  private hand(sheet: Sheet, machine: LabMachine) {
    return controls({
      sheet,
      settings: machine.settings,
      locked: !sheet.explores && machine.living,
      open: this.more,
      id: `${this.own}-more`,
      own: this.data,
      toggle: () => (this.more = !this.more),
      set: (name, value) => machine.set(name, value),
      take: (settings) => machine.take(settings),
    });
  }

  /** What is shown, and whether it is only a preview. */
  private head({ facets }: Figure) {
    const say = words(LAB_WORDS);
    return html`<div class="lab-head">
      ${facets
        ? html`<div class="lab-switch" role="group" aria-label=${say.shows}>
            ${facets.map((name, i) => {
              const pressed = this.facet === i;
              return html`<button type="button" class="quiet-button" aria-pressed=${pressed} @click=${() => (this.facet = i)}>${name}</button>`;
            })}
          </div>`
        : nothing}
      ${this.machine?.preview ? html`<span class="lab-badge">${say.previewBadge}</span>` : nothing}
    </div>`;
  }

  private drawing(drawn: Figure) {
    const { plot } = drawn;
    const say = words(LAB_WORDS);
    const readable = plot && plot.series.length > 0;
    const invites = !this.machine!.current && !this.machine!.living && !this.evidence;
    const move = (event: PointerEvent) => {
      const box = (event.currentTarget as Element).getBoundingClientRect();
      if (readable) this.cursor = xAt(plot, event.clientX - box.left);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') this.cursor = undefined;
      const next = readable ? xBeside(plot, this.cursor, event.key) : undefined;
      if (next === undefined) return;
      event.preventDefault();
      this.cursor = next;
    };
    return html`<div
      class="lab-plot"
      data-preview=${!!this.machine!.preview}
      tabindex=${readable ? 0 : nothing}
      role="group"
      aria-label=${`${this.sheet!.question} ${readable ? say.read : ''}`}
      @pointermove=${move}
      @pointerdown=${move}
      @pointerleave=${() => (this.cursor = undefined)}
      @focusout=${() => (this.cursor = undefined)}
      @keydown=${key}
    >
      <svg width=${this.width} height=${drawn.height} role="img" aria-label=${drawn.spoken || say.invitation}>${drawn.body}</svg>
      ${plot && invites ? html`<p class="lab-invite"><span>${say.invitation}</span></p>` : nothing}
    </div>
    ${invites && !plot ? html`<p class="lab-sentence">${say.invitation}</p>` : nothing}`;
  }

  private scrubber(machine: LabMachine) {
    const steps = machine.measurements.flatMap((each) => ('step' in each ? [each.step] : []));
    if (machine.preview || steps.length < 2) return nothing;
    const say = words(LAB_WORDS);
    const text = say.step(steps[machine.shown] ?? 0, steps.at(-1) ?? 0);
    return html`<div class="lab-scrubber">
      <button type="button" class="button" aria-label=${this.playing ? say.pause : say.play} @click=${this.play}>
        ${this.playing ? '❚❚' : '▶'}
      </button>
      <input
        type="range"
        min="0"
        max=${steps.length - 1}
        .value=${String(machine.shown)}
        aria-label=${say.scrub}
        aria-valuetext=${text}
        @input=${(event: Event) => {
          this.pause();
          machine.pick(Number((event.target as HTMLInputElement).value));
        }}
      />
      <span class="numbers">${text}</span>
    </div>`;
  }

  private pause() {
    clearInterval(this.playing);
    this.playing = 0;
  }

  private readonly play = () => {
    const machine = this.machine!;
    if (this.playing) {
      this.pause();
      return;
    }
    const last = () => machine.shown >= machine.measurements.length - 1;
    if (last()) machine.pick(0);
    this.playing = window.setInterval(() => {
      machine.pick(machine.shown + 1);
      if (last()) this.pause();
    }, FRAME_MS);
  };

  private actions(drawn: Figure) {
    const machine = this.machine!;
    const say = words(LAB_WORDS);
    const { run } = machine;
    const done = run?.state === 'DONE' && !machine.preview;
    const isPinned = !!run && this.pinned.includes(run.id);
    const runText = this.sheet!.kind === 'bottleneck' ? say.time : done ? say.rerun : say.run;
    return html`<div class="lab-actions">
      ${this.evidence
        ? html`<button type="button" class="button" ?disabled=${!done} @click=${() => machine.again()}>${say.replay}</button>`
        : machine.living
          ? html`<button type="button" class="button" @click=${() => machine.cancel()}>${say.cancel}</button>`
          : html`<button type="button" class="button primary" @click=${() => machine.start()}>${runText}</button>`}
      ${this.pinnable && done
        ? html`<button type="button" class="button lab-pin" aria-pressed=${isPinned} @click=${() => this.pin(run.id, isPinned)}>
            ${isPinned ? `✓ ${say.pinned}` : say.pin}
          </button>`
        : nothing}
      ${machine.current
        ? menu({
            name: this.sheet!.id,
            drawn,
            table: this.table,
            drawing: () => this.querySelector<SVGSVGElement>('.lab-plot svg')!,
            showTable: () => (this.table = !this.table),
            ...(done && !COMPUTED_BY_DL4J.has(this.sheet!.kind) ? { verify: () => machine.verify() } : {}),
            ...(done && this.sheet!.kind === 'gradient-flow' ? { run: run.id } : {}),
            ...(this.address ? { link: new URL(this.address + query(machine.settings, this.sheet!), document.baseURI).href } : {}),
          })
        : nothing}
    </div>`;
  }

  private pin(run: string, isPinned: boolean) {
    this.dispatchEvent(new CustomEvent(isPinned ? 'skip-unpin' : 'skip-pin', { detail: { run } }));
  }
}

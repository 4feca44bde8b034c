import { html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { trials, trialsHeight, type TrialsPlot } from '../plots/trials';
import { words } from '../ui/language';
import type { AnswerState } from './answer-state';
import type { SkipLab } from './lab';
import { control } from './lab-controls';
import { measured, share } from './lab-numbers';
import { LAB_WORDS } from './lab-words';
import { changed, mended, type Sick, turn } from './repair-state';
import { REPAIR_WORDS } from './repair-words';
import { Width } from './width';

/**
 * The dials of a sick network, and once they are final what the mended one reached. It keeps nothing: every turn is told
 * to `typed`; what stands on the dials can be tried in the lab of the same exercise.
 */
@customElement('skip-repair')
export class SkipRepair extends LitElement {
  @property({ attribute: false }) sick!: Sick;
  @property() value = '';
  @property() label = '';
  @property({ type: Boolean }) locked = false;
  @property({ attribute: false }) repaired: AnswerState['repaired'] = null;
  @property({ attribute: false }) typed: (value: string) => void = () => undefined;

  private readonly width = new Width(this);

  protected override createRenderRoot() {
    return this;
  }

  private get lab(): SkipLab | null {
    return this.closest('.exercise')?.querySelector<SkipLab>('skip-lab') ?? null;
  }

  private readonly tryThem = () => {
    this.lab?.tryOut(mended(this.sick, this.value));
    this.lab?.scrollIntoView({ block: 'nearest' });
  };

  protected override render() {
    return this.repaired ? this.result(this.repaired) : this.hand();
  }

  private hand() {
    const say = words(REPAIR_WORDS);
    const settings = mended(this.sick, this.value);
    const set = (name: string, to: string | number) => this.typed(turn(this.sick, this.value, name, to));
    return html`<p class="repair-hint">${say.hint}</p>
      <fieldset class="lab-hand" ?disabled=${this.locked}>
        <legend class="visually-hidden">${this.label}: ${say.settings}</legend>
        <div class="lab-controls">${this.sick.dials.map((dial) => control(dial, settings, set))}</div>
      </fieldset>
      <button type="button" class="button repair-try" @click=${this.tryThem}>${say.tryThem}</button>
      ${this.value && !changed(this.sick, this.value) ? html`<p class="repair-hint" role="status">${say.unchanged}</p>` : nothing}`;
  }

  private result(repaired: NonNullable<AnswerState['repaired']>) {
    const say = words(REPAIR_WORDS);
    const lab = words(LAB_WORDS);
    const after = mended(this.sick, this.value);
    const text = (value: string | number = '') => (typeof value === 'number' ? measured(value, 6) : (lab.options[value] ?? value));
    const accuracy = (value: number) => (value === 0 ? `${share(0)} · ${say.diverged}` : share(value));
    const plot: TrialsPlot = {
      width: this.width.pixels,
      meaning: after['skip'] === 'identity' ? 'residual' : 'plain',
      trials: repaired.trials.map((trial) => ({ label: say.seed(trial.seed), value: trial.accuracy, text: accuracy(trial.accuracy) })),
      goals: this.sick.goals.map((goal) => ({ at: goal.accuracy, label: share(goal.accuracy) })),
    };
    const spoken = plot.trials.map(({ label, text: reached }) => `${label}: ${reached}`).join(', ');
    return html`<table class="repair-table">
        <thead><tr>${say.head.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
        <tbody>
          ${this.sick.dials.map(
            ({ name }) => html`<tr>
              <th scope="row">${lab.names[name] ?? name}</th>
              <td class="numbers">${text(this.sick.settings[name])}</td>
              <td class="numbers">${text(after[name])}</td>
            </tr>`,
          )}
        </tbody>
      </table>
      <p class="eyebrow repair-title">${say.results}</p>
      <svg class="repair-plot" width=${this.width.pixels} height=${trialsHeight(plot)} role="img" aria-label=${`${say.results}. ${spoken}`}>
        ${trials(plot)}
      </svg>
      ${this.sick.goals.map((goal) => html`<p class="repair-hint">${say.goal(share(goal.accuracy), goal.points)}</p>`)}
      <details class="repair-numbers">
        <summary>${lab.table}</summary>
        <table class="repair-table">
          <thead><tr>${say.trials.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
          <tbody>
            ${repaired.trials.map(
              (trial) => html`<tr><th scope="row">${trial.seed}</th><td class="numbers">${accuracy(trial.accuracy)}</td></tr>`,
            )}
          </tbody>
        </table>
      </details>`;
  }
}

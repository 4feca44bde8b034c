import { LitElement, type PropertyValues, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { words } from '../ui/language';
import type { AnswerState } from './answer-state';
import { moved, orderOf, placeAt } from './ordering-state';
import { ORDERING_WORDS } from './ordering-words';
import { pieceOf, severalOf, told } from './parts-state';
import { plain } from './parts-text';
import { typeset } from './prose';

/** Something of several; `html` is sanitised by the server. */
export interface Part {
  id: string;
  html: string;
}

/** An order that was given, to be read. */
export function inOrder(items: Part[], value: string) {
  return html`<ol>
    ${severalOf(value).map((id) => html`<li>${unsafeHTML(items.find((item) => item.id === id)?.html ?? '')}</li>`)}
  </ol>`;
}

/** Things to be put in order, by buttons with the focus on what moves, or by dragging with a mouse or a finger. */
@customElement('skip-ordering')
export class SkipOrdering extends LitElement {
  @property({ attribute: false }) items: Part[] = [];
  @property() label = '';
  @property() value = '';
  @property({ type: Boolean }) locked = false;
  @property({ attribute: false }) answered?: AnswerState;
  @property({ attribute: false }) typed: (value: string) => void = () => {};

  @state() private dragged = '';
  @state() private said = '';

  private held?: { id: string; hand: string };

  protected override createRenderRoot() {
    return this;
  }

  protected override updated(changed: PropertyValues) {
    typeset(this);
    if (this.held && changed.has('value')) this.holdFocus();
  }

  private order() {
    return orderOf(this.items.map(({ id }) => id), this.value);
  }

  private item(id: string) {
    return this.items.find((each) => each.id === id)!;
  }

  private move(id: string, to: number) {
    const order = this.order();
    if (this.locked || to < 0 || to >= order.length || to === order.indexOf(id)) return;
    this.typed(moved(order, id, to));
    this.said = words(ORDERING_WORDS).place(plain(this.item(id).html), to + 1, order.length);
  }

  /** The button that says so goes away, so the first of the others takes the focus. */
  private keep(order: string[]) {
    this.held = { id: order[0]!, hand: '↓' };
    this.typed(order.join(','));
  }

  private press(id: string, hand: string, to: number) {
    this.held = { id, hand };
    this.move(id, to);
  }

  /** The pressed button goes with its item; where it can't go on, its neighbour takes the focus. */
  private holdFocus() {
    const row = [...this.querySelectorAll<HTMLElement>('li')].find((each) => each.dataset['id'] === this.held?.id);
    const hands = [...(row?.querySelectorAll<HTMLButtonElement>('.ordering-hand:not(:disabled)') ?? [])];
    (hands.find((hand) => hand.dataset['hand'] === this.held?.hand) ?? hands[0])?.focus();
    this.held = undefined;
  }

  private grab(event: PointerEvent, id: string) {
    if (this.locked || event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.dragged = id;
  }

  private drag(event: PointerEvent) {
    if (!this.dragged) return;
    const others = [...this.querySelectorAll<HTMLElement>('li')].filter((row) => row.dataset['id'] !== this.dragged);
    const middles = others.map((row) => row.getBoundingClientRect()).map((box) => (box.top + box.bottom) / 2);
    this.move(this.dragged, placeAt(event.clientY, middles));
  }

  private readonly drop = () => {
    this.dragged = '';
  };

  protected override render() {
    const say = words(ORDERING_WORDS);
    const order = this.order();
    return html`${this.locked ? nothing : html`<p class="quiet several">${say.how}</p>`}
      <ol class="ordering" aria-label=${this.label}>
        ${repeat(
          order,
          (id) => id,
          (id, i) => {
            const { html: text } = this.item(id);
            const piece = pieceOf(this.answered, id);
            return html`<li
              data-id=${id}
              ?data-dragged=${id === this.dragged}
              data-told=${told(piece)}
            >
              <span
                class="ordering-hold"
                title=${this.locked ? nothing : say.drag}
                @pointerdown=${(event: PointerEvent) => this.grab(event, id)}
                @pointermove=${this.drag}
                @pointerup=${this.drop}
                @pointercancel=${this.drop}
                ><span class="ordering-grip" aria-hidden="true" ?hidden=${this.locked}>⠿</span
                ><span class="ordering-place numbers" aria-hidden="true">${i + 1}</span></span
              >
              <span class="ordering-text"
                >${unsafeHTML(text)}${piece
                  ? html`<span class="choice-feedback"
                      ><strong>${say.next(piece.right, piece.points)}</strong> ${unsafeHTML(piece.html ?? '')}</span
                    >`
                  : nothing}</span
              >
              ${this.locked
                ? nothing
                : html`<span class="ordering-hands"
                    >${this.hand('↑', say.up, id, i - 1, i === 0)}${this.hand('↓', say.down, id, i + 1, i === order.length - 1)}</span
                  >`}
            </li>`;
          },
        )}
      </ol>
      ${this.value === '' && !this.locked && !this.answered?.answer
        ? html`<p class="ordering-keep">
            <span class="quiet">${say.kept}</span>
            <button class="button" @click=${() => this.keep(order)}>${say.keep}</button>
          </p>`
        : nothing}
      <p class="visually-hidden" role="status">${this.said}</p>`;
  }

  private hand(sign: string, label: (name: string) => string, id: string, to: number, end: boolean) {
    return html`<button
      class="ordering-hand"
      data-hand=${sign}
      aria-label=${label(plain(this.item(id).html))}
      ?disabled=${end}
      @click=${() => this.press(id, sign, to)}
    >
      <span aria-hidden="true">${sign}</span>
    </button>`;
  }
}

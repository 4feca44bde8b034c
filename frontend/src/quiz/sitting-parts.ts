import { html, nothing } from 'lit';
import { locale, words } from '../ui/language';
import type { Item } from './answers';
import type { Connection, SittingMachine } from './sitting-machine';
import { SITTING_WORDS } from './sitting-words';

const SHORT_MS = 5 * 60_000;

/** A question's number with how it stands. */
export interface Mark extends Item {
  /** Whether it is on the page. */
  here: boolean;
  unsaved: boolean;
  unsure: boolean;
  flagged: boolean;
}

/** Such as 1:04:09; a second that has begun is still there. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

const dial = html`<svg class="sitting-dial" viewBox="0 0 20 20" aria-hidden="true">
  <circle cx="10" cy="10" r="8" />
  <path d="M10 5v5l3.5 2" />
</svg>`;

function clock(iso: string): string {
  return new Date(iso).toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit' });
}

/** The countdown, or how it ended. Its seconds are silent to a screen reader; warnings are not. */
export function time(machine: SittingMachine) {
  const say = words(SITTING_WORDS);
  const state = machine.state!;
  const left = machine.remaining;
  const granted = state.seconds !== null && state.usual !== null && state.seconds > state.usual;
  return html`${shown()}
    <p class="visually-hidden" role="status">
      ${machine.phase === 'open' && machine.warning ? say.warning(machine.warning) : ''}
    </p>`;

  function shown() {
    switch (machine.phase) {
      case 'over':
        return html`<p class="sitting-time" data-short role="status">${dial} ${say.overLong}</p>`;
      case 'ended':
        return html`<div role="status"><p class="sitting-time">${say.ended[state.endedBy ?? 'student']}</p><p>${say.marking}</p></div>`;
      case 'settled':
        return html`<p class="sitting-time">${say.settled}</p>`;
      default:
        return left === undefined
          ? html`<p class="sitting-time">${say.noLimit}</p>`
          : html`<p class="sitting-time numbers" role="timer" aria-live="off" ?data-short=${left <= SHORT_MS}>
                ${dial} ${say.left(countdown(left))}
              </p>
              <p class="sitting-until quiet">
                ${say.until(clock(state.endsAt!))}${granted
                  ? html`<br />${say.extended(Math.round(state.seconds! / 60), Math.round(state.usual! / 60))}`
                  : nothing}
              </p>`;
    }
  }
}

export function connection(how: Connection, back: boolean, over = false) {
  const say = words(SITTING_WORDS);
  if (how === 'fine') return html`<p class="sitting-connection" role="status">${back ? say.back : ''}</p>`;
  return html`<p class="sitting-connection" role="status" data-broken>
    ${how === 'lost' ? (over ? say.lostLate : say.lost) : how === 'other-user' ? say.otherUser : say.signedOut}
    ${how === 'signed-out'
      ? html`<a href="sign-in" target="_blank" rel="opener" router-ignore>${say.signIn}</a>`
      : nothing}
  </p>`;
}

/** What was said to all: new ones in front until they are put away, and all of them in a list. */
export function announcements(machine: SittingMachine) {
  const say = words(SITTING_WORDS);
  const fresh = new Set(machine.fresh.map(({ id }) => id));
  return html`<div role="alert">
      ${machine.fresh.length
        ? html`<div class="sitting-announced">
            <strong>${say.announced}</strong>
            ${machine.fresh.map(({ words: text, at }) => html`<p>${text} <span class="quiet">${clock(at)}</span></p>`)}
            <button type="button" class="button" @click=${() => machine.putAway()}>${say.read}</button>
          </div>`
        : nothing}
    </div>
    ${machine.announcements.length > fresh.size
      ? html`<details class="sitting-announcements" open>
          <summary>${say.announcements}</summary>
          <ul>
            ${machine.announcements
              .filter(({ id }) => !fresh.has(id))
              .map(({ words: text, at }) => html`<li>${text} <span class="quiet">${clock(at)}</span></li>`)}
          </ul>
        </details>`
      : nothing}`;
}

/** Every question by its number, with a sign and words for how it stands; a press goes there. */
export function numbers(marks: Mark[], sections: string[], go: (question: string) => void) {
  const say = words(SITTING_WORDS);
  const shown = [...new Set(marks.map(({ section }) => section))];
  return html`<nav aria-label=${say.questions}>
    ${shown.map(
      (section) => html`${shown.length > 1 ? html`<p class="eyebrow">${sections[section]}</p>` : nothing}
        <ol class="sitting-numbers">
          ${marks.map((mark, i) => (mark.section === section ? html`<li>${number(mark, i + 1)}</li>` : nothing))}
        </ol>`,
    )}
  </nav>`;

  function number(mark: Mark, at: number) {
    const told = [
      mark.answered ? say.stateAnswered : say.stateOpen,
      ...(mark.flagged ? [say.stateFlagged] : []),
      ...(mark.unsaved ? [say.stateUnsaved] : []),
      ...(mark.here ? [] : [say.stateElsewhere]),
    ].join(', ');
    return html`<button
      type="button"
      class="sitting-number"
      aria-label="${say.question(at)}: ${told}"
      title=${told}
      ?disabled=${!mark.here}
      ?data-answered=${mark.answered}
      @click=${() => go(mark.question)}
    >
      <span class="numbers">${at}</span>
      <span class="sitting-signs" aria-hidden="true"
        >${mark.unsaved ? '…' : mark.answered ? '✓' : '–'}${mark.flagged ? '⚑' : ''}</span
      >
    </button>`;
  }
}

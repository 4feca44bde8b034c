import { html, nothing } from 'lit';
import { words } from '../ui/language';
import { QUIZ_ANSWER_WORDS } from './answer-quiz-words';
import type { AnswerState, Kind, Standing } from './answer-state';
import { parted } from './certainty';

/** How an answer goes in a quiz: marked with all others, or checked alone, or given with its certainty. */
export type InQuiz = '' | 'deferred' | 'check' | 'certain';

/** What the page of a sitting is told of one answer, by `skip-standing`. */
export interface Stand {
  question: string;
  sequence: number;
  answered: boolean;
  unsaved: boolean;
  standing: Standing;
}

/**
 * The same with what it brings in its quiz in place of the question's own points, and with `changed` without what was told
 * of an answer that was checked, missed, and is another one by now.
 */
export function inQuiz(told: AnswerState, kind: Kind, changed: boolean): AnswerState {
  const state = changed
    ? { ...told, feedback: null, judged: null, tries: told.tries && { ...told.tries, missed: false } }
    : told;
  const worth = state.worth ?? undefined;
  const pieces = state.judged?.pieces ?? [];
  return {
    ...state,
    feedback: state.feedback && { ...state.feedback, ...worth },
    judged: state.judged && {
      ...state.judged,
      ...worth,
      // A line's near miss is known by its points; of several parts each has its own, which the quiz doesn't give.
      pieces: kind === 'short-answer' ? pieces : pieces.map((piece) => ({ ...piece, points: null, outOf: null })),
    },
    measured: state.measured && { ...state.measured, ...worth },
    repaired: state.repaired && { ...state.repaired, ...worth },
    number: state.number && { ...state.number, ...worth },
    mark: state.mark && { ...state.mark, ...worth },
  };
}

/** Whether it is right, and what it brings, as far as that is told. */
export function quizVerdict(state: AnswerState) {
  const say = words(QUIZ_ANSWER_WORDS);
  const { feedback, judged, tries, worth } = state;
  if (tries?.missed) return html`<p class="verdict" data-right="false">${say.missed}</p>`;
  // These tell it themselves, and a mark too.
  if (state.measured || state.repaired || state.number || state.mark || state.waiting) return nothing;
  const right = feedback?.right ?? judged?.right;
  const inPart = !right && !!judged && !feedback && judged.points > 0 && (!worth || worth.points > 0);
  const told = right === undefined ? '' : right ? say.right : inPart ? say.inPart : say.wrong;
  if (!told && !worth) return nothing;
  return html`<p class="verdict" data-right=${right ?? (inPart || (worth?.points ?? 0) > 0)}>
    ${told} ${worth ? say.scored(worth.points, worth.outOf) : nothing}
  </p>`;
}

/** Has one answer marked now. */
export function checkButton({ disabled, says, press }: { disabled: boolean; says: string; press(): void }) {
  return html`<div class="answer-actions">
    <button class="button" ?disabled=${disabled} @click=${press}>${words(QUIZ_ANSWER_WORDS).check}</button>
    ${says ? html`<span class="quiet">${says}</span>` : nothing}
  </div>`;
}

/** Three rows to say how sure one is; `value` is the whole value. */
export function certainty(field: {
  name: string;
  value: string;
  locked: boolean;
  choose(certainty: string): void;
}) {
  const say = words(QUIZ_ANSWER_WORDS);
  const chosen = parted(field.value).certainty;
  return html`<fieldset class="certainty">
    <legend>${say.howSure}</legend>
    ${say.levels.map((level, i) => {
      const value = String(i + 1);
      return html`<label class="certainty-level" ?data-chosen=${chosen === value}>
        <input
          type="radio"
          name="${field.name}-certainty"
          .checked=${chosen === value}
          ?disabled=${field.locked && chosen !== value}
          @click=${(event: Event) => field.locked && event.preventDefault()}
          @change=${() => !field.locked && field.choose(value)}
        />
        ${level}
      </label>`;
    })}
  </fieldset>`;
}

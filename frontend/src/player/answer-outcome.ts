import { html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { words } from '../ui/language';
import { type Asked, KINDS } from './answer-kinds';
import { type AnswerState, type Kind, valueOf } from './answer-state';
import './answer-follow';
import { numberOutcome } from './answer-number';
import { ANSWER_WORDS } from './answer-words';
import { share } from './lab-numbers';
import { NUMBER_WORDS } from './number-words';
import { PARTS_WORDS } from './parts-words';
import { PREDICTION_WORDS } from './prediction-words';
import { REPAIR_WORDS } from './repair-words';

/**
 * What came of a submission: points, a mark with its rubric and comment, and the solutions. HTML is the server's. A quiz
 * says with its own verdict what the answer brings.
 */
export function outcome(state: AnswerState | undefined, kind: Kind, asked: Asked, quizVerdict?: unknown) {
  if (!state) return nothing;
  const say = words(ANSWER_WORDS);
  const predicted = words(PREDICTION_WORDS);
  const { feedback, judged, mark, solutions } = state;
  const { options } = asked;
  const key = options.find((option) => option.id === state.key);
  return html`<div class="outcome" aria-live="polite" tabindex="-1">
    ${quizVerdict ?? ownVerdict(state)}
    ${key && !feedback?.right ? html`<p>${say.keyIs(key.letter)}</p>` : nothing}
    ${state.answer && !judged?.right ? answer(kind, asked, state.answer) : nothing}
    ${state.measured
      ? html`<p class="verdict" data-right=${state.measured.points > 0}>
            ${predicted.scored(state.measured.distance, state.measured.points, state.measured.outOf)}
          </p>
          <p class="quiet">${predicted.seed(state.measured.seed)}</p>`
      : nothing}
    ${state.repaired ? repaired(state.repaired) : nothing}
    ${state.number ? numberOutcome(state.number) : nothing}
    ${options
      .filter((option) => state.follows?.[option.id])
      .map(
        (option) => html`<skip-follow
          .sheet=${state.follows?.[option.id]}
          .label=${option.id === feedback?.option
            ? words(NUMBER_WORDS).follow
            : words(NUMBER_WORDS).followOther(option.letter)}
        ></skip-follow>`,
      )}
    ${state.waiting ? html`<p class="quiet">${say.waiting}</p>` : nothing}
    ${mark
      ? html`<section class="mark">
          <p class="mark-points numbers">${say.mark(mark.points, mark.outOf)}</p>
          <ul>
            ${mark.levels.map(
              (level) => html`<li>
                <span>${level.criterion}: ${level.level}</span>
                <span class="numbers">${say.mark(level.points, level.outOf)}</span>
              </li>`,
            )}
          </ul>
          ${mark.comment ? html`<h4>${say.comment}</h4><div class="prose">${unsafeHTML(mark.comment)}</div>` : nothing}
        </section>`
      : nothing}
    ${(solutions ?? []).map(
      (solution) => html`<details class="solution" open>
        <summary>${solution.title}</summary>
        <div class="prose">${unsafeHTML(solution.html)}</div>
      </details>`,
    )}
  </div>`;
}

function ownVerdict({ feedback, first, judged }: AnswerState) {
  const say = words(ANSWER_WORDS);
  return html`${feedback
    ? html`<p class="verdict" data-right=${feedback.right}>
        ${feedback.right ? say.right(feedback.points, feedback.outOf) : say.wrong(feedback.points, feedback.outOf)}
      </p>`
    : nothing}
  ${judged ? verdict(judged) : nothing}
  ${first && (feedback ?? judged) && first.points !== (feedback ?? judged)!.points
    ? html`<p class="quiet">${say.counts(first.points, first.outOf)}</p>`
    : nothing}`;
}

function repaired({ median, points, outOf, trials }: NonNullable<AnswerState['repaired']>) {
  const say = words(REPAIR_WORDS);
  return html`<p class="verdict" data-right=${points > 0}>${say.scored(share(median), points, outOf)}</p>
    ${trials.some(({ accuracy }) => accuracy === 0) ? html`<p class="quiet">${say.divergedWhy}</p>` : nothing}
    <p class="quiet">${say.fresh}</p>`;
}

function verdict({ right, points, outOf }: NonNullable<AnswerState['judged']>) {
  const say = words(ANSWER_WORDS);
  return html`<p class="verdict" data-right=${points > 0}>
    ${right ? say.right(points, outOf) : points > 0 ? words(PARTS_WORDS).inPart(points, outOf) : say.wrong(points, outOf)}
  </p>`;
}

/** An answer that is worth all points, in words. */
export function answer(kind: Kind, asked: Asked, response: AnswerState['response']) {
  const { readable, shown } = KINDS[kind];
  const value = valueOf({ response });
  return html`<div class="the-answer">
    <strong>${words(PARTS_WORDS).answer}</strong>
    ${shown?.(asked, value) ?? html`<pre>${readable(asked, value)}</pre>`}
  </div>`;
}

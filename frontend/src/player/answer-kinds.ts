import { html } from 'lit';
import { words } from '../ui/language';
import { type Option, choices, severalChoices } from './answer-choices';
import { type Gaps, gapsText, readable } from './answer-cloze';
import './answer-drawing';
import { essay } from './answer-essay';
import { matchingField, pairs, pairsText } from './answer-matching';
import { numberField } from './answer-number';
import { inOrder, type Part } from './answer-ordering';
import './answer-repair';
import { shortField } from './answer-short';
import type { AnswerState, Kind } from './answer-state';
import { ANSWER_WORDS } from './answer-words';
import { LAB_WORDS } from './lab-words';
import { readAbove } from './number-text';
import { severalOf } from './parts-state';
import { plain } from './parts-text';
import { PARTS_WORDS } from './parts-words';
import { type Axes, drawn } from './prediction-state';
import { PREDICTION_WORDS } from './prediction-words';
import { changed, type Sick, turned } from './repair-state';
import { REPAIR_WORDS } from './repair-words';

/** What the server gives an element to ask with; each kind takes what is its own. */
export interface Asked {
  attempt?: string;
  options: Option[];
  axes?: Axes;
  sick?: Sick;
  parts?: Parts;
  maxCharacters: number;
  unit: string;
  /** Whether a number must be above 0. */
  positive: boolean;
}

/** What is moved, joined or filled in. */
export interface Parts {
  items?: Part[];
  lefts?: Part[];
  rights?: Part[];
  /** Prose whose gaps are to be filled in. */
  html?: string;
  gaps?: Gaps;
}

export interface Field {
  label: string;
  /** Unique in the page. */
  name: string;
  value: string;
  locked: boolean;
  submitted: boolean;
  state: AnswerState | undefined;
  typed(value: string): void;
}

export interface AnswerKind {
  field(asked: Asked, field: Field): unknown;
  /** An answer as a person reads it. */
  readable(asked: Asked, value: string): string;
  /** The same with its formulas, where it can have some. */
  shown?(asked: Asked, value: string): unknown;
  /** Whether it can be made final; where this is missing anything can that is not empty. */
  finished?(asked: Asked, value: string): boolean;
  /** What is asked before it is final; where this is missing one press submits. */
  last?(asked: Asked): { submit: string; sure: string; yes: string; no: string };
}

const text = (_asked: Asked, value: string) => value;

const sure = (question: string, no: string) => {
  const say = words(ANSWER_WORDS);
  return { submit: say.submit, sure: question, yes: say.sureYes, no };
};

const writing = () => sure(words(ANSWER_WORDS).sureEssay, words(ANSWER_WORDS).sureNo);

/** An attempt of practice, which bears its quiz, is worth nothing. */
const inParts = ({ attempt = '' }: Asked) => {
  const say = words(PARTS_WORDS);
  return sure(attempt.includes('.') ? say.surePractice : say.sure, say.goOn);
};

/** How each kind of question is answered. */
export const KINDS: Record<Kind, AnswerKind> = {
  choice: {
    field: ({ options }, field) => choices({ ...field, options }),
    readable: ({ options }, value) => options.find((each) => each.id === value)?.letter ?? '',
  },
  'multiple-choice': {
    field: ({ options }, field) => severalChoices({ ...field, options }),
    readable: ({ options }, value) => {
      const chosen = severalOf(value);
      return options.filter(({ id }) => chosen.includes(id)).map(({ letter }) => letter).join(', ');
    },
    last: inParts,
  },
  'short-answer': {
    field: ({ maxCharacters }, field) => shortField({ ...field, maxCharacters }),
    readable: text,
    last: inParts,
  },
  essay: {
    field: ({ maxCharacters }, field) => essay({ ...field, maxCharacters }),
    readable: text,
    last: writing,
  },
  prediction: {
    field: ({ axes }, { label, value, locked, state, typed }) => html`<skip-drawing
      .axes=${axes}
      .label=${label}
      .value=${value}
      .locked=${locked}
      .measured=${state?.measured?.curve}
      .typed=${typed}
    ></skip-drawing>`,
    readable: ({ axes }, value) =>
      (drawn(value) ?? []).map((exponent, i) => words(PREDICTION_WORDS).at(axes?.layers[i] ?? i, exponent)).join('\n'),
    last: () => {
      const { lock, sureLock, goOn } = words(PREDICTION_WORDS);
      return { submit: lock, sure: sureLock, yes: lock, no: goOn };
    },
  },
  repair: {
    field: ({ sick }, { label, value, locked, state, typed }) => html`<skip-repair
      .sick=${sick}
      .label=${label}
      .value=${value}
      .locked=${locked}
      .repaired=${state?.repaired ?? null}
      .typed=${typed}
    ></skip-repair>`,
    readable: (_asked, value) =>
      Object.entries(turned(value))
        .map(([name, to]) => `${words(LAB_WORDS).names[name] ?? name}: ${words(LAB_WORDS).options[to] ?? to}`)
        .join('\n'),
    finished: ({ sick }, value) => changed(sick!, value),
    last: ({ sick }) => sure(words(REPAIR_WORDS).sure(sick?.seeds ?? 1), words(REPAIR_WORDS).goOn),
  },
  numeric: {
    field: ({ unit, positive }, field) => numberField({ ...field, unit, positive }),
    readable: text,
    finished: ({ unit, positive }, value) => !('problem' in readAbove(value, unit, positive)),
    last: writing,
  },
  ordering: {
    field: ({ parts }, { label, value, locked, state, typed }) => html`<skip-ordering
      .items=${parts?.items ?? []}
      .label=${label}
      .value=${value}
      .locked=${locked}
      .answered=${state}
      .typed=${typed}
    ></skip-ordering>`,
    readable: ({ parts }, value) =>
      severalOf(value)
        .map((id, i) => `${i + 1}. ${plain(parts?.items?.find((item) => item.id === id)?.html ?? '')}`)
        .join('\n'),
    shown: ({ parts }, value) => inOrder(parts?.items ?? [], value),
    last: inParts,
  },
  matching: {
    field: ({ parts }, field) => matchingField({ ...field, lefts: parts?.lefts ?? [], rights: parts?.rights ?? [] }),
    readable: ({ parts }, value) => pairsText(parts?.lefts ?? [], parts?.rights ?? [], value),
    shown: ({ parts }, value) => pairs(parts?.lefts ?? [], parts?.rights ?? [], value),
    last: inParts,
  },
  cloze: {
    field: ({ parts }, { label, name, value, locked, state, typed }) => html`<skip-cloze
      .html=${parts?.html ?? ''}
      .gaps=${parts?.gaps ?? {}}
      .label=${label}
      .name=${name}
      .value=${value}
      .locked=${locked}
      .answered=${state}
      .typed=${typed}
    ></skip-cloze>`,
    readable: ({ parts }, value) => gapsText(parts?.html ?? '', parts?.gaps ?? {}, value),
    finished: ({ parts }, value) => readable(parts?.gaps ?? {}, value),
    last: inParts,
  },
};

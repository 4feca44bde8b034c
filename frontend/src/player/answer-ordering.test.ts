// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { KINDS } from './answer-kinds';
import type { SkipOrdering } from './answer-ordering';
import { type AnswerState, responseOf, valueOf } from './answer-state';
import { moved, orderOf, placeAt } from './ordering-state';

const GIVEN = ['t1', 't2', 't3'];
const ITEMS = GIVEN.map((id) => ({ id, html: `item <em>${id}</em>` }));

describe('an order', () => {
  it('is the one that was handed over until something is moved, and where what was saved is of other things', () => {
    expect(orderOf(GIVEN, '')).toEqual(GIVEN);
    expect(orderOf(GIVEN, 't3,t1,t2')).toEqual(['t3', 't1', 't2']);
    expect(orderOf(GIVEN, 't3,t1,gone')).toEqual(GIVEN);
  });

  it('changes by one that goes elsewhere, at most to an end', () => {
    expect(moved(GIVEN, 't3', 0)).toBe('t3,t1,t2');
    expect(moved(GIVEN, 't1', 1)).toBe('t2,t1,t3');
    expect(moved(GIVEN, 't1', 9)).toBe('t2,t3,t1');
  });

  it('takes what is dragged behind the others whose middle it has passed', () => {
    expect(placeAt(5, [10, 30])).toBe(0);
    expect(placeAt(20, [10, 30])).toBe(1);
    expect(placeAt(99, [10, 30])).toBe(2);
  });

  it('goes to the server as ids and back, and is read as a numbered list', () => {
    const response = responseOf('ordering', 't2,t1,t3');
    expect(response).toEqual({ kind: 'choices', options: ['t2', 't1', 't3'] });
    expect(valueOf({ response })).toBe('t2,t1,t3');
    const asked = { options: [], parts: { items: ITEMS }, maxCharacters: 1, unit: '', positive: false };
    expect(KINDS.ordering.readable(asked, 't2,t1,t3')).toBe('1. item t2\n2. item t1\n3. item t3');
  });

  it('is said to count before it is submitted, but not in practice', () => {
    document.documentElement.lang = 'en';
    const asked = { options: [], maxCharacters: 1, unit: '', positive: false };
    expect(KINDS.ordering.last!({ ...asked, attempt: 'course:q:1' }).sure).toContain('counts');
    expect(KINDS.ordering.last!({ ...asked, attempt: 'course:practice.q:1' }).sure).not.toContain('counts');
  });
});

describe('the field of an order', () => {
  afterEach(() => document.body.replaceChildren());

  async function shown(value: string, answered?: Partial<AnswerState>) {
    document.documentElement.lang = 'en';
    const field = document.createElement('skip-ordering') as SkipOrdering;
    field.items = ITEMS;
    field.value = value;
    field.locked = !!answered;
    field.answered = answered as AnswerState;
    field.typed = (next) => (field.value = next);
    document.body.append(field);
    await field.updateComplete;
    return field;
  }

  const hands = (field: SkipOrdering) => [...field.querySelectorAll<HTMLButtonElement>('.ordering-hand')];
  const settled = () => new Promise((done) => setTimeout(done, 20));

  it('moves by a button that keeps the focus, and says where the item stands', async () => {
    const field = await shown('');
    const down = hands(field)[1]!;
    expect(down.getAttribute('aria-label')).toBe('Down: item t1');
    down.focus();
    down.click();
    await settled();
    expect(field.value).toBe('t2,t1,t3');
    expect(document.activeElement).toBe(down);
    expect(field.querySelector('[role=status]')!.textContent).toBe('item t1: 2nd of 3');
  });

  it('hands the focus to the other button where an end is reached', async () => {
    const field = await shown('t2,t1,t3');
    const down = hands(field)[3]!;
    down.focus();
    down.click();
    await settled();
    expect(field.value).toBe('t2,t3,t1');
    expect(document.activeElement!.getAttribute('aria-label')).toBe('Up: item t1');
  });

  it('lets the order stand as it is given, and hands the focus on', async () => {
    const field = await shown('');
    const keep = field.querySelector<HTMLButtonElement>('.ordering-keep button')!;
    keep.focus();
    keep.click();
    expect(field.value).toBe('t1,t2,t3');
    await settled();
    expect(document.activeElement).toBe(hands(field)[1]);
  });

  it('says once it is final of each whether what follows is right, and moves no more', async () => {
    const piece = { id: 't2', right: false, points: 0, outOf: null, html: 'why', note: null };
    const field = await shown('t2,t1,t3', { judged: { right: false, points: 0, outOf: 2, pieces: [piece] } });
    expect(hands(field)).toHaveLength(0);
    expect(field.querySelectorAll('[data-told=wrong]')).toHaveLength(1);
    expect(field.textContent).toContain('Something else must follow here. why');
  });
});

// @vitest-environment happy-dom
import { render } from 'lit';
import { expect, test, vi } from 'vitest';
import { type Mark, numbers } from './sitting-parts';
import { submitDialog } from './submit-dialog';

function mark(some: Partial<Mark>): Mark {
  return {
    question: 'q',
    attempt: 'c:quiz.q:1',
    section: 0,
    answered: false,
    here: true,
    unsaved: false,
    unsure: false,
    flagged: false,
    ...some,
  };
}

function shown(template: unknown): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  render(template, root);
  return root;
}

const texts = (root: HTMLElement, what: string) =>
  [...root.querySelectorAll(what)].map((each) => each.textContent!.replace(/\s+/g, ' ').trim());

test('before all is made final it is told what is missing', () => {
  const submit = vi.fn();
  const root = shown(
    submitDialog(
      [
        mark({ answered: true }),
        mark({ flagged: true }),
        mark({ unsure: true, unsaved: true }),
        mark({ answered: true, unsaved: true, flagged: true }),
      ],
      submit,
    ),
  );
  expect(texts(root, 'li')).toEqual([
    '1 question is not answered',
    '1 answer lacks how sure you are, and won’t count',
    '2 questions are flagged',
    '1 answer is not saved yet, and saved first',
  ]);
  root.querySelector('dialog')!.showModal();
  root.querySelectorAll('button')[1]!.click();
  expect(root.querySelector('dialog')!.open).toBe(false);
  expect(submit).not.toHaveBeenCalled();
  root.querySelectorAll('button')[0]!.click();
  expect(submit).toHaveBeenCalledOnce();
});

test('when nothing is missing it says so', () => {
  const root = shown(submitDialog([mark({ answered: true })], () => undefined));
  expect(texts(root, 'li')).toEqual([]);
  expect(root.textContent).toContain('All questions are answered.');
});

test('each number says in words and by a sign how its question stands, and goes there', () => {
  const gone: string[] = [];
  const root = shown(
    numbers(
      [
        mark({ question: 'a', answered: true, here: false }),
        mark({ question: 'b', section: 1, answered: true, unsaved: true }),
        mark({ question: 'c', section: 1, flagged: true }),
      ],
      ['First', 'Second'],
      (question) => gone.push(question),
    ),
  );
  const buttons = [...root.querySelectorAll('button')];
  expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
    'Question 1: answered, in a section that is not open',
    'Question 2: answered, not saved yet',
    'Question 3: not answered, flagged',
  ]);
  expect(texts(root, '.sitting-signs')).toEqual(['✓', '…', '–⚑']);
  expect(texts(root, '.eyebrow')).toEqual(['First', 'Second']);
  expect(buttons[0]!.disabled).toBe(true);
  buttons[2]!.click();
  expect(gone).toEqual(['c']);
});

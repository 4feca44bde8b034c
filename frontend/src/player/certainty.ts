/** A value that is given with how sure its author is, 1 to 3: `2|value`, and `|value` before that is said. */
export interface Parted {
  certainty: string;
  answer: string;
}

export function parted(value: string): Parted {
  const at = value.indexOf('|');
  return at < 0 ? { certainty: '', answer: value } : { certainty: value.slice(0, at), answer: value.slice(at + 1) };
}

export function joined({ certainty, answer }: Parted): string {
  return certainty === '' && answer === '' ? '' : `${certainty}|${answer}`;
}

/** Whether both are there; what lacks one is a draft and no answer yet. */
export function whole(value: string): boolean {
  const { certainty, answer } = parted(value);
  return certainty !== '' && answer !== '';
}

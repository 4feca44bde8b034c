export type Language = 'ko' | 'en';

/** What the page speaks; the server sets it on the document. */
export function language(): Language {
  return document.documentElement.lang.startsWith('ko') ? 'ko' : 'en';
}

/** How times and dates are written in it. */
export function locale(): string {
  return language() === 'ko' ? 'ko-KR' : 'en-GB';
}

/** Both languages of everything an element says; the values are texts or functions that give them. */
export type Wordings<T> = Record<Language, T>;

export function words<T>(both: Wordings<T>): T {
  return both[language()];
}

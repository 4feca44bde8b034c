/** Why a text is no number; the same as the server says it. */
export type NumberProblem = 'empty' | 'no-number' | 'not-one' | 'separator' | 'extreme' | 'unit' | 'not-positive';

/** Digits with a dot, and a power of ten: what a double can't hold is still told exactly. */
export type NumberReading = { digits: string; exponent: number } | { problem: NumberProblem };

const EXTREME = 1000;
/** What people say behind a number that has no unit, and the full stop of a sentence. */
const TIMES = /^(?:배|times)?\.?$/;
const RAISED = /[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g;
const POWER = '10 ?\\^ ?[({]? ?([+-]? ?[0-9]+) ?[)}]?';
const NUMBER = new RegExp(
  `([+-]?) ?(?:${POWER}|([0-9.,](?:[0-9.,']| (?=[0-9]{3}(?![0-9])))*)(?: ?[eE] ?([+-]? ?[0-9]+)| ?[x×] ?${POWER})?)`,
  'g',
);

/** Reads a number as people type it; the server's `NumberText` reads the same, and both are held to one table of tests. */
export function readNumber(text: string, unit: string): NumberReading {
  const said = plain(text);
  if (said === '') return { problem: 'empty' };
  for (const match of said.matchAll(NUMBER)) {
    if (/[0-9]/.test(match[0])) return number(said, match, plain(unit));
  }
  return { problem: 'no-number' };
}

/** The same where only what is above 0 has a place on the axis. */
export function readAbove(text: string, unit: string, positive: boolean): NumberReading {
  const reading = readNumber(text, unit);
  return positive && !('problem' in reading) && !(/[1-9]/.test(reading.digits) && !reading.digits.startsWith('-'))
    ? { problem: 'not-positive' }
    : reading;
}

function number(said: string, match: RegExpExecArray, unit: string): NumberReading {
  const before = said.slice(0, match.index).replace(/[=~≈약]+ ?$/, '').trim();
  const beyond = `${before} ${said.slice(match.index + match[0].length)}`.trim();
  if (beyond !== '' && beyond !== unit && !(unit === '' && TIMES.test(beyond))) return { problem: /[0-9]/.test(beyond) ? 'not-one' : 'unit' };
  const power = (match[2] ?? match[4] ?? match[5] ?? '0').replace(/ /g, '');
  const digits = match[3] === undefined ? '1' : decimal(match[3]);
  if (digits === '') return { problem: 'separator' };
  if (power.length > 5 || Math.abs(Number(power)) > EXTREME) return { problem: 'extreme' };
  return { digits: (match[1] === '-' ? '-' : '') + digits, exponent: Number(power) };
}

function decimal(typed: string): string {
  const digits = typed.replace(/[.,' ]+$/, '');
  if (/^[0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]+)?$/.test(digits)) return digits.replace(/[ ']/g, '').replace(',', '.');
  if (/^(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,})$/.test(digits)) return digits.replace(/,/g, '');
  if (/^(?:[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,})$/.test(digits)) {
    return digits.replace(/\./g, '').replace(',', '.');
  }
  const twoWays = /^[1-9][0-9]{0,2},[0-9]{3}$/.test(digits);
  return !twoWays && /^[0-9]*[.,]?[0-9]+$/.test(digits) ? digits.replace(',', '.') : '';
}

function plain(text: string): string {
  return text
    .replaceAll('**', '^')
    .replaceAll('ㆍ', '×')
    .replace(RAISED, (power) => `^${power.normalize('NFKC')}`)
    .normalize('NFKC')
    .replace(/[−–‐‑﹣]/g, '-')
    .replace(/[·⋅∙•✕*]/g, '×')
    .replaceAll('’', "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** A number as a textbook writes it: `0.16`, `1.3 × 10⁻⁴`. */
export function written(digits: string, exponent: number): string {
  const sign = digits.startsWith('-') ? '−' : '';
  const [whole = '', decimals = ''] = digits.replace('-', '').split('.');
  const all = whole + decimals;
  const significant = all.replace(/^0+/, '');
  if (significant === '') return '0';
  const first = whole.length - (all.length - significant.length) - 1 + exponent;
  const shown = significant.replace(/0+$/, '') || '0';
  if (first >= -3 && first < 6) {
    const padded = first < 0 ? '0'.repeat(-first) + shown : shown.padEnd(first + 1, '0');
    const point = Math.max(first, 0) + 1;
    return sign + padded.slice(0, point) + (padded.length > point ? `.${padded.slice(point)}` : '');
  }
  const mantissa = shown.slice(0, 1) + (shown.length > 1 ? `.${shown.slice(1)}` : '');
  return `${sign}${mantissa} × 10${raised(first)}`;
}

/** The same of a text that the server wrote, such as `1.3E-4`. */
export function writtenText(text: string): string {
  const [digits = '0', exponent = '0'] = text.split(/[eE]/);
  return written(digits.replace('+', ''), Number(exponent));
}

function raised(exponent: number): string {
  return [...String(exponent)].map((sign) => (sign === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(sign)])).join('');
}

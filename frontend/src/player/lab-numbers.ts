import { language } from '../ui/language';
import type { Num } from './lab-types';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10 to a power in raised digits. */
export function power(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => RAISED[Number(digit)]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** A measured number as a person reads it: 7.9 × 10⁻³³, 0.41, 163,696. */
export function measured(value: Num, digits = 2): string {
  if (value === null) return '∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e6) {
    return value.toLocaleString(language(), { maximumSignificantDigits: Math.max(digits, Math.floor(Math.log10(size)) + 1) });
  }
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  // A number is never broken over two lines.
  return `${mantissa}\u00a0×\u00a0${power(Number(exponent))}`;
}

export function whole(value: number): string {
  return value.toLocaleString(language());
}

/** Costs of networks, in thousands of millions. */
export function giga(value: number): string {
  return `${(value / 1e9).toLocaleString(language(), { minimumFractionDigits: 3, maximumFractionDigits: 3 })}\u00a0G`;
}

export function share(value: Num): string {
  return value === null ? '–' : value.toLocaleString(language(), { style: 'percent', maximumFractionDigits: 0 });
}

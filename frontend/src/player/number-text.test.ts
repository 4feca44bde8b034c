import { describe, expect, it } from 'vitest';
// The server is held to the same table.
import table from '../../../src/test/resources/io/skipway/courseware/number-texts.tsv?raw';
import { readNumber, written, writtenText } from './number-text';

const rows = table
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string, string]);

describe('a number as it is typed', () => {
  it.each(rows)('%j with the unit %j is %s', (text, unit, expected) => {
    const reading = readNumber(text, unit);
    if (expected.startsWith('!')) expect(reading).toEqual({ problem: expected.slice(1) });
    else if ('problem' in reading) expect.fail(reading.problem);
    else expect(written(reading.digits, reading.exponent)).toBe(writtenText(expected));
  });
});

describe('a number as it is written', () => {
  it.each([
    ['0.16', '0.16'],
    ['1.3E-4', '1.3 × 10⁻⁴'],
    ['0.00130', '0.0013'],
    ['0.000130', '1.3 × 10⁻⁴'],
    ['-1E+3', '−1000'],
    ['123456', '123456'],
    ['1234567', '1.234567 × 10⁶'],
    ['12.50', '12.5'],
    ['0.0', '0'],
    ['1E-1000', '1 × 10⁻¹⁰⁰⁰'],
    ['6.5E+10', '6.5 × 10¹⁰'],
  ])('%s is shown as %s', (text, shown) => {
    expect(writtenText(text)).toBe(shown);
  });
});

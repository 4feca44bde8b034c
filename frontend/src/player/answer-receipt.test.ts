import { expect, test } from 'vitest';
import { grouped, line } from './answer-receipt';

const hash = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

test('a hash is read in eights, and nothing of it is lost', () => {
  expect(grouped(hash).split(' ')).toHaveLength(8);
  expect(grouped(hash).replaceAll(' ', '')).toBe(hash);
  expect(grouped('')).toBe('');
});

test('a copied receipt names the attempt, the state, the time and the hash', () => {
  const receipt = { attempt: 'deep-cnn:essay:1', sequence: 3, savedAt: '2026-11-24T20:00:00.123456Z', hash };
  expect(line(receipt)).toBe(`deep-cnn:essay:1 3 2026-11-24T20:00:00.123456Z ${hash}`);
});

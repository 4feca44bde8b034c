import { expect, test } from 'vitest';
import { ServerClock } from './server-clock';

const SERVER = Date.parse('2026-11-30T09:00:00Z');

function at(ms: number): string {
  return new Date(SERVER + ms).toISOString();
}

test('a clock that is wrong by hours at the client is corrected to half of the way', () => {
  let monotonic = 1_000;
  const clock = new ServerClock(() => monotonic);
  expect(clock.known).toBe(false);
  monotonic = 1_100;
  clock.sample(at(0), 1_000);
  expect(clock.now()).toBe(SERVER + 50);
  monotonic = 61_100;
  expect(clock.now()).toBe(SERVER + 60_050);
});

test('a slow reply does not spoil what a quick one told', () => {
  let monotonic = 20;
  const clock = new ServerClock(() => monotonic);
  clock.sample(at(0), 0);
  monotonic = 10_020;
  // Four seconds on its way, all of them before the server looked at its clock.
  clock.sample(at(10_010), 6_020);
  expect(clock.now()).toBe(SERVER + 10_010);
});

test('a quicker reply is trusted more', () => {
  let monotonic = 4_000;
  const clock = new ServerClock(() => monotonic);
  clock.sample(at(0), 0);
  monotonic = 8_000;
  clock.sample(at(6_000), 7_990);
  expect(clock.now()).toBe(SERVER + 6_005);
});

test('what contradicts the clock beyond all doubt replaces it, though it came slowly', () => {
  let monotonic = 20;
  const clock = new ServerClock(() => monotonic);
  clock.sample(at(0), 0);
  // The machine slept for an hour, and its monotonic time with it.
  monotonic = 1_020;
  clock.sample(at(3_600_500), 20);
  expect(clock.now()).toBe(SERVER + 3_601_000);
});

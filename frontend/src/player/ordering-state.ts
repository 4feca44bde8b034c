import { severalOf } from './parts-state';

/** The ids in the order in which they stand now: as they were handed over until something is moved. */
export function orderOf(given: readonly string[], value: string): string[] {
  const own = severalOf(value);
  const same = own.length === given.length && own.every((id) => given.includes(id));
  return same ? own : [...given];
}

/** The answer after one has gone to another place; places beyond the ends are the ends. */
export function moved(order: readonly string[], id: string, to: number): string {
  const rest = order.filter((each) => each !== id);
  rest.splice(Math.max(0, Math.min(rest.length, to)), 0, id);
  return rest.join(',');
}

/** To which place something is dragged: past the middle of how many others it has gone. */
export function placeAt(y: number, middles: readonly number[]): number {
  return middles.filter((middle) => middle < y).length;
}

import { addDays, type IsoDate } from '#domain';

/** A value that holds from a day on until the next step. */
export interface Step<T> {
  readonly on: IsoDate;
  readonly value: T | null;
}

/** Days on which two courses differ, both sides standing still. `until` is the last of them; null where the difference outlasts the days asked about. */
export interface Span<T> {
  readonly on: IsoDate;
  readonly until: IsoDate | null;
  readonly before: T | null;
  readonly after: T | null;
}

/** Puts a step where the value is another than the last one's. */
export const step = <T>(steps: Step<T>[], on: IsoDate, value: T | null, key: (value: T) => string): void => {
  const last = steps.at(-1)?.value ?? null;
  if ((last === null ? null : key(last)) !== (value === null ? null : key(value))) steps.push({ on, value });
};

/** Every span of days in which `before` and `after` differ by their key. Cost: the steps of both, whatever days lie between them. */
export const spansApart = <T>(
  before: readonly Step<T>[],
  after: readonly Step<T>[],
  key: (value: T) => string,
): readonly Span<T>[] => {
  const found: Span<T>[] = [];
  let [b, a]: [T | null, T | null] = [null, null];
  let [atB, atA] = [0, 0];
  let since: IsoDate | null = null;
  for (;;) {
    const [nextB, nextA] = [before[atB], after[atA]];
    if (nextB === undefined && nextA === undefined) break;
    const on = nextA === undefined || (nextB !== undefined && nextB.on <= nextA.on) ? nextB!.on : nextA.on;
    if (since !== null) found.push({ on: since, until: addDays(on, -1), before: b, after: a });
    if (nextB?.on === on) {
      b = nextB.value;
      atB += 1;
    }
    if (nextA?.on === on) {
      a = nextA.value;
      atA += 1;
    }
    since = (b === null ? null : key(b)) === (a === null ? null : key(a)) ? null : on;
  }
  if (since !== null) found.push({ on: since, until: null, before: b, after: a });
  return found;
};

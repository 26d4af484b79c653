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

const isSame = <T>(a: T | null, b: T | null, key: (value: T) => string): boolean =>
  a === null || b === null ? a === b : key(a) === key(b);

/** The day on which the first of two courses steps next; null: neither does. */
const nextDay = (b: Step<unknown> | undefined, a: Step<unknown> | undefined): IsoDate | null => {
  if (b === undefined || a === undefined) return (b ?? a)?.on ?? null;
  return b.on <= a.on ? b.on : a.on;
};

/** Puts a step where the value is another than the last one's. */
export const step = <T>(steps: Step<T>[], on: IsoDate, value: T | null, key: (value: T) => string): void => {
  const last = steps.at(-1)?.value ?? null;
  if (!isSame(last, value, key)) steps.push({ on, value });
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
    const on = nextDay(nextB, nextA);
    if (on === null) break;
    if (since !== null) found.push({ on: since, until: addDays(on, -1), before: b, after: a });
    if (nextB?.on === on) {
      b = nextB.value;
      atB += 1;
    }
    if (nextA?.on === on) {
      a = nextA.value;
      atA += 1;
    }
    since = isSame(b, a, key) ? null : on;
  }
  if (since !== null) found.push({ on: since, until: null, before: b, after: a });
  return found;
};

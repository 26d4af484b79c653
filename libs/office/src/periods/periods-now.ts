import { closedMonthsOf, foldPeriods, PERIODS, type PeriodEvent } from '#domain';
import type { EventStore } from '#event-store';

interface Known {
  readonly events: readonly PeriodEvent[];
  readonly months: ReadonlySet<string>;
}

/** Months into which nothing is recorded without a second person; their stream is read on only where it has grown. */
export const closedMonthsNow = (store: EventStore): (() => Promise<ReadonlySet<string>>) => {
  let known: Known = { events: [], months: new Set() };
  return async () => {
    const before = known;
    const news = await store.readStream(PERIODS, before.events.length);
    if (news.length === 0) return before.months;
    const events = [...before.events, ...news.map(({ event }) => event as PeriodEvent)];
    const grown = { events, months: closedMonthsOf(foldPeriods(events)) };
    if (events.length > known.events.length) known = grown;
    return grown.months;
  };
};

import type { RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';

/** What follows a position. `more`: facts of these streams were seen behind them. */
interface Transactions {
  readonly events: readonly RecordedEvent[];
  readonly more: boolean;
}

/**
 * The next events after a position, never ending in the middle of a transaction: facts recorded in one transaction are known together,
 * so a model built live and one rebuilt later have the same versions. Reads past `limit` only where one transaction is longer.
 */
export const readTransactions = async (
  store: EventStore,
  after: bigint,
  limit: number,
  streamPrefix: string,
): Promise<Transactions> => {
  const events = [...(await store.readAll(after, limit, { streamPrefix }))];
  if (events.length < limit) return { events, more: false };
  const last = events.at(-1)!.recordedAt;
  const whole = events.findIndex(({ recordedAt }) => recordedAt === last);
  if (whole > 0) return { events: events.slice(0, whole), more: true };
  for (;;) {
    const page = await store.readAll(events.at(-1)!.position, limit, { streamPrefix });
    const end = page.findIndex(({ recordedAt }) => recordedAt !== last);
    events.push(...(end < 0 ? page : page.slice(0, end)));
    if (end >= 0 || page.length < limit) return { events, more: end >= 0 };
  }
};

/** Facts of one stream that were recorded together, in order. */
export const byTransaction = (events: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] => {
  const groups: RecordedEvent[][] = [];
  for (const event of events) {
    const group = groups.at(-1);
    if (group?.[0]?.recordedAt === event.recordedAt) group.push(event);
    else groups.push([event]);
  }
  return groups;
};

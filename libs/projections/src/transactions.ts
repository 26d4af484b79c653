import type { RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';

/**
 * The next events after a position, never ending in the middle of a transaction: facts recorded in one transaction are known together,
 * so a model built live and one rebuilt later have the same versions. Reads past `limit` only where one transaction is longer.
 */
export const readTransactions = async (
  store: EventStore,
  after: bigint,
  limit: number,
  streamPrefix: string,
): Promise<readonly RecordedEvent[]> => {
  const page = [...(await store.readAll(after, limit, { streamPrefix }))];
  if (page.length < limit) return page;
  const last = page.at(-1)!.recordedAt;
  const whole = page.findIndex(({ recordedAt }) => recordedAt === last);
  if (whole > 0) return page.slice(0, whole);
  for (;;) {
    const more = await store.readAll(page.at(-1)!.position, limit, { streamPrefix });
    const end = more.findIndex(({ recordedAt }) => recordedAt !== last);
    page.push(...(end < 0 ? more : more.slice(0, end)));
    if (end >= 0 || more.length < limit) return page;
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

import type { EventStore } from '#event-store';

/** How long ago, in seconds by `now`, the first record after a position was recorded; 0 where there is none. Cost: one record. */
export const secondsBehind = async (store: EventStore, position: bigint, now: Date): Promise<number> => {
  const [first] = await store.readAll(position, 1);
  return first === undefined ? 0 : Math.max(0, (now.getTime() - Date.parse(first.recordedAt)) / 1000);
};

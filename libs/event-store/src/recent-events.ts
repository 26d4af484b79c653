import type { RecordedEvent } from '#domain';

const MOST = 500; // some seconds of a busy office

/** The end of the log as this process wrote it, without a gap: whoever follows the log need not read that again. */
export interface RecentEvents {
  /** What was stored on top of the event at position `before`. */
  readonly add: (before: bigint, stored: readonly RecordedEvent[]) => void;
  /** All events after a position, up to the last one known here; null where they are not known. */
  readonly after: (position: bigint) => readonly RecordedEvent[] | null;
}

export const recentEvents = (most = MOST): RecentEvents => {
  let events: readonly RecordedEvent[] = [];
  let base = 0n; // the position before the first of them
  return {
    add: (before, stored) => {
      if (stored.length === 0) return;
      const last = events.at(-1)?.position;
      const grown = last === before ? [...events, ...stored] : stored;
      if (last !== before) base = before;
      const over = grown.length - most;
      if (over > 0) base = grown[over - 1]!.position;
      events = over > 0 ? grown.slice(over) : grown;
    },
    after: (position) => {
      const last = events.at(-1)?.position;
      if (last === undefined || position < base || position >= last) return null;
      return events.slice(events.findIndex((event) => event.position > position));
    },
  };
};

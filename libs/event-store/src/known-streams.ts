import type { RecordedEvent } from '#domain';
import type { EventStore } from './event-store.ts';
import { keptLately, weightOf } from './kept-lately.ts';

const KEPT_BYTES = 24_000_000;
const NOTHING: readonly RecordedEvent[] = [];

const weigh = (events: readonly RecordedEvent[]): number =>
  events.reduce((sum, { event, meta }) => sum + weightOf(event.data) + weightOf(meta), 0);

/**
 * Whole streams for those who only look. What was read lately stays in memory and is asked for its news only: a fact never changes. While nothing new is
 * recorded the answer is the very same array, so that what was made of it can be kept beside it. An event is thus read at most once a while, however many look.
 */
export const knownStreams = (
  store: Pick<EventStore, 'readStream'>,
  keptBytes = KEPT_BYTES,
): ((stream: string) => Promise<readonly RecordedEvent[]>) => {
  const kept = keptLately<readonly RecordedEvent[]>(keptBytes);
  const heldOf = (stream: string) => {
    const held = kept.take(stream);
    if (held !== undefined) kept.keep(stream, held.value, held.bytes);
    return held;
  };
  return async (stream) => {
    const before = heldOf(stream);
    const known = before?.value ?? NOTHING;
    const news = await store.readStream(stream, known.at(-1)?.version ?? 0);
    if (news.length === 0) return known;
    const whole = [...known, ...news];
    kept.keep(stream, whole, (before?.bytes ?? 0) + weigh(news));
    return whole;
  };
};

/** The same log for somebody who reads whole streams again and again: those come from what is kept. */
export const keepingStreams = (
  store: EventStore,
  whole: (stream: string) => Promise<readonly RecordedEvent[]>,
): EventStore => ({
  ...store,
  readStream: (stream, after = 0) => (after === 0 ? whole(stream) : store.readStream(stream, after)),
});

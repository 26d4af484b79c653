import type { RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import type { FirstBad } from './findings.ts';
import { at, BEFORE_ALL, judge, type Head } from './head.ts';
import type { Seal } from './seals.ts';
import { walk } from './walk.ts';

export interface Verification {
  readonly ok: boolean;
  readonly events: number;
  readonly streams: number;
  readonly seconds: number;
  readonly firstBad: FirstBad | null;
}

export interface Question {
  readonly from?: bigint; // the first position to check; else the whole log
  readonly stream?: string; // only this stream
  /** The seals of each keeper (the database, the file beside it, somebody's paper), oldest first. */
  readonly keepers?: readonly (readonly Seal[])[];
  /**
   * Up to which position records came from many writers at once (KurrentDB), not from one (PostgreSQL). One writer gives every position, so that a gap is a deletion, and never an
   * earlier instant; many leave gaps, and what two of them record at one moment may stand the other way round. Within a stream both hold to the order.
   */
  readonly manyWritersUpTo?: bigint;
  readonly onProgress?: (events: number) => void;
  /** Called with all that is read, in order. */
  readonly onRecords?: (records: readonly RecordedEvent[]) => void;
}

const PAGE = 2_000;
const LOWEST = -(2n ** 63n);

/** Every position there is. */
export const EVERYWHERE = 2n ** 63n;

const firstBadOf = (events: readonly RecordedEvent[]): FirstBad | null => {
  let head: Head = BEFORE_ALL;
  let before: RecordedEvent | null = null;
  for (const event of events) {
    const what =
      judge(event, head) ??
      (before !== null && event.position <= before.position ? 'out-of-order' : null) ??
      (before !== null && event.recordedAt < before.recordedAt ? 'recorded-earlier' : null);
    if (what !== null) return at(event, what);
    head = event;
    before = event;
  }
  return null;
};

type Found = Pick<Verification, 'events' | 'streams' | 'firstBad'>;

/** One stream from its first record. Its end cannot be judged without the rest of the log. */
const verifyOne = async (
  store: EventStore,
  stream: string,
  { onRecords }: Pick<Question, 'onRecords'>,
): Promise<Found> => {
  const events = await store.readStream(stream);
  onRecords?.(events);
  return { events: events.length, streams: events.length === 0 ? 0 : 1, firstBad: firstBadOf(events) };
};

/** The whole log, or what of it stands from a position on, up to where it ends now. */
const verifyAll = async (
  store: EventStore,
  { from, keepers = [], manyWritersUpTo = 0n, onProgress, onRecords }: Question,
): Promise<Found> => {
  const upTo = await store.head();
  const log = walk(store, { keepers, manyWritersUpTo, ...(from === undefined ? {} : { from }) });
  let after = from === undefined ? LOWEST : await store.placeBefore(from - 1n);
  let count = 0;
  for (;;) {
    const page = (await store.readAll(after, PAGE)).filter(({ position }) => position <= upTo);
    onRecords?.(page);
    for (const event of page) {
      count += 1;
      const firstBad = await log.take(event);
      if (firstBad !== null) return { events: count, streams: log.streams(), firstBad };
      after = event.position;
    }
    onProgress?.(count);
    if (page.length < PAGE) break;
  }
  return { events: count, streams: log.streams(), firstBad: log.end(upTo) };
};

/**
 * Reads the log again, in order and by pages, and recomputes every hash; names the first record that is not what was written. Memory holds
 * one page and one head a stream. `store` must read records as written (`raw`), else an upcast record looks changed.
 */
export const verify = async (store: EventStore, question: Question = {}): Promise<Verification> => {
  const started = performance.now();
  const { stream } = question;
  const { events, streams, firstBad } =
    stream === undefined ? await verifyAll(store, question) : await verifyOne(store, stream, question);
  const seconds = Math.round(performance.now() - started) / 1000;
  return { ok: firstBad === null, events, streams, seconds, firstBad };
};

import type { NewEvent, RecordedEvent } from '#domain';

/** The version of the last event that the caller has seen; 0: the stream must not exist yet; 'any': whatever it is. */
export type Expected = number | 'any';

export interface Append {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly NewEvent[];
}

export interface Appended {
  readonly stream: string;
  readonly version: number; // of the stream's last event of this append
  readonly position: bigint; // of that event
  readonly events: readonly RecordedEvent[];
  readonly repeated: boolean; // the command was already in the stream: these are the facts it had then
}

/** Somebody else wrote first. Nothing was stored. */
export class WrongExpectedVersion extends Error {
  override readonly name = 'WrongExpectedVersion';
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    readonly actual: number,
  ) {
    super(`${stream} is at version ${actual}, not ${expected}`);
  }
}

/** The machine's clock stands minutes before the last record: one of the two is wrong. Nothing was stored. */
export class ClockBehind extends Error {
  override readonly name = 'ClockBehind';
  constructor(
    readonly now: string,
    readonly lastRecordedAt: string,
  ) {
    super(`the clock says ${now}, but the last record is of ${lastRecordedAt}`);
  }
}

/** More in one append than the log takes at once. Nothing was stored; in smaller parts it may be. */
export class AppendTooLarge extends Error {
  override readonly name = 'AppendTooLarge';
}

export interface Subscription {
  readonly stop: () => Promise<void>;
}

/**
 * The log. It must fit PostgreSQL and KurrentDB alike: versions count within a stream, positions grow over the whole log with gaps, event ids
 * come from the caller, one append touches one stream, and nothing spans two streams.
 */
export interface EventStore {
  /** All or nothing. A command id that the stream already holds writes nothing and answers as the first time. Throws WrongExpectedVersion. */
  readonly append: (stream: string, expected: Expected, events: readonly NewEvent[]) => Promise<Appended>;
  /** Many appends in few large transactions, for imports; each is whole or absent, and a refused one does not stop its neighbours. */
  readonly appendMany: (appends: readonly Append[]) => Promise<readonly (Appended | WrongExpectedVersion)[]>;
  /** Events of a stream with a version above `after`, in order. */
  readonly readStream: (stream: string, after?: number) => Promise<readonly RecordedEvent[]>;
  /** The last events of a stream, the latest first: those with a version below `before`, at most `limit`. */
  readonly readStreamBack: (stream: string, before: number | null, limit: number) => Promise<readonly RecordedEvent[]>;
  /** Events at positions above `after`, 0 or that of an event (see placeBefore), in order of position; of the streams whose names begin so, where a prefix is given. */
  readonly readAll: (
    after: bigint,
    limit: number,
    filter?: { readonly streamPrefix?: string },
  ) => Promise<readonly RecordedEvent[]>;
  /** The event at a position; null where there is none. */
  readonly recordAt: (position: bigint) => Promise<RecordedEvent | null>;
  /** The position of the last event at or before one; 0 where there is none. For positions that nobody has read here: a cursor of a request, a number that somebody typed. */
  readonly placeBefore: (position: bigint) => Promise<bigint>;
  /** Whole streams, one after the other, in order of name, each up to a position. For rebuilds: memory holds one stream at a time. */
  readonly readByStream: (streamPrefix: string, upTo: bigint) => AsyncIterable<readonly RecordedEvent[]>;
  /** Calls `onBatch` with every event above `after` once, in order, forever. A failing `onBatch` gets the same batch again. */
  readonly subscribe: (
    after: bigint,
    onBatch: (events: readonly RecordedEvent[]) => Promise<void>,
    options?: { readonly streamPrefix?: string },
  ) => Subscription;
  /** The last position so far; 0 where the log is empty. */
  readonly head: () => Promise<bigint>;
  /** The last position recorded at or before an instant (ISO 8601); 0 where there is none. */
  readonly positionAt: (instant: string) => Promise<bigint>;
  readonly close: () => Promise<void>;
}

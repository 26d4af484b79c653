import type { RecordedEvent } from '#domain';
import { hashOf, NO_PREDECESSOR, type EventStore } from '#event-store';
import type { Finding, FirstBad } from './findings.ts';
import { sealedStretches, trusted } from './sealed.ts';
import type { Seal } from './seals.ts';

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
}

const PAGE = 2_000;
const LOWEST = -(2n ** 63n);

/** Every position there is. */
export const EVERYWHERE = 2n ** 63n;

interface Head {
  readonly version: number;
  readonly hash: string;
  readonly recordedAt: string;
}

const BEFORE_ALL: Head = { version: 0, hash: NO_PREDECESSOR, recordedAt: '' };

const SIDE_BY_SIDE_MS = 5 * 60_000; // how far the clocks of several writers may stand apart

/** Asked record by record: whether it says to be recorded before what it follows. */
const recordedEarlier = (manyWritersUpTo: bigint) => {
  let latest = '';
  return ({ recordedAt, position }: RecordedEvent, head: Head): boolean => {
    const isEarlier =
      position <= manyWritersUpTo
        ? recordedAt < head.recordedAt || Date.parse(latest) - Date.parse(recordedAt) > SIDE_BY_SIDE_MS
        : recordedAt < latest;
    if (recordedAt > latest) latest = recordedAt;
    return isEarlier;
  };
};

const at = ({ position, stream, version }: RecordedEvent, what: Finding): FirstBad => ({
  position: Number(position),
  stream,
  version,
  what,
});

/** What is wrong with a record after the last one of its stream. */
const judge = (event: RecordedEvent, head: Head): Finding | null => {
  if (event.version !== head.version + 1) return event.version > head.version + 1 ? 'record-missing' : 'out-of-order';
  if (event.previousHash !== head.hash) return 'chain-broken';
  return hashOf(event) === event.hash ? null : 'content-changed';
};

/** One stream from its first record. Its end cannot be judged without the rest of the log. */
const verifyStream = (events: readonly RecordedEvent[]): FirstBad | null => {
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

/** The head that a stream had before the part that is checked. */
const headBefore = async (store: EventStore, { stream, version }: RecordedEvent): Promise<Head> => {
  if (version <= 1) return BEFORE_ALL;
  const predecessor = (await store.readStream(stream, version - 2))[0];
  return predecessor?.version === version - 1 ? predecessor : { version: version - 2, hash: '', recordedAt: '' };
};

/**
 * Reads the log again, in order and by pages, and recomputes every hash; names the first record that is not what was written. Memory holds
 * one page and one head a stream. `store` must read records as written (`raw`), else an upcast record looks changed.
 */
export const verify = async (
  store: EventStore,
  { from, stream, keepers = [], manyWritersUpTo = 0n, onProgress }: Question = {},
): Promise<Verification> => {
  const started = performance.now();
  const answer = (events: number, streams: number, firstBad: FirstBad | null): Verification => ({
    ok: firstBad === null,
    events,
    streams,
    seconds: Math.round(performance.now() - started) / 1000,
    firstBad,
  });
  if (stream !== undefined) {
    const events = await store.readStream(stream);
    return answer(events.length, events.length === 0 ? 0 : 1, verifyStream(events));
  }

  const upTo = await store.head();
  const first = from ?? 1n;
  let after = from === undefined ? LOWEST : await store.placeBefore(first - 1n);
  const heads = new Map<string, Head>();
  const sealed = keepers.map(trusted);
  const stretches = sealed.map(({ seals }) => sealedStretches(seals, first - 1n));
  let count = 0;
  const isEarlier = recordedEarlier(manyWritersUpTo);
  let gap: bigint | null = null; // the first position that holds nothing; a later break tells which stream it belonged to
  const found = (bad: FirstBad): Verification => {
    if (gap === null || BigInt(bad.position) < gap) return answer(count, heads.size, bad);
    const named = bad.what === 'record-missing' ? bad : null;
    return answer(count, heads.size, {
      position: Number(gap),
      stream: named?.stream ?? null,
      version: named === null ? null : heads.get(named.stream!)!.version + 1,
      what: 'record-missing',
    });
  };

  for (;;) {
    const page = (await store.readAll(after, PAGE)).filter(({ position }) => position <= upTo);
    for (const event of page) {
      count += 1;
      if (event.position < 1n) return found(at(event, 'position-impossible'));
      const next = after < first ? first : after + 1n;
      const oneWriter = event.position > manyWritersUpTo;
      if (oneWriter && gap === null && event.position > next) gap = next;
      after = event.position;
      let head = heads.get(event.stream);
      if (head === undefined) {
        head = from === undefined ? BEFORE_ALL : await headBefore(store, event);
        heads.set(event.stream, head);
      }
      const what = judge(event, head) ?? (isEarlier(event, head) ? 'recorded-earlier' : null);
      const moved = what === 'record-missing' && oneWriter && gap === null; // every position is taken, so its predecessor stands elsewhere
      if (what !== null) return found(at(event, moved ? 'out-of-order' : what));
      heads.set(event.stream, { version: event.version, hash: event.hash, recordedAt: event.recordedAt });
      if (gap !== null) continue; // whatever was sealed from here on differs
      for (const { take } of stretches) {
        const broken = take(event);
        if (broken !== null) return found(broken);
      }
    }
    onProgress?.(count);
    if (page.length < PAGE) break;
  }
  if (gap !== null)
    return answer(count, heads.size, { position: Number(gap), stream: null, version: null, what: 'record-missing' });
  const cut = stretches.map(({ end }) => end(upTo)).find((bad) => bad !== null);
  return answer(count, heads.size, cut ?? sealed.find(({ changed }) => changed !== null)?.changed ?? null);
};

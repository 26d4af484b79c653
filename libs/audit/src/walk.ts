import type { RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import type { FirstBad, Finding } from './findings.ts';
import { at, BEFORE_ALL, judge, type Head } from './head.ts';
import { sealedStretches, trusted } from './sealed.ts';
import type { Seal } from './seals.ts';

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

/** The head that a stream had before the part that is checked. */
const headBefore = async (store: EventStore, { stream, version }: RecordedEvent): Promise<Head> => {
  if (version <= 1) return BEFORE_ALL;
  const predecessor = (await store.readStream(stream, version - 2))[0];
  return predecessor?.version === version - 1 ? predecessor : { version: version - 2, hash: '', recordedAt: '' };
};

interface Walked {
  readonly from?: bigint; // the first position to check; else the whole log
  readonly keepers: readonly (readonly Seal[])[];
  readonly manyWritersUpTo: bigint;
}

/** The log read record by record in its order: each must follow what was read before, and its seals. */
export const walk = (store: EventStore, { from, keepers, manyWritersUpTo }: Walked) => {
  const first = from ?? 1n;
  const heads = new Map<string, Head>();
  const sealed = keepers.map(trusted);
  const stretches = sealed.map(({ seals }) => sealedStretches(seals, first - 1n));
  const isEarlier = recordedEarlier(manyWritersUpTo);
  let expected = first; // the position that the next record of one writer has
  let gap: bigint | null = null; // the first position that holds nothing; a later break tells which stream it belonged to

  const missing = (named: FirstBad | null): FirstBad => ({
    position: Number(gap),
    stream: named?.stream ?? null,
    version: named === null ? null : heads.get(named.stream!)!.version + 1,
    what: 'record-missing',
  });
  /** What is told first: what is missing before a record, else what is wrong with it. */
  const firstOf = (bad: FirstBad): FirstBad =>
    gap === null || BigInt(bad.position) < gap ? bad : missing(bad.what === 'record-missing' ? bad : null);

  const wrongWith = (event: RecordedEvent, head: Head, oneWriter: boolean): Finding | null => {
    const what = judge(event, head) ?? (isEarlier(event, head) ? 'recorded-earlier' : null);
    // Where every position is taken, a predecessor that is missed stands elsewhere.
    return what === 'record-missing' && oneWriter && gap === null ? 'out-of-order' : what;
  };
  const brokenSeal = (event: RecordedEvent): FirstBad | null => {
    if (gap !== null) return null; // whatever was sealed from here on differs
    for (const { take } of stretches) {
      const broken = take(event);
      if (broken !== null) return broken;
    }
    return null;
  };

  return {
    streams: (): number => heads.size,
    /** The first thing that is wrong up to this record; null where nothing is. */
    take: async (event: RecordedEvent): Promise<FirstBad | null> => {
      if (event.position < 1n) return firstOf(at(event, 'position-impossible'));
      const oneWriter = event.position > manyWritersUpTo;
      if (oneWriter && gap === null && event.position > expected) gap = expected;
      expected = event.position < first ? first : event.position + 1n;
      const head = heads.get(event.stream) ?? (from === undefined ? BEFORE_ALL : await headBefore(store, event));
      heads.set(event.stream, head);
      const what = wrongWith(event, head, oneWriter);
      if (what !== null) return firstOf(at(event, what));
      heads.set(event.stream, { version: event.version, hash: event.hash, recordedAt: event.recordedAt });
      const broken = brokenSeal(event);
      return broken === null ? null : firstOf(broken);
    },
    /** What is wrong with the log as a whole once all of it was read, up to a position. */
    end: (upTo: bigint): FirstBad | null => {
      if (gap !== null) return missing(null);
      const cut = stretches.map(({ end }) => end(upTo)).find((bad) => bad !== null);
      return cut ?? sealed.find(({ changed }) => changed !== null)?.changed ?? null;
    },
  };
};

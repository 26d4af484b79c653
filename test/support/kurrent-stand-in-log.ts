/** A record as the stand-in keeps it. */
export interface StandInRecord {
  readonly position: bigint; // commit and prepare are one: nothing spans two streams
  readonly stream: string;
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export type Proposed = Pick<StandInRecord, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type ExpectedRevision = bigint | 'no-stream' | 'any' | 'stream-exists';
type AppendOutcome =
  | { readonly stored: true; readonly revision: bigint; readonly position: bigint }
  | { readonly stored: false; readonly current: bigint | null }
  | 'too-large';

export const LARGEST_APPEND = 1_048_576; // bytes
const HEADER = 80n; // positions are bytes into a file: each record moves them by its size
const SYSTEM_EVERY = 7; // the server writes records of its own in between

/** What the stand-in stores: streams, one order over all of them, and who waits for more. It outlives a stop of its server, as a disk does. */
export const standInLog = () => {
  const records: StandInRecord[] = [];
  const streams = new Map<string, StandInRecord[]>();
  const waiting = new Set<() => void>();
  let end = 1_000n;

  const store = (stream: string, proposed: readonly Proposed[]): StandInRecord => {
    const known = streams.get(stream) ?? [];
    for (const one of proposed) {
      const record = { ...one, stream, revision: BigInt(known.length), position: end };
      end += HEADER + BigInt(one.data.length + one.metadata.length);
      known.push(record);
      records.push(record);
    }
    streams.set(stream, known);
    return known.at(-1)!;
  };

  const ofServer = (): void => {
    store('$stats-stand-in', [
      {
        id: `00000000-0000-4000-8000-${String(records.length).padStart(12, '0')}`,
        type: '$statsCollected',
        contentType: 'application/json',
        data: Buffer.from('{}'),
        metadata: Buffer.alloc(0),
      },
    ]);
  };

  /** The same ids at the same place are the same append, whatever they say now. */
  const before = (known: readonly StandInRecord[], expected: ExpectedRevision, ids: readonly string[]) => {
    const from =
      expected === 'any'
        ? known.findIndex(({ id }) => id === ids[0])
        : typeof expected === 'bigint'
          ? Number(expected) + 1
          : 0;
    if (from < 0 || expected === 'stream-exists') return null;
    const there = known.slice(from, from + ids.length);
    return there.length === ids.length && there.every(({ id }, index) => id === ids[index]) ? there.at(-1)! : null;
  };

  const isAt = (known: readonly StandInRecord[], expected: ExpectedRevision): boolean => {
    if (expected === 'any') return true;
    if (expected === 'stream-exists') return known.length > 0;
    return BigInt(known.length) === (expected === 'no-stream' ? 0n : expected + 1n);
  };

  ofServer();
  return {
    records,
    stream: (name: string): readonly StandInRecord[] | null => streams.get(name) ?? null,
    end: (): bigint => end,
    append: (stream: string, expected: ExpectedRevision, proposed: readonly Proposed[]): AppendOutcome => {
      const size = proposed.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
      if (size > LARGEST_APPEND) return 'too-large';
      const known = streams.get(stream) ?? [];
      const again = before(
        known,
        expected,
        proposed.map(({ id }) => id),
      );
      if (again !== null) return { stored: true, revision: again.revision, position: again.position };
      if (!isAt(known, expected)) return { stored: false, current: known.at(-1)?.revision ?? null };
      const last = store(stream, proposed);
      if (records.length % SYSTEM_EVERY === 0) ofServer();
      for (const wake of waiting) wake();
      return { stored: true, revision: last.revision, position: last.position };
    },
    onMore: (wake: () => void): (() => void) => {
      waiting.add(wake);
      return () => {
        waiting.delete(wake);
      };
    },
  };
};

export type StandInLog = ReturnType<typeof standInLog>;

import type { Pool } from 'pg';
import type { Owner } from '#domain';
import { drawnOwner, namesIn, type KnownName } from './person-keys.ts';

type Names = ReadonlyMap<string, Owner>;

/** Names by which streams call people, of those that were written to lately. */
export interface KnownNames {
  /** Null where they must be asked for. */
  readonly now: (stream: string) => Names | null;
  readonly of: (streams: readonly string[]) => Promise<ReadonlyMap<string, Names>>;
  readonly add: (names: readonly KnownName[]) => void;
  /** Others may have learned or lost names: they are asked for again. */
  readonly forget: () => void;
}

const MOST_STREAMS = 5_000;

export const knownNames = (pool: Pool): KnownNames => {
  let kept = new Map<string, Map<string, Owner>>();
  const load = async (streams: readonly string[]): Promise<ReadonlyMap<string, Map<string, Owner>>> => {
    const loaded = new Map(streams.map((stream) => [stream, new Map<string, Owner>()]));
    for (const { stream, name, keyed } of await namesIn(pool, streams))
      loaded.get(stream)!.set(name, drawnOwner(keyed.person));
    return loaded;
  };
  return {
    now: (stream) => kept.get(stream) ?? null,
    of: async (streams) => {
      const mine = kept;
      const missing = streams.filter((stream) => !mine.has(stream));
      const found = new Map(streams.flatMap((stream) => [[stream, mine.get(stream)!] as const]));
      if (missing.length === 0) return found;
      const loaded = await load(missing);
      for (const [stream, names] of loaded) {
        found.set(stream, names);
        mine.set(stream, names);
      }
      if (mine.size > MOST_STREAMS && mine === kept) kept = new Map();
      return found;
    },
    add: (names) => {
      for (const { stream, name, keyed } of names) kept.get(stream)?.set(name, drawnOwner(keyed.person));
    },
    forget: () => {
      kept = new Map();
    },
  };
};

import type { Pool } from 'pg';
import type { Owner } from '#domain';
import type { Append, Appended, EventStore } from '../event-store.ts';
import type { KnownNames } from './known-names.ts';
import { keepNames, keysFor, type Keyed, type KnownName } from './person-keys.ts';
import { closed, findIn, isPersonal, type Keys } from './personal-texts.ts';

class PersonErasedMeanwhile extends Error {
  override readonly name = 'PersonErasedMeanwhile';
}

const NO_SUCH_PERSON = '23503'; // their names hang on a key that is gone
const isErasedMeanwhile = (error: unknown): boolean =>
  error instanceof PersonErasedMeanwhile || (error as { readonly code?: string }).code === NO_SUCH_PERSON;

export interface Sealer {
  /** Null where names or keys must be asked for: with what is known the callers of one turn of the loop stay together. */
  readonly atOnce: (append: Append) => Append | null;
  readonly all: (appends: readonly Append[]) => Promise<readonly Append[]>;
  /** Keys and names may be gone. */
  readonly forget: () => void;
}

const MOST_KEYS = 20_000;

/** Seals what is personal in facts before they are stored, each text with its person's key. Most facts hold nothing of the kind and pass as they are. */
export const sealer = (pool: Pool, known: KnownNames): Sealer => {
  let kept = new Map<Owner, Keyed>();

  /** The keys of all these; who has none yet gets one. */
  const keysNow = async (owners: ReadonlySet<Owner>): Promise<Keys> => {
    const mine = kept;
    const missing = [...owners].filter((owner) => !mine.has(owner));
    const found = missing.length === 0 ? new Map<Owner, Keyed>() : await keysFor(pool, missing);
    if (missing.some((owner) => !found.has(owner))) throw new PersonErasedMeanwhile();
    const keys = new Map([...owners].map((owner) => [owner, (mine.get(owner) ?? found.get(owner))!]));
    if (mine.size + found.size > MOST_KEYS) mine.clear();
    for (const [owner, keyed] of found) if (mine.size < MOST_KEYS) mine.set(owner, keyed);
    return keys;
  };
  const seal = async (appends: readonly Append[]): Promise<readonly Append[]> => {
    const personal = appends.filter(isPersonal);
    if (personal.length === 0) return appends;
    const before = await known.of([...new Set(personal.map(({ stream }) => stream))]);
    const found = new Map(personal.map((append) => [append, findIn(append, before.get(append.stream)!)]));
    const owners = new Set([...found.values()].flatMap((one) => [...one.owners]));
    if (owners.size === 0) return appends;
    const keys = await keysNow(owners);
    const told = personal.flatMap((append): readonly KnownName[] => {
      const { stream } = append;
      const one = found.get(append)!;
      return one.told.map((name) => ({ stream, name, keyed: keys.get(one.names.get(name)!)! }));
    });
    await keepNames(pool, told);
    known.add(told);
    return appends.map((append) => {
      const one = found.get(append);
      return one === undefined || one.owners.size === 0 ? append : closed(append, one, keys);
    });
  };
  const forget = (): void => {
    kept = new Map();
    known.forget();
  };
  return {
    forget,
    atOnce: (append) => {
      if (!isPersonal(append)) return append;
      const names = known.now(append.stream);
      if (names === null) return null;
      const one = findIn(append, names);
      if (one.told.length > 0 || [...one.owners].some((owner) => !kept.has(owner))) return null;
      return one.owners.size === 0 ? append : closed(append, one, kept);
    },
    all: async (appends) => {
      try {
        return await seal(appends);
      } catch (error) {
        if (!isErasedMeanwhile(error)) throw error;
        forget();
        return seal(appends); // they are strangers now
      }
    },
  };
};

/** A log that takes facts in the clear, seals what is personal in them, and is read sealed. */
export const sealingStore = (store: EventStore, { atOnce, all }: Sealer): EventStore => {
  const whenAsked = async (append: Append): Promise<Appended> => {
    const [sealed] = await all([append]);
    return store.append(append.stream, append.expected, sealed!.events);
  };
  return {
    ...store,
    append: (stream, expected, events) => {
      const append = { stream, expected, events };
      const sealed = atOnce(append);
      return sealed === null ? whenAsked(append) : store.append(stream, expected, sealed.events);
    },
    appendMany: async (appends) => store.appendMany(await all(appends)),
  };
};

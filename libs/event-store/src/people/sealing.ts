import type { Pool } from 'pg';
import { mayTellOfPeople, sealedAs, treating, type NewEvent, type Owner, type Treat } from '#domain';
import type { Append, Appended, EventStore } from '../event-store.ts';
import { closeBox } from './box.ts';
import type { KnownNames } from './known-names.ts';
import { keepNames, keysFor, type Keyed, type KnownName } from './person-keys.ts';

/** What is to be sealed of an append: its personal texts by owner, and the names that it makes known. */
interface Found {
  readonly owners: Set<Owner>;
  readonly names: Map<string, Owner>; // of the stream, those of this append too
  readonly told: readonly string[]; // that this append makes known
}

const isPersonal = ({ stream, events }: Append): boolean => events.some((fact) => mayTellOfPeople(stream, fact));

/** The personal texts of a stream's facts as `treat` answers them; names told by one fact are known to the next. */
const treated = (stream: string, events: readonly NewEvent[], names: Map<string, Owner>, treat: Treat) => {
  const one = treating(
    stream,
    () => names,
    (owner, text, told) => {
      for (const name of told) if (!names.has(name)) names.set(name, owner);
      return treat(owner, text, told);
    },
  );
  return events.map((fact) => (mayTellOfPeople(stream, fact) ? one(fact) : fact));
};

const findIn = ({ stream, events }: Append, known: ReadonlyMap<string, Owner>): Found => {
  const owners = new Set<Owner>();
  const names = new Map(known);
  treated(stream, events, names, (owner, text) => {
    owners.add(owner);
    return text;
  });
  return { owners, names, told: [...names.keys()].filter((name) => !known.has(name)) };
};

class PersonErasedMeanwhile extends Error {
  override readonly name = 'PersonErasedMeanwhile';
}

const NO_SUCH_PERSON = '23503'; // their names hang on a key that is gone
const isErasedMeanwhile = (error: unknown): boolean =>
  error instanceof PersonErasedMeanwhile || (error as { readonly code?: string }).code === NO_SUCH_PERSON;

type Keys = ReadonlyMap<Owner, Keyed>;

const closed = (append: Append, { names }: Found, keys: Keys): Append => ({
  ...append,
  events: treated(append.stream, append.events, new Map(names), (owner, text) => {
    const { person, key } = keys.get(owner)!;
    return sealedAs(person, closeBox(person, key, text));
  }),
});

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

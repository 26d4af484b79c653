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

/** Seals what is personal in facts before they are stored, each text with its person's key. Most facts hold nothing of the kind and pass as they are. */
export const sealer = (pool: Pool, known: KnownNames) => {
  const seal = async (appends: readonly Append[]): Promise<readonly Append[]> => {
    const personal = appends.filter(isPersonal);
    if (personal.length === 0) return appends;
    const before = await known.of([...new Set(personal.map(({ stream }) => stream))]);
    const found = new Map<Append, Found>();
    const owners = new Set<Owner>();
    for (const append of personal) {
      const one = findIn(append, before.get(append.stream)!);
      found.set(append, one);
      for (const owner of one.owners) owners.add(owner);
    }
    if (owners.size === 0) return appends;
    const keys = await keysFor(pool, [...owners]);
    const keyOf = (owner: Owner): Keyed => {
      const keyed = keys.get(owner);
      if (keyed === undefined) throw new PersonErasedMeanwhile(owner);
      return keyed;
    };
    const told: KnownName[] = [];
    const sealed = appends.map((append) => {
      const one = found.get(append);
      if (one === undefined || one.owners.size === 0) return append;
      const { stream } = append;
      for (const name of one.told) told.push({ stream, name, keyed: keyOf(one.names.get(name)!) });
      const events = treated(stream, append.events, one.names, (owner, text) => {
        const { person, key } = keyOf(owner);
        return sealedAs(person, closeBox(person, key, text));
      });
      return { ...append, events };
    });
    await keepNames(pool, told);
    known.add(told);
    return sealed;
  };
  return async (appends: readonly Append[]): Promise<readonly Append[]> => {
    try {
      return await seal(appends);
    } catch (error) {
      if (!isErasedMeanwhile(error)) throw error;
      known.forget();
      return seal(appends); // they are strangers now
    }
  };
};

class PersonErasedMeanwhile extends Error {
  override readonly name = 'PersonErasedMeanwhile';
}

const NO_SUCH_PERSON = '23503'; // their names hang on a key that is gone
const isErasedMeanwhile = (error: unknown): boolean =>
  error instanceof PersonErasedMeanwhile || (error as { readonly code?: string }).code === NO_SUCH_PERSON;

/** A log that takes facts in the clear, seals what is personal in them, and is read sealed. */
export const sealingStore = (store: EventStore, pool: Pool, known: KnownNames): EventStore => {
  const seal = sealer(pool, known);
  return {
    ...store,
    append: async (stream, expected, events): Promise<Appended> => {
      const append = { stream, expected, events };
      if (!isPersonal(append)) return store.append(stream, expected, events);
      const [sealed] = await seal([append]);
      return store.append(stream, expected, sealed!.events);
    },
    appendMany: async (appends) => store.appendMany(await seal(appends)),
  };
};

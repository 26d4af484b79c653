import { mayTellOfPeople, sealedAs, treating, type NewEvent, type Owner, type Treat } from '#domain';
import type { Append } from '../event-store.ts';
import { closeBox } from './box.ts';
import type { Keyed } from './person-keys.ts';

/** What is to be sealed of an append: its personal texts by owner, and the names that it makes known. */
interface Found {
  readonly owners: Set<Owner>;
  readonly names: Map<string, Owner>; // of the stream, those of this append too
  readonly told: readonly string[]; // that this append makes known
}

/** Whether an append has any place for personal texts. */
export const isPersonal = ({ stream, events }: Append): boolean => events.some((fact) => mayTellOfPeople(stream, fact));

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

/** What an append tells of people. `known`: the names that its stream knows. */
export const findIn = ({ stream, events }: Append, known: ReadonlyMap<string, Owner>): Found => {
  const owners = new Set<Owner>();
  const names = new Map(known);
  treated(stream, events, names, (owner, text) => {
    owners.add(owner);
    return text;
  });
  return { owners, names, told: [...names.keys()].filter((name) => !known.has(name)) };
};

export type Keys = ReadonlyMap<Owner, Keyed>;

/** An append with each personal text closed with its person's key. */
export const closed = (append: Append, { names }: Found, keys: Keys): Append => ({
  ...append,
  events: treated(append.stream, append.events, new Map(names), (owner, text) => {
    const { person, key } = keys.get(owner)!;
    return sealedAs(person, closeBox(person, key, text));
  }),
});

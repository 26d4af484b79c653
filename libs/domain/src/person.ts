/**
 * Who a person is: the login of an account, or the login that the organisation tree foresees for somebody. It is given once, never changed and
 * never given to somebody else, so a fact of ten years ago still names the same person (README, "People").
 */
export type PersonId = string & { readonly brand: 'PersonId' };

/** A person as a project knows them. `id` null: a name as it was written, which is nobody until somebody is assigned. */
export interface Person {
  readonly id: PersonId | null;
  readonly name: string;
}

// STORED FOR EVER, in the facts of projects and matters: a name as it was written, or a person with the name borne on the day of the fact.
export type Named = string | { readonly id: PersonId; readonly name: string };

/** Everybody who can be named by an id, with the name borne today. */
export type People = ReadonlyMap<PersonId, string>;

const MARK = '@';

/** How a form, a script or a file names a person by id: `@zhangsan`. Whatever else is written is a name. */
export const mention = (id: PersonId): string => `${MARK}${id}`;

/** Whether somebody is named by id. */
export const isMention = (written: string): boolean => written.startsWith(MARK);

/** What was written as a fact says it; null where an id is written that nobody has. */
export const namedIn = (people: People, written: string): Named | null => {
  if (!isMention(written)) return written;
  const id = written.slice(MARK.length) as PersonId;
  const name = people.get(id);
  return name === undefined ? null : { id, name };
};

export const personOf = (named: Named): Person => (typeof named === 'string' ? { id: null, name: named } : named);

/** Each of them once, in their order. */
export const distinct = (people: readonly Person[]): readonly Person[] =>
  people.filter((one, index) => people.findIndex((other) => isSameNamed(one, other)) === index);

/** Two names are never the same person; an id is, whatever it is called today. A name written again is the same fact. */
export const isSameNamed = (a: Named | Person | null, b: Named | Person | null): boolean => {
  if (a === null || b === null) return a === b;
  const [one, other] = [typeof a === 'string' ? personOf(a) : a, typeof b === 'string' ? personOf(b) : b];
  return one.id === null ? other.id === null && one.name === other.name : one.id === other.id;
};

import { open, replaceContacts, seal, storedContact, storedContacts, type SealingKey } from '#channels';
import { inTransaction, type Pool } from '#database';
import type { Actor, Addressee, People, PersonId } from '#domain';
import { refused } from '../refusals.ts';
import { rememberSetting } from './setting-news.ts';

/** A mail address and whose it is. `person`: an id; or a name as it was written, where it was kept by release 0.2, which knew names only. */
export interface Contact {
  readonly person: string;
  readonly name: string;
  readonly email: string;
}

const isBorneBySeveral = (people: People, name: string): boolean =>
  [...people.values()].filter((one) => one === name).length > 1;

/**
 * Under what a person's address is kept: the id; else, as release 0.2 kept it, the name, where nobody else bears it. Null where no address is known:
 * of two people of one name neither gets the other's mail.
 */
export const contactOf = (
  { id, person }: Pick<Addressee, 'id' | 'person'>,
  kept: ReadonlySet<string>,
  people: People,
): string | null => {
  if (id !== undefined && kept.has(id)) return id;
  return person !== null && kept.has(person) && !isBorneBySeveral(people, person) ? person : null;
};

export interface Contacts {
  readonly emailOf: (person: string) => Promise<string | null>;
  readonly all: (people: People) => Promise<readonly Contact[]>;
  /** For whom there is an address. */
  readonly kept: () => Promise<ReadonlySet<string>>;
  /** Null: the address is removed. Throws 'person-unknown' for who is neither a person with an id nor kept by name since release 0.2. */
  readonly keep: (person: string, email: string | null, people: People, actor: Actor) => Promise<void>;
}

/** People's mail addresses: personal data, sealed at rest under the installation's key, in no fact of the log. */
export const contacts = (pool: Pool, sealing: () => Promise<SealingKey>, now: () => Date): Contacts => {
  const context = (person: string): string => `contact:${person}`;
  const kept = async (): Promise<ReadonlySet<string>> =>
    new Set((await storedContacts(pool)).map(({ person }) => person));
  return {
    kept,
    emailOf: async (person) => {
      const found = await storedContact(pool, person);
      return found === null ? null : open(found.email, [await sealing()], context(person));
    },
    all: async (people) => {
      const mine = await sealing();
      return (await storedContacts(pool)).map(({ person, email }) => ({
        person,
        name: people.get(person as PersonId) ?? person,
        email: open(email, [mine], context(person)),
      }));
    },
    keep: async (person, email, people, actor) => {
      const name = people.get(person as PersonId);
      if (name === undefined && (email !== null || !(await kept()).has(person)))
        throw refused('person-unknown', 'person');
      const sealed = email === null ? null : seal(email, await sealing(), context(person));
      const alsoKnownAs = name === undefined || isBorneBySeveral(people, name) ? [] : [name]; // what release 0.2 kept of the same person
      await inTransaction(pool, async (tx) => {
        const contact = sealed === null ? null : { person, email: sealed };
        await replaceContacts(tx, [person, ...alsoKnownAs], contact);
        await rememberSetting(tx, actor, now(), 'ContactChanged', { person, reachable: sealed !== null });
      });
    },
  };
};

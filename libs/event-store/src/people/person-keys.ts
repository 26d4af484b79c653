import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#database';
import type { Owner, PersonRef } from '#domain';
import { closeBox, digestOf, drawKey, drawRef, openBox } from './box.ts';

/**
 * The keys of people, apart from the log: who destroys one makes every text unreadable that is sealed with it. A name is kept under its person's own key, so that no table holds it in the clear.
 */
export const personKeyMigration = {
  id: 'event-store-8-person-keys',
  sql: `create table person_key (
    person     text collate "C" primary key,
    owner      bytea not null unique,
    key        bytea not null,
    created_at timestamptz not null default clock_timestamp()
  );
  create table person_name (
    stream text collate "C" not null,
    person text collate "C" not null references person_key on delete cascade,
    name   text not null
  );
  create index person_name_stream on person_name (stream);
  create index person_name_person on person_name (person)`,
} as const;

export const PEOPLE_CHANNEL = 'luodi_people';

/** A person with the key to their texts. */
export interface Keyed {
  readonly person: PersonRef;
  readonly key: Buffer;
}

interface KeyRow {
  readonly person: PersonRef;
  readonly owner: Buffer;
  readonly key: Buffer;
}

const DRAWN = 'ref ';

/** Somebody for whom a reference was drawn before. */
export const drawnOwner = (person: PersonRef): Owner => `${DRAWN}${person}`;

/** The people of these owners; who is new gets a reference and a key, committed before anything is sealed with it. Who was erased meanwhile is missing. */
export const keysFor = async (pool: Pool, owners: readonly Owner[]): Promise<ReadonlyMap<Owner, Keyed>> => {
  const drawn = owners.filter((owner) => owner.startsWith(DRAWN));
  const [known, found] = await Promise.all([
    drawn.length === 0
      ? new Map<PersonRef, Buffer>()
      : keysOf(
          pool,
          drawn.map((owner) => owner.slice(DRAWN.length) as PersonRef),
        ),
    keysByDigest(
      pool,
      owners.filter((owner) => !owner.startsWith(DRAWN)),
    ),
  ]);
  for (const [person, key] of known) found.set(drawnOwner(person), { person, key });
  return found;
};

const keysByDigest = async (pool: Pool, owners: readonly Owner[]): Promise<Map<Owner, Keyed>> => {
  const byDigest = new Map(owners.map((owner) => [digestOf(owner).toString('hex'), owner]));
  const digests = [...byDigest.keys()].map((hex) => Buffer.from(hex, 'hex'));
  const found = new Map<Owner, Keyed>();
  const take = async (): Promise<void> => {
    const { rows } = await pool.query<KeyRow>({
      name: 'luodi-person-keys',
      text: 'select person, owner, key from person_key where owner = any($1::bytea[])',
      values: [digests],
    });
    for (const { person, owner, key } of rows) found.set(byDigest.get(owner.toString('hex'))!, { person, key });
  };
  if (digests.length > 0) await take();
  const missing = digests.filter((digest) => !found.has(byDigest.get(digest.toString('hex'))!));
  if (missing.length === 0) return found;
  await pool.query(
    `insert into person_key (person, owner, key) select * from unnest($1::text[], $2::bytea[], $3::bytea[]) on conflict (owner) do nothing`,
    [missing.map(drawRef), missing, missing.map(drawKey)],
  );
  await take(); // of two who draw at once one is kept
  return found;
};

/** The keys of these people that are still there. */
export const keysOf = async (pool: Pool, people: readonly PersonRef[]): Promise<ReadonlyMap<PersonRef, Buffer>> => {
  const { rows } = await pool.query<KeyRow>({
    name: 'luodi-keys-of',
    text: 'select person, key from person_key where person = any($1::text[])',
    values: [people],
  });
  return new Map(rows.map(({ person, key }) => [person, key]));
};

/** A name by which a stream calls somebody. */
export interface KnownName {
  readonly stream: string;
  readonly name: string;
  readonly keyed: Keyed;
}

interface NameRow {
  readonly stream: string;
  readonly person: PersonRef;
  readonly name: string;
  readonly key: Buffer;
}

const inTheClear = (rows: readonly NameRow[]): readonly KnownName[] =>
  rows.flatMap(({ stream, person, name, key }) => {
    const text = openBox(person, key, name);
    return text === null ? [] : [{ stream, name: text, keyed: { person, key } }];
  });

/** The names that these streams know. */
export const namesIn = async (pool: Pool, streams: readonly string[]): Promise<readonly KnownName[]> => {
  const { rows } = await pool.query<NameRow>({
    name: 'luodi-person-names',
    text: 'select n.stream, n.person, n.name, k.key from person_name n join person_key k using (person) where n.stream = any($1::text[])',
    values: [streams],
  });
  return inTheClear(rows);
};

export const keepNames = async (pool: Pool, names: readonly KnownName[]): Promise<void> => {
  if (names.length === 0) return;
  await pool.query(
    `with kept as (insert into person_name (stream, person, name) select * from unnest($1::text[], $2::text[], $3::text[]))
     select pg_notify('${PEOPLE_CHANNEL}', '')`,
    [
      names.map(({ stream }) => stream),
      names.map(({ keyed: { person } }) => person),
      names.map(({ name, keyed: { person, key } }) => closeBox(person, key, name)),
    ],
  );
};

/** Destroys keys and names, in one transaction with what `remember` writes of it. Answers whose key was there. */
export const destroyKeys = (
  pool: Pool,
  people: readonly PersonRef[],
  remember: (tx: PoolClient, erased: readonly PersonRef[]) => Promise<void>,
): Promise<readonly PersonRef[]> =>
  inTransaction(pool, async (tx) => {
    const { rows } = await tx.query<{ person: PersonRef }>(
      'delete from person_key where person = any($1::text[]) returning person',
      [people],
    );
    const erased = rows.map(({ person }) => person);
    if (erased.length > 0) await remember(tx, erased);
    await tx.query(`select pg_notify('${PEOPLE_CHANNEL}', '')`);
    return erased;
  });

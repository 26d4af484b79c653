import type { ClientBase, Pool } from 'pg';
import type { NewEvent, Owner, RecordedEvent } from '#domain';
import { canonical, hashOf, NO_PREDECESSOR } from '../chain.ts';
import type { Append } from '../event-store.ts';
import { lockAppends } from '../postgres-insert.ts';
import { EVENT_COLUMNS, rawRow, type StoredEvent } from '../postgres-table.ts';
import { knownNames } from './known-names.ts';
import { sealer, type Sealer } from './sealing.ts';

interface Sealing {
  /** What is sealed besides wherever it stands in free words: names and numbers, with whom they are of. */
  readonly also: ReadonlyMap<string, Owner>;
  /** Told of every record, in order: as it was chained, and as it is now. */
  readonly seen: (before: RecordedEvent, now: RecordedEvent) => void;
}

type Tx = Pick<ClientBase, 'query'>;

const PAGE = 1_000;

const newOf = ({ id, event, schemaVersion, meta }: RecordedEvent): NewEvent => ({ id, event, schemaVersion, meta });

/** The facts of a page with what is personal sealed, in their places. */
const sealedIn = async (page: readonly RecordedEvent[], seal: Sealer['all']): Promise<readonly NewEvent[]> => {
  const streams = new Map<string, number[]>();
  for (const [place, { stream }] of page.entries()) streams.set(stream, [...(streams.get(stream) ?? []), place]);
  const appends = [...streams].map(([stream, places]): Append => ({
    stream,
    expected: 'any',
    events: places.map((place) => newOf(page[place]!)),
  }));
  const sealed = new Map((await seal(appends)).map(({ stream, events }) => [stream, events]));
  const facts: NewEvent[] = [];
  for (const [stream, places] of streams)
    for (const [index, place] of places.entries()) facts[place] = sealed.get(stream)![index]!;
  return facts;
};

const isSame = (one: NewEvent, other: NewEvent): boolean =>
  canonical([one.event.data, one.meta]) === canonical([other.event.data, other.meta]);

const UPDATE = `update event e set meta = r.meta, data = r.data, previous_hash = r.previous_hash, hash = r.hash
  from rows from (unnest($1::bigint[]), json_array_elements($2::json), json_array_elements($3::json), unnest($4::bytea[], $5::bytea[])) as r(position, meta, data, previous_hash, hash)
  where e.position = r.position`;

const write = async (tx: Tx, records: readonly RecordedEvent[]): Promise<void> => {
  if (records.length === 0) return;
  await tx.query(UPDATE, [
    records.map(({ position }) => String(position)),
    JSON.stringify(records.map(({ meta }) => ({ ...meta, commandId: undefined }))),
    JSON.stringify(records.map(({ event }) => event.data)),
    records.map(({ previousHash }) => Buffer.from(previousHash, 'hex')),
    records.map(({ hash }) => Buffer.from(hash, 'hex')),
  ]);
};

const sealAll = async (tx: Tx, pool: Pool, { also, seen }: Sealing): Promise<number> => {
  await lockAppends(tx);
  const known = knownNames(pool);
  const { all: seal } = sealer(pool, {
    ...known,
    of: async (streams) =>
      new Map([...(await known.of(streams))].map(([stream, names]) => [stream, new Map([...also, ...names])])),
  });
  const heads = new Map<string, string>();
  let changed = 0;
  for (let after = '0'; ;) {
    const { rows } = await tx.query<StoredEvent>(
      `select ${EVENT_COLUMNS} from event where position > $1 order by position limit ${PAGE}`,
      [after],
    );
    if (rows.length === 0) return changed;
    const page = rows.map(rawRow);
    const facts = await sealedIn(page, seal);
    const anew: RecordedEvent[] = [];
    for (const [place, before] of page.entries()) {
      const fact = facts[place]!;
      const previousHash = heads.get(before.stream) ?? NO_PREDECESSOR;
      const sealed = isSame(fact, before) ? before : { ...before, event: fact.event, meta: fact.meta };
      const content = { ...sealed, previousHash };
      const now =
        sealed === before && previousHash === before.previousHash ? before : { ...content, hash: hashOf(content) };
      if (sealed !== before) changed += 1;
      if (now !== before) anew.push(now);
      heads.set(before.stream, now.hash);
      seen(before, now);
    }
    await write(tx, anew);
    after = rows.at(-1)!.position;
  }
};

/**
 * Seals what the records of a log in PostgreSQL tell of people in the clear, and chains every record of such a stream anew, in one transaction over this connection, with what `remember` writes of it where
 * anything was sealed. Places, instants, ids and all else stay. Keys are committed before, which is harmless where the transaction is not. Answers how many facts were sealed.
 */
export const sealOldRecords = async (
  tx: Tx,
  pool: Pool,
  sealing: Sealing,
  remember: (sealed: number) => Promise<void>,
): Promise<number> => {
  await tx.query('begin');
  try {
    const sealed = await sealAll(tx, pool, sealing);
    if (sealed > 0) await remember(sealed);
    await tx.query('commit');
    return sealed;
  } catch (error) {
    await tx.query('rollback').catch(() => undefined); // the connection may be the error
    throw error;
  }
};

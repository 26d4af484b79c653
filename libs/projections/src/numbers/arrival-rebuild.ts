import type { Pool } from 'pg';
import { inTransaction, oneProcessAtATime } from '#database';
import { PROJECT_STREAMS } from '#domain';
import type { EventStore } from '#event-store';
import { NEXT_ERA } from '../projects/standing.ts';
import { arrivalChanges } from './arrival-changes.ts';
import { arrivalModel, arrivalsAt } from './arrival-model.ts';
import {
  ARRIVAL_MODEL_VERSION,
  ARRIVAL_TABLE,
  arrivalVersions,
  insertVersions,
  VERSION_NAMES,
  type ArrivalVersion,
} from './arrival-table.ts';

const NEXT = 'arrival_next';
const ROWS_A_WRITE = 5_000;

interface ArrivalsRebuilt {
  readonly name: 'arrival';
  readonly events: number;
  readonly seconds: number;
  readonly differences: number;
}

/** Folds the arrivals of every project up to a position into the table beside the one that serves; answers how many facts were read. */
const fill = async (pool: Pool, store: EventStore, upTo: bigint): Promise<number> => {
  await inTransaction(pool, async (tx) => {
    await tx.query(`drop table if exists ${NEXT}`);
    await tx.query(`create table ${NEXT} (like ${ARRIVAL_TABLE} including all)`);
  });
  let events = 0;
  let rows: ArrivalVersion[] = [];
  const flush = async (): Promise<void> => {
    const some = rows;
    rows = [];
    await insertVersions(pool, NEXT, some);
  };
  for await (const history of store.readByStream(PROJECT_STREAMS, upTo)) {
    events += history.length;
    rows.push(...arrivalVersions(arrivalChanges(history, 0, new Map())));
    if (rows.length >= ROWS_A_WRITE) await flush();
  }
  await flush();
  return events;
};

/** Compares and puts the new rows in place of the old ones, where those stand at `position`; null where they have gone on meanwhile. */
const replace = (pool: Pool, position: bigint): Promise<number | null> =>
  inTransaction(pool, async (tx) => {
    if ((await arrivalsAt(tx, 'for update')).position !== position) return null;
    const { rows } = await tx.query<{ differences: string }>(
      `select count(*) as differences from (
         (select ${VERSION_NAMES} from ${ARRIVAL_TABLE} except all select ${VERSION_NAMES} from ${NEXT})
         union all
         (select ${VERSION_NAMES} from ${NEXT} except all select ${VERSION_NAMES} from ${ARRIVAL_TABLE})
       ) d`,
    );
    await tx.query(`delete from ${ARRIVAL_TABLE}`);
    await tx.query(`insert into ${ARRIVAL_TABLE} (${VERSION_NAMES}) select ${VERSION_NAMES} from ${NEXT}`);
    await tx.query(`drop table ${NEXT}`);
    await tx.query(
      `update projection_checkpoint set version = ${ARRIVAL_MODEL_VERSION}, edition = ${NEXT_ERA} where name = 'arrival'`,
    );
    return Number(rows[0]!.differences);
  });

const layAnew = async (pool: Pool, store: EventStore): Promise<ArrivalsRebuilt> => {
  const began = Date.now();
  for (;;) {
    const position = await arrivalModel(pool, store).catchUp();
    const events = await fill(pool, store, position);
    const differences = await replace(pool, position);
    if (differences !== null) return { name: 'arrival', events, seconds: (Date.now() - began) / 1000, differences };
  }
};

/** Folds all arrivals anew from the log, beside those that serve, counts the rows that differ, and puts them in their place. */
export const rebuildArrivals = (pool: Pool, store: EventStore): Promise<ArrivalsRebuilt> =>
  oneProcessAtATime(pool, 'arrivals are laid anew', () => layAnew(pool, store));

/** The same where another release laid them; null where it did not. */
export const renewArrivals = (pool: Pool, store: EventStore): Promise<ArrivalsRebuilt | null> =>
  oneProcessAtATime(pool, 'arrivals are laid anew', async () =>
    (await arrivalsAt(pool)).version === ARRIVAL_MODEL_VERSION ? null : layAnew(pool, store),
  );

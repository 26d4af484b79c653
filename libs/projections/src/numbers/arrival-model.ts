import { PROJECT_STREAMS } from '#domain';
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#database';
import { sharedRun, type EventStore } from '#event-store';
import { readTransactions } from '../transactions.ts';
import { upToHead } from '../up-to-head.ts';
import { changesOfPage } from './arrival-changes.ts';
import { applyArrivals, ARRIVAL_TABLE, arrivalsKnown } from './arrival-table.ts';

const PAGE = 1_000;

const reachedBy = async (on: Pool | PoolClient, lock: '' | 'for update' = ''): Promise<bigint> => {
  const { rows } = await on.query<{ position: string }>(
    `select position from projection_checkpoint where name = 'arrival' ${lock}`,
  );
  return BigInt(rows[0]!.position);
};

interface ArrivalModel {
  /** Applies every fact recorded so far; answers the position it now stands at. */
  readonly catchUp: () => Promise<bigint>;
}

/** Arrivals as facts that can be counted, kept up to date from the log. What changes is found out before the transaction, as for projects. */
export const arrivalModel = (pool: Pool, store: EventStore): ArrivalModel => {
  /** Answers where the model then stands. */
  const step = async (head: bigint): Promise<bigint> => {
    const at = await reachedBy(pool);
    if (head <= at) return at;
    const { events: page, more } = await readTransactions(store, at, PAGE, PROJECT_STREAMS);
    const changes = await changesOfPage(store, page, (ids) => arrivalsKnown(pool, ids));
    const last = page.at(-1)?.position ?? head;
    const reached = !more && last < head ? head : last; // what follows up to the head tells of other things
    return inTransaction(pool, async (tx) => {
      if ((await reachedBy(tx, 'for update')) !== at) return at; // another process was first: look again
      await applyArrivals(tx, ARRIVAL_TABLE, changes);
      await tx.query(`update projection_checkpoint set position = $1, edition = edition + $2 where name = 'arrival'`, [
        String(reached),
        changes.length > 0 ? 1 : 0,
      ]);
      return reached;
    });
  };
  return { catchUp: sharedRun(() => upToHead(store, step)) };
};

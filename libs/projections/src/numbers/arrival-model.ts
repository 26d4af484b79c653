import { PROJECT_STREAMS } from '#domain';
import type { Pool, PoolClient } from 'pg';
import { inRenewable } from '#database';
import { sharedRun, type EventStore } from '#event-store';
import { editionAt } from '../projects/standing.ts';
import { readTransactions } from '../transactions.ts';
import { upToHead } from '../up-to-head.ts';
import { changesOfPage } from './arrival-changes.ts';
import { applyArrivals, ARRIVAL_TABLE, arrivalsKnown } from './arrival-table.ts';

const PAGE = 1_000;

/** Up to which position the arrivals are laid, and by which version of the model; `lock`: nobody moves that before this transaction ends. */
export const arrivalsAt = async (
  on: Pool | PoolClient,
  lock: '' | 'for update' = '',
): Promise<{ readonly position: bigint; readonly version: number }> => {
  const { rows } = await on.query<{ position: string; version: number }>(
    `select position, version from projection_checkpoint where name = 'arrival' ${lock}`,
  );
  return { position: BigInt(rows[0]!.position), version: rows[0]!.version };
};

interface ArrivalModel {
  /** Applies every fact recorded so far; answers the position it now stands at. */
  readonly catchUp: () => Promise<bigint>;
}

/** Arrivals as facts that can be counted, kept up to date from the log. What changes is found out before the transaction, as for projects. */
export const arrivalModel = (pool: Pool, store: EventStore): ArrivalModel => {
  /** Answers where the model then stands. */
  const step = async (head: bigint): Promise<bigint> => {
    const { position: at } = await arrivalsAt(pool);
    if (head <= at) return at;
    const { events: page, more } = await readTransactions(store, at, PAGE, PROJECT_STREAMS);
    const changes = await changesOfPage(store, page, (ids) => arrivalsKnown(pool, ids));
    const last = page.at(-1)?.position ?? head;
    const reached = !more && last < head ? head : last; // what follows up to the head tells of other things
    return inRenewable(pool, async (tx) => {
      if ((await arrivalsAt(tx, 'for update')).position !== at) return at; // another process was first: look again
      await applyArrivals(tx, ARRIVAL_TABLE, changes);
      await tx.query(
        `update projection_checkpoint set position = $1, edition = case when $2 then ${editionAt('$1')} else edition end where name = 'arrival'`,
        [String(reached), changes.length > 0],
      );
      return reached;
    });
  };
  return { catchUp: sharedRun(() => upToHead(store, step)) };
};

import { createHash } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { PROJECT_STREAMS, type Rules } from '#domain';
import { keptLately, sharedRun, type EventStore } from '#event-store';
import { readTransactions } from '../transactions.ts';
import { upToHead } from '../up-to-head.ts';
import { layPage, projectsAside } from './lay-page.ts';
import { changesOf, type Timelines } from './page-changes.ts';
import { editionAt } from './standing.ts';
import { CREATE_GRAMS, createTables, indexesOf, PROJECT_MODEL_VERSION, SERVING } from './project-table.ts';

const PAGE = 1000;
const KEPT_BYTES = 32_000_000; // of projects that are worked on now; the others are read again from the log

const TABLE_SQL = [CREATE_GRAMS, ...createTables(SERVING), ...indexesOf(SERVING)].join(';\n');
const shapeOf = (sql: string): string => createHash('sha256').update(sql).digest('hex').slice(0, 12);

/** Tables of the read models' own bookkeeping and of the project model. */
export const projectMigrations = [
  {
    // The rows follow from the log, and the step is named after their shape: other columns or indexes drop the table, and the next start folds it again.
    id: `projections-project-${shapeOf(TABLE_SQL)}`,
    sql: [
      `create table if not exists projection_checkpoint (name text primary key, version integer not null, rules text not null, position bigint not null)`,
      `drop table if exists ${SERVING.listed}, ${SERVING.counted}`,
      TABLE_SQL,
      `insert into projection_checkpoint (name, version, rules, position) values ('project', ${PROJECT_MODEL_VERSION}, '', 0) on conflict (name) do update set version = excluded.version, rules = '', position = 0`,
    ].join(';\n'),
  },
  {
    id: 'projections-2-edition',
    sql: 'alter table projection_checkpoint add column edition bigint not null default 0',
  },
] as const;

export interface ProjectModel {
  /** Applies every event recorded so far; answers the position it now stands at. */
  readonly catchUp: () => Promise<bigint>;
  /** The position at which it stands, whoever brought it there. */
  readonly standsAt: () => Promise<bigint>;
}

/** How far the model has come, and what it was laid by. */
export interface Checkpoint {
  readonly position: bigint;
  readonly version: number;
  readonly rules: string;
}

/** The checkpoint; `lock`: for this transaction, so that nobody moves or swaps the model meanwhile. */
export const readCheckpoint = async (on: Pool | PoolClient, lock: '' | 'for update' = ''): Promise<Checkpoint> => {
  const { rows } = await on.query<{ position: string; version: number; rules: string }>(
    `select position, version, rules from projection_checkpoint where name = 'project' ${lock}`,
  );
  return { position: BigInt(rows[0]!.position), version: rows[0]!.version, rules: rows[0]!.rules };
};

const isSame = (a: Checkpoint, b: Checkpoint): boolean =>
  a.position === b.position && a.version === b.version && a.rules === b.rules;

const moveCheckpoint = (tx: PoolClient, position: bigint, rules: string, isEdition: boolean): Promise<unknown> =>
  tx.query(
    `update projection_checkpoint set position = $1, rules = $2, edition = case when $3 then ${editionAt('$1')} else edition end where name = 'project'`,
    [String(position), rules, isEdition],
  );

/**
 * The project read model, kept up to date from the log. What new facts change is found out first, holding nothing; the transaction that
 * then changes the rows moves the checkpoint, and does neither where another process has moved it meanwhile.
 */
export const projectModel = (pool: Pool, store: EventStore, rulesNow: () => Promise<Rules>): ProjectModel => {
  const timelines: Timelines = keptLately(KEPT_BYTES);
  let foldedUnder = '';

  /** Answers where the model then stands. */
  const step = async (head: bigint): Promise<bigint> => {
    const at = await readCheckpoint(pool);
    if (head <= at.position) return at.position;
    const rules = await rulesNow();
    if (foldedUnder !== rules.id) {
      timelines.clear();
      foldedUnder = rules.id;
    }
    const { events, more } = await readTransactions(store, at.position, PAGE, PROJECT_STREAMS);
    const page = await changesOf(store, events, rules, timelines, await projectsAside(pool));
    const last = events.at(-1)?.position ?? head;
    const reached = !more && last < head ? head : last; // what follows up to the head tells of other things
    let standsAt = at.position;
    const refused = await layPage(pool, page, async (tx, lay) => {
      if (!isSame(at, await readCheckpoint(tx, 'for update'))) return; // another process was first: look again
      await lay();
      await moveCheckpoint(tx, reached, at.position === 0n ? rules.id : at.rules, events.length > 0);
      standsAt = reached;
    });
    for (const { stream } of refused) timelines.take(stream);
    return standsAt;
  };

  return {
    standsAt: async () => (await readCheckpoint(pool)).position,
    catchUp: sharedRun(() => upToHead(store, step)),
  };
};

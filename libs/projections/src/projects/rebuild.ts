import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '#database';
import type { Rules } from '#domain';
import type { EventStore } from '#event-store';
import { changesOf, factOf, lockCheckpoint, projectIdOf, PROJECT_STREAMS, PROJECT_TABLE } from './project-model.ts';
import {
  applyChanges,
  copyRows,
  createIndexes,
  createTable,
  LATEST,
  PROJECT_MODEL_VERSION,
  type RowVersion,
} from './project-table.ts';
import { extend, NO_TIMELINE } from './timeline.ts';
import { byTransaction, readTransactions } from '../transactions.ts';

export interface Rebuilt {
  readonly name: 'project';
  readonly events: number;
  readonly seconds: number;
  /** Rows that the old model had otherwise, or the new one has otherwise. */ readonly differences: number;
}

const NEXT_TABLE = `${PROJECT_TABLE}_next`;
const ROWS_A_WRITE = 500;

/** Every version of every row of one project, from its whole history. */
const versionsOf = (
  stream: string,
  events: Parameters<typeof byTransaction>[0],
  rules: Rules,
): readonly RowVersion[] => {
  const projectId = projectIdOf(stream);
  const open = new Map<string, RowVersion>();
  const done: RowVersion[] = [];
  let timeline = NO_TIMELINE;
  for (const together of byTransaction(events)) {
    const next = extend(timeline, together.map(factOf), rules);
    timeline = next.timeline;
    const position = together.at(-1)!.position;
    for (const day of next.change.close) {
      done.push({ ...open.get(day)!, toPos: position });
      open.delete(day);
    }
    for (const span of next.change.open) open.set(span.from, { projectId, span, fromPos: position, toPos: LATEST });
  }
  return [...done, ...open.values()];
};

/** Folds the log up to `upTo` into `table`, one project at a time: memory does not grow with the log. */
export const fill = async (
  tx: PoolClient,
  store: EventStore,
  rules: Rules,
  table: string,
  upTo: bigint,
  onProgress?: (events: number) => void,
): Promise<number> => {
  const writer = copyRows(tx, table);
  let waiting: RowVersion[] = [];
  let count = 0;
  for await (const events of store.readByStream(PROJECT_STREAMS, upTo)) {
    count += events.length;
    waiting.push(...versionsOf(events[0]!.stream, events, rules));
    if (waiting.length < ROWS_A_WRITE) continue;
    await writer.write(waiting);
    waiting = [];
    onProgress?.(count);
  }
  await writer.write(waiting);
  await writer.end();
  return count;
};

const differing = async (tx: PoolClient): Promise<number> => {
  const { rows } = await tx.query<{ differences: string }>(
    `select count(*) as differences from ((table ${PROJECT_TABLE} except table ${NEXT_TABLE}) union all (table ${NEXT_TABLE} except table ${PROJECT_TABLE})) as d`,
  );
  return Number(rows[0]!.differences);
};

/**
 * Builds the model anew beside the one that serves, brings it up to the same position, compares, and swaps. Readers go on reading the old
 * one until the swap; nothing is sent and nothing else is written meanwhile.
 */
export const rebuildProjects = async (
  pool: Pool,
  store: EventStore,
  rules: Rules,
  onProgress?: (events: number) => void,
): Promise<Rebuilt> => {
  const began = Date.now();
  const upTo = await store.head();
  await inTransaction(pool, async (tx) => {
    await tx.query(`drop table if exists ${NEXT_TABLE}`);
    await tx.query(createTable(NEXT_TABLE));
  });
  const events = await inTransaction(pool, (tx) => fill(tx, store, rules, NEXT_TABLE, upTo, onProgress));
  for (const index of createIndexes(NEXT_TABLE)) await pool.query(index);
  const differences = await inTransaction(pool, async (tx) => {
    const { position, version, rules: builtUnder } = await lockCheckpoint(tx); // from here the old model stands still
    let reached = upTo;
    for (;;) {
      // what was recorded while we filled
      const news = (await readTransactions(store, reached, 1000, PROJECT_STREAMS)).filter(
        (event) => event.position <= position,
      );
      if (news.length === 0) break;
      await applyChanges(tx, NEXT_TABLE, await changesOf(store, news, rules, new Map()));
      reached = news.at(-1)!.position;
    }
    const alike = version === PROJECT_MODEL_VERSION && builtUnder === rules.id && position >= upTo; // another release's model, or one under other rules, is meant to differ
    const count = alike ? await differing(tx) : 0;
    await tx.query(`drop table ${PROJECT_TABLE}`);
    await tx.query(`alter table ${NEXT_TABLE} rename to ${PROJECT_TABLE}`);
    const { rows } = await tx.query<{ name: string }>(
      `select indexname as name from pg_indexes where tablename = '${PROJECT_TABLE}'`,
    );
    for (const { name } of rows)
      await tx.query(`alter index ${name} rename to ${name.replace(NEXT_TABLE, PROJECT_TABLE)}`);
    await tx.query(
      `update projection_checkpoint set version = $1, rules = $2, position = greatest(position, $3) where name = 'project'`,
      [PROJECT_MODEL_VERSION, rules.id, String(upTo)],
    );
    return count;
  });
  await pool.query(`vacuum (analyze) ${PROJECT_TABLE}`); // until then a page found in an index must look at every row it passes
  return { name: 'project', events, seconds: (Date.now() - began) / 1000, differences };
};

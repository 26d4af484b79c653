import type { Pool, PoolClient } from 'pg';
import { inTransaction, oneProcessAtATime } from '#database';
import { PROJECT_STREAMS, type Rules } from '#domain';
import { keptLately, setAside, writeAside, type EventStore, type SetAside } from '#event-store';
import { readCheckpoint } from './project-model.ts';
import { NEXT_ERA } from './standing.ts';
import { changesOf } from './page-changes.ts';
import {
  applyChanges,
  createTables,
  indexesOf,
  PROJECT_MODEL_VERSION,
  SERVING,
  type ProjectTables,
} from './project-table.ts';
import { fill } from './fill.ts';
import { readTransactions } from '../transactions.ts';

export interface Rebuilt {
  readonly name: 'project';
  readonly events: number;
  readonly seconds: number;
  /** Rows that the old model had otherwise, or the new one has otherwise. */ readonly differences: number;
}

const NEXT: ProjectTables = { listed: `${SERVING.listed}_next`, counted: `${SERVING.counted}_next` };
const TABLES = ['listed', 'counted'] as const satisfies readonly (keyof ProjectTables)[];
const PAGE = 1_000;

/** What was recorded after `from`, up to `to`, laid too. */
const followOn = async (
  pool: Pool,
  store: EventStore,
  rules: Rules,
  from: bigint,
  to: bigint,
  aside: Map<string, SetAside>,
): Promise<void> => {
  let reached = from;
  while (reached < to) {
    const { events } = await readTransactions(store, reached, PAGE, PROJECT_STREAMS);
    const news = events.filter(({ position }) => position <= to);
    if (news.length === 0) return;
    const page = await changesOf(store, news, rules, keptLately(0), new Set(aside.keys()));
    await inTransaction(pool, (tx) => applyChanges(tx, NEXT, page.changes));
    for (const stream of page.aside.back) aside.delete(stream);
    for (const one of page.aside.add) if (!aside.has(one.stream)) aside.set(one.stream, one);
    reached = news.at(-1)!.position;
  }
};

const differing = async (tx: PoolClient): Promise<number> => {
  let differences = 0;
  for (const table of TABLES) {
    const [serving, next] = [SERVING[table], NEXT[table]];
    const { rows } = await tx.query<{ differences: string }>(
      `select count(*) as differences from (
         (table ${serving} except table ${next})
         union all
         (table ${next} except table ${serving})
       ) as d`,
    );
    differences += Number(rows[0]!.differences);
  }
  return differences;
};

/** The new tables in place of the old ones, with their parts and indexes, at the same position. */
const swap = async (tx: PoolClient, rules: Rules, position: bigint, aside: readonly SetAside[]): Promise<void> => {
  await tx.query(`drop table if exists ${SERVING.listed}, ${SERVING.counted}`);
  for (const table of TABLES) {
    const { rows } = await tx.query<{ name: string; kind: 'table' | 'index' }>(
      `select relname as name, case when relkind in ('i', 'I') then 'index' else 'table' end as kind
       from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p', 'i', 'I') and starts_with(relname, $1)`,
      [NEXT[table]],
    );
    for (const { name, kind } of rows)
      await tx.query(`alter ${kind} ${name} rename to ${name.replace(NEXT[table], SERVING[table])}`);
  }
  await writeAside(tx, 'project', { add: aside, back: (await setAside(tx, 'project')).map(({ stream }) => stream) });
  await tx.query(
    `update projection_checkpoint set version = $1, rules = $2, position = $3, edition = ${NEXT_ERA} where name = 'project'`,
    [PROJECT_MODEL_VERSION, rules.id, String(position)],
  );
};

/** Compares and swaps where the model that serves stands at `position`; null where it has gone on meanwhile. */
const swapAt = (
  pool: Pool,
  rules: Rules,
  { position, head }: { readonly position: bigint; readonly head: bigint },
  aside: readonly SetAside[],
): Promise<number | null> =>
  inTransaction(pool, async (tx) => {
    const serving = await readCheckpoint(tx, 'for update'); // from here the old model stands still
    if (serving.position > position && serving.position <= head) return null; // past the head: the log was cut short
    const alike =
      serving.position === position && serving.version === PROJECT_MODEL_VERSION && serving.rules === rules.id;
    const differences = alike ? await differing(tx) : 0; // another release's model, or one under other rules, is meant to differ
    await swap(tx, rules, position, aside);
    return differences;
  });

const layAnew = async (
  pool: Pool,
  store: EventStore,
  rules: Rules,
  onProgress?: (events: number) => void,
): Promise<Rebuilt> => {
  const began = Date.now();
  let reached = await store.head();
  await inTransaction(pool, async (tx) => {
    await tx.query(`drop table if exists ${NEXT.listed}, ${NEXT.counted}`);
    for (const create of createTables(NEXT)) await tx.query(create);
  });
  const filled = await fill(pool, store, rules, reached, { tables: NEXT, onProgress });
  const aside = new Map(filled.aside.map((one) => [one.stream, one]));
  for (const index of indexesOf(NEXT)) await pool.query(index);
  await pool.query(`analyze ${NEXT.listed}`); // its first questions are planned as well as its last
  for (;;) {
    const [{ position }, head] = [await readCheckpoint(pool), await store.head()];
    if (position > reached && position <= head) {
      await followOn(pool, store, rules, reached, position, aside);
      reached = position;
    }
    const differences = await swapAt(pool, rules, { position: reached, head }, [...aside.values()]);
    if (differences === null) continue;
    await pool.query(`vacuum (analyze) ${SERVING.listed}, ${SERVING.counted}`); // until then a page found in an index must look at every row it passes
    return { name: 'project', events: filled.events, seconds: (Date.now() - began) / 1000, differences };
  }
};

/**
 * Builds the model anew beside the one that serves, brings it up to the same position, compares, and swaps. Readers go on reading the old
 * one until the swap; nothing is sent and nothing else is written meanwhile. Of two who rebuild at once the second waits for the first.
 */
export const rebuildProjects = (
  pool: Pool,
  store: EventStore,
  rules: () => Promise<Rules>,
  onProgress?: (events: number) => void,
): Promise<Rebuilt> =>
  oneProcessAtATime(pool, 'projects are laid anew', async () => layAnew(pool, store, await rules(), onProgress));

/** The same where the model was laid by another release or under other rules than those published now; null where it was not. */
export const renewProjects = (pool: Pool, store: EventStore, rules: () => Promise<Rules>): Promise<Rebuilt | null> =>
  oneProcessAtATime(pool, 'projects are laid anew', async () => {
    const [built, now] = [await readCheckpoint(pool), await rules()];
    const isCurrent = built.version === PROJECT_MODEL_VERSION && (built.rules === now.id || built.position === 0n);
    return isCurrent ? null : layAnew(pool, store, now);
  });

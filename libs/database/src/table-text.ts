import type { Readable, Writable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

/** Every table of ours, by name. One that lies in parts is one. */
export const tablesOf = async (db: Pool | PoolClient): Promise<readonly string[]> => {
  const { rows } = await db.query<{ name: string }>(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition order by relname`,
  );
  return rows.map(({ name }) => name);
};

/** The columns of a table that hold something of their own, in order. */
export const columnsOf = async (tx: PoolClient, table: string): Promise<readonly string[]> => {
  const { rows } = await tx.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
};

/** The rows of a table as text, a line each (PostgreSQL, COPY, text format). */
export const tableOut = (tx: PoolClient, table: string, columns: readonly string[]): Readable =>
  tx.query(copyTo(`copy "${table}" (${quoted(columns)}) to stdout`));

/** Takes such text in. */
export const tableIn = (tx: PoolClient, table: string, columns: readonly string[]): Writable =>
  tx.query(copyFrom(`copy "${table}" (${quoted(columns)}) from stdin`));

/** The last number that each sequence gave; those that have given none are left out. */
export const sequencesOf = async (tx: PoolClient): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await tx.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences where schemaname = 'public' and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
};

/** Lets a sequence go on after `last`. */
export const setSequence = async (tx: PoolClient, name: string, last: string): Promise<void> => {
  await tx.query('select setval($1::regclass, $2::bigint)', [`"${name}"`, last]);
};

/** The steps of the tables that were laid, in order. */
export const migrationsLaid = async (tx: PoolClient): Promise<readonly string[]> =>
  (await tx.query<{ id: string }>('select id from migration order by applied_at, id')).rows.map(({ id }) => id);

/** Whether a table holds anything. */
export const holdsRows = async (tx: PoolClient | Pool, table: string): Promise<boolean> =>
  (await tx.query<{ held: boolean }>(`select exists (select from "${table}") as held`)).rows[0]!.held;

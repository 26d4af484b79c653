import type { Pool } from 'pg';

/** Columns of a table that are written, in their order. */
const columnsOf = async (pool: Pool, table: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map(({ name }) => name);
};

/** The work, with the table's plain indexes laid only after it: many rows are then sorted once and not one by one. */
const beforeIndexes = async (pool: Pool, table: string, work: () => Promise<void>): Promise<void> => {
  const { rows } = await pool.query<{ name: string; sql: string }>(
    `select indexrelid::regclass as name, pg_get_indexdef(indexrelid) as sql from pg_index
     where indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = indexrelid)`,
    [table],
  );
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  await work();
  // The definition of an index on partitions says ONLY, and would leave every partition without one.
  for (const { sql } of rows) await pool.query(sql.replace(' ON ONLY ', ' ON '));
};

/**
 * Each row of a table `times` times more, `changed` in these columns (SQL over the row and `copy`, the number of the copy). So a bench stands on as many rows as a
 * large bureau has, of which a part was laid by the product; it measures reading, and says nothing of writing.
 */
export const copyRows = async (
  pool: Pool,
  table: string,
  times: number,
  changed: Readonly<Record<string, string>>,
): Promise<void> => {
  if (times < 1) return;
  const columns = await columnsOf(pool, table);
  const values = columns.map((name) => changed[name] ?? `row.${name}`);
  await beforeIndexes(pool, table, async () => {
    await pool.query(
      `insert into ${table} (${columns.join(', ')}) select ${values.join(', ')} from ${table} row cross join generate_series(1, ${times}) as copy`,
    );
  });
};

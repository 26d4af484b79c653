import pg, { type Pool } from 'pg';

/** Whether the database answers. Rejects where it does not. */
export const answers = async (pool: Pool): Promise<void> => {
  await pool.query('select 1');
};

/** What the server is set to, as it says it itself: `on`, `UTF8`, `18.1`. */
export const settingOf = async (pool: Pool, name: string): Promise<string> => {
  const { rows } = await pool.query<{ value: string }>('select current_setting($1) as value', [name]);
  return rows[0]!.value;
};

/** A database that is not there: for who only reads off what there would be to ask. */
export const noDatabase = (): Pool => new pg.Pool();

import type { Pool } from 'pg';

/** The people's names behind these logins, as they are called today. A login that no account has, such as a process’s, is left out. */
export const accountNames = async (pool: Pool, logins: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (logins.length === 0) return new Map();
  const { rows } = await pool.query<{ login: string; name: string }>({
    name: 'luodi-account-names',
    text: 'select l.login, a.name from unnest($1::text[]) as l(login) join account a on lower(a.user_name) = lower(l.login)',
    values: [logins],
  });
  return new Map(rows.map(({ login, name }) => [login, name]));
};

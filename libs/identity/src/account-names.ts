import type { Pool } from 'pg';
import type { People, PersonId } from '#domain';

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

/** Everybody who has an account, disabled ones too: what they did and hold goes on naming them. */
export const accountHolders = async (pool: Pool): Promise<People> => {
  const { rows } = await pool.query<{ login: PersonId; name: string }>({
    name: 'luodi-account-holders',
    text: 'select user_name as login, name from account',
  });
  return new Map(rows.map(({ login, name }) => [login, name]));
};

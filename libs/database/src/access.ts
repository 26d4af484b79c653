import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import pg from 'pg';

/** How to reach the embedded database; kept in the data folder, readable by its owner only. */
export interface Access {
  readonly port: number;
  readonly password: string;
}

export const urlOf = ({ port, password }: Access): string => `postgres://luodi:${password}@127.0.0.1:${port}/postgres`;

export type Reply = 'ready' | 'busy' | 'gone';

/** What stands at the known port: our database ready for work, ours but starting, stopping or overloaded, or nothing of ours. */
export const ask = async (access: Access): Promise<Reply> => {
  const client = new pg.Client({ connectionString: urlOf(access), connectionTimeoutMillis: 3000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return 'ready';
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (code === '53300') return 'ready'; // too many connections: it works, for others
    return code === '57P03' || /timeout/i.test(message) ? 'busy' : 'gone';
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** Whether the database of a known access works; one that is starting or recovering is given time. */
export const answers = async (access: Access): Promise<boolean> => {
  for (let tries = 0; tries < 40; tries += 1) {
    const reply = await ask(access);
    if (reply !== 'busy') return reply === 'ready';
    await new Promise((later) => {
      setTimeout(later, 250);
    });
  }
  return false;
};

export const readAccess = (file: string): Access | null => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Access;
  } catch {
    return null;
  }
};

export const writeAccess = (file: string, access: Access): void => {
  writeFileSync(`${file}.new`, JSON.stringify(access), { mode: 0o600 });
  renameSync(`${file}.new`, file);
};

/** Whether anybody else works with it. */
export const othersConnected = async (access: Access): Promise<boolean> => {
  const client = new pg.Client({ connectionString: urlOf(access), connectionTimeoutMillis: 3000 });
  try {
    await client.connect();
    const { rows } = await client.query<{ others: string }>(
      `select count(*) as others from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return Number(rows[0]?.others) > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

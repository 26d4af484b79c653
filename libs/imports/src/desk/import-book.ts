import type { Migration, Pool } from '#database';

/** Imports under way and lately over, as all servers of a bureau know them: what they stored is in the log for good. */
export const importBookMigrations: readonly Migration[] = [
  {
    id: 'imports-1-book',
    sql: `create table import_run (
      id         text primary key,
      account    text not null,
      status     json not null,
      over       boolean not null default false,
      result     text,
      stop_asked boolean not null default false,
      began_at   timestamptz not null default clock_timestamp(),
      told_at    timestamptz not null default clock_timestamp()
    )`,
  },
];

interface KeptRun<Status> {
  readonly status: Status;
  readonly over: boolean;
  readonly result: string | null; // name of its result workbook, in the folder of uploads
  readonly silent: boolean; // its server has told nothing for so long that it must have died
}

export interface ImportBook<Status> {
  readonly begin: (id: string, account: string, status: Status) => Promise<void>;
  /** What the server that runs it says of it, at least every few seconds. Answers whether somebody asked, at whatever server, that it stop. */
  readonly tell: (
    id: string,
    now: { readonly status: Status; readonly over: boolean; readonly result: string | null },
  ) => Promise<boolean>;
  /** Null where there is no such import or it is another account's. */
  readonly find: (account: string, id: string) => Promise<KeptRun<Status> | null>;
  readonly askToStop: (account: string, id: string) => Promise<void>;
  /** Forgets those that are over, but for the latest `keep`; answers the names of their result workbooks. */
  readonly forget: (keep: number) => Promise<readonly string[]>;
}

const SILENT_AFTER = '20 seconds';
const OVER = `(over or told_at < clock_timestamp() - interval '1 day')`;

export const importBook = <Status>(pool: Pool): ImportBook<Status> => ({
  begin: async (id, account, status) => {
    await pool.query('insert into import_run (id, account, status) values ($1, $2, $3)', [
      id,
      account,
      JSON.stringify(status),
    ]);
  },
  tell: async (id, { status, over, result }) => {
    const { rows } = await pool.query<{ stop_asked: boolean }>(
      'update import_run set status = $2, over = $3, result = $4, told_at = clock_timestamp() where id = $1 returning stop_asked',
      [id, JSON.stringify(status), over, result],
    );
    return rows[0]?.stop_asked ?? false;
  },
  find: async (account, id) => {
    const { rows } = await pool.query<KeptRun<Status>>(
      `select status, over, result, not over and told_at < clock_timestamp() - interval '${SILENT_AFTER}' as silent
       from import_run where id = $1 and account = $2`,
      [id, account],
    );
    return rows[0] ?? null;
  },
  askToStop: async (account, id) => {
    await pool.query('update import_run set stop_asked = true where id = $1 and account = $2', [id, account]);
  },
  forget: async (keep) => {
    const { rows } = await pool.query<{ result: string | null }>(
      `delete from import_run where ${OVER} and id not in (select id from import_run where ${OVER} order by began_at desc, id limit $1) returning result`,
      [keep],
    );
    return rows.flatMap(({ result }) => result ?? []);
  },
});

import type { Pool } from 'pg';
import type { Migration } from '#database';
import type { Caller } from '#identity';

/** Who looked at what of the past, or at a whole history (libs/audit/README.md, "Looks"). Appended only; nothing in the product changes or deletes it. */
export const lookMigrations: readonly Migration[] = [
  {
    id: 'api-2-look',
    sql: `create table look (
    id bigint generated always as identity primary key, at timestamptz not null, user_name text not null, unit text, what text not null, subject text not null, as_of date, as_known timestamptz)`,
  },
];

export interface Look {
  readonly id: number;
  readonly at: string;
  readonly user: string;
  readonly unit: string | null;
  readonly what: string;
  readonly subject: string;
  readonly asOf: string | null;
  readonly asKnown: string | null;
}

/** What is looked at, and as of when. */
export interface LookedAt {
  readonly what: 'project' | 'history' | 'list';
  readonly subject: string;
  readonly asOf?: string | undefined;
  readonly asKnown?: string | undefined;
}

export const lookAt = (
  what: LookedAt['what'],
  subject: string,
  { asOf, asKnown }: { readonly asOf?: string | undefined; readonly asKnown?: string | undefined },
): LookedAt => ({ what, subject, asOf, asKnown });

export interface Looks {
  readonly record: (caller: Caller, look: LookedAt) => Promise<void>;
  readonly page: (before: number | null, limit: number) => Promise<readonly Look[]>;
}

const iso = (text: string | null): string | null => (text === null ? null : new Date(text).toISOString());

export const looks = (pool: Pool, now: () => Date): Looks => ({
  record: async ({ user, unit }, { what, subject, asOf, asKnown }) => {
    await pool.query(
      'insert into look (at, user_name, unit, what, subject, as_of, as_known) values ($1, $2, $3, $4, $5, $6, $7)',
      [now(), user, unit, what, subject, asOf ?? null, asKnown ?? null],
    );
  },
  page: async (before, limit) => {
    const { rows } = await pool.query<{
      id: string;
      at: string;
      user_name: string;
      unit: string | null;
      what: string;
      subject: string;
      as_of: string | null;
      as_known: string | null;
    }>(
      'select id, at, user_name, unit, what, subject, as_of, as_known from look where $1::bigint is null or id < $1 order by id desc limit $2',
      [before, limit],
    );
    return rows.map(({ id, at, user_name: user, unit, what, subject, as_of: asOf, as_known: asKnown }) => ({
      id: Number(id),
      at: iso(at)!,
      user,
      unit,
      what,
      subject,
      asOf,
      asKnown: iso(asKnown),
    }));
  },
});

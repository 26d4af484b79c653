import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { Unreachable } from './refusals.ts';
import { inTransaction } from './transaction.ts';

/** One step of the tables of a library. Never edited once released: write a new one. */
export interface Migration {
  readonly id: string;
  readonly sql: string;
}

const MIGRATION_LOCK = 7_236_480;

/** Lays the tables: each step once, in order, all or none. Throws Unreachable 'migration-changed' where an applied step reads otherwise now. */
export const migrate = (pool: Pool, migrations: readonly Migration[]): Promise<readonly string[]> =>
  inTransaction(pool, async (tx) => {
    const applied: string[] = [];
    await tx.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await tx.query(
      'create table if not exists migration (id text primary key, digest text not null, applied_at timestamptz not null default now())',
    );
    const { rows } = await tx.query<{ id: string; digest: string }>('select id, digest from migration');
    const known = new Map(rows.map(({ id, digest }) => [id, digest]));
    for (const { id, sql } of migrations) {
      const digest = createHash('sha256').update(sql).digest('hex');
      const before = known.get(id);
      if (before === digest) continue;
      if (before !== undefined) throw new Unreachable('migration-changed', id);
      await tx.query(sql);
      await tx.query('insert into migration (id, digest) values ($1, $2)', [id, digest]);
      applied.push(id);
    }
    return applied;
  });

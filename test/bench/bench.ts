import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { migrate, openDatabase } from '#database';
import { eventStoreMigrations, postgresStore, type EventStore } from '#event-store';
import { projectMigrations } from '#projections';

/** One line of a bench: ours beside the raw limit, taken in turn in the same run on the same database. */
export interface Result {
  readonly name: string;
  readonly ratio: number;
  readonly ours: number;
  readonly limit: number;
  readonly unit: string;
  readonly settings: object;
  readonly more?: object;
}

export interface Bench {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly store: EventStore;
  readonly data: string;
}

/** A fresh embedded PostgreSQL, fsync on, gone afterwards. */
export const onFreshDatabase = async <T>(work: (bench: Bench) => Promise<T>): Promise<T> => {
  const data = mkdtempSync(join(tmpdir(), 'luodi-bench-'));
  chmodSync(data, 0o755);
  const database = await openDatabase({ data, size: 16 });
  try {
    await migrate(database.pool, [...eventStoreMigrations, ...projectMigrations]);
    const store = postgresStore(database);
    try {
      return await work({ pool: database.pool, url: database.url, store, data });
    } finally {
      await store.close();
    }
  } finally {
    await database.close();
    rmSync(data, { recursive: true, force: true });
  }
};

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
export const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
};
export const rounded = (value: number): number => Number(value.toPrecision(4));

/** Ours and the limit in turn, A B A B …; the ratio is the median of the pairs' ratios. */
export const inTurn = async (
  rounds: number,
  ours: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<{ ratio: number; ours: number; limit: number }> => {
  const pairs: [number, number][] = [];
  for (let round = 0; round < rounds; round += 1) {
    const b = await limit();
    pairs.push([await ours(), b]);
  }
  return {
    ratio: rounded(median(pairs.map(([a, b]) => a / b))),
    ours: rounded(median(pairs.map(([a]) => a))),
    limit: rounded(median(pairs.map(([, b]) => b))),
  };
};

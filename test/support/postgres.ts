import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { recordsThatDoNotFit } from './records-fit.ts';
import { connect } from '../../libs/database/src/connect.ts';
import { migrate, type Migration } from '../../libs/database/src/migrations.ts';

export interface TestDatabase {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

const LAID = 'laid';
const LAYING_LOCK = 7_236_499;

/** Lays these tables once for the whole run, in a database that others are copied from. */
const laidOnce = async (
  admin: pg.Client,
  urlOf: (name: string) => string,
  tables: readonly Migration[],
): Promise<void> => {
  await admin.query('select pg_advisory_lock($1)', [LAYING_LOCK]);
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [LAID]);
  if (rowCount === 0) {
    const making = `${LAID}_${randomBytes(6).toString('hex')}`;
    await admin.query(`create database ${making}`);
    const pool = await connect(urlOf(making));
    await migrate(pool, tables);
    await pool.end();
    await admin.query(`alter database ${making} rename to ${LAID}`);
  }
  await admin.query('select pg_advisory_unlock($1)', [LAYING_LOCK]);
};

/**
 * An empty database on the test run's real PostgreSQL. Call `drop` in afterAll: it fails where the log holds what no published schema describes, unless the test
 * records such things on purpose (`poisoned`). `laid`: the office's tables are there.
 */
export const freshDatabase = async ({
  poisoned = false,
  laid,
}: { readonly poisoned?: boolean; readonly laid?: readonly Migration[] } = {}): Promise<TestDatabase> => {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('the test run started no PostgreSQL: see test/support/postgres-setup.ts');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const urlOf = (database: string): string => server.replace(/\/postgres$/, `/${database}`);
  if (laid !== undefined) await laidOnce(admin, urlOf, laid);
  await admin.query(`create database ${name}${laid === undefined ? '' : ` template ${LAID}`}`);
  await admin.end();
  const url = urlOf(name);
  const pool = await connect(url);
  return {
    pool,
    url,
    drop: async () => {
      const misfits = poisoned ? [] : await recordsThatDoNotFit(pool);
      await pool.end();
      const again = new pg.Client({ connectionString: server });
      await again.connect();
      await again.query(`drop database if exists ${name} with (force)`);
      await again.end();
      if (misfits.length > 0) throw new Error(`records that the catalogue does not know:\n${misfits.join('\n')}`);
    },
  };
};

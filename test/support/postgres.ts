import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { recordsThatDoNotFit } from './records-fit.ts';
import { connect } from '../../libs/database/src/connect.ts';

export interface TestDatabase {
  readonly pool: pg.Pool;
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/**
 * An empty database on the test run's real PostgreSQL. Call `drop` in afterAll: it fails where the log holds what no published schema describes, unless the test
 * records such things on purpose (`poisoned`).
 */
export const freshDatabase = async ({ poisoned = false } = {}): Promise<TestDatabase> => {
  const server = process.env['TEST_DATABASE_URL'];
  if (server === undefined) throw new Error('the test run started no PostgreSQL: see test/support/postgres-setup.ts');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = server.replace(/\/postgres$/, `/${name}`);
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

import { existsSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { migrate, connect, openEmbedded } from '#database';
import { postgresStore } from '#event-store';
import { apiMigrations } from '../../apps/api/src/wiring.ts';
import { broken } from '../../libs/reminders/src/simulation/invariants.ts';
import { recordLateProjects, wholeLog } from '../support/late-projects.ts';
import { needs } from '../support/left-out.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { REDIS, startRedis } from '../support/redis.ts';
import { CLI, startWorkerProcess, until, type WorkerProcess } from '../support/worker-process.ts';

const PROJECTS = 300;
const data = mkdtempSync(join(tmpdir(), 'luodi-chaos-'));
chmodSync(data, 0o755);
afterAll(() => rmSync(data, { recursive: true, force: true }));
beforeAll(() => { if (!existsSync(CLI)) throw new Error('not built: npm run build'); });

type Place = Pick<TestDatabase, 'pool' | 'url'>;
const one = async (pool: pg.Pool, sql: string): Promise<number> => Number((await pool.query<{ n: string }>(sql)).rows[0]?.n);
const events = (pool: pg.Pool): Promise<number> => one(pool, 'select count(*) as n from event');
const issued = (pool: pg.Pool): Promise<number> => one(pool, `select count(*) as n from event where type = 'NoticeIssued'`);

/** All that is due has been folded and settled. */
const done = async (pool: pg.Pool): Promise<boolean> => await one(pool, `select (select count(*) from reminder where state = 'waiting' and send_at <= now()) + (select count(*) from delivery where state = 'taken')
  + (select count(*) from event where position > (select position from reminder_checkpoint)) as n`) === 0 && await issued(pool) > 0;

/** Expected = outcomes, none twice, none early, every order opened; and every late project has told somebody. */
const everythingWasToldOnce = async ({ pool, url }: Place, projects: number): Promise<void> => {
  const store = postgresStore({ pool, url });
  try {
    expect(broken({ events: await wholeLog(store), effects: [], end: new Date().toISOString() })).toEqual([]);
  } finally { await store.close(); }
  expect(await one(pool, `select count(*) as n from (select stream from event where type = 'NoticeIssued' group by stream having count(*) > 1) twice`)).toBe(0);
  expect(await one(pool, `select count(distinct data->>'subject') as n from event where type = 'NoticeIssued' and data->>'subject' like 'project-%'`)).toBe(projects);
  expect(await one(pool, `select count(*) as n from event e where type = 'OrderIssued' and not exists (select from event n where n.stream = 'notice-' || substr(e.stream, 7) and n.type = 'NoticeIssued')`)).toBe(0);
};

describe('the reminders reach everybody once', () => {
  let database: TestDatabase;
  let running: WorkerProcess | null = null;
  beforeEach(async () => {
    database = await freshDatabase();
    await migrate(database.pool, apiMigrations);
    await recordLateProjects(database, PROJECTS, 'a');
  });
  afterEach(async () => { await running?.kill('SIGKILL'); running = null; await database.drop(); });

  it('where the worker is killed with -9 three times while it issues them', async () => {
    for (let kill = 0; kill < 3; kill += 1) {
      const before = await events(database.pool);
      running = startWorkerProcess(data, { DATABASE_URL: database.url });
      await until('the worker issues', async () => await events(database.pool) >= before + 60);
      await running.kill('SIGKILL');
      if (kill < 2) expect(await done(database.pool)).toBe(false); // it died in the middle
    }
    running = startWorkerProcess(data, { DATABASE_URL: database.url });
    await until('all is told', () => done(database.pool));
    await everythingWasToldOnce(database, PROJECTS);
  });

  needs(REDIS)('with the alarm clock on Redis', () => {
    it('where Redis is flushed and restarted while they are issued', async () => {
      const redis = await startRedis();
      try {
        const before = await events(database.pool);
        running = startWorkerProcess(data, { DATABASE_URL: database.url, REDIS_URL: redis.url });
        await until('the worker issues', async () => await events(database.pool) >= before + 60);
        await redis.flush();
        await redis.restart();
        await redis.flush();
        await until('all is told', () => done(database.pool));
        await recordLateProjects(database, 50, 'b'); // a new fact wakes the worker, whatever the queue has forgotten
        await until('the later ones are told', async () => await issued(database.pool) >= PROJECTS + 50 && await done(database.pool));
        expect(running.said()).toContain('redis');
        expect(running.child.exitCode).toBeNull(); // it lived through it
        await everythingWasToldOnce(database, PROJECTS + 50);
        await running.kill('SIGKILL');
      } finally { await redis.stop(); }
    });
  });
});

describe('the reminders reach everybody once, though PostgreSQL', () => {
  it('cuts every connection, and then crashes and recovers, while they are issued', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luodi-chaos-db-'));
    chmodSync(folder, 0o755);
    const { url, release } = await openEmbedded(folder);
    const pool = await connect(url);
    let running: WorkerProcess | null = null;
    try {
      await migrate(pool, apiMigrations);
      await recordLateProjects({ pool, url }, PROJECTS, 'a');
      running = startWorkerProcess(data, { DATABASE_URL: url });
      for (let cut = 0; cut < 3; cut += 1) {
        const before = await events(pool);
        await until('the worker issues', async () => await events(pool) >= before + 40 || await done(pool));
        await pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`);
      }
      const { rows: [backend] } = await pool.query<{ pid: number }>(`select pid from pg_stat_activity where application_name = 'luodi' and pid <> pg_backend_pid() limit 1`);
      process.kill(backend!.pid, 'SIGKILL'); // the server ends all others and recovers from its log
      await until('PostgreSQL is back', () => pool.query('select 1').then(() => true, () => false));
      await recordLateProjects({ pool, url }, 50, 'b'); // the next fact wakes the worker; without one its own timer would, within three minutes
      await until('all is told', async () => await done(pool).catch(() => false) && await issued(pool) >= PROJECTS + 50);
      expect(running.child.exitCode).toBeNull();
      await everythingWasToldOnce({ pool, url }, PROJECTS + 50);
    } finally {
      await running?.kill('SIGKILL');
      await pool.end();
      await release();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

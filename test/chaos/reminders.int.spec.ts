import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#database';
import { officeMigrations } from '#office';
import { recordLateProjects } from '../support/late-projects.ts';
import { needs } from '../support/left-out.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { REDIS, startRedis } from '../support/redis.ts';
import { done, events, everythingWasToldOnce } from '../support/told-once.ts';
import { until } from '../support/soon.ts';
import { CLI, startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

const PROJECTS = 300;
const LATER = 20;
const data = mkdtempSync(join(tmpdir(), 'luodi-chaos-'));
chmodSync(data, 0o755);
afterAll(() => rmSync(data, { recursive: true, force: true }));
beforeAll(() => {
  if (!existsSync(CLI)) throw new Error('not built: npm run build');
});

describe('the reminders reach everybody once', () => {
  let database: TestDatabase;
  let running: WorkerProcess | null = null;
  beforeEach(async () => {
    database = await freshDatabase();
    await migrate(database.pool, officeMigrations);
    await recordLateProjects(database, PROJECTS, 'a');
  });
  afterEach(async () => {
    await running?.kill('SIGKILL');
    running = null;
    await database.drop();
  });

  it('where the worker is killed with -9 three times while it issues them', async () => {
    for (let kill = 0; kill < 3; kill += 1) {
      const before = await events(database.pool);
      running = startWorkerProcess(data, { DATABASE_URL: database.url });
      await until('the worker issues', async () => (await events(database.pool)) >= before + 60);
      await running.kill('SIGKILL');
      if (kill < 2) expect(await done(database.pool)).toBe(false); // it died in the middle
    }
    running = startWorkerProcess(data, { DATABASE_URL: database.url });
    await until('all is told', () => done(database.pool));
    await everythingWasToldOnce(database, { before: PROJECTS, now: 0 });
  });

  needs(REDIS)('with the alarm clock on Redis', () => {
    it('where Redis is flushed and restarted while they are issued', async () => {
      const redis = await startRedis();
      try {
        const before = await events(database.pool);
        running = startWorkerProcess(data, { DATABASE_URL: database.url, REDIS_URL: redis.url });
        await until('the worker issues', async () => (await events(database.pool)) >= before + 60);
        await redis.flush();
        await redis.restart();
        await redis.flush();
        await until('all is told', () => done(database.pool));
        await recordLateProjects(database, LATER, 'b'); // a new fact wakes the worker, whatever the queue has forgotten
        await until('the later ones are folded, and told in the hours of the day', () => done(database.pool));
        expect(running.said()).toContain('redis');
        expect(running.child.exitCode).toBeNull(); // it lived through it
        await everythingWasToldOnce(database, { before: PROJECTS, now: LATER });
        await running.kill('SIGKILL');
      } finally {
        await redis.stop();
      }
    });
  });
});

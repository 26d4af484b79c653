import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#database';
import { officeMigrations } from '#office';
import { recordLateProjects } from '../support/late-projects.ts';
import { needs } from '../support/left-out.ts';
import { freshDatabase } from '../support/postgres.ts';
import { REDIS, startRedis } from '../support/redis.ts';
import { relayTo } from '../support/relay.ts';
import { until } from '../support/soon.ts';
import { done, events, everythingWasToldOnce } from '../support/told-once.ts';
import { CLI, startWorkerProcess } from '../support/worker-process.ts';

const PROJECTS = 300;
const LATER = 20;

needs(REDIS)('the reminders reach everybody once', () => {
  it('where Redis is out of reach for a while, and nobody is told: they go out meanwhile, and once it is back', async () => {
    if (!existsSync(CLI)) throw new Error('not built: npm run build');
    const data = mkdtempSync(join(tmpdir(), 'luodi-chaos-redis-'));
    chmodSync(data, 0o755);
    const database = await freshDatabase();
    const redis = await startRedis();
    const relay = await relayTo(redis.port);
    await migrate(database.pool, officeMigrations);
    await recordLateProjects(database, PROJECTS, 'a');
    const worker = startWorkerProcess(data, {
      DATABASE_URL: database.url,
      REDIS_URL: `redis://127.0.0.1:${relay.port}`,
    });
    try {
      const before = await events(database.pool);
      await until('the worker issues', async () => (await events(database.pool)) >= before + 60);
      relay.part();
      await until('all is told', () => done(database.pool));
      for (const name of ['b', 'c']) {
        await recordLateProjects(database, LATER, name);
        await until('the later ones are folded, and told in the hours of the day', () => done(database.pool));
      }
      relay.join();
      await recordLateProjects(database, LATER, 'd');
      await until('so are those after it', () => done(database.pool));
      expect(worker.child.exitCode).toBeNull(); // it lived through it
      await everythingWasToldOnce(database, { before: PROJECTS, now: 3 * LATER });
    } finally {
      await worker.kill('SIGKILL');
      relay.stop();
      await redis.stop();
      await database.drop();
      rmSync(data, { recursive: true, force: true });
    }
  });
});

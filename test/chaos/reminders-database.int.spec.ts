import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, migrate, openEmbedded } from '#database';
import { officeMigrations } from '#office';
import { recordLateProjects } from '../support/late-projects.ts';
import { done, events, everythingWasToldOnce } from '../support/told-once.ts';
import { until } from '../support/soon.ts';
import { CLI, startWorkerProcess, type WorkerProcess } from '../support/worker-process.ts';

const PROJECTS = 300;
const LATER = 20;

describe('the reminders reach everybody once', () => {
  beforeAll(() => {
    if (!existsSync(CLI)) throw new Error('not built: npm run build');
  });

  it('where PostgreSQL cuts every connection, and then crashes and recovers, while they are issued', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luodi-chaos-db-'));
    chmodSync(folder, 0o755);
    const { url, release } = await openEmbedded(folder);
    const pool = await connect(url);
    let running: WorkerProcess | null = null;
    try {
      await migrate(pool, officeMigrations);
      await recordLateProjects({ pool, url }, PROJECTS, 'a');
      running = startWorkerProcess(folder, { DATABASE_URL: url });
      for (let cut = 0; cut < 3; cut += 1) {
        const before = await events(pool);
        await until('the worker issues', async () => (await events(pool)) >= before + 40);
        await pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`,
        );
        await recordLateProjects({ pool, url }, LATER, `b${cut}-`); // the next fact wakes a worker whose run was cut off; without one its own timer would, within three minutes
      }
      const before = await events(pool);
      await until('the worker issues again', async () => (await events(pool)) >= before + 10);
      const victim = await pool.connect();
      const {
        rows: [backend],
      } = await victim.query<{ pid: number }>('select pg_backend_pid() as pid');
      process.kill(backend!.pid, 'SIGKILL'); // one server process dies: PostgreSQL ends all others and recovers from its log
      victim.release(true);
      await until('PostgreSQL is back', () =>
        pool.query('select 1').then(
          () => true,
          () => false,
        ),
      );
      await recordLateProjects({ pool, url }, LATER, 'c');
      await until('all is told', () => done(pool));
      expect(running.child.exitCode).toBeNull();
      await everythingWasToldOnce({ pool, url }, { before: PROJECTS, now: 4 * LATER });
    } finally {
      await running?.kill('SIGKILL');
      await pool.end();
      await release();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

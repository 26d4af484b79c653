import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from '#audit';
import { migrate } from '#database';
import { postgresStore } from '#event-store';
import { officeMigrations } from '#office';
import { changeFirstPassword } from '../support/first-password.ts';
import { recordLateProjects } from '../support/late-projects.ts';
import { needs } from '../support/left-out.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { REDIS, startRedis, type TestRedis } from '../support/redis.ts';
import { pause, until } from '../support/soon.ts';
import { done, everythingWasToldOnce } from '../support/told-once.ts';
import {
  CLI,
  startServerProcess,
  startWorkerProcess,
  type ServerProcess,
  type WorkerProcess,
} from '../support/worker-process.ts';

const ROUNDS = 8;
const PROJECTS = 60;
const LATER = 10;
const CALLERS = 4;

const data = mkdtempSync(join(tmpdir(), 'luodi-several-'));
chmodSync(data, 0o755);
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** What was given, under which key, and which project it became once somebody acknowledged it. */
interface Given {
  readonly key: string;
  readonly code: string;
  project: string | null;
}

const percentile = (times: readonly number[], part: number): number =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))]!;

needs(REDIS)('two servers and two workers on one PostgreSQL and one Redis', () => {
  let database: TestDatabase;
  let redis: TestRedis;
  let servers: ServerProcess[] = [];
  let workers: WorkerProcess[] = [];
  beforeAll(async () => {
    if (!existsSync(CLI)) throw new Error('not built: npm run build');
    database = await freshDatabase();
    await migrate(database.pool, officeMigrations);
    await recordLateProjects(database, PROJECTS, 'a');
    redis = await startRedis();
  });
  afterAll(async () => {
    for (const one of [...servers, ...workers]) await one.kill('SIGKILL');
    await redis.stop();
    await database.drop();
  });

  const numberOf = async (sql: string): Promise<number> =>
    Number((await database.pool.query<{ n: string }>(sql)).rows[0]!.n);
  const head = (): Promise<number> => numberOf('select max(position) as n from event');
  const listsAt = (): Promise<number> =>
    numberOf(`select position as n from projection_checkpoint where name = 'project'`);
  const remindersAt = (): Promise<number> => numberOf('select position as n from reminder_checkpoint');

  it('each killed with -9 in turn while people work: nothing acknowledged is lost, nothing is there twice, and the others go on', async () => {
    const environment = { DATABASE_URL: database.url, REDIS_URL: redis.url, LUODI_WORKER: 'apart' };
    const server = (): Promise<ServerProcess> => startServerProcess(data, environment);
    const worker = (): WorkerProcess => startWorkerProcess(data, environment);
    servers = [await server(), await server()];
    workers = [worker(), worker()];
    const [, user = '', password = ''] = servers
      .flatMap(({ said }) => said().split('\n'))
      .map((line) => /shown once.*: (\S+) \/ (\S+)/.exec(line))
      .find((found) => found !== null)!;
    const login = await changeFirstPassword(servers[0]!.url, { user, password });
    const signed = await fetch(`${servers[1]!.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(login),
    });
    const cookie = signed.headers.get('set-cookie')!.split(';')[0]!;

    const given: Given[] = [];
    let isOver = false;
    const register = async (one: Given, at: number): Promise<void> => {
      try {
        const answer = await fetch(`${servers[at % servers.length]!.url}/api/projects`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie, 'idempotency-key': one.key },
          body: JSON.stringify({ code: one.code, title: `项目 ${one.code}` }),
        });
        if (answer.ok) one.project = ((await answer.json()) as { projectId: string }).projectId;
      } catch {
        /* its server was killed: asked again elsewhere */
      }
    };
    const callers = Array.from({ length: CALLERS }, async (_, caller) => {
      for (let n = 0; !isOver; n += 1) {
        const one: Given = { key: randomUUID(), code: `P${caller}-${n}`, project: null };
        given.push(one);
        for (let at = caller + n; one.project === null; at += 1) {
          await register(one, at);
          if (one.project === null) await pause(20);
        }
        await pause(100);
      }
    });

    const caughtUp: Record<'lists' | 'reminders', number[]> = { lists: [], reminders: [] };
    for (let round = 0; round < ROUNDS; round += 1) {
      const place = Math.floor(round / 2) % 2;
      const before = given.filter(({ project }) => project !== null).length;
      await until('people work', async () => given.filter(({ project }) => project !== null).length > before + 4);
      const victim = round % 2 === 0 ? servers[place]! : workers[place]!;
      const killedAt = performance.now();
      await victim.kill('SIGKILL');
      await recordLateProjects(database, LATER, `b${round}-`);
      const recorded = await head();
      const reached = async (what: keyof typeof caughtUp, at: () => Promise<number>): Promise<void> => {
        await until(`the ${what} are caught up`, async () => (await at()) >= recorded);
        caughtUp[what].push(performance.now() - killedAt);
      };
      await Promise.all([reached('lists', listsAt), reached('reminders', remindersAt)]);
      if (round % 2 === 0) servers[place] = await server();
      else workers[place] = worker();
    }
    isOver = true;
    await Promise.all(callers);
    for (const [what, times] of Object.entries(caughtUp))
      process.stderr.write(
        `${what}: from kill -9 to caught up, ${times.length} kills: p50 ${percentile(times, 0.5).toFixed(0)} ms, p99 ${percentile(times, 0.99).toFixed(0)} ms\n`,
      );

    await until('all is told', () => done(database.pool));
    const store = postgresStore({ ...database, raw: true });
    try {
      const stored = new Map<string, string>();
      for await (const events of store.readByStream('project-', await store.head()))
        stored.set(events[0]!.stream.slice('project-'.length), (events[0]!.event.data as { code: string }).code);
      expect(given.filter(({ project, code }) => stored.get(project!) !== code)).toEqual([]); // acknowledged = stored
      expect(new Set(stored.values()).size).toBe(stored.size); // nothing twice
      expect(stored.size).toBe(given.length + PROJECTS + ROUNDS * LATER); // nothing else
      expect((await verify(store)).ok).toBe(true);
    } finally {
      await store.close();
    }
    const last = await head();
    await until('the lists are caught up', async () => (await listsAt()) >= last);
    expect(await numberOf('select count(distinct project_id) as n from project_span')).toBe(
      given.length + PROJECTS + ROUNDS * LATER,
    ); // stored = projected
    await everythingWasToldOnce(database, { before: PROJECTS, now: given.length + ROUNDS * LATER });
  }, 900_000);
});

import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createPostgresBackend, Queue, withBackend, type ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { migrate } from '#database';
import { DEFAULT_RULES, NO_ORGANISATION, type ProjectEvent } from '#domain';
import type { Append, EventStore } from '#event-store';
import { catchUp, deliverDue, fireAll, holderIn, openAlarms, postgresLedger, reminderMigrations, type DeliverTools } from '#reminders';
import { REDIS, startRedis } from '../support/redis.ts';
import { median, onFreshDatabase, rounded, seconds, type Result } from './bench.ts';
import { asNew } from './seed.ts';

const OPEN = Number(process.env['BENCH_OPEN'] ?? '1000000');
const SCHEDULED = Number(process.env['BENCH_SCHEDULED'] ?? '100000');
const DUE = Number(process.env['BENCH_DUE'] ?? '20000');

const tools = (pool: pg.Pool, store: EventStore, now: () => Date, handed?: () => void): DeliverTools => ({
  store, ledger: postgresLedger(pool), rules: async () => DEFAULT_RULES, holder: async () => holderIn(NO_ORGANISATION), now, organisation: async () => NO_ORGANISATION, projectName: async (id) => id,
  routes: async () => ({ person }) => (handed === undefined || person === null ? [] : [{ channel: 'count', to: person }]),
  outlet: async () => ({ opensAt: async (at) => at, send: async ({ notices }) => { for (const _one of notices) handed?.(); return { kind: 'accepted' }; } }),
});

/** Next 1,000 due among very many open ones, beside the bare indexed query on two columns. */
const dueScan = (): Promise<Result> => onFreshDatabase(async ({ pool }) => {
  await migrate(pool, reminderMigrations);
  await pool.query('create table bare (key uuid primary key, send_at timestamptz not null); create index bare_due on bare (send_at, key)');
  const ledger = postgresLedger(pool);
  const now = '2026-06-01T00:00:00.000Z';
  const grow = async (from: number, to: number): Promise<void> => {
    await pool.query(`insert into reminder (key, subject, project, clock, policy_version, rung, recurrence, on_day, send_at, plan, told)
      select gen_random_uuid(), 'project-' || (n / 10), (n / 10)::text, 'agreed-start', 1, 'reminder', n % 10 + 1, '2026-01-01'::date + n % 1000, timestamptz '2026-01-01' + n * interval '37 seconds', 'send', '[{"unit":"U1","role":"steward","person":"P1"}]'
      from generate_series($1::int, $2::int) n`, [from, to - 1]);
    await pool.query('insert into bare select key, send_at from reminder on conflict do nothing');
    await pool.query('vacuum analyze reminder');
    await pool.query('vacuum analyze bare');
  };
  const measure = async (): Promise<{ ours: number; limit: number }> => {
    const [ours, limit]: [number[], number[]] = [[], []];
    for (let round = 0; round < 30; round += 1) {
      limit.push(await seconds(() => pool.query({ name: 'bare', text: 'select key, send_at from bare where send_at <= $1 order by send_at, key limit 1000', values: [now] })));
      ours.push(await seconds(() => ledger.due(now, 1_000)));
    }
    return { ours: median(ours) * 1000, limit: median(limit) * 1000 };
  };
  await grow(0, OPEN / 100);
  const few = await measure();
  await grow(OPEN / 100, OPEN);
  const many = await measure();
  return { name: 'reminders-due-scan', unit: 'ms', ratio: rounded(many.ours / many.limit), ours: rounded(many.ours), limit: rounded(many.limit), settings: { open: OPEN, next: 1000 }, more: { [`at ${OPEN / 100}`]: rounded(few.ours), growth: rounded(many.ours / few.ours) } };
});

const signed = (id: number, on: string, agreedStart: string, steward: string): Append => ({
  stream: `project-${id}`, expected: 0,
  events: ([
    { type: 'ProjectRecorded', occurredOn: on, data: { code: `B${id}`, title: `Bench ${id}`, unit: 'U1' } }, { type: 'OwnerAssigned', occurredOn: on, data: { unit: 'U1', steward } },
    { type: 'ContractSigned', occurredOn: on, data: { contracted: { amount: '1.00', currency: 'CNY' }, agreedStart } },
  ] as ProjectEvent[]).map((event) => asNew(event, randomUUID())),
});

/** Facts of as many projects as owe `reminders`; each such project owes so many lines. */
const PER_PROJECT = 61; // measured below, and said in the result
const seedProjects = async (store: EventStore, projects: number, people: number): Promise<void> => {
  const today = new Date().toISOString().slice(0, 10);
  for (let from = 0; from < projects; from += 1_000)
    await store.appendMany(Array.from({ length: Math.min(1_000, projects - from) }, (_, n) => signed(from + n, today, '2027-06-30', `P${(from + n) % people}`)));
};

/** Reminders scheduled by the fold's own path, with one alarm, beside bare delayed jobs in bulks of 1,000 on the same backend. */
const schedule = (backend: 'postgres' | 'redis', redisUrl?: string): Promise<Result> => onFreshDatabase(async ({ pool, store, url }) => {
  await migrate(pool, reminderMigrations);
  await seedProjects(store, Math.ceil(SCHEDULED / PER_PROJECT), 200);
  const mine = tools(pool, store, () => new Date());
  const alarms = await openAlarms({ databaseUrl: url, redisUrl });
  const redis = redisUrl === undefined ? null : new Redis(redisUrl, { maxRetriesPerRequest: null });
  const bare = redis === null ? new (withBackend(createPostgresBackend).Queue)('bare', { connection: { connectionString: url, max: 4, migrate: true } }) as unknown as Queue : new Queue('bare', { connection: redis as unknown as ConnectionOptions });
  await bare.waitUntilReady();
  const ratios: number[] = [];
  let [ours, limit, count] = [0, 0, 0];
  for (let round = 0; round < 3; round += 1) {
    await bare.obliterate({ force: true });
    const jobs = Array.from({ length: SCHEDULED }, (_, n) => ({ name: 'remind', data: { id: n }, opts: { jobId: `r${round}_${n}`, delay: 86_400_000 + n, removeOnComplete: true } }));
    const other = SCHEDULED / await seconds(async () => { for (let from = 0; from < jobs.length; from += 1_000) await bare.addBulk(jobs.slice(from, from + 1_000)); });
    await mine.ledger.clear();
    const time = await seconds(async () => {
      await catchUp(mine);
      const next = await mine.ledger.nextAt();
      if (next !== null) await alarms.set(new Date(next));
    });
    count = (await pool.query<{ n: number }>('select count(*)::integer as n from reminder')).rows[0]!.n;
    ratios.push(count / time / other);
    [ours, limit] = [count / time, other];
  }
  await bare.close();
  redis?.disconnect();
  await alarms.close();
  return { name: `reminders-schedule-${backend}`, unit: 'reminders/s', ratio: rounded(median(ratios)), ours: rounded(ours), limit: rounded(limit), settings: { asked: SCHEDULED, scheduled: count, bulk: 1000 } };
});

/** Everything due at one instant: looked up, claimed in the log, handed to a channel and settled, beside a bare due-scan that hands over and deletes. */
const handOver = (): Promise<Result> => onFreshDatabase(async ({ pool, store }) => {
  await migrate(pool, reminderMigrations);
  await pool.query('create table deadlines (id text primary key, due timestamptz not null, payload jsonb not null); create index on deadlines (due, id)');
  const bare = async (batch: number): Promise<number> => {
    await pool.query('truncate deadlines');
    await pool.query(`insert into deadlines select n::text, now(), jsonb_build_object('id', n::text, 'to', 'P1') from generate_series(1, $1::int) n`, [DUE]);
    let handed = 0;
    const worker = async (): Promise<void> => {
      const tx = await pool.connect();
      for (;;) {
        await tx.query('begin');
        const { rows } = await tx.query<{ id: string }>({ name: `bare-${batch}`, text: `select id, payload from deadlines where due <= now() order by due limit ${batch} for update skip locked`, values: [] });
        if (rows.length > 0) await tx.query({ name: 'bare-done', text: 'delete from deadlines where id = any($1)', values: [rows.map(({ id }) => id)] });
        await tx.query('commit');
        handed += rows.length;
        if (rows.length === 0) break;
      }
      tx.release();
    };
    const time = await seconds(() => Promise.all([worker(), worker()]));
    if (handed !== DUE) throw new Error(`the bare loop handed over ${handed} of ${DUE}`);
    return DUE / time;
  };
  await seedProjects(store, DUE, 500);
  let clock = Date.now();
  let handed = 0;
  const mine = tools(pool, store, () => new Date(clock), () => { handed += 1; });
  await catchUp(mine);
  clock = Date.parse((await mine.ledger.nextAt())!) + 1_000; // the same instant for all: every project owes its steward its first near-due notice
  const before = await pool.query<{ n: number }>(`select count(*)::integer as n from reminder where state = 'waiting' and send_at <= $1`, [new Date(clock)]);
  const due = before.rows[0]!.n;
  let fired = 0;
  const time = await seconds(async () => {
    fired = await seconds(() => fireAll(mine));
    clock += 60_000;
    for (let done = await deliverDue(mine, 5_000); done.settled > 0; done = await deliverDue(mine, 5_000)) { /* until nothing waits */ }
  });
  const [limit50, limitBest] = [await bare(50), await bare(1_000)];
  const ours = due / time;
  return { name: 'reminders-hand-over', unit: 'notices/s', ratio: rounded(ours / limit50), ours: rounded(ours), limit: rounded(limit50), settings: { due, batch: 50 }, more: { handed, inboxOnly: rounded(due / fired), inboxRatio: rounded(due / fired / limit50), bareBatches1000: rounded(limitBest) } };
});

const onRedis = async (): Promise<readonly Result[]> => {
  if (!existsSync(REDIS.file)) { process.stderr.write(`left out: reminders-schedule-redis (${REDIS.file} is missing)\n`); return []; }
  const redis = await startRedis();
  try { return [await schedule('redis', redis.url)]; } finally { await redis.stop(); }
};

const PARTS: Readonly<Record<string, () => Promise<readonly Result[]>>> = {
  'due-scan': async () => [await dueScan()], 'hand-over': async () => [await handOver()], 'schedule-postgres': async () => [await schedule('postgres')], 'schedule-redis': onRedis,
};

/** Reminders: due-scan, hand-over, scheduling on both backends. BENCH_PARTS names some of them. */
export const reminders = async (): Promise<readonly Result[]> => {
  const results: Result[] = [];
  for (const name of process.env['BENCH_PARTS']?.split(',') ?? Object.keys(PARTS)) results.push(...await PARTS[name]!());
  return results;
};

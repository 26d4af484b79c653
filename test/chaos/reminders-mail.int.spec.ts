import { openChannel, readSettings } from '#channels';
import { migrate } from '#database';
import { DEFAULT_RULES, NO_ORGANISATION } from '#domain';
import { eventStoreMigrations, postgresStore, type EventStore } from '#event-store';
import {
  holderIn,
  postgresLedger,
  reminderMigrations,
  reminderProcess,
  type DeliverTools,
  type Outlet,
  type Sent,
} from '#reminders';
import { broken } from '../simulation/invariants.ts';
import { recordLateProjects, wholeLog } from '../support/late-projects.ts';
import { mailServer, type MailServer } from '../support/mail-server.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';

const PROJECTS = 120;
const MINUTE = 60_000;

let database: TestDatabase;
let store: EventStore;
let server: MailServer;
let now = Date.now();
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, [...eventStoreMigrations, ...reminderMigrations]);
  store = postgresStore({ ...database, now: () => now });
  server = await mailServer();
});
afterAll(async () => {
  await server.stop();
  await store.close();
  await database.drop();
});

interface Effect {
  readonly key: string;
  readonly channel: string;
  readonly to: string;
}

/** The bureau's mail as it is in life, but for its hours: a test does not wait for nine o'clock. Counts what the provider accepted. */
const outletOn = (port: number, accepted: Effect[], attempts: { failed: number }): Outlet => {
  const channel = openChannel(
    readSettings({
      kind: 'mail',
      name: '邮箱',
      host: '127.0.0.1',
      port,
      security: 'none',
      from: 'luodi@bureau.example.cn',
      timeoutSeconds: 2,
    }),
    {},
    () => Promise.resolve(),
    { allowPrivate: true },
  );
  return {
    opensAt: async (at) => at,
    send: async ({ id, to, notices }): Promise<Sent> => {
      const outcome = await channel.send({
        id,
        to: { person: to, name: to, email: `${Buffer.from(to).toString('hex')}@bureau.example.cn` },
        subject: '项目提醒',
        language: 'zh',
        kind: 'digest',
        writtenAt: new Date(now).toISOString(),
        lines: notices.map(({ subject, clock, rung }) => ({ text: `${subject} ${clock} ${rung}` })),
      });
      if (outcome.kind !== 'accepted') {
        attempts.failed += 1;
        return { kind: 'refused', code: outcome.code, permanent: outcome.permanent || outcome.uncertain === true };
      }
      for (const { key } of notices) accepted.push({ key, channel: '邮箱', to });
      return { kind: 'accepted', ...(outcome.providerId === undefined ? {} : { providerId: outcome.providerId }) };
    },
  };
};

it('a mail server that is dead for an hour costs an hour and no mail: each notice is mailed once, afterwards', async () => {
  await recordLateProjects(database, PROJECTS, 'm');
  const accepted: Effect[] = [];
  const attempts = { failed: 0 };
  const outlet = outletOn(server.port, accepted, attempts);
  const tools: DeliverTools = {
    store,
    ledger: postgresLedger(database.pool),
    now: () => new Date(now),
    rules: async () => DEFAULT_RULES,
    holder: async () => holderIn(NO_ORGANISATION),
    organisation: async () => NO_ORGANISATION,
    routes:
      async () =>
      ({ person }) =>
        person === null ? [] : [{ channel: '邮箱', to: person }],
    outlet: async () => outlet,
    projectName: async (id) => id,
  };
  let alarm = now;
  const worker = reminderProcess(tools, {
    set: async (at) => {
      alarm = at.getTime();
    },
  });
  const ringUntil = async (end: number): Promise<void> => {
    for (alarm = now; alarm <= end;) {
      now = Math.max(now, alarm);
      alarm = Infinity;
      await worker.wake();
    }
    now = end;
  };

  const dead = now;
  await ringUntil(dead + 60 * MINUTE);
  expect(accepted).toEqual([]);
  expect(attempts.failed).toBeGreaterThan(0);
  const {
    rows: [waiting],
  } = await database.pool.query<{ n: number }>(
    `select coalesce(sum(cardinality(keys)), 0)::integer as n from delivery`,
  );
  expect(waiting!.n).toBeGreaterThanOrEqual(PROJECTS); // put off, none given up

  await server.start();
  await ringUntil(dead + 360 * MINUTE);
  expect(broken({ events: await wholeLog(store), effects: accepted, end: new Date(now).toISOString() })).toEqual([]);
  const { rows } = await database.pool.query<{ state: string; n: number }>(
    `select state, sum(cardinality(keys))::integer as n from message where state <> 'refused' group by state`,
  );
  expect(rows).toEqual([{ state: 'accepted', n: accepted.length }]);
  expect(await database.pool.query('select 1 from delivery')).toMatchObject({ rowCount: 0 });
  expect(accepted.length).toBe(waiting!.n);
  // As many mails came as the channel says it sent, and no Message-ID twice.
  const { rows: providers } = await database.pool.query<{ detail: string }>(
    `select detail from message where state = 'accepted'`,
  );
  expect([...server.received].sort()).toEqual(providers.map(({ detail }) => detail).sort());
}, 60_000);

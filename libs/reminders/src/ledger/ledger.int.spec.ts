import { DEFAULT_RULES, NO_ORGANISATION } from '#domain';
import { AppendTooLarge, memoryStore, postgresStore, type EventStore } from '#event-store';
import { migrate } from '#database';
import { eventStoreMigrations } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import type { DeliverTools } from '../delivery/deliver.ts';
import { catchUp } from './fold.ts';
import type { FoldTools } from './owed-now.ts';
import { fireAll } from '../firing/fire.ts';
import { holderIn } from '../owed/holder.ts';
import { memoryLedger } from './ledger-memory.ts';
import { postgresLedger } from './ledger-postgres.ts';
import { reminderMigrations } from './ledger-table.ts';
import type { ReminderLedger } from './ledger.ts';
import type { Reminder } from '../owed/reminder.ts';
import { DISPATCH } from '../owed/names.ts';
import { settlementOf } from './settlements.ts';
import { live } from '../../../../test/simulation/world.ts';

let database: TestDatabase;
let store: EventStore;
let clock = Date.now();
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, [...eventStoreMigrations, ...reminderMigrations]);
  store = postgresStore({ pool: database.pool, url: database.url, now: () => clock });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});

const tools = (ledger: ReminderLedger, log: EventStore): FoldTools => ({
  store: log,
  ledger,
  rules: async () => DEFAULT_RULES,
  holder: async () => holderIn(NO_ORGANISATION),
  now: () => new Date(clock),
});
const worker = (ledger: ReminderLedger): DeliverTools => ({
  ...tools(ledger, store),
  organisation: async () => NO_ORGANISATION,
  routes: async () => () => [],
  projectName: async (id) => id,
  outlet: async () => null,
});
const told = ({ settledAt: _settledAt, ...row }: Reminder): unknown => row;

it('holds in PostgreSQL what it holds in memory, over the whole log of a simulated bureau', async () => {
  const { events, end } = await live(7);
  const copy = memoryStore(() => new Date(clock));
  for (const { stream, id, event, schemaVersion, meta, recordedAt } of events) {
    clock = Date.parse(recordedAt);
    for (const log of [store, copy]) await log.append(stream, 'any', [{ id, event, schemaVersion, meta }]);
  }
  clock = Date.parse(end);
  const [here, there] = [postgresLedger(database.pool), memoryLedger()];
  await catchUp(tools(here, store));
  await catchUp(tools(there, copy));
  const subjects = [...new Set(events.map(({ stream }) => stream))];
  const rows = async (ledger: ReminderLedger) =>
    (await ledger.rowsOf(subjects)).map(told).sort((a, b) => ((a as Reminder).key < (b as Reminder).key ? -1 : 1));
  const expected = await rows(there);
  expect(expected.length).toBeGreaterThan(50);
  expect(await rows(here)).toEqual(expected);
  expect(await here.nextAt()).toEqual(await there.nextAt());
  const due = async (ledger: ReminderLedger) => {
    const { at, rows: waiting } = await ledger.due('2999-01-01T00:00:00.000Z', 10_000);
    return { dispatched: at.dispatched, rows: waiting.map(({ key, sendAt }) => `${sendAt} ${key}`).sort() };
  };
  expect((await due(there)).dispatched).toBeGreaterThan(1);
  expect(await due(here)).toEqual(await due(there));
  const byRecipient = async (ledger: ReminderLedger) =>
    (await ledger.deliverable('2999-01-01T00:00:00.000Z', 10_000))
      .map((one) => ({ ...one, notices: [...one.notices].sort((a, b) => (a.key < b.key ? -1 : 1)) }))
      .sort((a, b) => (a.to < b.to ? -1 : 1));
  expect(await byRecipient(here)).toEqual(await byRecipient(there));
  expect((await here.unopened(100)).map(({ key }) => key)).toEqual((await there.unopened(100)).map(({ key }) => key));

  await here.clear(); // the read model goes, the log stays: it comes back the same
  await catchUp(tools(here, store));
  expect(await rows(here)).toEqual(expected);
});

it('issues each notice once where two workers start at the same moment, and puts it into the inboxes', async () => {
  clock = Date.parse('2026-06-01T03:00:00Z');
  const signed = async (id: string): Promise<void> => {
    const facts = [
      ['ProjectRecorded', { code: id, title: id, unit: '一组' }],
      ['OwnerAssigned', { unit: '一组', steward: { id: 'guanjia', name: '管家' } }],
      ['ContractSigned', { contracted: { amount: '1.00', currency: 'CNY' }, agreedStart: '2026-07-01' }],
    ] as const;
    for (const [index, [type, data]] of facts.entries())
      await store.append(`project-${id}`, 'any', [
        {
          id: crypto.randomUUID(),
          event: { type, occurredOn: '2026-05-28', data } as never,
          schemaVersion: 1,
          meta: { actor: { user: 'x', unit: null }, commandId: `${id}-${index}` },
        },
      ]);
  };
  await Promise.all(Array.from({ length: 120 }, (_, n) => signed(`twice-${n}`)));
  clock = Date.parse('2026-06-01T04:00:00Z'); // 1 June 2026 is 30 days before the agreed start: near-due
  await Promise.all([
    fireAll(worker(postgresLedger(database.pool)), 50),
    fireAll(worker(postgresLedger(database.pool)), 50),
  ]);
  const issued = (await store.readStream(DISPATCH))
    .flatMap((recorded) => settlementOf(recorded)!.issued)
    .filter(({ subject, on }) => subject.startsWith('project-twice-') && on === '2026-06-01');
  expect(new Set(issued.map(({ key }) => key)).size).toBe(issued.length);
  expect(issued.length).toBe(120);
  const { rows } = await database.pool.query<{ notices: string }>(
    `select count(*) as notices from reminder_recipient r join reminder m on m.key = r.key where recipient = 'person:guanjia' and m.on_day = '2026-06-01' and m.subject like 'project-twice-%'`,
  );
  expect(Number(rows[0]!.notices)).toBe(120);
});

it('records fewer at once where the log takes no more', async () => {
  let refused = 0;
  const narrow: EventStore = {
    ...store,
    append: async (stream, expected, events) => {
      if (stream !== DISPATCH || JSON.stringify(events).length < 6_000) return store.append(stream, expected, events);
      refused += 1;
      throw new AppendTooLarge('narrow');
    },
  };
  clock = Date.parse('2026-06-24T04:00:00Z'); // 7 days before the agreed start of the projects above
  const settled = await fireAll({ ...worker(postgresLedger(database.pool)), store: narrow });
  expect(refused).toBeGreaterThan(0);
  expect(settled).toBeGreaterThanOrEqual(120);
  expect(await fireAll(worker(postgresLedger(database.pool)))).toBe(0);
});

it('lays its tables over those of the release before, and folds the log anew', async () => {
  const older = await freshDatabase();
  try {
    await older.pool
      .query(`create table reminder (key uuid primary key, subject text not null, send_at timestamptz not null, state text not null); create index reminder_due on reminder (send_at, subject collate "C", key) where state = 'waiting';
      create table reminder_recipient (key uuid not null, recipient text not null, sent_at timestamptz not null); create table delivery (key uuid not null, at timestamptz not null);
      create table reminder_checkpoint (position bigint not null, rules text not null, version integer not null); insert into reminder_checkpoint values (5409, 'rules', 3)`);
    await migrate(older.pool, reminderMigrations);
    expect(await postgresLedger(older.pool).due('2999-01-01T00:00:00.000Z', 10)).toEqual({
      at: { position: 0n, rules: '', dispatched: 0 },
      rows: [],
    });
  } finally {
    await older.drop();
  }
});

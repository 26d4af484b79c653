import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { DEFAULT_POLICY, DEFAULT_RULES, NO_ORGANISATION, rulesOf } from '#domain';
import { eventStoreMigrations, postgresStore, type EventStore } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { holderIn } from '../owed/holder.ts';
import { catchUp } from './fold.ts';
import { postgresLedger } from './ledger-postgres.ts';
import { reminderMigrations } from './ledger-table.ts';
import type { FoldTools } from './owed-now.ts';
import { rebuildReminders } from './rebuild.ts';

let database: TestDatabase;
let store: EventStore;
let tools: FoldTools;
let clock = Date.parse('2026-06-01T03:00:00Z');
let rules = DEFAULT_RULES;
const MANY = 40;

const signed = async (id: string): Promise<void> => {
  const facts = [
    ['ProjectRecorded', { code: id, title: id, unit: '一组' }],
    ['ContractSigned', { contracted: { amount: '1.00', currency: 'CNY' }, agreedStart: '2026-07-01' }],
  ] as const;
  await store.append(
    `project-${id}`,
    'any',
    facts.map(([type, data]) => ({
      id: randomUUID(),
      event: { type, occurredOn: '2026-05-28', data } as never,
      schemaVersion: 1,
      meta: { actor: { user: 'x', unit: null }, commandId: id },
    })),
  );
};
const waiting = async (): Promise<number> => (await tools.ledger.due('2999-01-01T00:00:00Z', 10_000)).rows.length;

beforeAll(async () => {
  database = await freshDatabase();
  const { pool, url } = database;
  await migrate(pool, [...eventStoreMigrations, ...reminderMigrations]);
  store = postgresStore({ pool, url, now: () => clock });
  tools = {
    store,
    ledger: postgresLedger(pool),
    rules: async () => rules,
    holder: async () => holderIn(NO_ORGANISATION),
    now: () => new Date(clock),
  };
  for (let n = 0; n < MANY; n += 1) await signed(`before-${n}`);
  await catchUp(tools);
}, 600_000);
afterAll(async () => {
  await store.close();
  await database.drop();
});

it('the ledger is laid anew beside the one that serves: nobody ever finds it empty, and what is recorded meanwhile is in it', async () => {
  const before = await waiting();
  const found: number[] = [];
  let ended = false;
  const asking = (async () => {
    while (!ended) found.push(await waiting());
  })();
  const [first, second] = await Promise.all([
    rebuildReminders(database.pool, tools),
    rebuildReminders(database.pool, tools), // two at once go one after the other
    (async () => {
      for (let n = 0; n < MANY; n += 1) await signed(`meanwhile-${n}`);
    })(),
  ]);
  ended = true;
  await asking;
  expect([first.differences, second.differences]).toEqual([0, 0]);
  expect(found.length).toBeGreaterThan(1);
  expect(Math.min(...found)).toBe(before);
  await catchUp(tools);
  expect(await waiting()).toBe(2 * before);
}, 600_000);

it('a row that is not what the log says is counted as a difference, and mended', async () => {
  const { pool } = database;
  await pool.query(
    `update reminder_expected set on_day = '2030-01-01' where key = (select key from reminder_expected order by key limit 1)`,
  );
  expect((await rebuildReminders(pool, tools)).differences).toBe(2); // the row as it stood and as it should
  expect((await rebuildReminders(pool, tools)).differences).toBe(0);
  const { rows } = await pool.query(`select 1 from pg_namespace where nspname = 'reminders_next'`);
  expect(rows).toEqual([]);
  await migrate(pool, [...eventStoreMigrations, ...reminderMigrations]); // the tables are as if laid in the first place
  const { rows: indexes } = await pool.query(`select 1 from pg_indexes where indexname = 'reminder_expected_ahead'`);
  expect(indexes).toHaveLength(1);
}, 600_000);

it('what fell due before rules came that owe it no more is withdrawn, rebuilt or not', async () => {
  const { pool } = database;
  clock = Date.parse('2026-09-01T03:00:00Z');
  await catchUp(tools);
  const stricter = rulesOf([
    { type: 'PolicyPublished', data: { policy: { ...DEFAULT_POLICY, version: 2, validFrom: '2020-01-01' } } },
  ]);
  rules = stricter;
  await catchUp(tools);
  const toWithdraw = async () =>
    (await tools.ledger.due(new Date(clock).toISOString(), 10_000)).rows.filter(({ plan }) => plan === 'withdraw')
      .length;
  const before = await toWithdraw();
  expect(before).toBeGreaterThan(0);
  expect((await rebuildReminders(pool, tools)).differences).toBe(0);
  expect(await toWithdraw()).toBe(before);
}, 600_000);

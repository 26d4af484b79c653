import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { isoDate, type IsoDate, type ProjectEvent } from '#domain';
import { eventStoreMigrations, memoryStore } from '#event-store';
import { freshDatabase } from '../../../../test/support/postgres.ts';
import { projectMigrations } from '../projects/project-model.ts';
import { standingOf } from '../projects/standing.ts';
import { arrivalModel } from './arrival-model.ts';
import { rebuildArrivals, renewArrivals } from './arrival-rebuild.ts';
import { arrivalMigrations } from './arrival-table.ts';

const fact = (type: ProjectEvent['type'], on: string, data: object) => ({
  id: randomUUID(),
  event: { type, occurredOn: on as IsoDate, data } as ProjectEvent,
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
});
const reported = (arrival: string, amount: string, on: string) =>
  fact('ArrivalReported', on, { arrival, amount: { amount, currency: 'CNY' }, kind: 'building' });

const ROWS =
  'select project_id, arrival, amount, certified_on, reversed_on, from_pos, to_pos from arrival_span order by 1, 2, 6';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let second = 0;
const log = memoryStore(() => new Date(Date.UTC(2026, 2, 1, 2, 0, second++))); // each append at an instant of its own
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, [...eventStoreMigrations, ...projectMigrations, ...arrivalMigrations]);
  const first = isoDate('2026-01-05');
  for (const id of ['a', 'b'])
    await log.append(`project-${id}`, 0, [fact('ProjectRecorded', first, { code: id, title: id })]);
  const one = async (project: string, version: number, ...facts: Parameters<typeof log.append>[2]) =>
    log.append(`project-${project}`, version, facts);
  await one('a', 1, reported('1', '100.00', '2026-02-01'), reported('2', '200.00', '2026-02-02'));
  await one('b', 1, reported('1', '300.00', '2026-02-03'));
  await arrivalModel(database.pool, log).catchUp(); // laid in two steps
  await one('a', 3, fact('ArrivalCertified', '2026-02-10', { arrival: '1' }));
  await one(
    'a',
    4,
    fact('FactCorrected', '2026-02-11', {
      target: 2,
      field: 'amount',
      from: { amount: '100.00', currency: 'CNY' },
      to: { amount: '150.00', currency: 'CNY' },
      reason: '误',
    }),
  );
  await one('b', 2, fact('ArrivalReversed', '2026-02-12', { arrival: '1', reason: '退回' }));
  await one('a', 5, fact('FactVoided', '2026-02-13', { target: 3, reason: '误' }));
  await arrivalModel(database.pool, log).catchUp();
});
afterAll(async () => {
  await log.close();
  await database.drop();
});

it('what a crash took back and is laid again has the edition that it had, in however many steps', async () => {
  const { pool } = database;
  const standing = standingOf(pool);
  const { edition } = await standing();
  await pool.query(`delete from arrival_span`);
  await pool.query(`update projection_checkpoint set position = 0 where name = 'arrival'`);
  await arrivalModel(pool, log).catchUp();
  expect((await standing()).edition).toBe(edition);
});

it('arrivals laid anew are those that were laid fact by fact, whatever was known of them when', async () => {
  const { pool } = database;
  const { rows: before } = await pool.query(ROWS);
  expect(before).toHaveLength(6);
  expect(await rebuildArrivals(pool, log)).toMatchObject({ name: 'arrival', events: 9, differences: 0 });
  expect((await pool.query(ROWS)).rows).toEqual(before);
});

it('a row that was changed by hand is told and put right, and what was answered from it no longer holds', async () => {
  const { pool } = database;
  const standing = standingOf(pool);
  const { rows: before } = await pool.query(ROWS);
  const { edition } = await standing();
  await pool.query(`update arrival_span set amount = 9 where project_id = 'b'`);
  expect(await rebuildArrivals(pool, log)).toMatchObject({ differences: 4 });
  expect((await pool.query(ROWS)).rows).toEqual(before);
  expect((await standing()).edition).not.toBe(edition);
});

it('arrivals that another release laid are laid anew at the start; its own are left', async () => {
  const { pool } = database;
  expect(await renewArrivals(pool, log)).toBeNull();
  await pool.query(`update projection_checkpoint set version = 0 where name = 'arrival'`);
  expect(await renewArrivals(pool, log)).toMatchObject({ differences: 0 });
  expect(await renewArrivals(pool, log)).toBeNull();
});

import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import type { DomainEvent } from '#domain';
import { eventStoreMigrations, memoryStore, type EventStore } from '#event-store';
import { freshDatabase } from '../../../../test/support/postgres.ts';
import { projectMigrations } from '../projects/project-model.ts';
import { matterMigrations, matterModel, mattersAt } from './matter-model.ts';
import { rebuildMatters } from './matter-rebuild.ts';

const fact = (type: string, data: object) => ({
  id: randomUUID(),
  event: { type, occurredOn: '2026-05-06', data } as DomainEvent,
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
});

it('a matter tells nothing that was recorded after the position at which the lists stand', async () => {
  const database = await freshDatabase();
  const { pool } = database;
  await migrate(pool, [...eventStoreMigrations, ...projectMigrations, ...matterMigrations]);
  const log = memoryStore();
  /** Somebody records the next fact of the issue just after the new facts were read. */
  const next = [fact('IssueResolved', { text: '已接通' })];
  const busy: EventStore = {
    ...log,
    readAll: async (...asked) => {
      const page = await log.readAll(...asked);
      if (next.length > 0) await log.append('issue-1', 1, next.splice(0));
      return page;
    },
  };
  try {
    await log.append('issue-1', 0, [fact('IssueRaised', { factor: 'energy', text: '电力增容', level: 'unit' })]);
    await matterModel(pool, busy).catchUp();
    const { rows } = await pool.query<{ position: string }>('select position from matter');
    expect(rows.map(({ position }) => BigInt(position))).toEqual([await mattersAt(pool)]);
    expect(await rebuildMatters(pool, log)).toMatchObject({ events: 2, differences: 0 });
  } finally {
    await log.close();
    await database.drop();
  }
});

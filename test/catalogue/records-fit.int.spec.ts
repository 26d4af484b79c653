import { randomUUID } from 'node:crypto';
import type { IsoDate } from '#domain';
import { postgresStore } from '#event-store';
import { migrate } from '../../libs/database/src/index.ts';
import { eventStoreMigrations } from '../../libs/event-store/src/index.ts';
import { freshDatabase } from '../support/postgres.ts';

it.each([
  ['LeadDropped', { why: '无意向' }, 'LeadDropped@1 $.reason: missing'],
  ['LeadLost', {}, 'LeadLost@1: is not published'],
])('a test whose log holds a record of %s that no schema describes fails', async (type, data, said) => {
  const database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
  const store = postgresStore({ pool: database.pool, url: database.url });
  const meta = { actor: { user: 'clerk', unit: null }, commandId: randomUUID() };
  await store.append('project-1', 0, [
    { id: randomUUID(), event: { type, occurredOn: '2026-01-05' as IsoDate, data }, schemaVersion: 1, meta },
  ]);
  await store.close();
  await expect(database.drop()).rejects.toThrow(said);
});

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schemaVersionOf, type EventMeta, type ProjectEvent } from '#domain';
import { officeMigrations, openOffice, readConfig, type OpenOffice } from '#office';
import { freshDatabase } from './postgres.ts';

/** A bureau on a database of its own, whose facts a test writes as they stand in the log. */
export interface Bureau {
  readonly office: OpenOffice;
  /** Appends facts to a project, each in an append of its own; answers the position of the last. */
  readonly record: (project: string, facts: readonly ProjectEvent[], meta?: Partial<EventMeta>) => Promise<bigint>;
  readonly close: () => Promise<void>;
}

/** `now` moves its clock. */
export const bureau = async (now: () => Date = () => new Date()): Promise<Bureau> => {
  const database = await freshDatabase({ laid: officeMigrations });
  const data = await mkdtemp(join(tmpdir(), 'luodi-bureau-'));
  const office = await openOffice(readConfig({ DATABASE_URL: database.url, LUODI_DATA: data }), { now });
  const versions = new Map<string, number>();
  return {
    office,
    record: async (project, facts, meta = {}) => {
      for (const event of facts) {
        const expected = versions.get(project) ?? 0;
        const commandId = randomUUID();
        const full = { actor: { user: 'clerk', unit: null }, commandId, ...meta };
        await office.store.append(`project-${project}`, expected, [
          { id: randomUUID(), event, schemaVersion: schemaVersionOf(event.type), meta: full },
        ]);
        versions.set(project, expected + 1);
      }
      return office.store.head();
    },
    close: async () => {
      await office.close();
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
};

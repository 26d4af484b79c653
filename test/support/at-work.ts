import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openOffice, readConfig, type Config, type OpenOffice } from '#office';
import { freshDatabase, type TestDatabase } from './postgres.ts';

/** Works in an office that is opened for it and closed behind it. */
export const atWork = async <T>(config: Config, work: (office: OpenOffice) => Promise<T>): Promise<T> => {
  const office = await openOffice(config);
  try {
    return await work(office);
  } finally {
    await office.close();
  }
};

/** A bureau's database and data folder, for offices that are opened and closed again. */
export interface Premises {
  readonly database: TestDatabase;
  readonly data: string;
  readonly config: Config;
  readonly withOffice: <T>(work: (office: OpenOffice) => Promise<T>) => Promise<T>;
  readonly drop: () => Promise<void>;
}

/** `name`: of the data folder. */
export const freshPremises = async (name: string): Promise<Premises> => {
  const database = await freshDatabase();
  const data = await mkdtemp(join(tmpdir(), `luodi-${name}-`));
  const config = readConfig({ DATABASE_URL: database.url, LUODI_DATA: data, LUODI_LOG_LEVEL: 'silent' });
  return {
    database,
    data,
    config,
    withOffice: (work) => atWork(config, work),
    drop: async () => {
      await database.drop();
      await rm(data, { recursive: true, force: true });
    },
  };
};

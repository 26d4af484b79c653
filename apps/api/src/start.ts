import type { Pool } from 'pg';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sealLog } from '#audit';
import { claimServer, migrate, openDatabase, type Database } from '#database';
import { postgresStore, type EventStore } from '#event-store';
import { renewProjects } from '#projections';
import type { Config } from '../../../libs/office/src/config.ts';
import { closeApi, createApi, listen } from './server.ts';
import type { Services } from '../../../libs/office/src/office.ts';
import { startWorker } from '../../../libs/office/src/reminders/run-worker.ts';
import { apiMigrations, servicesOf } from '../../../libs/office/src/open-office.ts';

export interface Running {
  readonly port: number;
  readonly services: Services;
  /** The administrator made at the first start of an installation: shown once by whoever started it. */
  readonly firstAdministrator: { readonly user: string; readonly password: string } | null;
  readonly stop: () => Promise<void>;
}

const SEAL_EVERY = 3_600_000;

/** Seals the log every hour and when the server stops, into the database and into a file beside it: an old backup of the one does not take back the other. */
const sealing = (pool: Pool, store: EventStore, file: string): (() => Promise<void>) => {
  const seal = async (): Promise<void> => {
    await sealLog({ pool, store, now: () => new Date(), file }).catch(() => undefined);
  }; // the next one covers what this one did not
  const timer = setInterval(() => {
    void seal();
  }, SEAL_EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await seal();
  };
};

/**
 * The whole server in this process: database, log, read model and HTTP. Throws ConfigRefused and Unreachable; whatever was begun is then ended.
 * Stopping answers what has been asked, then closes in the opposite order.
 */
export const startServer = async (config: Config): Promise<Running> => {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = undo.pop(); end !== undefined; end = undo.pop()) await end();
  };
  try {
    const database = await openDatabase({ data: config.data, url: config.databaseUrl });
    undo.push(database.close);
    undo.push(await claimServer(database));
    await migrate(database.pool, apiMigrations);
    const store = postgresStore(database);
    undo.push(store.close);
    const { services, model, following: follow } = servicesOf({ config, pool: database.pool, store });
    const uploads = services.imports.folder;
    await mkdir(uploads, { recursive: true });
    for (const left of await readdir(uploads)) await rm(`${uploads}/${left}`, { recursive: true, force: true }); // of a process that was killed
    await renewProjects(database.pool, store, services.rules); // laid by another release, or under rules that have changed since
    await model.catchUp();
    const following = store.subscribe(await store.head(), async () => {
      await model.catchUp();
    });
    undo.push(following.stop);
    undo.push(sealing(database.pool, store, join(config.data, 'seals.jsonl')));
    if (config.worker === 'inside')
      undo.push((await startWorker({ services, follow, databaseUrl: database.url, apart: false })).stop);
    const api = await createApi(services);
    undo.push(() => closeApi(api));
    const firstAdministrator = await services.identity.firstAdministrator();
    return { port: await listen(api, config.host, config.port), services, firstAdministrator, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

import { migrate, openDatabase } from '#database';
import { postgresStore } from '#event-store';
import type { Config } from '../../../libs/office/src/config.ts';
import { apiMigrations, servicesOf } from '../../../libs/office/src/open-office.ts';
import { startWorker } from '../../../libs/office/src/reminders/run-worker.ts';

/** A worker in a process of its own, on the same database as the server. */
export const runWorker = async (
  config: Config,
): Promise<{ readonly backend: 'postgres' | 'redis'; readonly stop: () => Promise<void> }> => {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (let end = undo.pop(); end !== undefined; end = undo.pop()) await end();
  };
  try {
    const database = await openDatabase({ data: config.data, url: config.databaseUrl });
    undo.push(database.close);
    await migrate(database.pool, apiMigrations);
    const store = postgresStore(database);
    undo.push(store.close);
    const { services, following } = servicesOf({ config, pool: database.pool, store });
    const worker = await startWorker({ services, follow: following, databaseUrl: database.url, apart: true });
    undo.push(worker.stop);
    return { backend: worker.alarms.backend, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

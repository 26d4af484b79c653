import { openOffice, startWorker, type Config } from '#office';

/** A worker in a process of its own, on the same database as the server. */
export const runWorker = async (
  config: Config,
): Promise<{ readonly backend: 'postgres' | 'redis'; readonly stop: () => Promise<void> }> => {
  const office = await openOffice(config);
  try {
    const worker = await startWorker(office, { apart: true });
    const stop = async (): Promise<void> => {
      await worker.stop();
      await office.close();
    };
    return { backend: worker.alarms.backend, stop };
  } catch (error) {
    await office.close();
    throw error;
  }
};

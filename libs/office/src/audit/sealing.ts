import { join } from 'node:path';
import { sealLog } from '#audit';
import type { Office } from '../office.ts';

const SEAL_EVERY = 60_000; // what is not sealed yet could be rewritten

/** Where the seals stand beside the database: an old backup of the one does not take back the other. */
export const sealFile = ({ config }: Pick<Office, 'config'>): string => join(config.data, 'seals.jsonl');

/** Seals the log now, every minute and when the server stops, into the database and into the file. Answers how to end it. */
export const sealing = (office: Office): (() => Promise<void>) => {
  const { pool, store, now } = office;
  const seal = async (): Promise<void> => {
    await sealLog({ pool, store, now, file: sealFile(office) }).catch(() => undefined); // the next one covers what this one did not
  };
  void seal();
  const timer = setInterval(() => {
    void seal();
  }, SEAL_EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await seal();
  };
};

import { stat } from 'node:fs/promises';
import { sealLog } from '#audit';
import type { Office } from '../office.ts';
import { sealFile } from './seal-file.ts';
import { tellOfSealFile } from './seal-file-told.ts';

const SEAL_EVERY = 60_000; // what is not sealed yet could be rewritten

/** Asked from time to time: whether the file may have lost something since it was asked before. It only ever grows. */
const mayHaveLost = (file: string): (() => Promise<boolean>) => {
  let known = Infinity;
  return async () => {
    const { size } = await stat(file).catch(() => ({ size: 0 }));
    const shrank = size < known;
    known = size;
    return shrank;
  };
};

/** Seals the log now, every minute and when the server stops, into the database and into the file; where the file has lost seals, the log is told. Answers how to end it. */
export const sealing = (office: Office): (() => Promise<void>) => {
  const { pool, store, now } = office;
  const file = sealFile(office);
  const lost = mayHaveLost(file);
  const seal = async (): Promise<void> => {
    if (await lost()) await tellOfSealFile(office);
    await sealLog({ pool, store, now, file });
  };
  let last: Promise<void> = Promise.resolve();
  /** One after the other, so that whoever waits for the last has waited for all. */
  const tried = (): Promise<void> => {
    last = last.then(seal).catch(() => undefined); // the next one covers what this one did not
    return last;
  };
  void tried();
  const timer = setInterval(() => {
    void tried();
  }, SEAL_EVERY);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await tried();
  };
};

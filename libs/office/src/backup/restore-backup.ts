import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { readSeals, renewSealFile, sealLog } from '#audit';
import { holdsRows, inTransaction, migrate, openDatabase, setSequence, tableIn, type Pool } from '#database';
import { sealFile } from '../audit/seal-file.ts';
import { verifyLog } from '../audit/verify-log.ts';
import type { Config } from '../config.ts';
import { officeMigrations } from '../migrations.ts';
import { upToDate } from '../projects/up-to-date.ts';
import { openOffice } from '../open-office.ts';
import { readManifest, type KeptFile, type Manifest } from './manifest.ts';
import { BackupRefused } from './refused.ts';
import { KEPT_TABLES, SEPARABLE } from './what-is-kept.ts';

export interface Restored {
  readonly position: number; // where the log ends
  readonly events: number;
  readonly takenAt: string;
  readonly seconds: number;
  readonly ok: boolean; // whether chain and seals agree
}

const unpacked = (folder: string, { file }: KeptFile): Readable => {
  const packed = createReadStream(join(folder, file));
  const plain = createGunzip();
  packed.once('error', (error) => plain.destroy(error));
  return packed.pipe(plain);
};

/** Keys of people that were taken out of the backup are none of it. */
const withoutMissing = (folder: string, manifest: Manifest): Manifest => ({
  ...manifest,
  tables: manifest.tables.filter(({ table, file }) => !SEPARABLE.has(table) || existsSync(join(folder, file))),
});

/** Every file is looked at before anything is written. */
const checkFiles = async (folder: string, files: readonly KeptFile[]): Promise<void> => {
  for (const one of files) {
    const hash = createHash('sha256');
    try {
      for await (const chunk of unpacked(folder, one)) hash.update(chunk as Buffer);
    } catch {
      throw new BackupRefused('backup-damaged', one.file);
    }
    if (hash.digest('hex') !== one.sha256) throw new BackupRefused('backup-damaged', one.file);
  }
};

/** The steps that laid the tables of the backup. Models of another release have steps of other names: they are folded anew, not restored. */
const stepsOf = ({ migrations }: Manifest): typeof officeMigrations => {
  const known = new Set(officeMigrations.map(({ id }) => id));
  const unknown = migrations.filter((id) => !known.has(id) && !/^(projections|reminders)-/.test(id));
  if (unknown.length > 0) throw new BackupRefused('backup-of-newer-release', unknown.join(', '));
  const laid = new Set(migrations);
  return officeMigrations.filter(({ id }) => laid.has(id) || /^(projections|reminders)-/.test(id));
};

const checkEmpty = async (pool: Pool): Promise<void> => {
  for (const table of KEPT_TABLES)
    if (await holdsRows(pool, table)) throw new BackupRefused('installation-not-empty', table);
};

/** All tables, or none. */
const fillTables = (pool: Pool, folder: string, { tables, sequences }: Manifest): Promise<void> =>
  inTransaction(pool, async (tx) => {
    for (const one of tables) await pipeline(unpacked(folder, one), tableIn(tx, one.table, one.columns));
    for (const [name, last] of Object.entries(sequences)) await setSequence(tx, name, last);
  });

const fillFolders = async (data: string, folder: string, files: readonly KeptFile[]): Promise<void> => {
  for (const one of files) {
    const path = join(data, one.file.replace(/\.gz$/, ''));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await pipeline(unpacked(folder, one), createWriteStream(path, { mode: 0o600, flush: true }));
  }
};

/**
 * Brings a backup back into an empty installation, folds the read models from its log, and verifies it. Files go first and the tables in one transaction, so that a restore which is
 * cut off leaves an empty installation, or one whose models are folded at its next start. Throws BackupRefused and Unreachable.
 */
export const restoreBackup = async (config: Config, folder: string): Promise<Restored> => {
  const began = Date.now();
  const manifest = withoutMissing(folder, await readManifest(folder));
  const steps = stepsOf(manifest);
  await checkFiles(folder, [...manifest.tables, ...manifest.files]);
  const database = await openDatabase({ data: config.data, url: config.databaseUrl });
  try {
    await migrate(database.pool, steps);
    await checkEmpty(database.pool);
    await fillFolders(config.data, folder, manifest.files);
    await fillTables(database.pool, folder, manifest);
  } finally {
    await database.close();
  }
  const office = await openOffice(config);
  try {
    await upToDate(office);
    await Promise.all([office.numbers.catchUp(), office.matters.catchUp()]);
    await sealLog({ pool: office.pool, store: office.store, now: office.now, file: sealFile(office) });
    await renewSealFile(sealFile(office), await readSeals(office.pool)); // the backup holds the seals in its tables
    const { ok, events } = await verifyLog(office, {
      withoutKeys: !manifest.tables.some(({ table }) => SEPARABLE.has(table)),
    });
    const seconds = (Date.now() - began) / 1000;
    return { position: Number(manifest.position), events, takenAt: manifest.takenAt, seconds, ok };
  } finally {
    await office.close();
  }
};

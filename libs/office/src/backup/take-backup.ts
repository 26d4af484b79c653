import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { columnsOf, inSnapshot, migrationsLaid, sequencesOf, tableOut } from '#database';
import { headIn } from '#event-store';
import type { Office } from '../office.ts';
import { settle } from '../settle.ts';
import { MANIFEST, type KeptFile, type KeptTable, type Manifest } from './manifest.ts';
import { BackupRefused } from './refused.ts';
import { KEPT_FILE, KEPT_FOLDER, KEPT_TABLES } from './what-is-kept.ts';

interface Backup {
  readonly folder: string;
  readonly position: number;
  readonly tables: number;
  readonly files: number;
}

/** Writes what is read, packed, into a file that others may not open; answers its hash before packing. */
const written = async (from: Readable, folder: string, file: string): Promise<KeptFile> => {
  const hash = createHash('sha256');
  const counted = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await mkdir(dirname(join(folder, file)), { recursive: true, mode: 0o700 });
  await pipeline(from, counted, createGzip(), createWriteStream(join(folder, file), { mode: 0o600, flush: true }));
  return { file, sha256: hash.digest('hex') };
};

/** Files never change once they are kept (each is named by its content), so they may be read after the tables. */
const filesOf = async (data: string, folder: string): Promise<readonly KeptFile[]> => {
  const home = join(data, KEPT_FOLDER);
  const there = existsSync(home) ? await readdir(home, { recursive: true }) : [];
  const files: KeptFile[] = [];
  for (const name of there.map((one) => `${KEPT_FOLDER}/${one}`).filter((one) => KEPT_FILE.test(one)))
    files.push(await written(createReadStream(join(data, name)), folder, `${name}.gz`));
  return files;
};

const tablesOfSnapshot = (office: Office, folder: string): Promise<Omit<Manifest, 'format' | 'takenAt' | 'files'>> =>
  inSnapshot(office.pool, async (tx) => {
    const migrations = await migrationsLaid(tx);
    const sequences = await sequencesOf(tx);
    const tables: KeptTable[] = [];
    for (const table of KEPT_TABLES) {
      const columns = await columnsOf(tx, table);
      tables.push({ table, columns, ...(await written(tableOut(tx, table, columns), folder, `${table}.gz`)) });
    }
    return { migrations, sequences, tables, position: String(await headIn(tx)) };
  });

/**
 * Copies what cannot be folded anew into a new folder, as of one moment, while the office goes on working. A backup that is cut off is no backup: the folder gets its
 * name only when everything stands in it. It holds hashed passwords and the secrets of channels: keep it as safe as the installation. Throws BackupRefused.
 */
export const takeBackup = async (office: Office, into: string): Promise<Backup> => {
  const folder = resolve(into);
  if (office.config.log.kind !== 'postgres') throw new BackupRefused('log-kept-elsewhere', office.config.log.kind);
  if (existsSync(folder)) throw new BackupRefused('folder-not-empty', folder);
  const making = `${folder}.making`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true, mode: 0o700 });
  const takenAt = office.now().toISOString();
  const snapshot = await tablesOfSnapshot(office, making);
  const files = await filesOf(office.config.data, making);
  const manifest: Manifest = { format: 1, takenAt, ...snapshot, files };
  await writeFile(join(making, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  await settle(making);
  await rename(making, folder);
  await settle(dirname(folder));
  return { folder, position: Number(manifest.position), tables: manifest.tables.length, files: files.length };
};

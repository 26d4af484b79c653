import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupRefused } from './refused.ts';

/** A file of a backup, and what was put into it. */
export interface KeptFile {
  readonly file: string; // relative to the backup's folder
  readonly sha256: string; // of its content before compression
}
export interface KeptTable extends KeptFile {
  readonly table: string;
  readonly columns: readonly string[];
}

/** What stands in a backup: read first, written last. */
export interface Manifest {
  readonly format: 1;
  readonly takenAt: string;
  readonly position: string; // where the log ended
  readonly migrations: readonly string[]; // the steps that had laid the tables
  readonly sequences: Readonly<Record<string, string>>;
  readonly tables: readonly KeptTable[];
  readonly files: readonly KeptFile[];
}

export const MANIFEST = 'backup.json';

/** Reads what a folder says of itself. Throws BackupRefused where it is no backup, or one of a format that is not known. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  let read: Partial<Manifest>;
  try {
    read = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Partial<Manifest>;
  } catch {
    throw new BackupRefused('no-backup', folder);
  }
  if (read.format !== 1) throw new BackupRefused('backup-of-newer-release', `format ${String(read.format)}`);
  return read as Manifest;
};

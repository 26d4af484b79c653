import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupRefused } from './refused.ts';
import { KEPT_FILE, KEPT_TABLES } from './what-is-kept.ts';

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

const NAME = /^[a-z_]{1,63}$/;
const isName = (name: unknown): boolean => typeof name === 'string' && NAME.test(name);
const isNumber = (text: unknown): boolean => typeof text === 'string' && /^\d{1,18}$/.test(text);

const isOrdered = (places: readonly number[]): boolean =>
  places.every((place, index) => place > (places[index - 1] ?? -1));

/** Whether it names only what a backup holds: a folder that comes from elsewhere reaches no other table, file or sequence. */
const isSound = ({ position, migrations, sequences, tables, files }: Partial<Manifest>): boolean =>
  isNumber(position) &&
  Array.isArray(migrations) &&
  Object.entries(sequences ?? {}).every(([name, last]) => isName(name) && isNumber(last)) &&
  Array.isArray(tables) &&
  Array.isArray(files) &&
  [tables, files].every((list) => list.every((one: unknown) => typeof one === 'object' && one !== null)) &&
  isOrdered(tables.map(({ table }) => KEPT_TABLES.indexOf(table as (typeof KEPT_TABLES)[number]))) &&
  tables.every(({ table, file }) => file === `${table}.gz`) &&
  tables.every(({ columns }) => Array.isArray(columns) && columns.every(isName)) &&
  files.every(({ file }) => typeof file === 'string' && file.endsWith('.gz') && KEPT_FILE.test(file.slice(0, -3)));

/** Reads what a folder says of itself. Throws BackupRefused where it is no backup, or one of a format that is not known. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  let read: Partial<Manifest>;
  try {
    read = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Partial<Manifest>;
  } catch {
    throw new BackupRefused('no-backup', folder);
  }
  if (read?.format !== 1) throw new BackupRefused('backup-of-newer-release', `format ${String(read?.format)}`);
  if (!isSound(read)) throw new BackupRefused('backup-damaged', MANIFEST);
  return read as Manifest;
};

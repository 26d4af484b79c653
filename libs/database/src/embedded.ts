import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  closeSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { answers, ask, othersConnected, readAccess, urlOf, writeAccess, type Access } from './access.ts';
import { alone } from './alone.ts';
import { closeFolder, isWritable, makeFolder, places, runAs, type RunAs } from './binaries.ts';
import { isLeftRunning } from './left-behind.ts';
import { isDiskFull, Unreachable } from './refusals.ts';

const run = promisify(execFile);

export interface Embedded {
  readonly url: string;
  /** Whether it is there; one that starts or is overloaded is. */ readonly isThere: () => Promise<boolean>;
  /** Starts it again where it has died, at its old address. Throws Unreachable. */ readonly revive: () => Promise<void>;
  /** Stops the server, unless another process still works with it. */ readonly release: () => Promise<void>;
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  work_mem: '16MB',
  maintenance_work_mem: '64MB',
  wal_level: 'replica',
  wal_recycle: 'off', // what was deleted must not live on in files that are kept for later
  max_wal_size: '1GB',
  synchronous_commit: 'on',
  fsync: 'on',
  full_page_writes: 'on',
  max_parallel_workers_per_gather: '0',
  max_worker_processes: '2',
  autovacuum_max_workers: '1',
  jit: 'off',
  timezone: 'UTC',
  logging_collector: 'off',
};

const freePort = (): Promise<number> =>
  new Promise((answer, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        answer(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });

const tail = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim().split('\n').slice(-4).join(' | ');
  } catch {
    return 'no log';
  }
};

const initialise = async (bin: string, files: string, password: string, as: RunAs): Promise<void> => {
  const making = `${files}.making`; // a first start that is killed leaves no half database behind
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true, mode: 0o700 });
  const secret = `${making}.secret`;
  writeFileSync(secret, password, { mode: 0o600 });
  if (as.uid !== undefined && as.gid !== undefined)
    for (const path of [making, secret]) chownSync(path, as.uid, as.gid);
  try {
    await run(
      join(bin, 'initdb'),
      [
        '-D',
        making,
        '-U',
        'luodi',
        '--auth=scram-sha-256',
        `--pwfile=${secret}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
        '--no-instructions',
      ],
      { ...as, cwd: '/' },
    );
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(making, files);
};

/** Gives the database a known password again where its own was lost with `database.json`. The server must not run. */
const setPassword = async (bin: string, files: string, password: string, as: RunAs): Promise<void> => {
  const done = run(join(bin, 'postgres'), ['--single', '-D', files, 'postgres'], { ...as, cwd: '/' });
  done.child.stdin?.end(`alter role luodi password '${password}'\n`);
  await done;
};

const start = async (bin: string, files: string, log: string, access: Access, as: RunAs): Promise<void> => {
  const flags = Object.entries({ ...SETTINGS, port: String(access.port) })
    .map(([name, value]) => `-c ${name}=${value === '' ? `''` : value}`)
    .join(' ');
  const code = await new Promise<number | null>((answer, fail) => {
    // pg_ctl detaches the server: it outlives a killed Luodi, and the next start takes it over as it is.
    const child = spawn(join(bin, 'pg_ctl'), ['-D', files, '-l', log, '-o', flags, '-w', '-t', '60', 'start'], {
      ...as,
      cwd: '/',
      stdio: 'ignore',
    });
    child.once('error', fail);
    child.once('exit', answer);
  });
  if (code !== 0)
    throw new Unreachable(/No space left/.test(tail(log)) ? 'disk-full' : 'database-does-not-start', tail(log));
};

const stop = async (bin: string, files: string, as: RunAs): Promise<void> => {
  await run(join(bin, 'pg_ctl'), ['-D', files, '-m', 'fast', '-w', 'stop'], { ...as, cwd: '/' }).catch(() => undefined);
};

const MOST_PORTS = 3; // between finding a free port and taking it, somebody else may be faster

/** Starts the server on a free port, which is written down before. */
const startOnFreePort = async (
  { bin, files, file, log }: Readonly<Record<'bin' | 'files' | 'file' | 'log', string>>,
  password: string,
  as: RunAs,
): Promise<Access> => {
  for (let attempt = 1; ; attempt += 1) {
    const next: Access = { password, port: await freePort() };
    writeAccess(file, next);
    try {
      await start(bin, files, log, next, as);
      return next;
    } catch (error) {
      if (attempt === MOST_PORTS || !/Address already in use/.test(tail(log))) throw error;
    }
  }
};

const asUnreachable = (error: unknown, folder: string): Unreachable => {
  if (error instanceof Unreachable) return error;
  if (isDiskFull(error)) return new Unreachable('disk-full', folder);
  const { code, syscall, message } = error as NodeJS.ErrnoException;
  const unwritable = ['EACCES', 'EROFS', 'EPERM', 'ENOTDIR', 'EEXIST'].includes(String(code)) || syscall === 'mkdir';
  return new Unreachable(unwritable ? 'data-folder-unwritable' : 'database-does-not-start', message);
};

/** The files of the database as a server can start on them: made where there are none, opened again where their password was lost. */
const prepare = async (
  { bin, files, outside }: ReturnType<typeof places>,
  known: Access | null,
  password: string,
  as: RunAs,
): Promise<void> => {
  // A data folder that is gone took its database with it as far as its owner knows; elsewhere we keep the files all the same.
  if (known === null && outside && existsSync(files)) renameSync(files, `${files}.left-${Date.now()}`);
  if (!existsSync(files)) await initialise(bin, files, password, as);
  else if (known === null) await setPassword(bin, files, password, as);
};

/**
 * The PostgreSQL of a data folder: made at the first call, started if it does not run, taken over as it is where a killed process left it
 * running or another process uses it. Every commit is synced. Throws Unreachable.
 */
export const openEmbedded = async (data: string): Promise<Embedded> => {
  const folder = resolve(data);
  try {
    makeFolder(folder);
    closeFolder(folder);
    if (!isWritable(folder)) throw new Unreachable('data-folder-unwritable', folder);
    const as = runAs();
    const there = places(folder, as);
    const { bin, files } = there;
    const file = join(folder, 'database.json');
    const log = `${files}.log`; // beside the files: its writer may not be allowed into the data folder
    const access = await alone(folder, async () => {
      const known = readAccess(file);
      if (known !== null && existsSync(files) && (await answers(known))) return known;
      const password = known?.password ?? randomBytes(24).toString('base64url');
      mkdirSync(dirname(files), { recursive: true });
      if (!existsSync(log)) closeSync(openSync(log, 'a', 0o640));
      if (as.uid !== undefined && as.gid !== undefined) chownSync(log, as.uid, as.gid);
      if (await isLeftRunning(files)) await stop(bin, files, as);
      await prepare(there, known, password, as);
      return startOnFreePort({ bin, files, file, log }, password, as);
    });
    chmodSync(file, 0o600);
    return {
      url: urlOf(access),
      isThere: async () => (await ask(access)) !== 'gone',
      revive: () =>
        alone(folder, async () => {
          if (await answers(access)) return; // another process was first
          if (await isLeftRunning(files)) await stop(bin, files, as);
          await start(bin, files, log, access, as);
        }),
      release: () =>
        alone(folder, async () => {
          // Our own connections need a moment to be gone on the server's side.
          for (let tries = 0; await othersConnected(access); tries += 1) {
            if (tries === 10) return;
            await new Promise((later) => {
              setTimeout(later, 50);
            });
          }
          await stop(bin, files, as);
        }),
    };
  } catch (error) {
    throw asUnreachable(error, folder);
  }
};

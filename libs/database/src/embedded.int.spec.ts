import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FROM_SOURCE } from '../../../test/support/from-source.ts';
import { claimServer, connect, openDatabase, openEmbedded, UNREACHABLE } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'luodi-embedded-'));
  await chmod(folder, 0o755);
});
afterEach(async () => {
  await openEmbedded(folder)
    .then(({ release }) => release())
    .catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

const postmaster = async (): Promise<number> =>
  Number.parseInt(await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10);
const count = async (): Promise<number> => {
  const database = await openDatabase({ data: folder });
  try {
    return Number((await database.pool.query<{ n: string }>('select count(*) as n from kept')).rows[0]?.n);
  } finally {
    await database.close();
  }
};

/** A process of its own that wrote one row and holds the database. */
const holder = async (): Promise<{ readonly kill: () => Promise<void> }> => {
  const child = spawn(
    process.execPath,
    [...FROM_SOURCE, join(__dirname, '../../../test/support/database-holder.cjs'), folder],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout, 'data');
  return {
    kill: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
};

describe('the database of a data folder', () => {
  it('is made at the first start and holds its rows at the next', async () => {
    const database = await openDatabase({ data: folder });
    await database.pool.query('create table kept (n integer); insert into kept values (1)');
    const { rows } = await database.pool.query(
      `select current_setting('fsync') as fsync, current_setting('server_encoding') as encoding, current_setting('listen_addresses') as address`,
    );
    expect(rows).toEqual([{ fsync: 'on', encoding: 'UTF8', address: '127.0.0.1' }]);
    await database.close();
    expect(await count()).toBe(1);
  });
  it('is taken over where a killed process left it running, with all that was committed', async () => {
    const { kill } = await holder();
    const before = await postmaster();
    await kill();
    const database = await openDatabase({ data: folder });
    expect(await postmaster()).toBe(before);
    await database.close();
    expect(await count()).toBe(1);
  });
  it('starts again where it was killed together with its process', async () => {
    const { kill } = await holder();
    process.kill(await postmaster(), 'SIGKILL');
    await kill();
    expect(await count()).toBe(1);
  });
  it('starts where a stranger got the number of a database that is gone, and leaves the stranger alone', async () => {
    const database = await openDatabase({ data: folder });
    await database.pool.query('create table kept (n integer); insert into kept values (1)');
    await database.close();
    const { uid } = await stat(join(folder, 'postgres'));
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { uid, cwd: '/' });
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), `${stranger.pid}\n`);
    expect(await count()).toBe(1);
    expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null]);
    stranger.kill();
  });
  it('is started again where it dies under a server, and the server keeps its claim', async () => {
    const server = await openDatabase({ data: folder });
    const leave = await claimServer(server);
    await server.pool.query('create table kept (n integer); insert into kept values (1)');
    process.kill(await postmaster(), 'SIGKILL');
    const answered = async (): Promise<boolean> =>
      server.pool.query('select n from kept').then(
        ({ rows }) => rows.length === 1,
        () => false,
      );
    const claimed = async (): Promise<boolean> =>
      server.pool.query(`select from pg_locks where locktype = 'advisory' and objid = 7236481`).then(
        ({ rowCount }) => rowCount === 1,
        () => false,
      );
    const until = async (what: () => Promise<boolean>): Promise<void> => {
      while (!(await what()))
        await new Promise((later) => {
          setTimeout(later, 100);
        });
    };
    await until(answered);
    await until(claimed);
    await leave();
    await server.close();
    await expect(connect(server.url)).rejects.toMatchObject({ code: 'database-unreachable' });
  });
  it('keeps its folder from the eyes of others', async () => {
    await (await openDatabase({ data: folder })).close();
    expect((await stat(folder)).mode & 0o066).toBe(0); // under root its own user still walks through it
  });
  it('is started once where two processes start at once, and runs until the last has gone', async () => {
    const [one, two] = await Promise.all([openDatabase({ data: folder }), openDatabase({ data: folder })]);
    expect(one.url).toBe(two.url);
    await one.close();
    expect((await two.pool.query('select 1 as works')).rows).toEqual([{ works: 1 }]);
    await two.close();
    await expect(connect(one.url)).rejects.toMatchObject({ code: 'database-unreachable' });
  });
  it('starts where a process was killed while it held the start lock', async () => {
    const gone = spawn(process.execPath, ['-e', '']);
    await once(gone, 'exit');
    await writeFile(join(folder, 'starting.lock'), String(gone.pid));
    await (await openDatabase({ data: folder })).close();
  });
  it('keeps its password to its owner, and opens again where that file was lost', async () => {
    const database = await openDatabase({ data: folder });
    await database.pool.query('create table kept (n integer); insert into kept values (1)');
    await database.close();
    expect((await stat(join(folder, 'database.json'))).mode & 0o777).toBe(0o600);
    await rm(join(folder, 'database.json'));
    expect(await count()).toBe(1);
  });
  it('serves one server; a second is refused, a command beside it is not', async () => {
    const [server, second] = await Promise.all([openDatabase({ data: folder }), openDatabase({ data: folder })]);
    const leave = await claimServer(server);
    await expect(claimServer(second)).rejects.toMatchObject({ name: 'Unreachable', code: 'already-running' });
    expect((await second.pool.query('select 1 as works')).rows).toEqual([{ works: 1 }]);
    await leave();
    await (
      await claimServer(second)
    )();
    await server.close();
    await second.close();
  });
});

describe('an installation that cannot be used', () => {
  it('is refused where its folder cannot be made', async () => {
    await writeFile(join(folder, 'a-file'), '');
    await expect(openEmbedded(join(folder, 'a-file', 'data'))).rejects.toMatchObject({
      name: 'Unreachable',
      code: 'data-folder-unwritable',
    });
    await expect(openEmbedded(join(folder, 'a-file'))).rejects.toMatchObject({ code: 'data-folder-unwritable' });
    await expect(openEmbedded('/proc/luodi')).rejects.toMatchObject({ code: 'data-folder-unwritable' });
  });
  it('is refused where no database answers', async () => {
    await expect(openDatabase({ data: folder, url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
      code: 'database-unreachable',
    });
  });
  it('is told what to do in both languages', () => {
    for (const { zh, en } of Object.values(UNREACHABLE))
      expect([/\p{Script=Han}/u.test(zh), /^[A-Z]/.test(en)]).toEqual([true, true]);
  });
});

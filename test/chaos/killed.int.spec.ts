import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '#database';
import { postgresStore } from '#event-store';
import { verify } from '#audit';
import { changeFirstPassword } from '../support/first-password.ts';
import { pause, until } from '../support/soon.ts';

const root = join(__dirname, '../..');
const cli = join(root, 'dist/apps/cli/src/main.js');
const data = mkdtempSync(join(tmpdir(), 'luodi-chaos-'));
chmodSync(data, 0o755);
afterAll(() => rmSync(data, { recursive: true, force: true }));

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null) done(child.exitCode);
    else
      child.once('exit', (code) => {
        done(code);
      });
  });

const luodi = async (...words: string[]): Promise<{ code: number | null; json: Record<string, unknown> }> => {
  const child = spawn('node', [cli, ...words, '--json', '--data', data], { stdio: ['ignore', 'pipe', 'ignore'] });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString();
  });
  const code = await ended(child);
  return { code, json: JSON.parse(out || '{}') as Record<string, unknown> };
};

const WHERE = /127\.0\.0\.1:(\d+)\s/;
const FIRST = /shown once.*: (\S+) \/ (\S+)\s/;

/** Starts the real server as a process of its own; answers where it listens and what it said up to `last`. */
const serve = async (last: RegExp): Promise<{ child: ChildProcess; url: string; said: string }> => {
  const child = spawn('node', [cli, 'start', '--data', data, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr!.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  await until('the server says where it is', () => last.test(said));
  return { child, url: `http://127.0.0.1:${WHERE.exec(said)![1]}`, said };
};

interface Login {
  readonly user: string;
  readonly password: string;
}
let login: Login | null = null;

/** Starts the server and signs its first administrator in. */
const signedIn = async (): Promise<{ child: ChildProcess; url: string; cookie: string }> => {
  const { child, url, said } = await serve(login === null ? FIRST : WHERE);
  const [, user = '', password = ''] = FIRST.exec(said) ?? [];
  login ??= await changeFirstPassword(url, { user, password });
  const signed = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  return { child, url, cookie: signed.headers.get('set-cookie')!.split(';')[0]! };
};

interface Import {
  readonly id: string;
  readonly state: string;
  readonly progress: { readonly done: number; readonly total: number | null };
  readonly report: {
    readonly importId: string;
    readonly repeatOf: string | null;
    readonly sheets: { rows: Record<string, number> }[];
  } | null;
  readonly problem: { readonly code: string } | null;
}
const ROWS = 2_400; // five batches: one is stored while the next is decided
const ledgerOf = (name: string): string =>
  [
    '项目编号,项目名称,投资方,签约日期,合同额（万元）',
    ...Array.from(
      { length: ROWS },
      (_, n) => `${name}-${n},${name}项目${n}号,${name}${n}有限公司,2024-0${1 + (n % 9)}-11,${1000 + n}`,
    ),
  ].join('\n');

/** An import as the page gives it, and how far it is. */
const importsAt = (url: string, cookie: string) => ({
  give: async (name: string): Promise<Import> => {
    const body = new FormData();
    body.append('file', new Blob([ledgerOf(name)]), `${name}.csv`);
    const answer = await fetch(`${url}/api/imports`, { method: 'POST', headers: { cookie }, body });
    return (await answer.json()) as Import;
  },
  look: async (id: string): Promise<Import> =>
    (await (await fetch(`${url}/api/imports/${id}`, { headers: { cookie } })).json()) as Import,
});
const isOver = ({ state }: Import): boolean => state !== 'waiting' && state !== 'running';

describe('killed at any moment, nothing acknowledged is lost and nothing is there twice', () => {
  beforeAll(() => {
    if (!existsSync(cli)) throw new Error('not built: npm run build');
  });

  it('kill -9 of the server in the middle of commands, three times', async () => {
    const acknowledged = new Map<string, string>(); // idempotency key → project id
    const given: { key: string; code: string }[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { child, url, cookie } = await signedIn();
      const register = async (key: string, code: string): Promise<void> => {
        const answer = await fetch(`${url}/api/projects`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie, 'idempotency-key': key },
          body: JSON.stringify({ code, title: `Lead ${code}` }),
        });
        if (answer.ok) acknowledged.set(key, ((await answer.json()) as { projectId: string }).projectId);
      };
      await Promise.all(given.map(({ key, code }) => register(key, code))); // what was asked before is asked again: one effect
      const work = Array.from({ length: 200 }, (_, n) => ({ key: randomUUID(), code: `K${round}-${n}` }));
      given.push(...work);
      const asking = Promise.allSettled(work.map(({ key, code }) => register(key, code)));
      await pause(150 + round * 100);
      child.kill('SIGKILL');
      await Promise.all([asking, ended(child)]);
    }
    const { child, url, cookie } = await signedIn();
    try {
      const { total } = (await (await fetch(`${url}/api/lists/leads?limit=1`, { headers: { cookie } })).json()) as {
        total: number;
      };
      const database = await openDatabase({ data });
      const store = postgresStore({ ...database, raw: true });
      try {
        const stored = new Set<string>();
        for await (const events of store.readByStream('project-', await store.head()))
          stored.add(events[0]!.stream.slice(8));
        for (const id of acknowledged.values()) expect(stored.has(id)).toBe(true); // acknowledged = stored
        expect(stored.size).toBe(total); // stored = projected
        expect(new Set(acknowledged.values()).size).toBe(acknowledged.size);
        expect(acknowledged.size).toBeGreaterThan(0);
        expect((await verify(store)).ok).toBe(true);
      } finally {
        await store.close();
        await database.close();
      }
    } finally {
      child.kill('SIGTERM');
      await ended(child);
    }
  });

  it('kill -9 of an import, then the same file again: complete, and nothing twice', async () => {
    const file = join(data, 'sample-ledger-copy.xlsx');
    copyFileSync(join(root, 'test/acceptance/sample-ledger.xlsx'), file);
    for (const time of [900, 1300, 1700]) {
      const child = spawn('node', [cli, 'import', file, '--json', '--data', data], { stdio: 'ignore' });
      await pause(time);
      child.kill('SIGKILL');
      await ended(child);
    }
    const { code, json } = await luodi('import', file);
    expect(code).toBe(0);
    const again = await luodi('import', file);
    expect(again.json['repeatOf']).toBe(again.json['importId']);
    expect(json['importId']).toBe(again.json['importId']);
    const { json: signed } = await luodi('list', 'signed', '--as-of', '2022-06-30', '--where', 'signedOn>=2022-01-01');
    expect(signed['total']).toBe(66);
    expect((await luodi('verify')).json['ok']).toBe(true);
    expect(((await luodi('rebuild')).json['models'] as { differences: number }[])[0]!.differences).toBe(0);
  });

  it.each<[string, (now: Import) => boolean]>([
    ['read', ({ state, progress }) => state === 'running' && progress.total === null],
    ['stored', ({ progress }) => progress.done > 0],
  ])(
    'kill -9 of the server in an import whose file is being %s: it says so, and the same file is stored once',
    async (name, isThere) => {
      const before = await signedIn();
      const imports = importsAt(before.url, before.cookie);
      const { id } = await imports.give(name);
      await until('it is there', async () => {
        const now = await imports.look(id);
        return isThere(now) || isOver(now);
      });
      before.child.kill('SIGKILL');
      await ended(before.child);

      const { child, url, cookie } = await signedIn();
      try {
        const anew = importsAt(url, cookie);
        await until('it says what became of it', async () => isOver(await anew.look(id)));
        const { state, problem } = await anew.look(id);
        expect(state === 'done' || problem !== null).toBe(true); // a machine so fast that it was over is sound, too
        const again = await anew.give(name);
        await until('the same file is in', async () => isOver(await anew.look(again.id)));
        const { report } = await anew.look(again.id);
        expect(report?.sheets[0]!.rows).toMatchObject({ read: ROWS, held: 0, rejected: 0 });
        const third = await anew.give(name);
        await until('the same file is known', async () => isOver(await anew.look(third.id)));
        expect((await anew.look(third.id)).report?.repeatOf).not.toBeNull();
        const answer = await fetch(`${url}/api/imports/past/${report!.importId}`, { headers: { cookie } });
        const { projects } = (await answer.json()) as { projects: { code: string; events: number }[] };
        expect([projects.length, new Set(projects.map(({ code }) => code)).size]).toEqual([ROWS, ROWS]);
        expect(new Set(projects.map(({ events }) => events)).size).toBe(1); // each whole, none told twice
      } finally {
        child.kill('SIGTERM');
        await ended(child);
      }
      expect((await luodi('verify')).json['ok']).toBe(true);
    },
  );
});

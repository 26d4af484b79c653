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

describe('killed at any moment, nothing acknowledged is lost and nothing is there twice', () => {
  beforeAll(() => {
    if (!existsSync(cli)) throw new Error('not built: npm run build');
  });

  it('kill -9 of the server in the middle of commands, three times', async () => {
    let login: { user: string; password: string } | null = null;
    const acknowledged = new Map<string, string>(); // idempotency key → project id
    const given: { key: string; code: string }[] = [];
    for (let round = 0; round < 3; round += 1) {
      const { child, url, said } = await serve(login === null ? FIRST : WHERE);
      const [, user = '', password = ''] = FIRST.exec(said) ?? [];
      login ??= await changeFirstPassword(url, { user, password });
      const signed = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(login),
      });
      const cookie = signed.headers.get('set-cookie')!.split(';')[0]!;
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
    const { child, url } = await serve(WHERE);
    try {
      const signed = await fetch(`${url}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(login),
      });
      const cookie = signed.headers.get('set-cookie')!.split(';')[0]!;
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
});

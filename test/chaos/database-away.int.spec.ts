import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, openEmbedded } from '#database';
import { readConfig } from '#office';
import { startServer, type Running } from '../../apps/api/src/start.ts';
import { testApi } from '../support/api.ts';
import { changeFirstPassword } from '../support/first-password.ts';
import { until } from '../support/soon.ts';

it('who comes while every connection is at work is asked to come again, and is answered once one is free', async () => {
  const t = await testApi();
  try {
    const admin = await t.signedIn('root', ['admin']);
    const asked = () => t.http().get('/api/lists/signed').set('cookie', admin);
    const { pool } = t.office;
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    const answers = await Promise.all([asked(), asked()]);
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    for (const { headers, body } of answers) {
      expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      expect(body).toMatchObject({ code: 'unavailable', zh: expect.any(String), en: expect.any(String) });
    }
    expect((await t.http().get('/api/health/ready')).status).toBe(503);
    expect((await t.http().get('/api/health/live')).status).toBe(200);
    for (const one of taken) one.release();
    expect((await asked()).status).toBe(200);
    expect((await t.http().get('/api/health/ready')).status).toBe(200);
  } finally {
    await t.close();
  }
});

describe('an outside PostgreSQL that is stopped and started again beneath the server', () => {
  it('is missed in words, and found again by requests, lists, the feed and readiness without a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'luodi-away-'));
    chmodSync(folder, 0o755);
    const outside = await openEmbedded(join(folder, 'outside'));
    const pool = await connect(outside.url, 1);
    const { rows } = await pool.query<{ data_directory: string }>('show data_directory');
    await pool.end();
    const postmaster = Number(readFileSync(join(rows[0]!.data_directory, 'postmaster.pid'), 'utf8').split('\n')[0]);
    let server: Running | null = null;
    try {
      server = await startServer(
        readConfig({
          LUODI_DATA: join(folder, 'data'),
          LUODI_HOST: '127.0.0.1',
          LUODI_PORT: '0',
          LUODI_LOG_LEVEL: 'silent',
          DATABASE_URL: outside.url,
        }),
      );
      const url = `http://127.0.0.1:${server.port}`;
      const own = await changeFirstPassword(url, server.firstAdministrator!);
      const headers = { 'content-type': 'application/json' };
      const session = await fetch(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify(own) });
      const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
      const register = (title: string, key: string): Promise<Response> =>
        fetch(`${url}/api/projects`, {
          method: 'POST',
          headers: { ...headers, cookie, 'idempotency-key': key },
          body: JSON.stringify({ title }),
        });
      const total = async (): Promise<number> =>
        (
          (await (
            await fetch(`${url}/api/lists/leads?atLeast=${await server!.office.store.head()}`, { headers: { cookie } })
          ).json()) as { total: number }
        ).total;
      expect((await register('停机前', randomUUID())).status).toBe(201);

      process.kill(postmaster, 'SIGINT'); // a fast shutdown, as of a service that is restarted
      await until('PostgreSQL is gone', async () => !(await outside.isThere()));
      const key = randomUUID();
      const missed = await register('停机中', key);
      expect([missed.status, missed.headers.has('retry-after')]).toEqual([503, true]);
      expect(await missed.json()).toMatchObject({
        code: 'unavailable',
        zh: expect.any(String),
        en: expect.any(String),
      });
      expect((await fetch(`${url}/api/health/ready`)).status).toBe(503);
      expect((await fetch(`${url}/api/health/live`)).status).toBe(200);

      await outside.revive();
      await until('the command is stored', async () => (await register('停机中', key)).status === 201);
      expect((await register('停机中', key)).status).toBe(201); // once more: done once
      expect(await total()).toBe(2);
      expect((await register('停机后', randomUUID())).status).toBe(201);
      expect(await total()).toBe(3);
      await until('the server is ready', async () => (await fetch(`${url}/api/health/ready`)).status === 200);
      const head = await server.office.store.head();
      await until(
        'the reminders have read on',
        async () => (await server!.office.reminders.watch.state()).canaryAt !== null && head > 0n,
      );
    } finally {
      await server?.stop();
      await outside.release();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

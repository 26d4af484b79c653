import { chmod, mkdtemp, mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import { readConfig } from '#office';
import { startServer, type Running } from './start.ts';
import { changeFirstPassword } from '../../../test/support/first-password.ts';

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await freshDatabase();
  folder = await mkdtemp(join(tmpdir(), 'luodi-start-'));
  await mkdir(join(folder, 'web', 'assets'), { recursive: true });
  await writeFile(
    join(folder, 'web', 'index.html'),
    '<!doctype html><title>落地</title><script type="module" src="/assets/main-1.js"></script>',
  );
  await writeFile(join(folder, 'web', 'assets', 'main-1.js'), 'export {};');
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const config = (more: Record<string, string> = {}) =>
  readConfig({
    LUODI_HOST: '127.0.0.1',
    LUODI_PORT: '0',
    LUODI_DATA: folder,
    LUODI_WEB: join(folder, 'web'),
    DATABASE_URL: database.url,
    LUODI_LOG_LEVEL: 'silent',
    ...more,
  });
const withServer = async <T>(
  work: (running: Running, address: string) => Promise<T>,
  more?: Record<string, string>,
): Promise<T> => {
  const running = await startServer(config(more));
  try {
    return await work(running, `http://127.0.0.1:${running.port}`);
  } finally {
    await running.stop();
  }
};
/** A request of which the server has the head: `taken` then sends the rest. */
const asking = (
  url: string,
  body: object,
): { readonly taken: Promise<() => void>; readonly status: Promise<number> } => {
  const sent = request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', expect: '100-continue' },
  });
  const status = new Promise<number>((answered, failed) => {
    sent.on('response', (answer) => {
      answer.resume();
      answered(answer.statusCode ?? 0);
    });
    sent.on('error', failed);
  });
  const taken = new Promise<() => void>((resolve) => {
    sent.on('continue', () => {
      resolve(() => sent.end(JSON.stringify(body)));
    });
  });
  sent.flushHeaders();
  return { taken, status };
};
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'accepted',
    (error: { code: string }) => error.code,
  );

let password = ''; // of the administrator, once chosen
const signedIn = async (address: string): Promise<string> => {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'admin', password }),
  });
  expect(answer.status).toBe(200);
  return answer.headers.get('set-cookie')!.split(';')[0]!;
};

it('the first start makes the administrator, later ones do not, and nothing is lost between them', async () => {
  const { cookie, id } = await withServer(async ({ firstAdministrator }, address) => {
    ({ password } = await changeFirstPassword(address, firstAdministrator!));
    const session = await signedIn(address);
    const made = await fetch(`${address}/api/projects`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: session },
      body: JSON.stringify({ title: '首个项目' }),
    });
    expect(made.status).toBe(201);
    return {
      cookie: session,
      id: ((await made.json()) as { projectId: string }).projectId,
    };
  });
  await withServer(async ({ firstAdministrator }, address) => {
    expect(firstAdministrator).toBeNull();
    expect((await fetch(`${address}/api/projects/${id}`, { headers: { cookie } })).status).toBe(200); // sessions outlive a restart
    await signedIn(address);
    const list = (await (await fetch(`${address}/api/lists/leads`, { headers: { cookie } })).json()) as {
      total: number;
    };
    expect(list.total).toBe(1);
  });
});

it('a read model of another release is built anew before it is served', async () => {
  await database.pool.query(`update projection_checkpoint set version = 0 where name = 'project'`);
  await database.pool.query('delete from project_span');
  await withServer(async ({ office }) => {
    const { rows } = await office.pool.query('select title from project_span');
    expect(rows).toEqual([{ title: '首个项目' }]);
  });
});

it('serves the page for every address that is not the API’s, and lets it load nothing foreign', () =>
  withServer(async (_running, address) => {
    const page = await fetch(`${address}/lists/signed-not-started`);
    expect([page.status, (await page.text()).includes('<title>落地</title>')]).toEqual([200, true]);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-powered-by')).toBeNull();
    const asset = await fetch(`${address}/assets/main-1.js`);
    expect([asset.status, asset.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable']);
    expect((await fetch(`${address}/assets/none.js`)).status).toBe(404);
    expect((await fetch(`${address}/..%2f..%2fetc%2fpasswd`)).status).toBeLessThan(500);
    const ready = (await (await fetch(`${address}/api/health/ready`)).json()) as { status: string };
    expect(ready.status).toBe('ok');
    expect((await fetch(`${address}/api/docs`)).status).toBe(200);
    expect((await fetch(`${address}/api/nowhere`)).status).toBe(404);
  }));

it('stopping answers what was asked before', () =>
  withServer(async (running, address) => {
    const asked = Array.from({ length: 8 }, (_, n) =>
      asking(`${address}/api/session`, { user: `nobody${n}`, password: 'x' }),
    );
    const askers = await Promise.all(asked.map(({ taken }) => taken)); // the server has them
    const stopping = running.stop();
    for (const finish of askers) finish();
    expect(await Promise.all(asked.map(({ status }) => status))).toEqual(asked.map(() => 401));
    await stopping;
  }));

it('keeps a connection longer than a proxy does, which would else give it a request while it closes', () =>
  withServer(async (_running, address) => {
    const kept = (await fetch(`${address}/api/health/live`)).headers.get('keep-alive')!;
    const caddys = 120; // seconds, https://caddyserver.com/docs/caddyfile/directives/reverse_proxy, "keepalive"
    expect(Number(/timeout=(\d+)/.exec(kept)![1])).toBeGreaterThan(caddys);
  }));

it('offers metrics at an address of their own, by route and never by project', () =>
  withServer(
    async ({ metricsPort }, address) => {
      const id = randomUUID();
      expect((await fetch(`${address}/api/projects/${id}`)).status).toBe(401);
      expect((await fetch(`${address}/metrics`)).headers.get('content-type')).toContain('text/html'); // the page, as for every address that is none
      const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      expect(text).toMatch(
        /luodi_http_request_seconds_count\{method="GET",route="\/api\/projects\/:\w+",status="401"\} 1/,
      );
      expect(text).toMatch(/^luodi_readable 1$/m);
      expect(text).toMatch(/^luodi_log_head [1-9]/m);
      expect(text).toMatch(/^luodi_model_behind_seconds\{model="projects"\} 0$/m);
      expect(text).toMatch(/^luodi_connections\{state="asked-for"\} 0$/m);
      expect(text).not.toContain(id);
    },
    { LUODI_METRICS: '127.0.0.1:0' },
  ));

it('is not ready while its lists lack what was recorded long ago', () =>
  withServer(async ({ office }, address) => {
    const ready = async (): Promise<number> => (await fetch(`${address}/api/health/ready`)).status;
    expect(await ready()).toBe(200);
    const at = await office.pool.query<{ position: string }>(
      `select position from projection_checkpoint where name = 'project'`,
    );
    await office.pool.query(`update projection_checkpoint set position = 0 where name = 'project'`);
    await office.pool.query(`update event set recorded_at = recorded_at - interval '1 day'`);
    expect(await ready()).toBe(503);
    await office.pool.query(`update event set recorded_at = recorded_at + interval '1 day'`);
    await office.pool.query(`update projection_checkpoint set position = $1 where name = 'project'`, [
      at.rows[0]!.position,
    ]);
    expect(await ready()).toBe(200);
  }));

it('a second server on the same data folder is refused', async () => {
  const data = await mkdtemp(join(tmpdir(), 'luodi-alone-'));
  await chmod(data, 0o755); // the database's own user enters it
  const alone = readConfig({ LUODI_PORT: '0', LUODI_DATA: data, LUODI_LOG_LEVEL: 'silent' });
  const first = await startServer(alone);
  try {
    expect(await codeOf(startServer(alone))).toBe('already-running');
  } finally {
    await first.stop();
    await rm(data, { recursive: true, force: true });
  }
}, 600_000);

it('several servers serve one outside database: what one records the others show, who signed in at one is known to all, and no number is given twice', () =>
  withServer(async ({ firstAdministrator }, here) =>
    withServer(async ({ firstAdministrator: again }, there) => {
      expect([firstAdministrator, again]).toEqual([null, null]);
      const cookie = await signedIn(here);
      const made = await fetch(`${here}/api/projects`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ title: '两处办公的项目' }),
      });
      const { projectId } = (await made.json()) as { projectId: string };
      expect((await fetch(`${there}/api/projects/${projectId}`, { headers: { cookie } })).status).toBe(200);
      const register = async (address: string, code: string): Promise<number> => {
        const answer = await fetch(`${address}/api/projects`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie },
          body: JSON.stringify({ title: code, code }),
        });
        return answer.status;
      };
      for (let n = 0; n < 20; n += 1)
        expect((await Promise.all([register(here, `同号-${n}`), register(there, `同号-${n}`)])).sort()).toEqual([
          201, 409,
        ]);
    }),
  ));

it('a taken port is refused, and leaves nothing behind', async () => {
  const taken = await new Promise<Server>((listening) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      listening(server);
    });
  });
  try {
    const { port } = taken.address() as { port: number };
    expect(await codeOf(startServer(config({ LUODI_PORT: String(port) })))).toBe('port-in-use');
  } finally {
    taken.close();
  }
  await withServer(async (_running, address) => {
    expect((await fetch(`${address}/api/health/live`)).status).toBe(200);
  });
});

it('a start clears away what a killed server was still receiving, and leaves alone what another one may be receiving now', async () => {
  const incoming = join(folder, 'papers', 'incoming');
  await mkdir(incoming, { recursive: true });
  const daysAgo = new Date(Date.now() - 2 * 86_400_000);
  for (const name of ['half', 'now']) await writeFile(join(incoming, name), 'half a con');
  await utimes(join(incoming, 'half'), daysAgo, daysAgo);
  await withServer(async () => undefined);
  expect(await readdir(incoming)).toEqual(['now']);
});

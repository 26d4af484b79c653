import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changeFirstPassword } from '../support/first-password.ts';
import { until } from '../support/soon.ts';
import { startServerProcess, type ServerProcess } from '../support/worker-process.ts';

const data = mkdtempSync(join(tmpdir(), 'luodi-freezing-'));
chmodSync(data, 0o755);
afterAll(() => rmSync(data, { recursive: true, force: true }));

const FIRST = /shown once.*: (\S+) \/ (\S+)\s/;
const ISSUES = 24;
const AT_ONCE = 6;

interface Frozen {
  readonly number: string;
  readonly sha256: string;
}
interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** Somebody signed in on a server that may be gone at any moment. */
const signedIn = async (url: string, login: object) => {
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify(login) });
  const cookie = session.headers.get('set-cookie')!.split(';')[0]!;
  const answered = async <Body>(answer: Response): Promise<Answer<Body>> => ({
    status: answer.status,
    body: (await answer.json()) as Body,
  });
  return {
    get: async <Body>(path: string) =>
      answered<Body>(await fetch(`${url}/api/${encodeURI(path)}`, { headers: { cookie } })),
    post: async <Body>(path: string, body: object, key: string = randomUUID()) =>
      answered<Body>(
        await fetch(`${url}/api/${path}`, {
          method: 'POST',
          headers: { ...headers, cookie, 'idempotency-key': key },
          body: JSON.stringify(body),
        }),
      ),
  };
};

it('kill -9 while reports are frozen: each issue stands whole or not at all, and frozen again with its key it is the same to the last byte', async () => {
  const servers: ServerProcess[] = [];
  const serve = async (): Promise<ServerProcess> => {
    const server = await startServerProcess(data, {});
    servers.push(server);
    return server;
  };
  try {
    const first = await serve();
    await until('the first password, printed behind the address', () => FIRST.test(first.said()));
    const [, user = '', password = ''] = FIRST.exec(first.said()) ?? [];
    const login = await changeFirstPassword(first.url, { user, password });
    const asked = await signedIn(first.url, login);
    for (const title of ['桥梁厂', '水泵厂', '齿轮厂'])
      expect((await asked.post('projects', { title, code: title })).status).toBe(201);
    const issues = Array.from({ length: ISSUES }, (_one, n) => ({ number: `${n + 1}号`, key: randomUUID() }));
    const acknowledged = new Map<string, string>(); // number → digest
    let killed: Promise<void> | null = null;
    const waiting = [...issues];
    const freezing = async (): Promise<void> => {
      for (let one = waiting.shift(); one !== undefined && killed === null; one = waiting.shift()) {
        const { number, key } = one;
        const { status, body } = await asked.post<{ issue: Frozen }>(
          'reports/circular/freeze',
          { number, period: '2026' },
          key,
        );
        expect(status).toBe(200);
        acknowledged.set(number, body.issue.sha256);
        if (acknowledged.size >= AT_ONCE) killed ??= first.kill('SIGKILL'); // while others are being frozen
      }
    };
    await Promise.allSettled(Array.from({ length: AT_ONCE }, freezing));
    expect(killed).not.toBeNull();
    await killed;
    expect(acknowledged.size).toBeLessThan(ISSUES);

    const again = await signedIn((await serve()).url, login);
    const { body: stand } = await again.get<{ issues: Frozen[] }>('frozen-issues');
    for (const [number, sha256] of acknowledged)
      expect(stand.issues.find((one) => one.number === number)).toMatchObject({ sha256 });
    for (const { number, sha256 } of stand.issues)
      expect(await again.get(`frozen-issues/${number}`)).toMatchObject({ status: 200, body: { same: true, sha256 } });
    for (const { number, key } of issues) {
      const before = stand.issues.find((one) => one.number === number);
      const { status, body } = await again.post<{ issue: Frozen }>(
        'reports/circular/freeze',
        { number, period: '2026' },
        key,
      );
      expect([number, status]).toEqual([number, 200]);
      if (before !== undefined) expect(body.issue).toEqual(before);
      expect(await again.get(`frozen-issues/${number}`)).toMatchObject({ body: { same: true } });
    }
    const { body: all } = await again.get<{ issues: Frozen[] }>('frozen-issues');
    expect(all.issues.map(({ number }) => number).sort()).toEqual(issues.map(({ number }) => number).sort());
  } finally {
    for (const { kill, child } of servers)
      if (child.exitCode === null && child.signalCode === null) await kill('SIGTERM');
  }
});

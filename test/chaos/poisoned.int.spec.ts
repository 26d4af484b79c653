import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DomainEvent, NewEvent } from '#domain';
import { postgresStore } from '#event-store';
import { examine, readConfig } from '#office';
import { startServer, type Running } from '../../apps/api/src/start.ts';
import { changeFirstPassword } from '../support/first-password.ts';
import { freshDatabase, type TestDatabase } from '../support/postgres.ts';
import { until } from '../support/soon.ts';

let database: TestDatabase;
let own: object; // how the administrator signs in
const data = mkdtempSync(join(tmpdir(), 'luodi-poisoned-'));
beforeAll(async () => {
  database = await freshDatabase({ poisoned: true });
  await serving(async ({ firstAdministrator }, url) => {
    own = await changeFirstPassword(url, firstAdministrator!);
  });
});
afterAll(async () => {
  await database.drop();
  rmSync(data, { recursive: true, force: true });
});

const serving = async <T>(work: (running: Running, url: string) => Promise<T>): Promise<T> => {
  const settings = { LUODI_HOST: '127.0.0.1', LUODI_PORT: '0', LUODI_LOG_LEVEL: 'silent' };
  const running = await startServer(readConfig({ ...settings, LUODI_DATA: data, DATABASE_URL: database.url }));
  try {
    return await work(running, `http://127.0.0.1:${running.port}`);
  } finally {
    await running.stop();
  }
};

/** Facts as an older release, or somebody with the database open, may have left them: nothing can be made of any of them. */
const POISON: Readonly<Record<string, readonly (readonly [type: string, data: unknown])[]>> = {
  'order-bad-day': [
    [
      'OrderIssued',
      {
        number: '1',
        project: 'p',
        projectName: 'p',
        rung: 'supervision',
        people: [],
        receiptDue: 'soon',
        replyDue: '0000-00-00',
      },
    ],
  ],
  'order-no-data': [['OrderIssued', null]],
  'order-never-issued': [['OrderClosed', {}]],
  'issue-people-a-number': [
    ['IssueRaised', { project: 'p', factor: 'land', text: 'x' }],
    ['IssueAssigned', { unit: 1, people: 7 }],
  ],
  'issue-of-nothing': [['IssueAssigned', null]],
  'meeting-half-a-letter': [['MeetingConvened', { title: '半\ud83d', kind: 'scheduling', plannedOn: '2026-05-07' }]],
  'checklist-items-null': [['ItemAdded', null]],
  'approval-asked-nobody': [['ApprovalAsked', { project: 'p', command: 'toString' }]],
  'project-no-amount': [
    ['ProjectRecorded', { code: 'bad', title: '坏', unit: '一组' }],
    ['ContractSigned', null],
  ],
};

const cookieOf = async (url: string, own: object): Promise<string> => {
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${url}/api/session`, { method: 'POST', headers, body: JSON.stringify(own) });
  return session.headers.get('set-cookie')!.split(';')[0]!;
};

it('no record stops the server, whatever it is of: it starts, is ready, names each of them, and serves the others', async () => {
  const order = await serving(async (_running, url) => {
    const cookie = await cookieOf(url, own);
    const post = async (path: string, body: object): Promise<Record<string, string>> => {
      const headers = { 'content-type': 'application/json', cookie };
      const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      expect([path, answer.status]).toEqual([path, 201]);
      return (await answer.json()) as Record<string, string>;
    };
    const { projectId } = await post('/api/projects', { title: '好项目' });
    return (await post('/api/orders', { project: projectId, unit: '一组', rule: '逾期' }))['id'];
  });
  const store = postgresStore(database);
  for (const [stream, facts] of Object.entries(POISON))
    await store.append(
      stream,
      'any',
      facts.map(([type, one]) => ({
        id: randomUUID(),
        event: { type, occurredOn: '2026-03-02', data: one } as DomainEvent,
        schemaVersion: 1,
        meta: { actor: { user: 'someone', unit: null }, commandId: randomUUID() },
      })),
    );
  await store.close();
  for (let start = 1; start <= 2; start += 1)
    await serving(async ({ office }, url) => {
      const cookie = await cookieOf(url, own);
      const get = async (path: string): Promise<Response> => fetch(`${url}${path}`, { headers: { cookie } });
      const listed = async (path: string): Promise<readonly { id: string }[]> => {
        const answer = await get(path);
        expect([path, answer.status]).toEqual([path, 200]);
        return ((await answer.json()) as { rows: { id: string }[] }).rows;
      };
      expect((await get('/api/health/ready')).status).toBe(200);
      expect((await listed('/api/orders')).map(({ id }) => id)).toContain(order);
      for (const path of [
        '/api/issues',
        '/api/meetings',
        '/api/checklists',
        '/api/approvals',
        '/api/lists/leads',
        '/api/inbox',
      ])
        await listed(path);
      const aside = async (): Promise<readonly string[]> =>
        ((await (await get('/api/set-aside')).json()) as { rows: { stream: string }[] }).rows.map(
          ({ stream }) => stream,
        );
      await until('all of them are set aside', async () => {
        const named = await aside();
        return Object.keys(POISON).every((stream) => named.includes(stream));
      });
      const check = (await examine(office)).checks.find(({ name }) => name === 'set aside')!;
      expect(check.ok).toBe(false);
      for (const stream of Object.keys(POISON)) expect(check.detail).toContain(stream);
      for (const stream of Object.keys(POISON)) {
        const [kind] = stream.split('-');
        const answer = await get(`/api/${kind!}s/${stream.slice(kind!.length + 1)}`);
        expect([stream, answer.status < 500]).toEqual([stream, true]);
      }
      const made = await fetch(`${url}/api/projects`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ title: `其后${start}` }),
      });
      expect(made.status).toBe(201);
      const { position } = (await made.json()) as { position: number };
      expect(await listed(`/api/lists/leads?atLeast=${position}`)).toHaveLength(1 + start);
    });
});

it('a ledger that tells of a project with a bad record is imported all the same: that row waits for its correction, the others are stored', async () => {
  await serving(async ({ office }, url) => {
    const cookie = await cookieOf(url, own);
    const headers = { 'content-type': 'application/json', cookie };
    const body = JSON.stringify({ title: '坏账项目', code: 'BAD-1' });
    const made = await fetch(`${url}/api/projects`, { method: 'POST', headers, body });
    const { projectId } = (await made.json()) as { projectId: string };
    const bad = { type: 'ProjectTagged', occurredOn: '2026-03-02', data: { add: { a: 1 }, remove: 3 } };
    await office.store.append(`project-${projectId}`, 'any', [
      {
        id: randomUUID(),
        event: bad as DomainEvent,
        schemaVersion: 1,
        meta: { actor: { user: 'someone', unit: null }, commandId: randomUUID() },
      },
    ]);
    const form = new FormData();
    const ledger =
      '项目编号,项目名称,签约日期,合同金额（万元）\nBAD-1,坏账项目,2026-03-03,1000\nGOOD-1,好账项目,2026-03-03,2000\n';
    form.append('file', new Blob([ledger]), '台账.csv');
    const upload = await fetch(`${url}/api/imports`, { method: 'POST', headers: { cookie }, body: form });
    const { id } = (await upload.json()) as { id: string };
    let status: { state: string; report: { rows: { name: string; verdict: string }[] } } | null = null;
    await until('the import ends', async () => {
      status = (await (await fetch(`${url}/api/imports/${id}`, { headers: { cookie } })).json()) as typeof status;
      return status!.state !== 'waiting' && status!.state !== 'running';
    });
    expect(status).toMatchObject({ state: 'done' });
    expect(JSON.stringify(status!.report)).toContain('已被搁置');
    expect((await office.store.readStream(`project-${projectId}`)).length).toBe(2);
    const list = (await (await fetch(`${url}/api/lists/signed`, { headers: { cookie } })).json()) as {
      rows: { code: string }[];
    };
    expect(list.rows.map(({ code }) => code)).toEqual(['GOOD-1']);
  });
});

const broken = (type: string, data: unknown): NewEvent => ({
  id: randomUUID(),
  event: { type, occurredOn: '2026-03-04', data } as DomainEvent,
  schemaVersion: 1,
  meta: { actor: { user: 'someone', unit: null }, commandId: randomUUID() },
});

/** Records that cannot be read, behind others that can. */
const SPOILS: Readonly<Record<'projects' | 'meetings', readonly (readonly [type: string, data: unknown])[]>> = {
  projects: [
    ['ContractSigned', null],
    ['ContractSigned', { number: 7, contracted: 'much', agreedStart: 'soon', landMode: null }],
    ['ProjectSuspended', { reason: 3, expectedEnd: {} }],
    ['ExcuseAccepted', { clock: 'agreed-start', until: 5 }],
    ['ProgressReported', 'a text'],
    ['FactCorrected', null],
    ['FactCorrected', { target: 'one', field: 'occurredOn', to: 4 }],
  ],
  meetings: [
    ['AgendaSet', 'a text'],
    ['AgendaSet', null],
    ['AgendaSet', { items: 'a text', asOf: '2026-03-04', logPosition: '1' }],
    ['AgendaSet', { items: [null], asOf: '2026-03-04', logPosition: '1' }],
    ['AgendaSet', { items: [], asOf: 'soon', logPosition: 'abc' }],
    ['TaskAssigned', { task: 1, people: 'all' }],
  ],
};

const LOOKED_AT = {
  projects: ['', '/pauses', '/explain', '/history', '/checklist', '/papers', '/pauses?asOf=2026-03-10'],
  meetings: ['', '/changes', '?asOf=2026-03-10'],
};

it('who looks at a project or a meeting with a record that cannot be read is told so, or sees what the other records say', async () => {
  await serving(async ({ office }, url) => {
    const cookie = await cookieOf(url, own);
    const headers = { 'content-type': 'application/json', cookie };
    const post = (path: string, body: object): Promise<Response> =>
      fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    const make = {
      projects: { title: '好项目' },
      meetings: { title: '调度会', kind: 'scheduling', plannedOn: '2199-03-05' },
    };
    const command = { projects: 'report-progress', meetings: 'call-off-meeting' };
    const failed: string[] = [];
    for (const kind of ['projects', 'meetings'] as const)
      for (const [type, data] of SPOILS[kind]) {
        const made = await post(`/api/${kind}`, make[kind]);
        expect(made.status).toBe(201);
        const answer = (await made.json()) as { projectId?: string; id?: string };
        const id = answer.projectId ?? answer.id!;
        await fetch(`${url}/api/${kind}`, { headers });
        await office.store.append(`${kind.slice(0, -1)}-${id}`, 'any', [broken(type, data)]);
        const note = async (path: string, answer: Response): Promise<void> => {
          const said = await answer.text();
          if (answer.status >= 500) failed.push(`${JSON.stringify([type, data])} ${path}: ${answer.status} ${said}`);
        };
        for (const path of LOOKED_AT[kind])
          await note(path, await fetch(`${url}/api/${kind}/${id}${path}`, { headers: { cookie } }));
        await note(
          'command',
          await post(`/api/${kind}/${id}/commands/${command[kind]}`, { text: '进展', reason: '改期' }),
        );
        if (kind === 'meetings') {
          const next = await post('/api/meetings', { ...make.meetings, previous: id });
          const { id: after } = (await next.json()) as { id: string };
          await note(
            'changes of the next',
            await fetch(`${url}/api/meetings/${after}/changes`, { headers: { cookie } }),
          );
        }
      }
    expect(failed).toEqual([]);
  });
});

it('an import of which the record cannot be read is named as set aside; the others are listed, and taken back', async () => {
  await serving(async ({ office }, url) => {
    const cookie = await cookieOf(url, own);
    const get = async <Body>(path: string): Promise<Body> => {
      const answer = await fetch(`${url}${path}`, { headers: { cookie } });
      expect([path, answer.status]).toEqual([path, 200]);
      return (await answer.json()) as Body;
    };
    const { imports: before } = await get<{ imports: { id: string; file: string }[] }>('/api/imports');
    expect(before.map(({ file }) => file)).toEqual(['台账.csv']);
    const good = before[0]!.id;
    const spoilt: readonly (readonly [type: string, data: unknown])[] = [
      ['ImportFinished', null],
      ['ImportFinished', { importId: 'x', file: '坏.csv', sha256: 'x', sheets: [{}], held: [null] }],
      ['ImportFinished', { importId: 'x', file: '坏.csv', sha256: 'x', sheets: [], held: 'none' }],
      ['ImportReverted', null],
    ];
    for (const [n, [type, data]] of spoilt.entries())
      await office.store.append(`import-bad${n}`, 'any', [broken(type, data)]);
    expect((await get<{ imports: object[] }>('/api/imports')).imports).toEqual(before);
    await get(`/api/imports/past/${good}`);
    await get('/api/lists/held');
    const { rows } = await get<{ rows: { stream: string; reader: string }[] }>('/api/set-aside');
    const named = rows.filter(({ reader }) => reader === 'imports').map(({ stream }) => stream);
    expect(named).toEqual(spoilt.map((_one, n) => `import-bad${n}`));
    const revert = await fetch(`${url}/api/imports/past/${good}/revert`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ reason: '重来' }),
    });
    expect([revert.status, revert.ok ? '' : await revert.text()]).toEqual([200, '']);
  });
});

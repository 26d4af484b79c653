import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { pause, soon } from '../../../../test/support/soon.ts';

let t: TestApi;
let clerk: string;
let leader: string;
const told: { name: string; text: string; dryRun: boolean; sheet: string | undefined; mapping: object | undefined }[] =
  [];
beforeAll(async () => {
  t = await testApi(
    { LUODI_UPLOAD_LIMIT_MB: '1' },
    undefined,
    async ({ path, name, dryRun, sheet, mapping }, _caller, onProgress) => {
      told.push({ name, text: await readFile(path, 'utf8'), dryRun, sheet, mapping });
      for (const done of [1, 2, 3]) {
        onProgress(done, 3);
        await pause(30);
      }
      const resultWorkbook = `${path}.result`;
      await writeFile(resultWorkbook, 'PK result');
      return { report: { file: name, dryRun, sheets: [], rows: [] }, resultWorkbook };
    },
  );
  clerk = await t.signedIn('clerk', ['clerk']);
  leader = await t.signedIn('leader', ['leader']);
});
afterAll(() => t.close());

const send = (content: Buffer | string, name: string, fields: Record<string, string> = {}, cookie = clerk) => {
  const request = t.http().post('/api/imports').set('cookie', cookie).attach('file', Buffer.from(content), name);
  for (const [field, value] of Object.entries(fields)) request.field(field, value);
  return request;
};
const status = (id: string, cookie = clerk) => t.http().get(`/api/imports/${id}`).set('cookie', cookie);
const finished = async (id: string): Promise<Record<string, unknown>> => {
  for (;;) {
    const { body } = await status(id).expect(200);
    if (body.state === 'done' || body.state === 'failed') return body as Record<string, unknown>;
    await pause(20);
  }
};

it('a workbook is taken, its progress can be followed, and its result fetched; the upload does not stay', async () => {
  const { body } = await send('rows', '项目台账.xlsx', {
    dryRun: 'true',
    sheet: '项目',
    mapping: '{"columns":{"名称":"title"}}',
  }).expect(202);
  expect(body).toMatchObject({ file: '项目台账.xlsx', dryRun: true });
  const progress = await t
    .http()
    .get(`/api/imports/${body.id as string}/progress`)
    .set('cookie', clerk)
    .expect(200)
    .expect('content-type', /^text\/event-stream/);
  const states = progress.text
    .trim()
    .split('\n\n')
    .map((line) => JSON.parse(line.replace(/^data: /, '')) as { state: string; progress: { done: number } });
  expect(states.at(-1)).toMatchObject({ state: 'done', progress: { done: 3, total: 3 } });
  expect(told.at(-1)).toEqual({
    name: '项目台账.xlsx',
    text: 'rows',
    dryRun: true,
    sheet: '项目',
    mapping: { columns: { 名称: 'title' } },
  });
  const result = await t
    .http()
    .get(`/api/imports/${body.id as string}/result`)
    .set('cookie', clerk)
    .expect(200)
    .buffer(true);
  expect(result.headers['content-disposition']).toContain(
    "filename*=UTF-8''%E9%A1%B9%E7%9B%AE%E5%8F%B0%E8%B4%A6.result.xlsx",
  );
  await soon(async () => (await readdir(t.office.imports.folder)).filter((name) => !name.endsWith('.result')), []);
});

it('what is missing, too large or not allowed is refused and leaves no file behind', async () => {
  expect((await t.http().post('/api/imports').set('cookie', clerk).send({})).body).toMatchObject({
    status: 400,
    code: 'file-missing',
  });
  expect((await send(Buffer.alloc(1_100_000, 'x'), 'big.xlsx')).body).toMatchObject({ status: 413, code: 'too-large' });
  expect((await send('x', 'a.xlsx', { mapping: '{not json' })).body).toMatchObject({
    status: 400,
    code: 'malformed-json',
    errors: [{ field: 'mapping' }],
  });
  expect((await send('x', 'a.xlsx', { dryRun: 'perhaps' })).body).toMatchObject({
    status: 400,
    code: 'invalid-request',
    errors: [{ field: 'dryRun' }],
  });
  expect((await send('x', 'a.xlsx', {}, leader)).body).toMatchObject({ status: 403, code: 'not-allowed' });
  const narrow = await t.signedIn('narrow', ['clerk'], { unit: '01', scope: 'unit' });
  expect((await send('x', 'a.xlsx', {}, narrow)).body).toMatchObject({ status: 403, code: 'import-beyond-scope' });
  expect(
    (await t.http().post('/api/imports').set('cookie', clerk).attach('other', Buffer.from('x'), 'a.xlsx')).status,
  ).toBe(400);
  expect(
    (
      await t
        .http()
        .post('/api/imports')
        .set('cookie', clerk)
        .set('content-type', 'multipart/form-data; boundary=x')
        .send('--x\r\nbroken')
    ).status,
  ).toBeLessThan(500);
  await soon(async () => (await readdir(t.office.imports.folder)).filter((name) => !name.endsWith('.result')), []);
});

it('thousands of rows can be decided one by one, and every column of a wide table mapped', async () => {
  const as = '5f0c2f6e-6b7c-4b0e-9d5a-0d6a3b1c2e4f';
  const rows = Array.from({ length: 5_000 }, (_, row) => ({ sheet: '签约项目', row, decision: 'same', as }));
  const columns = Object.fromEntries(rows.slice(0, 300).map(({ row }) => [`其中：固定资产投资第${row}列`, 'ignore']));
  const said = { decisions: JSON.stringify(rows), mapping: JSON.stringify({ sheets: { 签约项目: { columns } } }) };
  const { body } = await send('x', '台账.xlsx', said).expect(202);
  expect(await finished(body.id as string)).toMatchObject({ state: 'done' });
});

it('a file is called by what can be seen of its name', async () => {
  const { body } = await send('x', '台账\u202Excod.\u2066xlsx').expect(202);
  expect(await finished(body.id as string)).toMatchObject({ file: '台账xcod.xlsx' });
});

it('an import is its owner’s alone', async () => {
  const {
    body: { id },
  } = await send('x', '../../etc/passwd').expect(202);
  const other = await t.signedIn('other', ['clerk']);
  for (const path of ['', '/progress', '/result'])
    expect(
      (
        await t
          .http()
          .get(`/api/imports/${id as string}${path}`)
          .set('cookie', other)
      ).body,
    ).toMatchObject({ status: 404, code: 'import-unknown' });
  expect(await finished(id as string)).toMatchObject({ state: 'done', file: 'passwd' });
});

describe('with the importer itself', () => {
  const sample = join(__dirname, '../../../../test/acceptance/sample-ledger.xlsx');
  let real: TestApi;
  let cookie: string;
  beforeAll(async () => {
    real = await testApi();
    cookie = await real.signedIn('clerk', ['clerk']);
  });
  afterAll(() => real.close());
  const importFile = async (
    path: string | Buffer,
    name: string,
    dryRun: boolean,
  ): Promise<{
    id: string;
    state: string;
    report: {
      repeatOf: string | null;
      importId: string;
      sheets: { rows: { read: number; accepted: number; rejected: number; held: number } }[];
      resultWorkbook: string | null;
    } | null;
    problem: { code: string } | null;
  }> => {
    const { body } = await real
      .http()
      .post('/api/imports')
      .set('cookie', cookie)
      .attach('file', path, name)
      .field('dryRun', String(dryRun))
      .expect(202);
    for (;;) {
      const { body: now } = await real
        .http()
        .get(`/api/imports/${body.id as string}`)
        .set('cookie', cookie)
        .expect(200);
      if (now.state === 'done' || now.state === 'failed') return now as Awaited<ReturnType<typeof importFile>>;
      await pause(50);
    }
  };
  const signed = async (): Promise<number> =>
    (await real.http().get('/api/lists/signed').set('cookie', cookie).expect(200)).body.total as number;

  it('a dry run tells and stores nothing, the import stores, the same file again changes nothing', async () => {
    const trial = await importFile(sample, '台账.xlsx', true);
    expect([trial.state, trial.problem]).toEqual(['done', null]);
    expect(await signed()).toBe(0);
    const done = await importFile(sample, '台账.xlsx', false);
    expect(done.report!.sheets.map(({ rows }) => rows)).toEqual(trial.report!.sheets.map(({ rows }) => rows));
    const stored = await signed();
    expect(stored).toBeGreaterThan(100);
    const again = await importFile(sample, '改名.xlsx', false);
    expect(again.report!.repeatOf).toBe(done.report!.importId);
    expect(await signed()).toBe(stored);
  });

  it('rows held for a decision are a list of their own', async () => {
    await importFile(join(__dirname, '../../../../test/acceptance/sample-defects.xlsx'), '缺陷.xlsx', false);
    const { body } = await real.http().get('/api/lists/held?limit=1').set('cookie', cookie).expect(200);
    expect(body.total).toBeGreaterThan(1);
    expect(body.rows).toEqual([
      expect.objectContaining({ id: null, file: '缺陷.xlsx', row: expect.any(Number), reason: expect.any(String) }),
    ]);
    expect(body.next).toBe('1');
    const narrow = await real.signedIn('narrow', ['clerk'], { unit: '01', scope: 'unit' });
    expect((await real.http().get('/api/lists/held').set('cookie', narrow).expect(200)).body.total).toBe(0);
  });

  it('rows that were not stored come back as a workbook; a broken file is refused with its reason', async () => {
    const done = await importFile(
      join(__dirname, '../../../../test/acceptance/sample-defects.xlsx'),
      '缺陷.xlsx',
      true,
    );
    expect(done.report!.resultWorkbook).toBe('缺陷.result.xlsx');
    const { body } = await real
      .http()
      .get(`/api/imports/${done.id}/result`)
      .set('cookie', cookie)
      .buffer(true)
      .parse((response, answer) => {
        const parts: Buffer[] = [];
        response
          .on('data', (part: Buffer) => parts.push(part))
          .on('end', () => {
            answer(null, Buffer.concat(parts));
          });
      })
      .expect(200);
    expect((body as Buffer).subarray(0, 2).toString()).toBe('PK');
    const broken = await importFile(Buffer.from('PK not really'), 'broken.xlsx', false);
    expect([broken.state, broken.problem?.code]).toEqual(['failed', 'file-unknown-kind']);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import type request from 'supertest';
import { readWorkbook } from '#imports';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let clerk: string;
let groupOne: string;
let folder: string;
const HOSTILE = `=HYPERLINK("http://example.invalid","点此")`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'luodi-exports-'));
  t = await testApi({}, () => new Date('2023-06-30T02:00:00Z'));
  clerk = await t.signedIn('clerk', ['clerk']);
  const admin = await t.signedIn('root', ['admin']);
  const rows = [
    { row: 2, code: '01', name: '招商局' },
    { row: 3, code: '0101', name: '一组', parent: '01' },
    { row: 4, code: '0102', name: '二组', parent: '01' },
  ];
  await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows }).expect(200);
  groupOne = await t.signedIn('group-one', ['clerk'], { unit: '0101', scope: 'unit-and-below' });
  const projects = [
    ['A01', '轴承项目', '0101', '2021-03-02', '2021-09-01', '90000000.00', 'CNY'],
    ['A02', HOSTILE, '0102', '2023-05-01', '2024-05-01', '5000000.55', 'USD'],
    ['A03', '=1+1', '0101', '2023-01-10', '2023-07-15', '800000000.00', 'CNY'],
  ] as const;
  for (const [code, title, unit, on, agreedStart, amount, currency] of projects) {
    const give = (path: string, body: object, status: number) =>
      t.http().post(`/api/projects${path}`).set('cookie', clerk).send(body).expect(status);
    const { body } = await give(
      '/commands/record-project',
      { code, title, investor: `${code}公司`, unit, occurredOn: on },
      201,
    );
    const { projectId } = body as { projectId: string };
    const contracted = { amount, currency };
    await give(
      `/${projectId}/commands/sign-contract`,
      { number: `HT-${code}`, contracted, agreedStart, occurredOn: on },
      200,
    );
    await give(
      `/${projectId}/commands/report-progress`,
      { text: '张总 13912345678 来电，邮箱 zhang@example.com', nextStep: '签补充协议', occurredOn: on },
      200,
    );
  }
  await t.office.projects.catchUp();
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

const inBytes = (response: request.Response, done: (error: Error | null, body: Buffer) => void): void => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
};

const exported = async (query: string, cookie = clerk) => {
  const answer = await t
    .http()
    .get(encodeURI(`/api/lists/${query}`))
    .set('cookie', cookie)
    .buffer(true)
    .parse(inBytes as never)
    .expect(200);
  const path = join(folder, 'export.xlsx');
  writeFileSync(path, answer.body as Buffer);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  const sheet = workbook.worksheets[0]!;
  const lines: unknown[][] = [];
  sheet.eachRow((row) => lines.push((row.values as unknown[]).slice(1)));
  const [own] = await readWorkbook(path);
  return { lines, sheet, own: own!, name: String(answer.headers['content-disposition']) };
};
const listed = async (query: string, cookie = clerk) =>
  (
    await t
      .http()
      .get(encodeURI(`/api/lists/${query}`))
      .set('cookie', cookie)
      .expect(200)
  ).body as {
    position: number;
    total: number;
    rows: { code: string; name: string; contracted: { amount: string }; due: string; daysLate: number | null }[];
  };

it('a workbook opened again has the rows of its list, in its order, to the last digit', async () => {
  const list = await listed('signed-not-started');
  const { lines, own, name } = await exported('signed-not-started/export');
  const header = lines.findIndex((line) => line.includes('项目编号'));
  const at = (column: string) => lines[header]!.indexOf(column);
  const rows = lines.slice(header + 1);
  expect(rows.map((row) => [row[at('项目编号')], row[at('逾期天数')] ?? null])).toEqual(
    list.rows.map(({ code, daysLate }) => [code, daysLate]),
  );
  expect(rows.map((row) => Math.round(Number(row[at('合同额（万元）')]) * 1_000_000) / 100)).toEqual(
    list.rows.map(({ contracted }) => Number(contracted.amount)),
  );
  expect(rows.map((row) => (row[at('到期日')] as Date).toISOString().slice(0, 10))).toEqual(
    list.rows.map(({ due }) => due),
  );
  expect([lines[0]![0], lines[1]![0]]).toEqual(['签约未开工', expect.stringContaining(`截至 2023-06-30`) as string]);
  expect(lines[1]![0]).toContain(`第 ${list.position} 条`);
  expect(decodeURIComponent(name)).toContain('签约未开工-2023-06-30.xlsx');
  expect(own.rows.length).toBe(lines.length);
});

it('nothing leaves as a formula or a link, and nobody can be reached by what leaves', async () => {
  const { sheet, own, lines } = await exported('signed-not-started/export');
  sheet.eachRow((row) =>
    row.eachCell((cell) => expect([cell.formula, cell.hyperlink]).toEqual([undefined, undefined])),
  );
  const texts = lines.flat().filter((cell): cell is string => typeof cell === 'string');
  expect(texts.filter((text) => /^[=+@]/.test(text))).toEqual([]);
  expect(texts).toContain(`'${HOSTILE}`);
  expect(own.rows.some(({ cells }) => cells.some((cell) => cell?.formula))).toBe(false);
  const calls = texts.filter((text) => text.includes('张总'));
  expect(calls).toHaveLength(3);
  for (const text of calls) expect(text).toMatch(/^张总 〔个人信息 [\w-]{16}〕 来电，邮箱 〔个人信息 [\w-]{16}〕$/);
});

it('who sees one unit exports one unit, by the same filters as the list', async () => {
  const codes = async (query: string, cookie: string) => {
    const { lines } = await exported(query, cookie);
    const header = lines.findIndex((line) => line.includes('项目编号'));
    return lines.slice(header + 1).map((line) => line[lines[header]!.indexOf('项目编号')]);
  };
  expect((await codes('signed-not-started/export', groupOne)).sort()).toEqual(['A01', 'A03']);
  expect(await codes('signed-not-started/export?where=contracted>=500000000.00', clerk)).toEqual(['A03']);
  expect(await codes('signed-not-started/export?asOf=2022-01-01', clerk)).toEqual(['A01']);
  const looks = await t.office.looks.page(null, 10);
  expect(looks[0]).toMatchObject({ user: 'clerk', what: 'export', subject: 'signed-not-started', asOf: '2022-01-01' });
});

it('a sheet is in the language asked for, a full one has every column, and an unknown list is refused', async () => {
  const { lines } = await exported('signed-not-started/export?layout=full&lang=en');
  expect(lines[3]).toEqual(expect.arrayContaining(['No.', 'Code', 'Stuck at']));
  expect(lines[4]!.length).toBeGreaterThan(20);
  const chosen = await exported('signed-not-started/export?columns=name&columns=rate&columns=code');
  expect(chosen.lines[3]).toEqual(['序号', '项目名称', '资金到位率', '项目编号']);
  expect((await exported('held/export')).lines.at(-1)).toContain('待决定原因');
  await t.http().get('/api/lists/none/export').set('cookie', clerk).expect(404);
  await t.http().get('/api/lists/leads/export?columns=id').set('cookie', clerk).expect(400);
  await t.http().get('/api/lists/leads/export?layout=own').set('cookie', clerk).expect(404);
});

it('a list leaves in a form of the bureau’s own: its headers, its order, its units, blank where a person fills in', async () => {
  const admin = await t.signedIn('keeper', ['admin']);
  const layout = {
    name: '市局上报表',
    title: '全市签约未开工项目情况表',
    list: 'signed-not-started',
    columns: [
      { header: '序号', column: 'serial' },
      { header: '协议投资额（亿元）', column: 'contracted', unit: '亿元' },
      { header: '项目全称', column: 'name' },
      { header: '市局意见', column: null },
      { header: '责任科室', column: 'unit' },
    ],
  };
  const publish = (body: object, cookie = admin) => t.http().post('/api/layouts').set('cookie', cookie).send(body);
  await publish({ layout }, clerk).expect(403);
  const wrong = await publish({ layout: { ...layout, columns: [{ header: '电话', column: 'telephone' }] } }).expect(
    422,
  );
  expect(wrong.body).toMatchObject({ code: 'layout-invalid', errors: [{ field: 'columns.0.column' }] });
  expect((await publish({ layout }).expect(200)).body).toMatchObject({ layouts: [layout] });
  const path = `signed-not-started/export?layout=${layout.name}`;
  const { lines } = await exported(path);
  const header = lines.findIndex((line) => line[0] === '序号');
  expect([lines[0]![0], lines[header]]).toEqual([layout.title, layout.columns.map((column) => column.header)]);
  expect(lines.slice(header + 1).map((line) => [line[0], line[1], line[3] ?? null, line[4]])).toEqual([
    [1, 0.9, null, '一组'],
    [2, 8, null, '一组'],
    [3, '0.0500000055亿美元', null, '二组'], // no dollars under a head of 元
  ]);
  expect((await exported(path, groupOne)).lines).toHaveLength(header + 3); // who sees one unit fills in its rows only
  await t
    .http()
    .delete(encodeURI(`/api/layouts/${layout.name}`))
    .set('cookie', admin)
    .expect(200);
  await t
    .http()
    .get(encodeURI(`/api/lists/${path}`))
    .set('cookie', clerk)
    .expect(404);
});

it('a table leaves with a sheet behind each figure: what it counts makes what it says', async () => {
  const sheets = async (query: string) => {
    const answer = await t
      .http()
      .get(encodeURI(`/api/${query}`))
      .set('cookie', clerk)
      .buffer(true)
      .parse(inBytes as never)
      .expect(200);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(answer.body as ExcelJS.Buffer);
    return new Map(
      workbook.worksheets.map((sheet) => {
        const lines: unknown[][] = [];
        sheet.eachRow((row) => lines.push((row.values as unknown[]).slice(1)));
        return [sheet.name, lines] as const;
      }),
    );
  };
  const table = await sheets('indicators/export?period=2023&metric=signed&metric=start-rate');
  expect([...table.keys()]).toEqual(['指标表', '签约项目数', '新签约项目开工率·分子', '新签约项目开工率·分母']);
  const [header, ...lines] = table.get('指标表')!.slice(2);
  const signed = header!.indexOf('签约项目数');
  expect(lines.map((line) => [line[0], line[signed]])).toEqual([
    ['一组', 1],
    ['二组', 1],
    ['合计', 2],
  ]);
  const behind = table.get('签约项目数')!.slice(2);
  expect(behind.map(([row, code]) => [row, code])).toEqual([
    ['二组', 'A02'],
    ['一组', 'A03'],
  ]);
  const structure = await sheets('structure/export?period=2023&by=unit');
  expect(structure.get('结构分析')!.at(-1)!.slice(0, 2)).toEqual(['合计', 2]);
  await t.http().get('/api/indicators/export?period=soon').set('cookie', clerk).expect(400);
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { commandsOn } from '../../../../test/support/command.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { offerExports } from './export.ts';
import { offerLayouts } from './layouts.ts';
import { offerReports } from './report.ts';

let b: Bureau;
let folder: string;
beforeAll(async () => {
  b = await bureau();
  folder = await mkdtemp(join(tmpdir(), 'luodi-issues-'));
  await b.record('A', [
    e('ProjectRecorded', '2023-02-01', { code: 'A', title: '轴承项目', unit: '一局' }),
    e('ContractSigned', '2023-03-01', { contracted: yuan('60000000.00') }),
  ]);
}, 600_000);
afterAll(async () => {
  await b.close();
  await rm(folder, { recursive: true, force: true });
});

const told = commandsOn(() => b, [offerExports, offerLayouts, offerReports]);

it('report alone lists the reports; each is printed with what it stands on', async () => {
  const { reports } = (await told('report')) as { reports: { name: string }[] };
  expect(reports.map(({ name }) => name)).toContain('circular');
  for (const { name } of reports)
    expect(await told('report', name, '--period', '2023-H1')).toMatchObject({
      report: name,
      format: 'json',
      file: null,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      position: expect.any(Number),
      figures: expect.any(Array),
    });
  await expect(told('report', 'dreams', '--period', '2023')).rejects.toMatchObject({ code: 'report-unknown' });
});

it('an issue is frozen once under its number, comes out the same, and what changed since is told with its event', async () => {
  const frozen = await told('freeze', 'circular', '--period', '2023-H1', '--number', '新通报〔2023〕1号');
  expect(frozen['issue']).toMatchObject({
    number: '新通报〔2023〕1号',
    report: 'circular',
    period: '2023-H1',
    position: expect.any(Number),
    asOf: '2023-06-30',
    asKnown: expect.stringContaining('T'),
    definition: { name: 'default', version: 1 },
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await expect(
    told('freeze', 'circular', '--period', '2023-Q1', '--number', '新通报〔2023〕1号'),
  ).rejects.toMatchObject({ code: 'report-number-used' });
  const { sha256 } = frozen['issue'] as { sha256: string };
  const out = join(folder, 'again.docx');
  expect(await told('restatements')).toEqual({ rows: [] });
  await b.record('B', [
    e('ProjectRecorded', '2023-02-01', { code: 'B', title: '齿轮项目', unit: '一局' }),
    e('ContractSigned', '2023-04-01', { contracted: yuan('40000000.00') }),
  ]);
  expect(await told('reproduce', '新通报〔2023〕1号', '--out', out)).toEqual({
    number: '新通报〔2023〕1号',
    sha256,
    same: true,
  });
  expect((await readFile(out)).subarray(0, 2).toString()).toBe('PK');
  const { rows } = (await told('restatements')) as { rows: { figure: string }[] };
  expect(rows.find(({ figure }) => figure === 'signed.value')).toMatchObject({
    issue: '新通报〔2023〕1号',
    printed: '1',
    now: '2',
    because: expect.arrayContaining([expect.objectContaining({ type: 'ContractSigned' })]),
  });
  await expect(told('reproduce', '新通报〔2023〕9号')).rejects.toMatchObject({ code: 'report-number-unknown' });
});

it('a layout of the bureau is published, listed, exported by and taken away', async () => {
  const path = join(folder, 'layout.json');
  const layout = {
    name: '市局表',
    title: '市局上报表',
    list: 'signed',
    columns: [
      { header: '名称', column: 'name' },
      { header: '协议额（亿元）', column: 'contracted', unit: '亿元' },
    ],
  };
  await writeFile(path, JSON.stringify(layout));
  expect(await told('layout', 'publish', path)).toMatchObject({ layouts: [{ name: '市局表', list: 'signed' }] });
  const out = join(folder, 'signed.xlsx');
  expect(await told('export', 'signed', '--layout', '市局表', '--out', out)).toMatchObject({ file: out, rows: 2 });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(out);
  const rows: unknown[] = [];
  workbook.worksheets[0]!.eachRow((row) => rows.push([row.getCell(1).value, row.getCell(2).value]));
  expect(rows).toEqual(
    expect.arrayContaining([
      ['名称', '协议额（亿元）'],
      ['轴承项目', 0.6],
      ['齿轮项目', 0.4],
    ]),
  );
  expect(await told('layout', 'remove', '市局表')).toMatchObject({ layouts: [] });
  await expect(told('layout', 'remove', '市局表')).rejects.toMatchObject({ code: 'layout-unknown' });
  await expect(told('export', 'signed', '--layout', '市局表', '--out', out)).rejects.toMatchObject({
    code: 'layout-unknown',
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { imported, importedAnew } from './imported.ts';

// A day that stands in columns of its own for year, month and day is one day.

const GROUPED = {
  rows: [
    ['序号', '项目名称', '投资方', '总投资（万元）', '签约时间', null, null, '开工时间', null],
    [null, null, null, null, '年', '月', '日', '年', '月'],
    [1, '甲', '甲公司', 12000, 2024, 3, 15, 2025, 6],
    [2, '乙', '乙公司', 8000, '2023年', '11月', '2日', null, null],
    [3, '丙', '丙公司', 8000, 2023, 13, 2, null, null],
    [4, '丁', '丁公司', 8000, 2023, null, null, null, null],
  ],
  merges: ['E1:G1', 'H1:I1', 'A1:A2', 'B1:B2', 'C1:C2', 'D1:D2'],
};

it('year, month and day under one name are its day; an impossible one and a year alone come back', async () => {
  const { projects, report, found, of } = await imported({ 台账: GROUPED });
  expect(projects.map(({ title }) => title).sort()).toEqual(['乙', '甲']);
  expect([of('甲').contract?.on, of('甲').startCertified?.on, of('乙').contract?.on]).toEqual([
    '2024-03-15',
    '2025-06-30',
    '2023-11-02',
  ]);
  expect(found).toEqual(['台账!5 reject: impossible-date', '台账!6 held: decides-unclear']);
  expect(report.sheets[0]!.unmapped).toEqual([]);
});

it('the rows that come back have the three columns as the bureau has them, and are read so again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parts-'));
  const path = join(folder, 'back.xlsx');
  const first = await imported({ 台账: GROUPED });
  await first.giveBack(path);
  const again = await importedAnew(path);
  rmSync(folder, { recursive: true, force: true });
  expect(again.found.map((one) => one.replace(/!\d+/, ''))).toEqual(first.found.map((one) => one.replace(/!\d+/, '')));
});

it('签约年, 签约月 and 签约日 are one day, and a word among them stays as it stands', async () => {
  const { of } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（万元）', '签约年', '签约月', '签约日', '开工年份', '开工月份'],
        ['甲', '甲公司', 12000, 2024, 3, 15, 2025, 6],
        ['乙', '乙公司', 8000, 2023, 11, 2, '未开工', null],
      ],
    },
  });
  expect([of('甲').contract?.on, of('甲').startCertified?.on, of('乙').contract?.on]).toEqual([
    '2024-03-15',
    '2025-06-30',
    '2023-11-02',
  ]);
  expect(JSON.stringify(of('乙').extra)).toContain('未开工');
});

it('月 and 日 under the year that stands over them are days of that year', async () => {
  const { report } = await imported({
    到资: {
      rows: [
        ['2024年', null, '项目名称', '凭证号', '到账金额（万元）'],
        ['月', '日', null, null, null],
        [3, 15, '甲', 'A1', 500],
        [4, 2, '甲', 'A2', 700],
      ],
      merges: ['A1:B1', 'C1:C2', 'D1:D2', 'E1:E2'],
    },
  });
  expect(report.sheets[0]).toMatchObject({ kind: 'arrivals', unmapped: [] });
  expect(report.sheets[0]!.mapping.find(({ field }) => field === 'arrivedOn')?.samples).toEqual([
    '2024年3月15日',
    '2024年4月2日',
  ]);
});

it('sums of this year and this month side by side are no days', async () => {
  const { of } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（万元）', '签约时间', '本年', '本月'],
        ['甲', '甲公司', 12000, '2024-03-01', 2000, 5],
      ],
    },
  });
  expect(of('甲').extra).toEqual({ 本年: '2000', 本月: '5' });
});

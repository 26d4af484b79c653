import { imported, wan } from './imported.ts';

// A ledger of projects that tells single arrivals beside them, its names merged over the rows of the money.

it('the arrivals under a merged name are the project’s, each on its day', async () => {
  const { of, found, report, projects } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '签约日期', '总投资（万元）', '到账日期', '到账金额（万元）'],
        ['甲项目', '甲公司', '2024-03-05', 50_000, '2024-04-01', 1_000],
        [null, null, null, null, '2024-05-01', 2_000],
        [null, null, null, null, '2024-06', 3_000],
        ['乙项目', '乙公司', '2024-03-06', 60_000, '2024-04-02', 500],
        ['丙项目', '丙公司', '2024-03-07', 70_000, null, null],
      ],
      merges: ['A2:A4', 'B2:B4', 'C2:C4', 'D2:D4'],
    },
  });
  expect(found).toEqual([]);
  expect(projects).toHaveLength(3);
  expect(of('甲项目').arrivals.map(({ on, amount }) => [on, wan(amount)])).toEqual([
    ['2024-04-01', '1000 CNY'],
    ['2024-05-01', '2000 CNY'],
    ['2024-06-30', '3000 CNY'],
  ]);
  expect(of('乙项目').arrivals.map(({ on, amount }) => [on, wan(amount)])).toEqual([['2024-04-02', '500 CNY']]);
  expect([of('丙项目').arrivals, report.sheets[0]!.passed.map(({ why }) => why)]).toEqual([[], ['arrival', 'arrival']]);
});

it('a day of arrival that is no day leaves the project, and keeps the money as written', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '签约日期', '总投资（万元）', '到账日期', '到账金额（万元）'],
        ['甲项目', '甲公司', '2024-03-05', 50_000, '分批', 1_000],
      ],
    },
  });
  expect([of('甲项目').arrivals, found[0]!.split(' ')[1]]).toEqual([[], 'warn:']);
  expect(JSON.stringify(of('甲项目').extra)).toContain('1000');
});

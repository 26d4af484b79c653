import { imported, importedText } from './imported.ts';

// What rows and cells say that decides what a project is.

it('a project that is said to be signed, started or ended waits for the day of it', async () => {
  const { found, of } = await importedText(
    'states.csv',
    `项目名称,投资方,投资额（亿元）,项目状态,签约日期,是否开工
甲,甲公司,2,签约,,
乙,乙公司,3,在谈,,
丙,丙公司,4,已开工,2024-05-05,
丁,丁公司,5,终止,2024-05-05,
戊,戊公司,6,签约未开工,2024-05-06,否
己,己公司,7,,2024-05-06,是
`,
  );
  expect(found).toEqual([2, 4, 5, 7].map((row) => `${found[0]!.split('!')[0]}!${row} held: decides-without-day`));
  expect([of('乙').phase, of('戊').phase]).toEqual(['negotiation', 'signing']);
});

it('the latest of several columns of progress is the line; the others stay with the project', async () => {
  const { of } = await importedText(
    'progress.csv',
    `项目名称,投资方,签约时间,总投资（亿元）,1月进展,2月进展,目前进展
甲,甲公司,2023-12-01,2,签约,供地,正在图审
乙,乙公司,2023-12-01,2,签约,供地,
`,
  );
  expect([of('甲').progress?.text, of('甲').extra, of('乙').progress?.text]).toEqual([
    '正在图审',
    { '1月进展': '签约', '2月进展': '供地' },
    '供地',
  ]);
});

it('a line 其中 is a part of what stands above it, never a project', async () => {
  const { report, projects } = await importedText(
    'parts.csv',
    `序号,县区,项目名称,投资方,签约时间,投资额（万元）
全市合计,,,,,25000
1,东县,甲,甲公司,2024-01-02,10000
2,东县,乙,乙公司,2024-02-02,15000
其中：,亿元以上项目,2个,,,25000
`,
  );
  expect([projects.length, report.sheets[0]!.passed.map(({ row, why }) => [row, why])]).toEqual([
    2,
    [
      [2, 'total'],
      [5, 'total'],
    ],
  ]);
});

it('targets by two issuers under one metric; a metric of projects from a size on keeps its words', async () => {
  const { report } = await imported({
    任务分解: {
      rows: [
        ['2025年招商引资目标任务分解表'],
        ['单位', '到位资金（亿元）', null, '实际利用外资（万美元）', '新签约亿元以上项目（个）'],
        [null, '市下达', '县自定', null, null],
        ['东镇', 10, 12, 300, 5],
        ['合计', 10, 12, 300, 5],
      ],
      merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3'],
    },
  });
  expect(report.targets.map(({ metric, issuer, value }) => [metric, issuer, JSON.stringify(value)])).toEqual([
    ['domestic-arrived', '市', '{"money":{"amount":"1000000000.00","currency":"CNY"}}'],
    ['domestic-arrived', '县', '{"money":{"amount":"1200000000.00","currency":"CNY"}}'],
    ['foreign-arrived', null, '{"money":{"amount":"3000000.00","currency":"USD"}}'],
    ['新签约亿元以上项目(个)', null, '{"count":"5"}'],
  ]);
});

it.each([
  ['list.slk', 'ID;PWXL;N;E\r\nC;Y1;X1;K"x"\r\nE\r\n'],
  ['list.dif', 'TABLE\r\n0,1\r\n"EXCEL"\r\n'],
  ['list.fods', '<?xml version="1.0"?>\n<office:document><table:table></table:table></office:document>'],
])('a file of another program, %s, is refused with what to do', async (name, content) => {
  await expect(importedText(name, content)).rejects.toMatchObject({ code: 'file-unknown-kind' });
});

it('a file of which nothing at all was understood says so, however little it holds', async () => {
  const { report } = await importedText('little.csv', '一些字,另一些字\n甲,乙\n');
  expect(report.unread).toMatchObject([{ headers: ['一些字', '另一些字'] }]);
});

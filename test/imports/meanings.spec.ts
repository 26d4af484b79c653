import { imported, importedText, TODAY, wan } from './imported.ts';

// What rows and cells say that decides what a project is.

it('a lead that was given up for one reason and ended for another has both, and a second day is kept', async () => {
  const { of } = await imported({
    线索: {
      rows: [
        ['项目名称', '接收日期', '放弃日期', '放弃原因', '终止日期', '终止原因'],
        ['甲', '2024-01-05', '2024-03-01', '用地不足', '2024-04-02', '投资方变更计划'],
      ],
    },
  });
  const { end, extra } = of('甲');
  expect([end?.on, end?.reason, extra]).toEqual(['2024-03-01', '用地不足；投资方变更计划', { 终止日期: '2024-04-02' }]);
});

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
        ['其中：东镇园区', 4, 5, null, null],
        ['合计', 10, 12, 300, 5],
      ],
      merges: ['A1:E1', 'A2:A3', 'B2:C2', 'D2:D3', 'E2:E3'],
    },
  });
  expect(
    report.targets.slice(0, 4).map(({ metric, issuer, value }) => [metric, issuer, JSON.stringify(value)]),
  ).toEqual([
    ['domestic-arrived', '市', '{"money":{"amount":"1000000000.00","currency":"CNY"}}'],
    ['domestic-arrived', '县', '{"money":{"amount":"1200000000.00","currency":"CNY"}}'],
    ['foreign-arrived', null, '{"money":{"amount":"3000000.00","currency":"USD"}}'],
    ['新签约亿元以上项目(个)', null, '{"count":"5"}'],
  ]);
  expect(report.targets.slice(4).map(({ unit, within }) => [unit, within])).toEqual([
    ['东镇园区', '东镇'],
    ['东镇园区', '东镇'],
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

it('sheets that list the signed or the started without any day wait for it; those in negotiation do not', async () => {
  const rows = (name: string) => ({
    rows: [
      ['项目名称', '投资方', '投资额（亿元）', '责任单位'],
      [name, `${name}公司`, 2, '一科'],
    ],
  });
  const { found, of } = await imported({ 签约项目: rows('甲'), 开工项目: rows('乙'), 在谈项目: rows('丙') });
  expect(found).toEqual(['签约项目!2 held: decides-without-day', '开工项目!2 held: decides-without-day']);
  expect(of('丙').phase).toBe('negotiation');
});

it('a heading between the rows is no project', async () => {
  const { found, report, projects } = await importedText(
    'headings.csv',
    `项目名称,投资方,签约时间,投资额（万元）
高新区（3个）,,,
甲,甲公司,2024-01-02,100
经开区,,,
乙,乙公司,2024-01-03,200
`,
  );
  expect([projects.length, report.sheets[0]!.passed, found.map((one) => one.split('!')[1])]).toEqual([
    2,
    [{ row: 2, why: 'section' }],
    ['4 held: only-a-name'],
  ]);
});

it('a framework agreement beside the contract is no signing', async () => {
  const { of } = await importedText(
    'frameworks.csv',
    `项目名称,投资方,框架协议签订时间,正式合同签订时间,协议投资额（亿元）,合同投资额（亿元）
甲,甲公司,2023-05-05,2024-01-05,3,2.5
乙,乙公司,2023-06-05,,4,
`,
  );
  expect([
    of('甲').contract?.on,
    wan(of('甲').contract?.contracted),
    of('乙').phase,
    wan(of('乙').intendedAmount),
  ]).toEqual(['2024-01-05', '25000 CNY', 'negotiation', '40000 CNY']);
});

it('what is planned or done in a year is neither the contract nor the intention, and a share is no amount', async () => {
  const { report } = await importedText(
    'years.csv',
    '项目名称,投资方,签约日期,总投资（亿元）,2024年计划投资,2024年1-6月完成投资,固定资产投资占比\n甲,甲公司,2024-03-05,5,2,0.8,80%\n',
  );
  expect(report.sheets[0]!.unmapped).toEqual(['2024年计划投资', '2024年1-6月完成投资', '固定资产投资占比']);
});

it('money by its origin, a column each, with the sum beside them', async () => {
  const { of } = await imported({
    项目: {
      rows: [
        ['项目编号', '项目名称', '签约日期', '合同额（亿元）'],
        ['K-1', '甲', '2024-01-05', 2],
      ],
    },
    到位: {
      rows: [
        ['2024年到位资金明细（单位：万元）'],
        ['项目编号', '到位时间', '境外资金（万美元）', '省外资金', '市外资金', '合计', '凭证号'],
        ['K-1', '2024年3月', 10, 500, 300, 872, 'A1'],
        ['K-1', '2024-05-05', null, null, null, 150, 'A3'],
      ],
    },
  });
  expect(of('甲').arrivals.map(({ amount, origin }) => [wan(amount), origin])).toEqual([
    ['10 USD', 'overseas'],
    ['500 CNY', 'out-of-province'],
    ['300 CNY', 'out-of-city'],
    ['150 CNY', null],
  ]);
});

it('an intention told as a range is kept as written; the lead is there', async () => {
  const { found, of } = await importedText('leads.csv', '线索名称,接收时间,投资意向（亿元）\n甲,2024-05-06,3-5\n');
  expect([found.map((one) => one.split('!')[1]), of('甲').extra]).toEqual([
    ['2 warn: amount-left-open'],
    { '投资意向（亿元）': '3-5' },
  ]);
});

it('a sheet of progress without a day: its lines are dated by the import', async () => {
  const { of, found } = await imported({
    项目: {
      rows: [
        ['项目名称', '签约日期', '合同额（亿元）'],
        ['甲', '2024-01-05', 2],
      ],
    },
    周报: { rows: [['项目进展周报'], ['项目名称', '本周进展', '存在问题'], ['甲', '完成挂牌', '用电']] },
  });
  expect([found, of('甲').progress?.text, of('甲').progress?.on]).toEqual([[], '完成挂牌', TODAY]);
});

it('a column that nobody sees gives way to one that says the same, and is named', async () => {
  const { of, report } = await imported({
    台账: {
      rows: [
        ['项目名称', '签约时间', '合同额（万元）', '合同总额（万元）', '投资方'],
        ['甲', '2024-03-05', 4000, 5000, '甲公司'],
      ],
      shape: (sheet) => {
        sheet.getColumn(3).hidden = true;
        sheet.getColumn(5).hidden = true;
      },
    },
  });
  expect([
    wan(of('甲').contract?.contracted),
    report.sheets[0]!.mapping.filter(({ hidden }) => hidden).map(({ header }) => header),
  ]).toEqual(['5000 CNY', ['投资方']]);
});

it('a list of projects in negotiation in the words of intentions', async () => {
  const { of, found } = await importedText(
    'intended.csv',
    '项目名称,拟投资方,拟投资额（亿元）,拟落户地,对接单位,首次洽谈时间\n甲,甲集团,3.5,东镇,招商一科,2024年2月\n',
  );
  const { investor, hostRegion, intendedAmount, negotiation } = of('甲');
  expect([found, investor, hostRegion, wan(intendedAmount), negotiation?.on]).toEqual([
    [],
    '甲集团',
    '东镇',
    '35000 CNY',
    '2024-02-29',
  ]);
});

it('a name with an amount, and nothing that a project has for itself, may be a sum of others: it waits', async () => {
  const { found, projects } = await importedText(
    'sums.csv',
    '序号,项目名称,投资方,总投资（亿元）,签约时间\n1,甲项目,甲公司,5,2024.1\n,平均,,5,\n,先进制造业项目,,5,\n2,乙项目,,3,\n',
  );
  expect([found.map((one) => one.split('!')[1]), projects.length]).toEqual([
    ['3 held: only-a-name', '4 held: only-a-name'],
    2,
  ]);
});

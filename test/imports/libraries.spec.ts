import { imported, importedText, wan } from './imported.ts';

// One project on several sheets, and several tables on one.

const head = ['序号', '项目名称', '投资方', '投资额', '签约时间'];

it('a project in the library of the signed and in that of the started is one, with what both tell', async () => {
  const { of, found, projects } = await imported({
    签约库: {
      rows: [
        ['签约项目库（亿元）'],
        [...head, '合同编号'],
        [1, '乙', '乙公司', 4, '2025-02-01', 'HT-1'],
        [2, '丙', '丙公司', 5, '2025年3月', ''],
      ],
    },
    开工库: {
      rows: [
        ['开工项目库（亿元）'],
        [...head, '开工时间'],
        [1, '乙', '乙公司', 4, '2025年2月', '2025-08-01'],
        [2, '丙', '丙公司', 5, '2025-03-08', '2025-09-01'],
      ],
    },
    投产库: {
      rows: [
        ['投产项目库（亿元）'],
        [...head, '开工时间', '投产时间'],
        [1, '乙', '乙公司', 4, '2025-02-01', '2025-08', '2026-05-01'],
      ],
    },
  });
  expect([found, projects.length]).toEqual([[], 2]);
  const { contract, startCertified, production, extra } = of('乙');
  expect([contract?.on, contract?.number, startCertified?.on, production?.on, extra]).toEqual([
    '2025-02-01',
    'HT-1',
    '2025-08-01',
    '2026-05-01',
    {},
  ]);
  expect([of('丙').contract?.on, of('丙').startCertified?.on]).toEqual(['2025-03-08', '2025-09-01']); // the more exact day
});

it('what another sheet says otherwise of a contract waits, and names both places', async () => {
  const { of, report } = await imported({
    签约库: { rows: [['签约项目库（亿元）'], head, [1, '乙', '乙公司', 4, '2025-02-01']] },
    开工库: {
      rows: [['开工项目库（亿元）'], [...head, '开工时间'], [1, '乙', '乙公司', 4.5, '2025-02-01', '2025-08-01']],
    },
  });
  const [row] = report.rows;
  expect([row?.sheet, row?.verdict, row?.findings[0]?.code, row?.findings[0]?.message.zh]).toEqual([
    '开工库',
    'held',
    'sheets-differ',
    expect.stringContaining('“签约库”第 3 行 400000000.00 CNY，本行 450000000.00 CNY'),
  ]);
  expect([wan(of('乙').contract?.contracted), of('乙').startCertified]).toEqual(['40000 CNY', null]);
});

it('columns that nobody knows on two sheets under one head are both kept', async () => {
  const { of } = await imported({
    签约库: { rows: [['签约项目库（亿元）'], [...head, '用地情况'], [1, '乙', '乙公司', 4, '2025-02-01', '待批']] },
    开工库: {
      rows: [
        ['开工项目库（亿元）'],
        [...head, '开工时间', '用地情况'],
        [1, '乙', '乙公司', 4, '2025-02-01', '2025-08-01', '已供'],
      ],
    },
  });
  expect(of('乙').extra).toEqual({ 用地情况: '待批', '用地情况（2）': '已供' });
});

it('two tables side by side with heads of their own, numbers before the right one’s names', async () => {
  const { report, projects, found, of } = await imported({
    对照: {
      rows: [
        [
          '项目名称',
          '投资主体',
          '签约日期',
          '合同额（亿元）',
          null,
          '序号',
          '招商项目',
          '客商名称',
          '拟投资额（万元）',
        ],
        ['甲', '甲公司', '2024-03-01', 5, null, 1, '乙', '乙公司', 800],
        [null, null, null, null, null, 2, '丙', '丙公司', 900],
      ],
    },
  });
  expect([report.sheets.map(({ sheet }) => sheet), found, projects.length]).toEqual([['对照', '对照（F列起）'], [], 3]);
  expect(wan(of('丙').intendedAmount)).toBe('900 CNY');
});

it('a second table under groups of its own: its groups are no row of the first, its values say nothing of the first', async () => {
  const { report, of, found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '签约时间', '合同额（亿元）'],
        ['甲', '甲公司', '2024-03-01', 5],
        ['合计', null, null, 5],
        ['二、在谈项目'],
        ['单位：亿元'],
        ['基本信息', null, '投资', '责任'],
        ['币种', '项目全称（简称）', '拟投资额', '责任部门'],
        ...['乙', '丙', '丁', '戊'].map((name) => ['美元', name, 2, '商务局']),
      ],
      merges: ['A6:B6'],
    },
  });
  expect([found, report.sheets[0]!.passed.map(({ row, why }) => [row, why])]).toEqual([
    [],
    [
      [3, 'total'],
      [4, 'section'],
      [5, 'note'],
    ],
  ]);
  expect([wan(of('甲').contract?.contracted), wan(of('乙').intendedAmount)]).toEqual(['50000 CNY', '20000 USD']);
});

it('a head printed again right under the first row leaves that row a row', async () => {
  const again = ['项目名称', '投资方', '签约时间', '合同额（亿元）', '币种'];
  const { projects, report } = await imported({
    台账: {
      rows: [
        ['基本情况', null, '签约情况', null, '币种'],
        ['项目名称', '投资方', '签约时间', '合同额（亿元）', null],
        ['甲', '甲公司', '2024-03-01', 5, '人民币'],
        again,
        ['乙', '乙公司', '2024-03-02', 6, '人民币'],
      ],
      merges: ['A1:B1', 'C1:D1', 'E1:E2'],
    },
  });
  expect([projects.length, report.sheets[0]!.headerRow, report.sheets[0]!.passed]).toEqual([
    2,
    2,
    [{ row: 4, why: 'header' }],
  ]);
});

it('a bank’s list of payments names who pays and who is paid', async () => {
  const { of, found } = await imported({
    项目: {
      rows: [
        ['项目名称', '投资方', '签约时间', '投资额（亿元）', '项目公司'],
        ['甲', '甲集团', '2025-01-01', 2, '甲汐岚公司'],
        ['乙', '乙集团', '2025-01-01', 3, '乙汐岚公司'],
      ],
    },
    到账: {
      rows: [
        ['到账日期', '付款单位', '收款单位', '到账金额（元）', '币种', '凭证号'],
        ['2025.3.1', '甲集团', '甲汐岚公司', '1,000,000.00', '人民币', '0012'],
        ['2025.3.2', 'Foo Ltd.', '乙汐岚公司', '200,000.00', '美元', '0013'],
      ],
    },
  });
  expect([found, wan(of('甲').arrivals[0]?.amount), wan(of('乙').arrivals[0]?.amount)]).toEqual([
    [],
    '100 CNY',
    '20 USD',
  ]);
});

it('amounts whose unit nobody names, and that are too large for 万元, wait', async () => {
  const { of, found } = await importedText(
    'units.csv',
    '项目名称,投资方,签约日期,合同额\n甲,甲公司,2024-01-05,"120,000,000"\n乙,乙公司,2024-01-05,"3,000,000"\n丙,丙公司,2024-01-05,1.2亿元\n',
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['2 held: unit-not-told', '3 held: unit-not-told']);
  expect(wan(of('丙').contract?.contracted)).toBe('12000 CNY');
});

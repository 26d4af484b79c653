import { imported, importedText, wan } from './imported.ts';

// Cells that say less, more or something else than their column.

it('a plan that counts from the contract is a day where the row tells the contract’s', async () => {
  const { of, found } = await importedText(
    'after.csv',
    `项目名称,投资方,签约时间,总投资（亿元）,约定开工时间,预计开工时间
甲,甲公司,2024-01-31,2,签约后6个月,合同签订之日起一年内
乙,乙公司,2024年3月,2,签约后三个月内开工,签约后半年
丙,丙公司,2024-03-01,2,供地后1个月内,
`,
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['4 warn: not-understood']);
  const plans = (name: string) => [of(name).contract?.agreedStart?.date, of(name).plannedStart];
  expect([plans('甲'), plans('乙'), of('甲').extra]).toEqual([
    ['2024-07-31', '2025-01-31'],
    ['2024-06-30', '2024-09-30'],
    { 约定开工时间: '签约后6个月', 预计开工时间: '合同签订之日起一年内' },
  ]);
});

it('a zero beside a contract is none of it; domestic money beside foreign money is the contract, and both are said', async () => {
  const { of, found } = await importedText(
    'zero.csv',
    `项目名称,投资方,签约时间,内资（亿元）,合同外资（万美元）,固定资产投资（亿元）,拟签约时间
甲,甲公司,2024-01-05,2.5,,0,
乙,乙国际,2024-01-05,,3000,—,
丙,丙国际,2024-01-05,1.5,1200,,
丁,丁公司,,2,,,2027年三季度
`,
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['4 warn: second-amount']);
  expect(['甲', '乙', '丙'].map((name) => wan(of(name).contract?.contracted))).toEqual([
    '25000 CNY',
    '3000 USD',
    '15000 CNY',
  ]);
  expect([of('甲').contract?.fixedAssets ?? null, of('甲').extra, of('丁').plannedSigning]).toEqual([
    null,
    { '固定资产投资（亿元）': '0' },
    '2027-09',
  ]);
});

it('a currency that nobody knows rejects its row; a currency is no unit, whatever stands over it', async () => {
  const { of, found } = await importedText(
    'currencies.csv',
    `项目名称,投资方,签约时间,总投资（万元）,币种
甲,甲国际,2024-01-05,2500,欧元
乙,乙国际,2024-01-05,1600,瑞士法郎
丙,丙国际,2024-01-05,700,贝壳
`,
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['4 reject: unit-unknown']);
  expect([wan(of('甲').contract?.contracted), wan(of('乙').contract?.contracted)]).toEqual(['2500 EUR', '1600 CHF']);
});

it('a card keeps what stands alone in it, and a label without a value takes none from its neighbour', async () => {
  const { of } = await imported({
    信息表: {
      rows: [
        ['项目信息表'],
        ['基本情况', '项目名称', '甲', '投资方', '甲公司'],
        ['投产时间', null, '用能情况', '备煤'],
        ['签约时间', '2024-01-05', '总投资', '2亿元'],
        ['存在问题'],
        ['变压器增容'],
      ],
    },
  });
  expect([of('甲').production, of('甲').extra]).toEqual([null, { 用能情况: '备煤', A5: '存在问题', A6: '变压器增容' }]);
});

it('开工 and 竣工 over days are their days, over words what is said; a month beside what has come so far is a month', async () => {
  const { of, found } = await importedText(
    'bare.csv',
    `2026年1-10月到位资金情况表（万元）,,,,,,,
项目名称,投资方,签约,开工,竣工,总投资,10月,1-10月累计
甲,甲公司,24.5,24.10.1,26.3,30000,300,2100
乙,乙公司,24.6,未开工,,20000,,0
`,
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['3 warn: known-to-quarter']);
  const { startCertified, end, arrivals, extra } = of('甲');
  expect([
    startCertified?.on,
    end?.on ?? null,
    arrivals.map(({ on, amount }) => `${on} ${wan(amount)}`),
    extra,
  ]).toEqual(['2024-10-01', '2026-03-31', ['2026-09-30 1800 CNY', '2026-10-31 300 CNY'], { '1-10月累计': '2100' }]);
  const said = await importedText(
    'said.csv',
    '项目名称,投资方,签约时间,总投资（万元）,开工情况\n甲,甲公司,2024-05-01,300,已开工\n乙,乙公司,2024-05-01,300,未开工\n',
  );
  expect(said.found.map((one) => one.split('!')[1])).toEqual(['2 held: decides-without-day']);
});

it('a column of plans that are all spans is a column of plans', async () => {
  const { of, found } = await importedText(
    'spans.csv',
    `项目名称,投资方,签约时间,总投资（亿元）,约定开工时间
甲,甲公司,2024-01-05,2,2025年7-9月
乙,乙公司,2024-01-05,2,2025Q3
丙,丙公司,2024-01-05,2,2025年7月至9月
`,
  );
  expect([found, ...['甲', '乙', '丙'].map((name) => of(name).contract?.agreedStart?.date)]).toEqual([
    [],
    '2025-09-30',
    '2025-09-30',
    '2025-09-30',
  ]);
});

it('an amount with what it is in another currency is exact; a sign that told a program "text" says nothing', async () => {
  const { of, found } = await importedText(
    'converted.csv',
    `项目编号,项目名称,投资方,签约时间,总投资（亿元）
'0012,甲,甲国际,2024-01-05,3亿美元(约21亿元人民币)
'0013,乙,乙公司,'2024-01-05,'3.5
`,
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['2 warn: second-amount']);
  expect(['甲', '乙'].map((name) => [of(name).code, wan(of(name).contract?.contracted)])).toEqual([
    ['0012', '30000 USD'],
    ['0013', '35000 CNY'],
  ]);
});

it('two columns of one header keep both of their values', async () => {
  const { of } = await importedText(
    'twice.csv',
    '项目名称,投资方,时间,金额（亿元）,时间,备注,备注\n甲,甲公司,2025-01-02,3,2025-06-01,子,丑\n',
  );
  const told = Object.values(of('甲').extra);
  expect(['2025-01-02', '2025-06-01', '丑'].filter((one) => !told.includes(one))).toEqual([]);
});

it('a project that is struck out waits, any other cell with a line through it is said', async () => {
  const { found, projects } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '签约日期', '总投资（亿元）'],
        ['甲', '甲公司', '2024-01-02', 2],
        ['乙', '乙公司', '2024-01-03', 3],
        ['丙', '丙公司', '2024-01-04', 4],
      ],
      shape: (sheet) => {
        for (const cell of ['A3', 'B3', 'C3', 'D3', 'D4']) sheet.getCell(cell).font = { strike: true };
      },
    },
  });
  expect(found).toEqual(['台账!3 held: name-struck-out', '台账!4 warn: struck-out']);
  expect(projects.map(({ title }) => title).sort()).toEqual(['丙', '甲']);
});

it('地市 in the list of a province is where a project stands, beside a county kept as written, and of a party only where words say so', async () => {
  const list = (head: string, county = '') =>
    importedText(
      'list.csv',
      `${head},${county}项目名称,投资方,签约日期,总投资（亿元）\n汉水市,${county && '西乡县,'}甲,甲公司,2024-01-02,2\n`,
    );
  const placed = async (...heads: [string, string?]) => {
    const { hostRegion, originRegion, extra } = (await list(...heads)).of('甲');
    return [hostRegion ?? null, originRegion ?? null, extra];
  };
  expect(await placed('地市')).toEqual(['汉水市', null, {}]);
  expect(await placed('市州', '县区,')).toEqual(['西乡县', null, { 市州: '汉水市' }]);
  expect(await placed('投资方所在城市')).toEqual([null, '汉水市', {}]);
});

it('a project in negotiation whose amount is nought is no reason to refuse it', async () => {
  const { found, of } = await importedText(
    'nought.csv',
    '项目名称,投资方,签约日期,总投资（万元）,状态\n丙,丙公司,,0.00,洽谈中',
  );
  expect([found, of('丙').phase]).toEqual([[], 'negotiation']);
});

it('the mark of a footnote is no figure of an amount or a day', async () => {
  const { of, found } = await importedText(
    'marks.csv',
    [
      '项目名称,投资方,签约日期,总投资（亿元）',
      '甲,甲公司,2024-03-05①,6②',
      '乙,乙公司,2024.3.6*,5*',
      '丙,丙公司,2024-03-07,7³',
    ].join('\n'),
  );
  expect(found).toEqual([]);
  expect(['甲', '乙', '丙'].map((name) => [wan(of(name).contract?.contracted), of(name).contract?.on])).toEqual([
    ['60000 CNY', '2024-03-05'],
    ['50000 CNY', '2024-03-06'],
    ['70000 CNY', '2024-03-07'],
  ]);
});

it('a number that shows 2023.1 is January, and perhaps October was typed; as a text, or showing 2023.10, it says what it says', async () => {
  const { found, of } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（万元）', '签约时间'],
        ['甲', '甲公司', 500, 2023.1],
        ['乙', '乙公司', 500, '2023.1'],
        ['丙', '丙公司', 500, 2023.1],
        ['丁', '丁公司', 500, 2023.11],
      ],
      shape: (sheet) => {
        sheet.getCell('D4').numFmt = '0.00';
      },
    },
  });
  expect(found).toEqual(['台账!2 warn: perhaps-october']);
  expect(['甲', '乙', '丙', '丁'].map((name) => of(name).contract?.on)).toEqual([
    '2023-01-31',
    '2023-01-31',
    '2023-10-31',
    '2023-11-30',
  ]);
});

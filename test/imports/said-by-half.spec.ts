import { imported, importedText, wan } from './imported.ts';

// Cells and rows that say a thing by half, and where the other half stands.

it('a day without its year is of the year in the title, and kept as written; two years in it leave a doubt', async () => {
  const rows = (title: string) => [
    [title],
    ['项目名称', '投资方', '签约时间', '总投资（亿元）', '约定开工时间'],
    ['甲', '甲公司', '3月5日', 2, '三季度'],
    ['乙', '乙公司', '7月底', 2, '年底前'],
  ];
  const { of, found } = await imported({ 签约: { rows: rows('2024年签约项目台账') } });
  expect([found, of('甲').contract?.on, of('甲').contract?.agreedStart?.date, of('甲').extra]).toEqual([
    [],
    '2024-03-05',
    '2024-09-30',
    { 签约时间: '3月5日', 约定开工时间: '三季度' },
  ]);
  expect([of('乙').contract?.on, of('乙').contract?.agreedStart?.date]).toEqual(['2024-07-31', '2024-12-31']);
  const doubtful = await imported({ 签约: { rows: rows('2023-2024年签约项目台账') } });
  expect(doubtful.found.map((one) => one.split('!')[1])).toEqual([
    '3 held: decides-unclear not-understood',
    '4 held: decides-unclear not-understood',
  ]);
});

it('an amount with a remark is the amount; about so much is that amount, and a contract of it says so', async () => {
  const { of, found } = await importedText(
    'about.csv',
    `项目名称,投资方,签约日期,总投资（亿元）,意向投资额（亿元）
甲,甲公司,2024-01-05,5.7亿元(外资3000万美元),
乙,乙公司,2024-01-05,5.7（含二期）,
丙,丙公司,2024-01-05,约5.7亿,
丁,丁公司,,,约5.7亿
`,
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['2 warn: second-amount', '4 warn: amount-about']);
  expect([wan(of('甲').contract?.contracted), of('甲').extra, wan(of('乙').contract?.contracted)]).toEqual([
    '57000 CNY',
    { '总投资（亿元）': '5.7亿元(外资3000万美元)' },
    '57000 CNY',
  ]);
  expect([wan(of('丁').intendedAmount), of('丁').extra]).toEqual(['57000 CNY', { '意向投资额（亿元）': '约5.7亿' }]);
});

it('a list of the started that does not say when they were signed waits, unless another sheet says it', async () => {
  const started = (name: string) => ({
    rows: [
      ['项目名称', '投资方', '投资额（亿元）', '开工时间'],
      [name, `${name}公司`, 2, '2024年5月'],
    ],
  });
  const signed = {
    rows: [
      ['项目名称', '投资方', '投资额（亿元）', '签约时间'],
      ['甲', '甲公司', 2, '2024-01-05'],
    ],
  };
  const { of, found, projects } = await imported({ 签约库: signed, 在建库: started('甲'), 另册: started('乙') });
  expect([found, projects.length]).toEqual([['另册!2 held: signing-not-told'], 1]);
  expect([of('甲').contract?.on, of('甲').startCertified?.on]).toEqual(['2024-01-05', '2024-05-31']);
});

it('a building that stands before production begins is a step, not the end', async () => {
  const { of, found } = await importedText(
    'built.csv',
    `项目名称,投资方,签约日期,合同额（万元）,开工时间,竣工时间,投产时间,是否纳统
甲,甲公司,2023-01-05,100,2023-03,2024.9,2024.10,否
乙,乙公司,2023-01-05,100,2023-03,2024.9,,是
`,
  );
  expect([of('甲').phase, of('甲').milestones, of('乙').phase]).toEqual([
    'production',
    { 竣工: { on: '2024-09-30', version: expect.any(Number) as number } },
    'completed',
  ]);
  expect([found.map((one) => one.split('!')[1]), of('乙').extra]).toEqual([
    ['3 warn: said-without-day'],
    { 是否纳统: '是' },
  ]);
});

it('a list of key projects that names no investor names who builds', async () => {
  const { of } = await imported({
    重点: {
      rows: [
        ['项目名称', '建设单位', '总投资（亿元）', '建设地点', '项目进展情况'],
        ['甲', '华材公司', 10.5, '东镇', '土地平整'],
      ],
    },
  });
  expect([of('甲').investor, wan(of('甲').intendedAmount)]).toEqual(['华材公司', '105000 CNY']);
});

it('what the column of a fact says of the time to come is a plan, and no start and no contract', async () => {
  const { of, found } = await importedText(
    'planned.csv',
    `项目名称,投资方,签约时间,总投资（亿元）,开工时间
甲,甲公司,2024-03-01,2,预计2027年3月
乙,乙公司,预计2027年3月,2,
丙,丙公司,2024-03-01,2,2027年6月前开工
丁,丁公司,2024-03-01,2,2024年6月前
戊,戊公司,2024年3月1日签约,2,已于2024年6月开工
`,
  );
  const start = (name: string) => [of(name).plannedStart, of(name).startCertified?.on ?? null];
  expect([start('甲'), start('丙'), start('戊')]).toEqual([
    ['2027-03-31', null],
    ['2027-06-30', null],
    [null, '2024-06-30'],
  ]);
  expect([of('乙').phase, of('乙').plannedSigning, of('乙').extra]).toEqual([
    'negotiation',
    '2027-03',
    { 签约时间: '预计2027年3月' },
  ]);
  expect(found.map((one) => one.split('!')[1])).toEqual(['5 held: decides-unclear']); // a deadline that has passed: met or not
});

it('a year of two digits and a month, a day under its sheet’s year, an amount behind its own name', async () => {
  const { of, found } = await imported({
    '2023': {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资', '开工时间'],
        ['甲', '甲公司', '22.11', '总投资5亿元，其中固投4亿元', '12.5'],
        ['乙', '乙公司', '22.1', '合同额：2亿元', 12.15],
        ['丙', '丙公司', 22.1, '2亿元', 12.1],
      ],
    },
  });
  expect([of('甲').contract?.on, of('甲').startCertified?.on, wan(of('甲').contract?.contracted)]).toEqual([
    '2022-11-30',
    '2023-12-05',
    '50000 CNY',
  ]);
  expect([of('乙').contract?.on, of('乙').startCertified?.on]).toEqual(['2022-01-31', '2023-12-15']);
  expect(found).toEqual(['2023!4 held: decides-unclear decides-unclear']); // 22.1 may be 22.10
});

it('of several owners in a cell the first holds, all are kept as written; telephones stay out of names', async () => {
  const { of, report } = await imported({
    在谈: {
      rows: [
        [
          '项目名称',
          '投资方',
          '拟投资额（亿元）',
          '本周进展',
          '下周工作计划',
          '责任单位及责任人',
          '包保领导',
          '联络员',
        ],
        [
          '甲',
          '甲一有限公司\n甲二有限公司',
          3,
          '洽谈',
          '签约',
          '经开区 张三 13800000000',
          '李四（副市长）、王五',
          '赵六13900000000/钱　七',
        ],
        ['乙', '一家名字很长\n的有限公司', 3, '洽谈', '', '商务局/孙八', '周 九', ''],
      ],
    },
  });
  const holders = (name: string) => {
    const { investor, owner, nextStep } = { ...of(name), nextStep: of(name).progress?.nextStep ?? null };
    const { unit, leader, liaisons } = owner;
    return [investor, unit, leader?.name, liaisons.map((one) => one.name), nextStep];
  };
  expect(holders('甲')).toEqual(['甲一有限公司、甲二有限公司', '经开区', '李四', ['赵六', '钱七'], '签约']);
  expect(holders('乙')).toEqual(['一家名字很长的有限公司', '商务局', '周九', ['孙八'], null]);
  expect([of('甲').extra, of('乙').extra]).toEqual([
    {
      责任单位及责任人: '经开区 张三 13800000000',
      包保领导: '李四（副市长）、王五',
      联络员: '赵六13900000000/钱 七',
    },
    { 责任单位及责任人: '商务局/孙八', 包保领导: '周 九' },
  ]);
  expect(report.unknownUnits).toEqual(['经开区', '商务局']);
});

it('a column of libraries says how far a project is; whether it produces is no day of production', async () => {
  const { of, found } = await importedText(
    'libraries.csv',
    `库别,项目名称,投资方,签约时间,投资额（亿元）,7月12日进展,7月19日进展,开工时间,是否投产,投产时间
在谈库,甲,甲公司,,2,一,二,,否,
签约库,乙,乙公司,,2,一,二,,否,
签约库,丙,丙公司,2024-03-01,2,一,二,2024-04-01,是,2024-09-01
`,
  );
  expect(found.map((one) => one.split('!')[1])).toEqual(['3 held: decides-without-day']);
  expect([of('甲').progress?.text, of('丙').production?.on, of('丙').extra]).toEqual([
    '二',
    '2024-09-01',
    { 库别: '签约库', '7月12日进展': '一', 是否投产: '是' },
  ]);
});

it('what comes after a start, of a project that nobody says to be signed, waits as a start does', async () => {
  const { found, projects } = await importedText(
    'after.csv',
    '项目名称,投资方,总投资（亿元）,签约时间,入库时间,投产时间\n甲,甲公司,2,2024-03-01,2024-06-01,\n乙,乙公司,2,,2024-06-01,\n丙,丙公司,2,,,2025年5月\n',
  );
  expect([found.map((one) => one.split('!')[1]), projects.length]).toEqual([
    ['3 held: signing-not-told', '4 held: signing-not-told'],
    1,
  ]);
});

it('a plan of what ends a project’s building is kept, and its project recorded; 是 with a day is that day', async () => {
  const { found, of } = await importedText(
    'ends.csv',
    '项目名称,投资方,总投资（亿元）,签约时间,是否开工,竣工时间\n甲,甲公司,2,2024-03-01,是（2024.11.18）,2027.12（预计）\n乙,乙公司,2,2024-03-01,已开工 2024年12月,预计2027年底\n丙,丙公司,2,2024-03-01,否,\n',
  );
  expect(found).toEqual([]);
  expect(['甲', '乙', '丙'].map((name) => of(name).startCertified?.on ?? null)).toEqual([
    '2024-11-18',
    '2024-12-31',
    null,
  ]);
  expect([of('甲').extra, of('乙').extra]).toEqual([
    { 是否开工: '是（2024.11.18）', 竣工时间: '2027.12（预计）' },
    { 是否开工: '已开工 2024年12月', 竣工时间: '预计2027年底' },
  ]);
});

it('a state that says suspended, without its day, is kept and said: the clocks go on', async () => {
  const { found, of } = await importedText(
    'state.csv',
    '项目名称,外方,签约日期,合同额（万元）,实到外资,项目状态\n甲,Alpha Pte,2024-03-05,5000,,暂停\n乙,乙公司,2024-04-05,6000,/,正常\n',
  );
  expect([found.map((one) => one.split('!')[1]), of('甲').extra, of('甲').investor]).toEqual([
    ['2 warn: said-without-day'],
    { 项目状态: '暂停' },
    'Alpha Pte',
  ]);
});

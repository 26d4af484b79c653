import { imported, importedText, wan } from './imported.ts';

// Layouts that ledgers come in, each a kind that was once misread.

it('a head of three rows under merged groups: the lowest names, read under all that stands over them', async () => {
  const { report, of } = await imported({
    附件1: {
      rows: [
        ['XX市2024年签约项目开工情况统计表'],
        ['填报单位：市投促局（盖章）', null, null, null, null, null, null, null, '单位：亿元、个'],
        ['序号', '项目基本情况', null, '投资情况', null, '时间节点', null, null, '存在问题'],
        [null, '项目名称', '投资主体', '总投资', null, '签约', '开工', null, null],
        [null, null, null, '金额', '其中：固定资产投资', '时间', '约定', '实际', null],
        [1, '零部件项目', '恒远公司', 12.5, 9.8, '2024.3.8', '2024.9.30', '2024.8.20', '无'],
        ['合计', null, null, 12.5, 9.8],
      ],
      merges: ['A1:I1', 'A3:A5', 'B3:C3', 'D3:E3', 'F3:H3', 'I3:I5', 'B4:B5', 'C4:C5', 'D4:E4', 'G4:H4'],
    },
  });
  const { contract, startCertified } = of('零部件项目');
  expect([
    report.sheets[0]!.headerRow,
    wan(contract?.contracted),
    wan(contract?.fixedAssets),
    contract?.on,
    contract?.agreedStart?.date,
    startCertified?.on,
  ]).toEqual([5, '125000 CNY', '98000 CNY', '2024-03-08', '2024-09-30', '2024-08-20']);
});

it('a head of four rows: what says nothing is read with every group above it, beside columns merged over all four', async () => {
  const { report, of } = await imported({
    调度表: {
      rows: [
        ['项目名称', '投资方', '签约情况', null, null, null, '开工情况', null],
        [null, null, '合同', null, null, null, '计划与实际', null],
        [null, null, '时间', '投资额（亿元）', null, null, '时间', null],
        [null, null, null, '总额', '其中：固投', '其中：设备', '约定', '实际'],
        ['四层表头项目', '远山公司', '2024/3/8', 12.5, 9.8, 1.2, '2024/9/30', '2024/8/20'],
        ['另一个项目', '近水公司', '2024/4/9', 3, 2, 0.5, '2024/10/31', null],
      ],
      merges: ['A1:A4', 'B1:B4', 'C1:F1', 'G1:H1', 'C2:F2', 'G2:H2', 'C3:C4', 'D3:F3', 'G3:H3'],
    },
  });
  const { contract, startCertified } = of('四层表头项目');
  expect([
    report.sheets[0]!.headerRow,
    wan(contract?.contracted),
    wan(contract?.fixedAssets),
    contract?.on,
    contract?.agreedStart?.date,
    startCertified?.on,
    wan(of('另一个项目').contract?.contracted),
  ]).toEqual([4, '125000 CNY', '98000 CNY', '2024-03-08', '2024-09-30', '2024-08-20', '30000 CNY']);
});

it('an amount in a column for each currency is the contract in the currency in which it stands', async () => {
  const { of, found } = await imported({
    外资: {
      rows: [
        ['项目名称', '投资方', '签约时间', '投资总额', null, null],
        [null, null, null, '人民币（万元）', '美元（万）', '港元（万）'],
        ['甲', '甲公司', '2024-01-05', 10000, null, null],
        ['乙', '乙国际', '2024-01-06', null, 1500, null],
        ['丙', '丙香港', '2024-01-07', 700, null, 8000],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1'],
    },
  });
  expect(['甲', '乙', '丙'].map((name) => wan(of(name).contract?.contracted))).toEqual([
    '10000 CNY',
    '1500 USD',
    '700 CNY',
  ]);
  expect([found, of('丙').extra]).toEqual([['外资!5 warn: second-amount'], { '港元（万）': '8000' }]);
});

it('a contract told in foreign money only, under a title that names two units', async () => {
  const { of } = await imported({
    重点: {
      rows: [
        ['2024年重点项目（金额单位：亿元/万美元）'],
        ['项目名称', '投资方', '内资总投资', '外资总投资', '签约日期'],
        ['甲', '甲公司', 2.5, null, '2024-03-05'],
        ['乙', '乙公司', null, 3000, '2024-03-06'],
      ],
    },
  });
  expect([wan(of('甲').contract?.contracted), wan(of('乙').contract?.contracted)]).toEqual(['25000 CNY', '3000 USD']);
});

it('two tables side by side are two tables', async () => {
  const { report, of, projects } = await imported({
    对照: {
      rows: [
        ['一、签约项目', null, null, null, null, '二、在谈项目'],
        ['项目名称', '投资方', '签约时间', '合同额（万元）', null, '项目名称', '投资方', '意向投资额（万元）'],
        ['甲', '甲公司', '2024-03-01', 5000, null, '乙', '乙公司', 800],
        ['丙', '丙公司', '2024-04-11', 7000],
      ],
    },
  });
  expect(report.sheets.map(({ sheet }) => sheet)).toEqual(['对照', '对照（F列起）']);
  expect([projects.length, wan(of('乙').intendedAmount), of('乙').phase, wan(of('丙').contract?.contracted)]).toEqual([
    3,
    '800 CNY',
    'negotiation',
    '7000 CNY',
  ]);
});

it('two tables below each other, the second with its own heading, unit and columns', async () => {
  const { report, of, found } = await imported({
    月报: {
      rows: [
        ['2024年5月招商月报'],
        ['单位：亿元'],
        ['项目名称', '投资方', '签约日期', '投资总额'],
        ['甲', '甲公司', '2024-05-03', 2.5],
        ['小计', null, null, 2.5],
        ['二、线索项目', null, null, '单位：万元'],
        ['线索名称', '意向投资方', '获取日期', '意向投资额'],
        ['乙', '乙公司', '2024-05-20', 3000],
      ],
    },
  });
  expect([found, report.sheets[0]!.passed.map(({ why }) => why)]).toEqual([[], ['total', 'section']]);
  expect([wan(of('甲').contract?.contracted), wan(of('乙').intendedAmount), of('乙').phase]).toEqual([
    '25000 CNY',
    '3000 CNY',
    'lead',
  ]);
});

it('a table on its side keeps the lines that nobody knows, and a card keeps a label that comes twice', async () => {
  const side = await imported({
    横表: {
      rows: [
        ['项目名称', '甲', '乙'],
        ['投资方', '甲公司', '乙公司'],
        ['签约时间', '2024-02-01', '2024年3月'],
        ['投资总额（亿元）', 2, '1.2亿'],
        ['用地面积（亩）', 50, 60],
        [null, '待复核', null],
      ],
    },
  });
  expect([side.of('甲').extra, wan(side.of('乙').contract?.contracted)]).toEqual([
    { '用地面积(亩)': '50', '6行': '待复核' },
    '12000 CNY',
  ]);
  const card = await imported({
    信息卡: {
      rows: [
        ['项目名称', '丙', '投资方', '丙公司'],
        ['签约时间', '2024-02-01', '总投资', '5亿元'],
        ['联系人', '张三', '联系人', '李四'],
        ['项目名称', '丁', '投资方', '丁公司'],
        ['签约时间', '2024-03-01', '总投资', '6亿元'],
      ],
    },
  });
  expect([card.projects.length, card.of('丙').extra, wan(card.of('丁').contract?.contracted)]).toEqual([
    2,
    { 联系人: '张三', '联系人（2）': '李四' },
    '60000 CNY',
  ]);
});

it('a value merged over two columns is told once', async () => {
  const { report, of } = await imported({
    Sheet1: {
      rows: [
        [null, '项目名称', null, '投资方', '签约时间', '合同额（万元）'],
        [null, '甲', null, '甲公司', '2024-03-05', 5000],
      ],
      merges: ['B1:C1', 'B2:C2'],
    },
  });
  expect([report.sheets[0]!.unmapped, of('甲').extra]).toEqual([[], {}]);
});

it.each([
  [
    'English',
    'No.,Project Name,Investor,Total Investment (USD million),Date of Signing,Start of Construction\n1,甲,Acme Ltd.,120.5,2024-03-15,2024-09-01\n',
    '12050 USD',
  ],
  [
    'traditional characters',
    '項目編號,項目名稱,投資方,合同總投資（萬元）,簽約時間,開工時間\nT-1,甲,甲公司,1.2億元,2024年3月15日,2024年9月1日\n合計,,,12000,,\n',
    '12000 CNY',
  ],
])('a ledger in %s', async (_what, lines, amount) => {
  const { of, found, projects } = await importedText('ledger.csv', lines);
  expect([
    found,
    projects.length,
    wan(of('甲').contract?.contracted),
    of('甲').contract?.on,
    of('甲').startCertified?.on,
  ]).toEqual([[], 1, amount, '2024-03-15', '2024-09-01']);
});

it('a sheet that nobody understands names what the nearest kind lacks: a ledger of projects where no column is known', async () => {
  const missing = async (lines: string) => (await importedText('unread.csv', lines)).report.unread[0]!.missing;
  expect(await missing('甲列,乙列,丙列\n轴承,2023-03-15,5\n仓储,2023-04-15,6\n')).toEqual([
    'name',
    'contracted',
    'signedOn',
  ]);
  expect(
    await missing('工程概况,投资额（万元）,签约日期,其他\n轴承,5000,2023-03-15,5\n仓储,6000,2023-04-15,6\n'),
  ).toEqual(['name']);
});

it('a name merged over the rows of a head, beyond a blank at the end of the lower one', async () => {
  const { report, of } = await imported({
    调度表: {
      rows: [
        ['项目名称', '投资方', '签约情况', null, '到位资金', null, '备注'],
        [null, null, '签约时间', '投资额（亿元）', '当月（万元）', null, null],
        ['末尾留白项目', '远山公司', '2024/3/8', 12.5, 300, null, '一期'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:D1', 'E1:F1', 'G1:G2'],
    },
  });
  expect([report.sheets[0]!.rows.read, wan(of('末尾留白项目')?.contract?.contracted)]).toEqual([1, '125000 CNY']);
});

it('headings that are numbered, in groups too', async () => {
  const { report, of } = await imported({
    台账: {
      rows: [
        [
          '1.序号',
          '2.项 目\n名 称',
          '3.投资主体',
          '4.协议总投资（亿元）',
          '其中',
          '5.签订时间',
          '（6）开工时间',
          null,
          '七、当前状态',
        ],
        [null, null, null, null, '固投', null, '计划', '实际', null],
        [1, '编号项目', '远山公司', 1.2, 0.9, '2024.3.8', '2024年8月', '2024.8.15', '已开工'],
      ],
      merges: ['A1:A2', 'B1:B2', 'C1:C2', 'D1:D2', 'F1:F2', 'G1:H1', 'I1:I2'],
    },
  });
  const { contract, startCertified } = of('编号项目');
  expect([report.sheets[0]!.unmapped, wan(contract?.fixedAssets), startCertified?.on]).toEqual([
    [],
    '9000 CNY',
    '2024-08-15',
  ]);
});

it('时间 alone is the day of what the title tells of all', async () => {
  const { of } = await imported({
    签约: {
      rows: [
        ['2024年签约项目明细'],
        ['序号', '项目', '企业', '投资额（亿元）', '时间'],
        [1, '签约的项目', '远山公司', 3.5, '3.8'],
      ],
    },
    开工: {
      rows: [
        ['2024年开工项目明细'],
        ['序号', '项目', '企业', '投资额（亿元）', '时间'],
        [1, '签约的项目', '远山公司', 3.5, '2024年6月1日'],
      ],
    },
  });
  const { contract, startCertified } = of('签约的项目');
  expect([contract?.on, startCertified?.on]).toEqual(['2024-03-08', '2024-06-01']);
});

it('a project whose name is merged over several lines is one, and each line tells more of it', async () => {
  const { report, of, projects } = await imported({
    调度: {
      rows: [
        ['项目名称', '投资方', '总投资（亿元）', '签约时间', '调度时间', '进展情况'],
        ['三行项目', '远山公司', 3, '2024-1-5', '2024-9-1', '选址'],
        [null, null, null, null, '2024-10-1', '出图完成'],
        [null, null, null, null, '2024-11-1', '报建完成'],
        ['一行项目', '近水公司', 2, '2024-2-5', '2024-9-1', '土地摘牌'],
      ],
      merges: ['A2:A4', 'B2:B4', 'C2:C4', 'D2:D4'],
    },
  });
  expect([report.rows.map(({ verdict }) => verdict), projects.length]).toEqual([[], 2]);
  expect(wan(of('三行项目').contract?.contracted)).toBe('30000 CNY');
  expect(of('三行项目').progress?.text).toBe('报建完成');
});

it('a table of regions and the projects in them, in one column', async () => {
  const { found, projects, of } = await imported({
    台账: {
      rows: [
        ['序号', '区域/项目', '投资方', '总投资（亿元）', '签约时间'],
        ['一', '东部新区（2个）', null, 8, null],
        [1, '区内的项目', '甲公司', 5, '2024.1'],
        [2, '另一个项目', '乙公司', 3, '2024.2'],
        [null, '合计：2个', null, 8, null],
      ],
    },
  });
  expect([found, projects.length, of('区内的项目').investor]).toEqual([[], 2, '甲公司']);
});

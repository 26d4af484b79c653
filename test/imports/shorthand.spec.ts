import { bureau } from './bureau.ts';
import { imported, wan } from './imported.ts';

// How clerks shorten: a name below a group, an office before a person, a yes without a day.

it('实际 under 开工情况 is the start, 部门 under 责任人 the unit', async () => {
  const { of, found } = await imported({
    调度: {
      rows: [
        ['序号', '项目名称', '投资方', '总投资（亿元）', '签约时间', '开工情况', null, '责任人', null],
        [null, null, null, null, null, '计划', '实际', '领导', '部门'],
        [1, '甲', '甲公司', 5, '2024-11-08', '2025年3月', '2025-04-02', '周明', '新能源专班'],
        [2, '乙', '乙公司', 5, '2025-02-18', '2025年9月', '2025-10-10', '孙丽', '电子专班'],
        [3, '丙', '丙公司', 5, '2025-06-30', '2027年3月', '—', '吴刚', '农业科'],
      ],
      merges: ['F1:G1', 'H1:I1', ...['A', 'B', 'C', 'D', 'E'].map((one) => `${one}1:${one}2`)],
    },
  });
  const { plannedStart, startCertified, owner } = of('甲');
  expect([found, plannedStart, startCertified?.on, owner.leader?.name, owner.unit, of('丙').startCertified]).toEqual([
    [],
    '2025-03-31',
    '2025-04-02',
    '周明',
    '新能源专班',
    null,
  ]);
});

it.each([
  ['副区长 钱进', '钱进'],
  ['副区长钱进', '钱进'],
  ['钱进 县委常委', '钱进'],
  ['钱进（副区长）', '钱进'],
  ['县委书记欧阳修远', '县委书记欧阳修远'], // perhaps a name of three signs behind another office
  ['区长安', '区长安'],
  ['赵副县长', '赵副县长'],
])('the leader %s is called %s, and the office is kept with the cell', async (cell, name) => {
  const { of } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（亿元）', '签约时间', '包保领导'],
        ['甲', '甲公司', 5, '2024-11-08', cell],
      ],
    },
  });
  expect([of('甲').owner.leader?.name, of('甲').extra]).toEqual([name, cell === name ? {} : { 包保领导: cell }]);
});

it('是否终止 with a yes waits for the day, with one it is the end', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（亿元）', '签约时间', '是否终止'],
        ['甲', '甲公司', 5, '2024-11-08', '是'],
        ['乙', '乙公司', 5, '2024-11-08', '否'],
        ['丙', '丙公司', 5, '2024-11-08', '是（2026.3.5）'],
      ],
    },
  });
  expect([found, of('乙').end, of('丙').end?.on]).toEqual([['台账!2 held: decides-without-day'], null, '2026-03-05']);
});

it.each([
  ['已开工', 'decides-without-day'],
  ['已开工，到位3000万元', 'decides-without-day'],
  ['2025年10月开工建设', 'decides-without-day'],
  ['框架协议', 'decides-unclear'],
  ['已签框架，未签正式合同', 'decides-unclear'],
  ['计划2027年开工', null],
  ['未开工', null],
  ['框架协议2024年3月已签', null],
])('the remark %s of a signed project: %s', async (remark, code) => {
  const { found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（亿元）', '签约时间', '备注'],
        ['甲', '甲公司', 5, '2024-11-08', remark],
      ],
    },
  });
  expect(found).toEqual(code === null ? [] : [`台账!2 held: ${code}`]);
});

it('where a firm of a lead is says where the money comes from; a list of those that began together waits for the day', async () => {
  const leads = await imported({
    长三角: {
      rows: [
        ['线索名称', '企业名称', '所在地', '拟投资额（亿元）', '获取时间', '研判意见'],
        ['高端轴承', '人本集团', '浙江温州', '≥3', '2026-09-03', '有价值'],
        ['化妆品', '科丝美诗', '上海', 2, '2026-10-03', '有价值'],
      ],
    },
  });
  expect([leads.of('高端轴承').originRegion, leads.of('高端轴承').hostRegion ?? null, leads.found]).toEqual([
    '浙江温州',
    null,
    ['长三角!2 warn: amount-left-open'],
  ]);
  const { found } = await imported({
    名单: {
      rows: [
        ['2026年第三季度重大项目集中开工名单'],
        ['序号', '项目名称', '建设单位', '总投资（万元）'],
        [1, '富硒水产业园', '安康水业有限公司', 35000],
      ],
    },
  });
  expect(found).toEqual(['名单!3 held: decides-without-day']);
});

it('a list of those that signed together waits for the day, except what is a framework', async () => {
  const { found, projects } = await imported({
    签约仪式: {
      rows: [
        ['2026年推介会集中签约项目表'],
        ['序号', '项目名称', '乙方', '协议类型', '投资额（亿元）'],
        [1, '矿泉水', '农夫公司', '正式协议', 5],
        [2, '康养城', '泰康公司', '框架协议', 30],
      ],
    },
  });
  expect([found, projects.map(({ title }) => title)]).toEqual([['签约仪式!3 held: decides-without-day'], ['康养城']]);
});

it('what a unit does beside others is nobody’s name, nor is the next unit', async () => {
  const { of } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（亿元）', '签约时间', '责任单位/责任人'],
        ['甲', '甲公司', 5, '2024-11-08', '工信局（牵头）、商务局'],
        ['乙', '乙公司', 5, '2024-11-08', '工信局（牵头）王刚'],
      ],
    },
  });
  const held = (name: string) => [of(name).owner.unit, of(name).owner.liaisons.map((one) => one.name)];
  expect([held('甲'), held('乙')]).toEqual([
    ['工信局', []],
    ['工信局', ['王刚']],
  ]);
});

it('拟投项目 is the name beside the firm; Amount (10k RMB) is the contract in 万元', async () => {
  const leads = await imported({
    线索库: {
      rows: [
        ['编号', '线索来源', '企业名称', '拟投项目', '投资额', '首报单位', '状态'],
        ['XS001', '以商招商', '宁德时代', '储能基地', '20亿', '高新区', '在跟'],
        ['XS002', '展会', '三一重工', '泵车', '8亿元', '经开区', '在跟'],
      ],
    },
  });
  expect([leads.found, leads.of('储能基地').investor]).toEqual([[], '宁德时代']);
  const { of, found } = await imported({
    Sheet1: {
      rows: [
        ['No.', 'Name of Project', 'Company', 'Amount (10k RMB)', 'Date of Signing'],
        [1, 'Alpha Park', 'Alpha Ltd', '5,000', '2025-03-01'],
        [2, 'Gamma', 'Gamma Inc.', 'USD 2 million', '2025-05-01'],
      ],
    },
  });
  expect([found, wan(of('Alpha Park').contract?.contracted), wan(of('Gamma').contract?.contracted)]).toEqual([
    [],
    '5000 CNY',
    '200 USD',
  ]);
});

it('the number of a line before a name is no part of it: next month the project stands elsewhere', async () => {
  const { give, live } = bureau();
  const head = '项目名称,投资方,签约日期,总投资（亿元）';
  await give([head, '1.甲智慧农业,甲公司,2025-01-02,3', '②乙物流园,乙公司,2025-01-03,2'].join('\n'));
  const { rows, sheets } = await give(
    [head, '1、乙物流园,乙公司,2025-01-03,2', '2.甲智慧农业,甲公司,2025-01-02,3'].join('\n'),
  );
  expect([rows, sheets[0]!.rows.unchanged, (await live()).map(({ title }) => title).sort()]).toEqual([
    [],
    2,
    ['乙物流园', '甲智慧农业'],
  ]);
});

it('a list of the signed that tells starts and no signing waits for both', async () => {
  const { found } = await imported({
    履约: {
      rows: [
        ['2024-2026年签约项目履约情况'],
        ['序号', '项目名称', '投资方', '合同金额（亿元）', '开工时间'],
        [1, '新能源车桥', '汉德公司', 5, '2024.9'],
        [2, '智能仓', '菜鸟公司', 3, null],
      ],
    },
  });
  expect(found).toEqual(['履约!3 held: signing-not-told', '履约!4 held: decides-without-day']);
});

it('what is certified of an arrival is its amount, what was told of it stays beside it', async () => {
  const { of } = await imported({
    签约: {
      rows: [
        ['项目名称', '投资方', '签约时间', '投资额（万元）'],
        ['矿泉水', '农夫公司', '2026-01-05', 30000],
      ],
    },
    认定: {
      rows: [
        ['项目名称', '到账时间', '到账金额（万元）', '认定金额（万元）', '凭证号'],
        ['矿泉水', '2026-03-05', 1000, 1000, 'A03'],
        ['矿泉水', '2026-05-05', 2000, 1500, 'A04'],
      ],
    },
  });
  expect(of('矿泉水').arrivals.map(({ amount }) => wan(amount))).toEqual(['1000 CNY', '1500 CNY']);
});

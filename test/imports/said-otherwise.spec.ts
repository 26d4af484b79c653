import { imported, wan } from './imported.ts';

// What ledgers say elsewhere than in the column for it: an end in a name or a remark, a start in words, a changed amount, a unit under a name.

const HEAD = ['项目名称', '投资方', '总投资（亿元）', '签约时间'];

it.each([
  ['甲项目（已终止）', null],
  ['【已解约】甲项目', null],
  ['甲项目', '已终止'],
  ['甲项目', '2024年5月终止合同'],
])('%s with the remark %s says that it ended and no day: it waits', async (name, remark) => {
  const { found } = await imported({
    台账: {
      rows: [
        [...HEAD, '备注'],
        [name, '甲公司', 5, '2023-03-15', remark],
      ],
    },
  });
  expect(found).toEqual(['台账!2 held: decides-without-day']);
});

it('a remark that only speaks of an end is a remark', async () => {
  const { found } = await imported({
    台账: {
      rows: [
        [...HEAD, '备注'],
        ['甲项目', '甲公司', 5, '2023-03-15', '原拟终止，现已恢复推进'],
      ],
    },
  });
  expect(found).toEqual([]);
});

it('开工情况 with a day in its words tells the start, with a plan the plan; what it leaves unclear waits', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        [...HEAD, '开工情况', '投产情况'],
        ['甲', '甲公司', 5, '2023-03-15', '2024.3（已开工）', '未投产'],
        ['乙', '乙公司', 3, '2023-04-15', '已于2024年3月开工', '2025年6月投产'],
        ['丙', '丙公司', 3, '2023-05-15', '预计2027年底开工', null],
        ['丁', '丁公司', 3, '2023-05-15', '主体施工', null],
      ],
    },
  });
  expect([of('甲').startCertified?.on, of('乙').startCertified?.on, of('乙').production?.on]).toEqual([
    '2024-03-31',
    '2024-03-31',
    '2025-06-30',
  ]);
  expect(of('丙').plannedStart).toBe('2027-12-31');
  expect(found).toEqual(['台账!5 held: decides-unclear']);
});

it.each([
  [['项目名称', '投资方', '原合同额（亿元）', '变更后合同额（亿元）', '签约时间']],
  [['项目名称', '投资方', '合同额（亿元）', '调整后合同额（亿元）', '签约时间']],
])('%j: an amount that was changed since waits, and one that was not is one amount', async (head) => {
  const { found, of } = await imported({
    台账: {
      rows: [
        head,
        ['甲', '甲公司', 5, 8, '2023-03-15'],
        ['乙', '乙公司', 3, null, '2023-03-15'],
        ['丙', '丙公司', 3, 3, '2023-03-15'],
      ],
    },
  });
  expect(found).toEqual(['台账!2 held: amounts-differ']);
  expect([wan(of('乙').contract?.contracted), wan(of('丙').contract?.contracted)]).toEqual(['30000 CNY', '30000 CNY']);
});

it('变更后 under the group of the contract is the amount changed since', async () => {
  const { found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '合同额（亿元）', null, '签约时间'],
        [null, null, '原合同', '变更后', null],
        ['甲', '甲公司', 5, 8, '2023-03-15'],
      ],
      merges: ['C1:D1', 'A1:A2', 'B1:B2', 'E1:E2'],
    },
  });
  expect(found).toEqual(['台账!3 held: amounts-differ']);
});

it('a line of units that says 折合人民币 is part of the heads: 5000 under 万美元 is 5000万美元', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '投资总额', null, '签约时间'],
        [null, null, '万美元', '折合人民币（亿元）', null],
        ['甲', '甲公司', 5000, 3.5, '2024-03-15'],
        ['乙', '乙公司', null, 3, '2024-04-15'],
      ],
      merges: ['C1:D1'],
    },
  });
  expect([wan(of('甲').contract?.contracted), wan(of('乙').contract?.contracted)]).toEqual(['5000 USD', '30000 CNY']);
  expect(found).toEqual(['台账!3 warn: second-amount']);
});

it('leads that are called by their firms alone are leads', async () => {
  const { report, projects } = await imported({
    线索: {
      rows: [
        ['招商线索周报（11月第3周）'],
        ['序号', '企业名称', '项目内容', '意向投资额', '对接部门', '对接情况'],
        [1, '甲公司', '拟建智能装备产业园', '10亿元', '招商一局', '已来访'],
        [2, '乙公司', '总部项目', '待定', '招商二局', '视频洽谈'],
      ],
    },
  });
  expect(report.sheets[0]!.kind).toBe('leads');
  expect(projects.map(({ title, investor }) => [title, investor]).sort()).toEqual([
    ['乙公司', '乙公司'],
    ['甲公司', '甲公司'],
  ]);
});

it('lists of ends and of production speak of projects that another sheet tells; an end of one that nobody knows waits', async () => {
  const { of, projects, found } = await imported({
    终止: {
      rows: [
        ['项目名称', '终止日期', '终止原因'],
        ['乙', '2025-06-01', '资金'],
        ['丁', '2025-06-01', '资金'],
      ],
    },
    签约: {
      rows: [
        ['项目名称', '投资方', '签约金额（亿元）', '签约日期', '开工日期'],
        ['甲', '甲公司', 5, '2023-03-15', '2023-09-15'],
        ['乙', '乙公司', 5, '2023-03-15', null],
        ['丙', '丙公司', 5, '2023-03-15', null],
      ],
    },
    投产: {
      rows: [
        ['企业名称', '项目', '投产日期'],
        ['甲公司', '甲', '2025-06-01'],
      ],
    },
    退出: {
      rows: [
        ['项目名称', '投资方', '终止日期'],
        ['丙', '丙公司', '2025-07-01'],
      ],
    },
  });
  expect(projects).toHaveLength(3);
  expect([of('甲').phase, of('乙').end, of('丙').end?.phase]).toEqual([
    'production',
    expect.objectContaining({ on: '2025-06-01', phase: 'terminated' }),
    'terminated',
  ]);
  expect(found).toEqual(['终止!3 held: only-a-name']);
});

it('计划 over 实际 under one name: the upper line is planned, the lower one happened', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（亿元）', '签约时间', '类别', '开工时间', '投产时间'],
        ['甲', '甲公司', 5, '2023-03-15', '计划', '2024-01', '2025-01'],
        [null, null, null, null, '实际', '2024-03', null],
      ],
      merges: ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3'],
    },
  });
  expect([of('甲').plannedStart, of('甲').startCertified?.on, of('甲').phase]).toEqual([
    '2024-01-31',
    '2024-03-31',
    'start',
  ]);
  expect(found).toEqual([]);
});

it('计划 in a column of its own says nothing of the days of a row that stands alone', async () => {
  const { of, found } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '总投资（亿元）', '项目性质', '签约时间', '开工时间'],
        ['甲', '甲公司', 5, '计划', '2023-03-15', '2024-01-10'],
        ['乙', '乙公司', 5, '目标', '2023-04-15', null],
      ],
    },
  });
  expect([of('甲').contract?.on, of('甲').startCertified?.on, of('乙').contract?.on]).toEqual([
    '2023-03-15',
    '2024-01-10',
    '2023-04-15',
  ]);
  expect(found).toEqual([]);
});

it('a name with what is built behind it is the name; the whole stays as written', async () => {
  const { projects } = await imported({
    台账: {
      rows: [
        ['项目名称及建设内容', '投资方', '总投资（亿元）', '签约时间'],
        ['甲智能装备项目\n主要建设年产1万台装备生产线，占地100亩', '甲公司', 10, '2023-03-15'],
        ['乙新材料项目：年产2万吨', '乙公司', 5, '2023-04-15'],
      ],
    },
  });
  expect(projects.map(({ title, extra }) => [title, Object.values(extra ?? {})]).sort()).toEqual([
    ['乙新材料项目', ['乙新材料项目：年产2万吨']],
    ['甲智能装备项目', ['甲智能装备项目主要建设年产1万台装备生产线，占地100亩']],
  ]);
});

it('what a column of arrivals says in words that nobody can count is said', async () => {
  const { found } = await imported({
    台账: {
      rows: [
        [...HEAD, '到位情况'],
        ['甲', '甲公司', 5, '2023-03-15', '2024.3到位500万元；2024.6到位300万元'],
        ['乙', '乙公司', 5, '2023-03-15', '已到位2000万元'],
        ['丙', '丙公司', 5, '2023-03-15', '未到位'],
      ],
    },
  });
  expect(found).toEqual(['台账!2 warn: not-understood', '台账!3 warn: arrived-untold']);
});

it('a column of 签约/开工时间 waits, 签约月份 is read in the year of its row', async () => {
  const both = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '投资额（亿元）', '签约/开工时间'],
        ['甲', '甲公司', 5, '2023.3/2024.5'],
      ],
    },
  });
  expect(both.found).toEqual(['台账!2 held: decides-unclear']);
  const { of, found } = await imported({
    台账: {
      rows: [
        ['年度', '项目名称', '投资方', '投资额（亿元）', '签约月份'],
        [2023, '甲', '甲公司', 5, '3月'],
        [null, '乙', '乙公司', 3, '11月'],
        [2024, '丙', '丙公司', 3, '2月'],
      ],
      merges: ['A2:A3'],
    },
  });
  expect([found, ...['甲', '乙', '丙'].map((name) => of(name).contract?.on)]).toEqual([
    [],
    '2023-03-31',
    '2023-11-30',
    '2024-02-29',
  ]);
});

it('days under a head that says nothing are named, for the rows are in negotiation without them', async () => {
  const { report } = await imported({
    台账: {
      rows: [
        ['项目名称', '投资方', '金额（亿元）', '时间'],
        ['甲', '甲公司', 5, '2023-03-15'],
      ],
    },
  });
  expect(report.notes.map(({ code, sheets }) => [code, sheets])).toEqual([['days-unread', ['台账']]]);
  expect(report.notes[0]!.message.zh).toContain('“时间”');
});

it('a lead whose 洽谈阶段 says that it ended or was signed waits for the day', async () => {
  const { found, projects } = await imported({
    在谈项目: {
      rows: [
        ['项目名称', '意向投资方', '拟投资额', '首次接触时间', '洽谈阶段', '目前进展'],
        ['甲', '甲公司', '5亿', '2025.9', '深度洽谈', '已考察3次'],
        ['丙', '丙公司', '3亿', '2025-11', '已签约', '11月5日签约'],
        ['丁', '丁公司', '3亿', '2025-11', '终止', '企业放弃'],
      ],
    },
  });
  expect(found).toEqual(['在谈项目!3 held: decides-without-day', '在谈项目!4 held: decides-without-day']);
  expect(projects.map(({ title }) => title)).toEqual(['甲']);
});

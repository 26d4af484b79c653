import { rowsSaid } from '../../../../test/imports/said.ts';

// What the days of a row are, and what is said of one that is no plain day. Today is 25 November 2026.

const HEADS = '项目名称|投资方|签约日期|合同额（万元）';
const ROW = '轴承项目|甲公司|2023-03-15|5000';
const OTHER = '冷链项目|乙公司|2023-04-15|600';
/** What a row says more than its name, party, day and amount, with another column. */
const saysMore = async (head: string, value: string): Promise<readonly string[]> => {
  const [[plain], [row]] = await Promise.all([
    rowsSaid('台账', HEADS, ROW, OTHER),
    rowsSaid('台账', `${HEADS}|${head}`, `${ROW}|${value}`, OTHER),
  ]);
  return row!.filter((one) => !plain!.includes(one));
};

describe('a day of a fact', () => {
  it.each([
    ['开工日期', '2024-05-06', ['startOn 2024-05-06']],
    ['开工日期', '2024年5月', ['startOn 2024-05']],
    ['开工日期', '2026年11月', ['startOn 2026-11']],
    ['开工日期', '2023.1', ['startOn 2023-01', '!perhaps-october E2']],
    ['开工日期', '2023.2', ['startOn 2023-02']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a fact that has not been', () => {
  it.each([
    ['开工日期', '未开工', ['+开工日期 未开工']],
    ['约定开工日期', '尽快', ['+约定开工日期 尽快', '!no-day-yet E2']],
    ['备案时间', '不详', ['+备案时间 不详']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a fact of which no day is told', () => {
  it.each([
    ['开工日期', '已开工', ['+开工日期 已开工', '!decides-without-day E2']],
    ['开工日期', '看情况', ['+开工日期 看情况', '!decides-unclear E2']],
    ['开工日期', '2024年一季度', ['+开工日期 2024年一季度', '!decides-unclear E2']],
    ['开工日期', '去年12月', ['+开工日期 去年12月', '!decides-unclear E2']],
    ['备案时间', '已备案', ['+备案时间 已备案', '!said-without-day E2']],
    ['备案时间', '已备案3次', ['+备案时间 已备案3次', '!not-understood E2']],
    ['开工日期', '2024-13-01', ['+开工日期 2024-13-01', '!impossible-date E2']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a plan in the column of a fact', () => {
  it.each([
    ['开工日期', '预计2027年3月', ['plannedStart 2027-03', '+开工日期 预计2027年3月']],
    ['开工日期|计划开工日期', '预计2027年3月|', ['+开工日期 预计2027年3月']],
    ['开工日期|计划开工日期', '预计2027年3月|2027-02', ['plannedStart 2027-02', '+开工日期 预计2027年3月']],
    ['入库时间', '预计2027年3月', ['+入库时间 预计2027年3月']],
    ['开工日期', '预计某日', ['+开工日期 预计某日', '!decides-unclear E2']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a fact that lies ahead', () => {
  it.each([
    ['开工日期', '2027-03-01', ['startOn 2027-03-01', '!occurred-in-future E2']],
    ['开工日期', '2026-11-30', ['startOn 2026-11-30', '!occurred-in-future E2']],
    ['开工日期', '2026年12月', ['startOn 2026-12', '!occurred-in-future E2']],
    ['入库时间', '2027年3月', ['enteredOn 2027-03', '!occurred-in-future E2']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('the end of a building is planned in the column that later tells it', () => {
  it.each([
    ['竣工时间', '2027年12月', ['+竣工时间 2027年12月', '!completion-ahead E2']],
    ['竣工时间', '2026年12月', ['+竣工时间 2026年12月', '!completion-ahead E2']],
    ['竣工时间', '2036-11-25', ['+竣工时间 2036-11-25', '!completion-ahead E2']],
    ['竣工时间', '2036-11-26', ['completedOn 2036-11-26', '!occurred-in-future E2']],
    ['竣工时间', '2026-11-30', ['completedOn 2026-11-30', '!occurred-in-future E2']],
    ['投产时间', '2027年12月', ['+投产时间 2027年12月', '!completion-ahead E2']],
    ['竣工时间', '2026年11月', ['completedOn 2026-11']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a plan', () => {
  it.each([
    ['计划开工日期', '2027年一季度', ['plannedStart 2027-03', '+计划开工日期 2027年一季度']],
    ['计划开工日期', '2027-03-01', ['plannedStart 2027-03-01']],
    ['约定开工日期', '签约后6个月', ['agreedStart 2023-09-15', '+约定开工日期 签约后6个月']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a day beside a flag is that of the fact, where no column tells it', () => {
  it.each([
    [
      '是否开工',
      '是（2024.11.18）',
      ['saidStarted 是（2024.11.18）', 'startOn 2024-11-18', '+是否开工 是（2024.11.18）'],
    ],
    ['是否开工', '是', ['saidStarted 是']],
    ['是否开工', '已开工2024年5月', ['saidStarted 已开工2024年5月', 'startOn 2024-05', '+是否开工 已开工2024年5月']],
    ['是否开工', '是（2027.11.18）', ['saidStarted 是（2027.11.18）']],
    [
      '是否终止',
      '已终止（2024年5月）',
      ['saidEnded 已终止（2024年5月）', 'endedOn 2024-05', '+是否终止 已终止（2024年5月）'],
    ],
    ['是否开工', '是（某日）', ['saidStarted 是（某日）']],
    ['是否开工|开工日期', '是（2024.11.18）|2024-10-01', ['saidStarted 是（2024.11.18）', 'startOn 2024-10-01']],
    [
      '是否开工|开工日期',
      '是（2024.11.18）|',
      ['saidStarted 是（2024.11.18）', 'startOn 2024-11-18', '+是否开工 是（2024.11.18）'],
    ],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

it('what is to be signed is planned, what is signed without a day waits', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）|开工日期',
      '轴承项目|甲公司|预计2027年3月|5000|',
      '冷链项目|乙公司|已签|600|',
      '仓储|丙|未签约|5|',
      '芯片|丁|5月6日|8|',
    ),
  ).toEqual([
    ['name 轴承项目', 'investor 甲公司', 'plannedSigning 2027-03', 'contracted 5000 CNY', '+签约日期 预计2027年3月'],
    ['name 冷链项目', 'investor 乙公司', 'contracted 600 CNY', '+签约日期 已签', '!decides-without-day C3'],
    ['name 仓储', 'investor 丙', 'contracted 5 CNY', '+签约日期 未签约'],
    ['name 芯片', 'investor 丁', 'contracted 8 CNY', '+签约日期 5月6日', '!decides-unclear C5'],
  ]));

it('a day that names no year is of the year of its row', async () =>
  expect(
    await rowsSaid(
      '台账',
      '年度|项目名称|投资方|签约日期|合同额（万元）',
      '2023|轴承项目|甲公司|5月6日|5000',
      '2023年|冷链|乙|6月|3',
      '2023年度|仓储|丙|7.8|5',
      '一八|芯片|丙|7月8日|5',
    ),
  ).toEqual([
    [
      'name 轴承项目',
      'investor 甲公司',
      'signedOn 2023-05-06',
      'contracted 5000 CNY',
      '+签约日期 5月6日',
      '+年度 2023',
    ],
    ['name 冷链', 'investor 乙', 'signedOn 2023-06', 'contracted 3 CNY', '+签约日期 6月', '+年度 2023年'],
    ['name 仓储', 'investor 丙', 'signedOn 2023-07-08', 'contracted 5 CNY', '+签约日期 7.8', '+年度 2023年度'],
    ['name 芯片', 'investor 丙', 'contracted 5 CNY', '+签约日期 7月8日', '+年度 一八', '!decides-unclear D5'],
  ]));

it('else of the year of its table', async () =>
  expect(
    await rowsSaid(
      '2024年台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承项目|甲公司|5月6日|5000',
      '冷链|乙|6月|3',
    ),
  ).toEqual([
    ['name 轴承项目', 'investor 甲公司', 'signedOn 2024-05-06', 'contracted 5000 CNY', '+签约日期 5月6日'],
    ['name 冷链', 'investor 乙', 'signedOn 2024-06', 'contracted 3 CNY', '+签约日期 6月'],
  ]));

it('what is told from the month of the table says as what it was read', async () =>
  expect(
    await rowsSaid(
      '台账',
      '招商项目台账（2025年3月）|<|<|<',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承项目|甲公司|去年12月|5000',
      '冷链|乙|上月|3',
    ),
  ).toEqual([
    [
      'name 轴承项目',
      'investor 甲公司',
      'signedOn 2024-12',
      'contracted 5000 CNY',
      '+签约日期 去年12月',
      '!told-from-then C3',
    ],
    ['name 冷链', 'investor 乙', 'signedOn 2025-02', 'contracted 3 CNY', '+签约日期 上月', '!told-from-then C4'],
  ]));

it('money that came within a span, or some day, waits with the last month that it can mean', async () =>
  expect(
    await rowsSaid(
      '到位',
      '项目名称|到位日期|到位金额（万元）',
      '甲|2024-05-06|500',
      '乙|2024年一季度|500',
      '丙|近期|500',
      '丁|分批|500',
      '戊|不知道|500',
      '己|2026年四季度|500',
      '庚|2027年一季度|500',
      '辛|已到位|500',
      '壬|2024-02-30|5',
      '癸||5',
    ),
  ).toEqual([
    ['name 甲', 'arrivedOn 2024-05-06', 'amount 500 CNY'],
    ['name 乙', 'arrivedOn 2024-03', 'amount 500 CNY', '+到位日期 2024年一季度', '!arrival-day-unclear B3'],
    ['name 丙', 'arrivedOn 2026-11', 'amount 500 CNY', '+到位日期 近期', '!arrival-day-unclear B4'],
    ['name 丁', 'arrivedOn 2026-11', 'amount 500 CNY', '+到位日期 分批', '!arrival-day-unclear B5'],
    ['name 戊', 'amount 500 CNY', '+到位日期 不知道', '!not-a-date B6'],
    ['name 己', 'amount 500 CNY', '+到位日期 2026年四季度', '!not-a-date B7'],
    ['name 庚', 'amount 500 CNY', '+到位日期 2027年一季度', '!not-a-date B8'],
    ['name 辛', 'arrivedOn 2026-11', 'amount 500 CNY', '+到位日期 已到位', '!arrival-day-unclear B9'],
    ['name 壬', 'amount 5 CNY', '+到位日期 2024-02-30', '!impossible-date B10'],
    ['name 癸', 'amount 5 CNY'],
  ]));

it('of two lines under one name that of plans plans, that of facts tells', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|节点|签约日期|开工日期|合同额（万元）',
      '轴承项目|甲公司|计划|2023-01-02|2023-09-01|5000',
      '^|^|实际|2023-03-15|2023-10-01|^',
      '冷链|乙公司|计划|2023-01-02|2023-09-01|600',
      '^|^|实际|2023-03-15||^',
      '仓储|丙公司|计划|2023-03-15||700',
    ),
  ).toEqual([
    [
      'name 轴承项目',
      'investor 甲公司',
      'plannedSigning 2023-01',
      'plannedStart 2023-09-01',
      'contracted 5000 CNY',
      '+签约日期 2023-01-02',
      '+开工日期 2023-09-01',
      '+节点 计划',
    ],
    [
      'name 轴承项目',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'startOn 2023-10-01',
      'contracted 5000 CNY',
      '+节点 实际',
    ],
    [
      'name 冷链',
      'investor 乙公司',
      'plannedSigning 2023-01',
      'plannedStart 2023-09-01',
      'contracted 600 CNY',
      '+签约日期 2023-01-02',
      '+开工日期 2023-09-01',
      '+节点 计划',
    ],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 600 CNY', '+节点 实际'],
    ['name 仓储', 'investor 丙公司', 'signedOn 2023-03-15', 'contracted 700 CNY', '+节点 计划'],
  ]));

it('a day that is merged over both lines is one of a fact', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|节点|签约日期|开工日期|合同额（万元）',
      '轴承项目|甲公司|计划|2023-01-02|2023-09-01|5000',
      '^|^|实际|^|2023-10-01|^',
    ),
  ).toEqual([
    [
      'name 轴承项目',
      'investor 甲公司',
      'signedOn 2023-01-02',
      'plannedStart 2023-09-01',
      'contracted 5000 CNY',
      '+开工日期 2023-09-01',
      '+节点 计划',
    ],
    [
      'name 轴承项目',
      'investor 甲公司',
      'signedOn 2023-01-02',
      'startOn 2023-10-01',
      'contracted 5000 CNY',
      '+节点 实际',
    ],
  ]));

import { rowsSaid } from '../../../../test/imports/said.ts';

// What an amount of a row is, and what is said of one that is no plain figure. Amounts are told in 万元.

const HEADS = '项目名称|投资方|签约日期';
const ROW = '轴承项目|甲公司|2023-03-15';
const OTHER = '冷链项目|乙公司|2023-04-15';
/** What a row says more than its name, party and day, with another column. */
const saysMore = async (head: string, value: string): Promise<readonly string[]> => {
  const [[plain], [row]] = await Promise.all([
    rowsSaid('台账', HEADS, ROW, OTHER),
    rowsSaid('台账', `${HEADS}|${head}`, `${ROW}|${value}`, OTHER),
  ]);
  return row!.filter((one) => !plain!.includes(one));
};

describe('the amount of a contract', () => {
  it.each([
    ['合同额（万元）', '5000', ['contracted 5000 CNY']],
    ['合同额（万元）', '5000万元', ['contracted 5000 CNY']],
    ['合同额（万元）', '5亿元', ['contracted 50000 CNY']],
    ['合同额（万元）', '5000（含设备）', ['contracted 5000 CNY', '+合同额（万元） 5000（含设备）']],
    ['合同额（万元）', '0', ['contracted 0 CNY']],
    ['合同额（万元）', '待定', ['+合同额（万元） 待定']],
    ['合同额（万元）', '-5', ['+合同额（万元） -5', '!amount-negative D2']],
    ['合同额（万元）', '#REF!', ['+合同额（万元） #REF!', '!error-cell D2']],
    ['合同额（万元）', '五千万', ['+合同额（万元） 五千万', '!amount-in-words D2']],
    ['合同额（万元）', '不少', ['+合同额（万元） 不少', '!amount-in-words D2']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('one that is no exact figure', () => {
  it.each([
    ['合同额（万元）', '约5000', ['contracted 5000 CNY', '+合同额（万元） 约5000', '!amount-about D2']],
    ['合同额（万元）', '3000+2000', ['contracted 5000 CNY', '+合同额（万元） 3000+2000', '!amount-in-parts D2']],
    ['合同额（万元）', '5000以上', ['contracted 5000 CNY', '+合同额（万元） 5000以上', '!amount-open D2']],
    ['合同额（万元）', '5000-6000', ['contracted 5000 CNY', '+合同额（万元） 5000-6000', '!amount-open D2']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('another currency beside it', () => {
  it.each([
    [
      '合同额（万元）',
      '5000（外资300万美元）',
      ['contracted 5000 CNY', '+合同额（万元） 5000（外资300万美元）', '!second-amount D2'],
    ],
    ['合同额（万元）', '5000（折人民币）', ['contracted 5000 CNY', '+合同额（万元） 5000（折人民币）']],
    ['合同额（万元）', '5000（外资）', ['contracted 5000 CNY', '+合同额（万元） 5000（外资）']],
    ['合同额（万元）', '5000（人民币3000万元）', ['contracted 5000 CNY', '+合同额（万元） 5000（人民币3000万元）']],
    ['合同额（万元）', '300万美元', ['contracted 300 USD']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('an amount that only tells more of the contract', () => {
  it.each([
    [
      '合同额（万元）|固定资产投资（万元）',
      '5000|约3000',
      ['contracted 5000 CNY', 'fixedAssets 3000 CNY', '+固定资产投资（万元） 约3000', '!amount-about E2'],
    ],
    [
      '合同额（万元）|固定资产投资（万元）',
      '5000|3000以上',
      ['contracted 5000 CNY', '+固定资产投资（万元） 3000以上', '!amount-left-open E2'],
    ],
    ['合同额（万元）|固定资产投资（万元）', '5000|0', ['contracted 5000 CNY', '+固定资产投资（万元） 0']],
    [
      '合同额（万元）|固定资产投资（万元）',
      '5000|不少',
      ['contracted 5000 CNY', '+固定资产投资（万元） 不少', '!amount-in-words E2'],
    ],
    [
      '合同额（万元）|固定资产投资（万元）',
      '5000|-3',
      ['contracted 5000 CNY', '+固定资产投资（万元） -3', '!amount-negative E2'],
    ],
    [
      '合同额（万元）|固定资产投资（万元）',
      '5000|#REF!',
      ['contracted 5000 CNY', '+固定资产投资（万元） #REF!', '!error-cell E2'],
    ],
    [
      '合同额（万元）|固定资产投资（万元）',
      '5000|3000（一期）',
      ['contracted 5000 CNY', 'fixedAssets 3000 CNY', '+固定资产投资（万元） 3000（一期）'],
    ],
    ['合同额（万元）|固定资产投资（万元）', '5000|未定', ['contracted 5000 CNY', '+固定资产投资（万元） 未定']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('the unit of the row', () => {
  it.each([
    ['合同额（万元）|单位', '5000|万美元', ['amountUnit 万美元', 'contracted 5000 USD']],
    ['合同额（万元）|币种', '5000|美元', ['currency 美元', 'contracted 5000 USD']],
    ['合同额（万元）|币种', '5000|贝壳', ['currency 贝壳', 'contracted 5000 CNY', '!unit-unknown E2']],
    ['合同额（万元）|币种', '5000|', ['contracted 5000 CNY']],
    ['合同额（万元）|金额单位', '5000|亿元', ['amountUnit 亿元', 'contracted 50000000 CNY']],
    ['合同额（万元）|金额单位', '5000|件', ['amountUnit 件', 'contracted 5000 CNY', '!unit-unknown E2']],
    ['合同额（万元）|金额单位', '5000|美元', ['currency 美元', 'contracted 5000 USD']],
    ['合同额（万元）|币种', '5000|万元', ['amountUnit 万元', 'contracted 5000 CNY']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('two units over one column', () => {
  it.each([
    ['合同额（万元/万美元）', '5000', ['contracted 5000 CNY', '!two-units D2']],
    ['合同额（万元/万美元）', '5000万元', ['contracted 5000 CNY']],
    ['合同额（万元/万美元）|币种', '5000|美元', ['currency 美元', 'contracted 5000 USD']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('foreign money beside the contract', () => {
  it.each([
    ['合同额（万元）|合同外资（万美元）', '5000|300', ['contracted 5000 CNY', '+合同外资（万美元） 300']],
    ['合同额（万元）|合同外资（万美元）', '|300', ['contracted 300 USD', '+合同外资（万美元） 300']],
    [
      '合同额（万元）|合同外资（万美元）',
      '待定|300',
      ['contracted 300 USD', '+合同额（万元） 待定', '+合同外资（万美元） 300'],
    ],
    ['合同额（万元）|其中：合同外资（万美元）', '|300', ['+其中：合同外资（万美元） 300']],
    [
      '合同内资（万元）|合同外资（万美元）',
      '5000|300',
      ['contracted 5000 CNY', '+合同外资（万美元） 300', '!second-amount E2'],
    ],
    ['合同内资（万元）|合同外资（万美元）', '5000|0', ['contracted 5000 CNY', '+合同外资（万美元） 0']],
    ['合同内资（万元）|合同外资（万美元）', '5000|', ['contracted 5000 CNY']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('one amount in two columns', () => {
  it.each([
    ['合同额（万元）|合同额（亿元）', '5000|0.5', ['contracted 5000 CNY', '+合同额（亿元） 0.5']],
    ['合同额（万元）|合同额（亿元）', '5004|0.5', ['contracted 5004 CNY', '+合同额（亿元） 0.5']],
    ['合同额（万元）|合同额（亿元）', '5000|0.7', ['contracted 5000 CNY', '+合同额（亿元） 0.7', '!amounts-differ E2']],
    ['合同额（万元）|合同额（亿元）', '|0.5', ['contracted 5000 CNY']],
    [
      '合同额（万元）|合同额（亿元）',
      '约5000|0.52',
      ['contracted 5000 CNY', '+合同额（万元） 约5000', '+合同额（亿元） 0.52', '!amount-about D2'],
    ],
    [
      '合同额（万元）|合同额（亿元）',
      '约5000|0.6',
      ['contracted 5000 CNY', '+合同额（万元） 约5000', '+合同额（亿元） 0.6', '!amount-about D2'],
    ],
    ['合同额（万元）|合同额（亿元）', '5000|不详', ['contracted 5000 CNY', '+合同额（亿元） 不详']],
    [
      '合同额（万元）|变更后合同额（万元）',
      '5000|6000',
      ['contracted 5000 CNY', '+变更后合同额（万元） 6000', '!amounts-differ E2'],
    ],
    ['合同额（万元）|变更后合同额（万元）', '5000|5000', ['contracted 5000 CNY', '+变更后合同额（万元） 5000']],
    ['合同额（万元）|变更后合同额（万元）', '5000|', ['contracted 5000 CNY']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a second column of the same', () => {
  it.each([
    ['合同额（万元）|合同金额（万元）', '5000|6000', ['contracted 5000 CNY', '+合同金额（万元） 6000']],
    ['合同额（万元）|合同金额（万元）', '5000|', ['contracted 5000 CNY']],
    ['合同额（万元）|合同金额（万元）', '|6000', ['contracted 6000 CNY']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('what came so far is kept, and compared', () => {
  it.each([
    [
      '合同额（万元）|累计到位资金（万元）',
      '5000|300',
      ['arrivedToDate 2026-11', 'contracted 5000 CNY', 'arrivedToDate 300 CNY', '+累计到位资金（万元） 300'],
    ],
    ['合同额（万元）|累计到位资金（万元）', '5000|约300', ['contracted 5000 CNY', '+累计到位资金（万元） 约300']],
    [
      '合同额（万元）|累计到位资金（万元）',
      '5000|已到位300万元',
      ['arrivedToDate 2026-11', 'contracted 5000 CNY', 'arrivedToDate 300 CNY', '+累计到位资金（万元） 已到位300万元'],
    ],
    ['合同额（万元）|累计到位资金（万元）', '5000|未到位', ['contracted 5000 CNY', '+累计到位资金（万元） 未到位']],
    [
      '合同额（万元）|累计到位资金（万元）',
      '5000|不少',
      ['contracted 5000 CNY', '+累计到位资金（万元） 不少', '!not-understood E2'],
    ],
    [
      '合同额（万元）|截至2024年6月累计到位资金（万元）',
      '5000|300',
      [
        'arrivedToDate 2024-06',
        'contracted 5000 CNY',
        'arrivedToDate 300 CNY',
        '+截至2024年6月累计到位资金（万元） 300',
      ],
    ],
    ['合同额（万元）|累计到位注册资本（万元）', '5000|300', ['contracted 5000 CNY', '+累计到位注册资本（万元） 300']],
    [
      '合同额（万元）|累计到位资金（万元）|单位',
      '5000|3|亿元',
      [
        'amountUnit 亿元',
        'arrivedToDate 2026-11',
        'contracted 50000000 CNY',
        'arrivedToDate 30000 CNY',
        '+累计到位资金（万元） 3',
      ],
    ],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

it('where nothing is signed, the amount is intended, and left out where it is open or none', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承|甲公司||5000以上',
      '冷链|乙公司||0',
      '仓储|丙公司|看情况|0',
      '芯片|丁公司|2023-03-15|5000以上',
      '纺织|戊公司|尽快|0',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', '+合同额（万元） 5000以上', '!amount-left-open D2'],
    ['name 冷链', 'investor 乙公司'],
    ['name 仓储', 'investor 丙公司', 'contracted 0 CNY', '+签约日期 看情况', '!decides-unclear C4'],
    [
      'name 芯片',
      'investor 丁公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+合同额（万元） 5000以上',
      '!amount-open D5',
    ],
    ['name 纺织', 'investor 戊公司', '+签约日期 尽快', '!no-day-yet C6'],
  ]));

it('a framework agreement is no contract', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）|协议类型',
      '轴承|甲公司|2023-03-15|5000以上|框架协议',
      '冷链|乙公司|2023-03-15|5000以上|正式合同',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'agreementKind 框架协议',
      'signedOn 2023-03-15',
      '+合同额（万元） 5000以上',
      '!amount-left-open D2',
    ],
    [
      'name 冷链',
      'investor 乙公司',
      'agreementKind 正式合同',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+合同额（万元） 5000以上',
      '!amount-open D3',
    ],
  ]));

it('an intention may be a range', async () =>
  expect(
    await rowsSaid(
      '线索',
      '线索名称|意向投资方|接收日期|意向投资额（万元）',
      '轴承|甲公司|2023-03-15|5000-6000',
      '冷链|乙公司|2023-03-15|五千左右',
      '仓储|丙公司|2023-03-15|约500',
      '芯片|丁公司|2023-03-15|0',
      '纺织|戊公司|2023-03-15|不少',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'receivedOn 2023-03-15', '+意向投资额（万元） 5000-6000', '!amount-left-open D2'],
    ['name 冷链', 'investor 乙公司', 'receivedOn 2023-03-15', '+意向投资额（万元） 五千左右', '!not-understood D3'],
    ['name 仓储', 'investor 丙公司', 'receivedOn 2023-03-15', 'intendedAmount 500 CNY', '+意向投资额（万元） 约500'],
    ['name 芯片', 'investor 丁公司', 'receivedOn 2023-03-15', '+意向投资额（万元） 0'],
    ['name 纺织', 'investor 戊公司', 'receivedOn 2023-03-15', '+意向投资额（万元） 不少', '!not-understood D6'],
  ]));

it('one contract over the rows of several projects is said, one over the rows of one project is its own', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承|甲公司|2023-03-15|5000',
      '冷链|乙公司|2023-04-15|^',
      '仓储|丙公司|2023-05-15|700',
      '^|丙公司|2023-05-16|^',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY', '!amount-merged D2'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 5000 CNY', '!amount-merged D3'],
    ['name 仓储', 'investor 丙公司', 'signedOn 2023-05-15', 'contracted 700 CNY'],
    ['name 仓储', 'investor 丙公司', 'signedOn 2023-05-16', 'contracted 700 CNY'],
  ]));

it('money that came waits where its figure is open', async () =>
  expect(
    await rowsSaid(
      '到位',
      '项目名称|到位日期|到位金额（万元）',
      '甲|2024-05-06|500以上',
      '乙|2024-05-06|约500',
      '丙|2024-05-06|0',
      '丁|2024-05-06|不少',
    ),
  ).toEqual([
    ['name 甲', 'arrivedOn 2024-05-06', 'amount 500 CNY', '+到位金额（万元） 500以上', '!amount-open C2'],
    ['name 乙', 'arrivedOn 2024-05-06', 'amount 500 CNY', '+到位金额（万元） 约500', '!amount-about C3'],
    ['name 丙', 'arrivedOn 2024-05-06', 'amount 0 CNY'],
    ['name 丁', 'arrivedOn 2024-05-06', '+到位金额（万元） 不少', '!amount-in-words C5'],
  ]));

it('a format that the head contradicts, a note that contradicts the head', async () =>
  expect(
    await rowsSaid(
      '台账',
      '注：合同额单位为亿元|<|<|<',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承|甲公司|2023-03-15|5000',
      '冷链|乙公司|2023-04-15|600万元',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY', '!note-contradicts D3'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 600 CNY'],
  ]));

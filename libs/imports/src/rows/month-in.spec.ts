import { rowsSaid } from '../../../../test/imports/said.ts';

// Money in columns of months, and money told as a whole and in parts of it. Today is 25 November 2026.

it('money in a column is that of its month', async () =>
  expect(
    await rowsSaid(
      '2026年台账',
      '项目名称|投资方|签约日期|合同额（万元）|1月到位|11月到位|12月到位|3月到位资金（亿元）',
      '轴承|甲公司|2023-03-15|5000|10|20|30|0.5',
      '冷链|乙公司|2023-03-15|600|约10|3+4|0|不少',
      '仓储|丙公司|2023-03-15|600|10（一期）|5以上|—|-3',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '2026-11-25 20 CNY',
      '2026-03-31 5000 CNY',
      '2026-01-31 10 CNY',
      '+12月到位 30',
      '!occurred-in-future G2',
    ],
    [
      'name 冷链',
      'investor 乙公司',
      'signedOn 2023-03-15',
      'contracted 600 CNY',
      '2026-11-25 7 CNY',
      '2026-01-31 10 CNY',
      '+12月到位 0',
      '+11月到位 3+4',
      '+3月到位资金（亿元） 不少',
      '+1月到位 约10',
      '!amount-in-parts F3',
      '!not-understood H3',
      '!amount-about E3',
    ],
    [
      'name 仓储',
      'investor 丙公司',
      'signedOn 2023-03-15',
      'contracted 600 CNY',
      '2026-01-31 10 CNY',
      '+12月到位 —',
      '+11月到位 5以上',
      '+3月到位资金（亿元） -3',
      '+1月到位 10（一期）',
      '!amount-left-open F4',
      '!not-understood H4',
    ],
  ]));

it('a column of a month without a year is of no known month', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）|1月到位|2月到位',
      '轴承|甲公司|2023-03-15|5000|10|',
      '冷链|乙公司|2023-03-15|600|0|20',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY', '+1月到位 10', '!period-unknown E2'],
    [
      'name 冷链',
      'investor 乙公司',
      'signedOn 2023-03-15',
      'contracted 600 CNY',
      '+2月到位 20',
      '+1月到位 0',
      '!period-unknown F3',
    ],
  ]));

it('a quarter, half a year, and what came so far', async () =>
  expect(
    await rowsSaid(
      '2026年台账',
      '项目名称|投资方|签约日期|合同额（万元）|一季度到位|上半年到位|1-9月到位|全年到位',
      '轴承|甲公司|2023-03-15|5000|10|20|30|40',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '2026-09-30 30 CNY',
      '2026-03-31 10 CNY',
      '2026-06-30 20 CNY',
      '2026-11-25 40 CNY',
    ],
  ]));

it('what came so far tells which months other columns tell', async () =>
  expect(
    await rowsSaid(
      '2026年台账',
      '项目名称|投资方|签约日期|合同额（万元）|1月到位|2月到位|1-3月累计到位',
      '轴承|甲公司|2023-03-15|5000|10|20|30',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '2026-03-31 30 CNY',
      '2026-02-28 20 CNY',
      '2026-01-31 10 CNY',
    ],
  ]));

it('the currency of the row holds for its months', async () =>
  expect(
    await rowsSaid(
      '2026年台账',
      '项目名称|投资方|签约日期|合同额（万元）|币种|1月到位',
      '轴承|甲公司|2023-03-15|5000|美元|30',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'currency 美元',
      'signedOn 2023-03-15',
      'contracted 5000 USD',
      '2026-01-31 30 USD',
    ],
  ]));

it('the parts of a row: what they leave, all of it, more than it, blank ones', async () =>
  expect(
    await rowsSaid(
      '到位',
      '项目名称|到位日期|到位金额（万元）|其中：省外（万元）|其中：外资（万元）',
      '甲|2024-05-06|500|300|100',
      '乙|2024-05-06|500|300|200',
      '丙|2024-05-06|500|300|300',
      '丁|2024-05-06|500|0|',
      '戊|2024-05-06||300|',
    ),
  ).toEqual([
    ['name 甲', 'arrivedOn 2024-05-06', 'amount 100 CNY', 'amountOutOfProvince 300 CNY', 'amountOverseas 100 CNY'],
    ['name 乙', 'arrivedOn 2024-05-06', 'amountOutOfProvince 300 CNY', 'amountOverseas 200 CNY'],
    [
      'name 丙',
      'arrivedOn 2024-05-06',
      'amount 500 CNY',
      '+其中：外资（万元） 300',
      '+其中：省外（万元） 300',
      '!parts-above-whole C4',
    ],
    ['name 丁', 'arrivedOn 2024-05-06', 'amount 500 CNY', '+其中：省外（万元） 0'],
    ['name 戊', 'arrivedOn 2024-05-06', 'amountOutOfProvince 300 CNY'],
  ]));

it('a part in another currency, said to be one, is left out of the whole', async () =>
  expect(
    await rowsSaid(
      '到位',
      '项目名称|到位日期|到位金额（万元）|其中：外资（万美元）',
      '甲|2024-05-06|500|30',
      '乙|2024-05-06|20|30',
    ),
  ).toEqual([
    ['name 甲', 'arrivedOn 2024-05-06', 'amountOverseas 30 USD', '!whole-in-two-currencies C2'],
    ['name 乙', 'arrivedOn 2024-05-06', 'amountOverseas 30 USD', '!whole-in-two-currencies C3'],
  ]));

it('one beside it that nobody calls a part waits', async () =>
  expect(await rowsSaid('到位', '项目名称|到位日期|到位金额（万元）|外资（万美元）', '甲|2024-05-06|500|30')).toEqual([
    ['name 甲', 'arrivedOn 2024-05-06', 'amount 500 CNY', 'amountOverseas 30 USD', '!whole-and-foreign C2'],
  ]));

it('a sum over both in one currency is told by its parts', async () =>
  expect(
    await rowsSaid(
      '到位',
      '项目名称|到位日期|到位合计（折万元）|内资（万元）|外资（万美元）',
      '甲|2024-05-06|500|300|30',
      '乙|2024-05-06|200||30',
    ),
  ).toEqual([
    ['name 甲', 'arrivedOn 2024-05-06', 'amountDomestic 300 CNY', 'amountOverseas 30 USD', '+到位合计（折万元） 500'],
    ['name 乙', 'arrivedOn 2024-05-06', 'amountOverseas 30 USD', '+到位合计（折万元） 200'],
  ]));

it('a whole and two parts, one of them foreign', async () =>
  expect(
    await rowsSaid(
      '到位',
      '项目名称|到位日期|到位金额（万元）|省外（万元）|外资（万美元）',
      '甲|2024-05-06|500|300|30',
    ),
  ).toEqual([
    [
      'name 甲',
      'arrivedOn 2024-05-06',
      'amountOutOfProvince 300 CNY',
      'amountOverseas 30 USD',
      '!whole-in-two-currencies C2',
    ],
  ]));

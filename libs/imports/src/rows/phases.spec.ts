import { rowsSaid } from '../../../../test/imports/said.ts';

// Rows that belong to the project above them: its phases and its money.

it('phases join their project: its own row carries the whole', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）|备注',
      '轴承|甲公司|2023-03-15|5000|',
      '一期|||3000|先建',
      '二期|||2000|',
      '冷链|乙公司|2023-04-15|600|',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+一期 合同额（万元）：3000；备注：先建',
      '+二期 合同额（万元）：2000',
      '!phases-kept D2',
    ],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 600 CNY'],
  ]));

it('where they add up to another amount, a person decides', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承|甲公司|2023-03-15|5000',
      '一期|||3000',
      '（二）期工程|||1000',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+一期 合同额（万元）：3000',
      '+(二)期工程 合同额（万元）：1000',
      '!phases-open D2',
    ],
  ]));

it('the whole that only the phases tell', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承|甲公司||',
      '一期||2023-05-15|3000',
      '二期||2023-03-15|2000',
      '冷链|乙公司|2023-04-15|600',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+一期 签约日期：2023-05-15；合同额（万元）：3000',
      '+二期 签约日期：2023-03-15；合同额（万元）：2000',
      '!phases-open D2',
    ],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 600 CNY'],
  ]));

it('phases in two currencies have no sum', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承|甲公司|2023-03-15|',
      '一期|||3000',
      '二期|||2000万美元',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      '+一期 合同额（万元）：3000',
      '+二期 合同额（万元）：2000万美元',
      '!phases-open D2',
    ],
  ]));

it('a phase of another party, or of another number, is no part of the project above', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目编号|项目名称|投资方|签约日期|合同额（万元）',
      'A-1|轴承|甲公司|2023-03-15|5000',
      '|一期|甲公司||3000',
      '|二期|乙公司||3000',
      'A-9|三期|||100',
    ),
  ).toEqual([
    [
      'code A-1',
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+一期 投资方：甲公司；合同额（万元）：3000',
      '!phases-open E2',
    ],
    ['name 二期', 'investor 乙公司', 'contracted 3000 CNY', '!only-a-phase B4'],
    ['code A-9', 'name 三期', 'contracted 100 CNY', '!only-a-phase B5'],
  ]));

it('a phase under no project is said', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '一期|甲公司|2023-03-15|5000',
      '冷链|乙公司|2023-04-15|600',
      '二期|丙公司|2023-04-15|70',
      '三期|丙公司|2023-04-15|80',
    ),
  ).toEqual([
    ['name 一期', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY', '!only-a-phase A2'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 600 CNY'],
    ['name 二期', 'investor 丙公司', 'signedOn 2023-04-15', 'contracted 70 CNY', '!only-a-phase A4'],
    ['name 三期', 'investor 丙公司', 'signedOn 2023-04-15', 'contracted 80 CNY', '!only-a-phase A5'],
  ]));

it('rows under a merged name are parts of one project', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）|建设内容',
      '轴承|甲公司|2023-03-15|3000|厂房',
      '^|^|^|2000|设备',
      '冷链|乙公司|2023-04-15|600|冷库',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+建设内容 厂房',
      '+第2行 投资方：甲公司；签约日期：2023-03-15；合同额（万元）：3000；建设内容：厂房',
      '+第3行 合同额（万元）：2000；建设内容：设备',
      '!phases-open D2',
    ],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 600 CNY', '+建设内容 冷库'],
  ]));

it('rows under a merged name that name their phases', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|分期|投资方|签约日期|合同额（万元）',
      '轴承|一期|甲公司|2023-03-15|3000',
      '^|二期|^|2023-06-15|2000',
      '冷链||乙公司|2023-04-15|600',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+分期 一期',
      '+一期 分期：一期；投资方：甲公司；签约日期：2023-03-15；合同额（万元）：3000',
      '+二期 分期：二期；签约日期：2023-06-15；合同额（万元）：2000',
      '!phases-open E2',
    ],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 600 CNY'],
  ]));

it('rows under a merged name that tell arrivals alone are its money', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）|到账日期|到账金额（万元）',
      '轴承|甲公司|2023-03-15|3000|2024-01-05|100',
      '^|^|^|^|2024-02-05|200',
      '^|^|^|^||300',
      '^|^|^|^|看情况|400',
      '冷链|乙公司|2023-04-15|600||',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'arrivedOn 2024-01-05',
      'contracted 3000 CNY',
      'amount 100 CNY',
      '2024-02-05 200 CNY',
      '+到账 300',
      '+到账日期 看情况',
      '+到账（2） 看情况 400',
      '!period-unknown F4',
      '!not-understood E5',
      '!period-unknown F5',
    ],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-04-15', 'contracted 600 CNY'],
  ]));

it('intended amounts of leads, too', async () =>
  expect(
    await rowsSaid(
      '线索',
      '线索名称|意向投资方|接收日期|意向投资额（万元）',
      '轴承|甲公司|2023-03-15|5000',
      '一期|||3000',
      '二期|||1000',
    ),
  ).toEqual([
    [
      'name 轴承',
      'investor 甲公司',
      'receivedOn 2023-03-15',
      'intendedAmount 5000 CNY',
      '+一期 意向投资额（万元）：3000',
      '+二期 意向投资额（万元）：1000',
      '!phases-open D2',
    ],
  ]));

it('arrivals have no phases', async () =>
  expect(
    await rowsSaid('到位', '项目名称|到位日期|到位金额（万元）', '轴承|2024-05-06|500', '一期|2024-05-06|500'),
  ).toEqual([
    ['name 轴承', 'arrivedOn 2024-05-06', 'amount 500 CNY'],
    ['name 一期', 'arrivedOn 2024-05-06', 'amount 500 CNY'],
  ]));

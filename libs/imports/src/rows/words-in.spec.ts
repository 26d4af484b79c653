import { rowsSaid } from '../../../../test/imports/said.ts';

// What the words of a row are: names, numbers, holders, answers, and what no field takes.

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

describe('names and numbers', () => {
  it.each([
    ['项目编号', 'A 1', ['code A1']],
    ['项目编号', '#REF!', ['+项目编号 #REF!', '!error-cell E2']],
    ['统一社会信用代码', '91110108551385082Q', ['creditCode 91110108551385082Q']],
    ['统一社会信用代码', '91110108551385082 q', ['creditCode 91110108551385082Q']],
    ['统一社会信用代码', '12345', ['creditCode 12345', '!credit-code-check E2']],
    ['合同编号', 'HT 1', ['contractNo HT1']],
    ['合同编号', '#N/A!', ['+合同编号 #N/A!', '!error-cell E2']],
    ['产业', '#REF!', ['+产业 #REF!', '!not-understood E2']],
    ['产业', '—', []],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('who holds a project', () => {
  it.each([
    ['包保领导', '张三', ['leader 张三']],
    ['包保领导', '张三、李四', ['leader 张三', '+包保领导 张三、李四']],
    ['包保领导', '李四副县长', ['leader 李四', '+包保领导 李四副县长']],
    ['项目管家', '张三、李四', ['steward 张三', '+项目管家 张三、李四']],
    ['联络员', '张三、李四', ['liaison 张三、李四']],
    ['联络员', '张三/李四', ['liaison 张三、李四']],
    ['责任单位', '一科', ['unit 一科']],
    ['责任单位', '一科、二科', ['unit 一科', '+责任单位 一科、二科']],
    ['责任单位', '一科 张三', ['unit 一科 张三']],
    ['责任单位及责任人', '一科 张三', ['unit 一科', 'liaison 张三', '+责任单位及责任人 一科 张三']],
    ['责任单位及责任人|联络员', '一科 张三|李四', ['unit 一科', 'liaison 李四', '+责任单位及责任人 一科 张三']],
    ['责任单位及责任人|联络员', '一科 张三|', ['unit 一科', 'liaison 张三', '+责任单位及责任人 一科 张三']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('a column of yes and no is a tag', () => {
  it.each([
    ['是否外资', '是', ['#外资']],
    ['是否外资', '否', []],
    ['是否外资', '部分', ['+是否外资 部分']],
    ['是否属于重点项目', '√', ['#重点项目']],
    ['是否为链主企业', '是', ['#链主企业']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('columns of no field', () => {
  it.each([
    ['门牌颜色', '蓝', ['+门牌颜色 蓝']],
    ['门牌颜色', '—', []],
    ['门牌颜色', '#REF!', ['+门牌颜色 #REF!']],
    ['门牌颜色|门牌颜色', '蓝|红', ['+门牌颜色 蓝', '+门牌颜色（2） 红']],
    ['门牌颜色|门牌颜色', '蓝|蓝', ['+门牌颜色 蓝']],
    ['建设内容|<', '厂房|<', ['+建设内容 厂房']],
    [
      '长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长',
      '蓝',
      [
        '+长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长 蓝',
      ],
    ],
    ['|门牌颜色', '蓝|红', ['+E列 蓝', '+门牌颜色 红']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

describe('progress', () => {
  it.each([
    ['进展情况', '已供地', ['progress 已供地']],
    ['7月12日进展|7月19日进展', '旧|新', ['progress 新', '+7月12日进展 旧']],
    ['7月19日进展|7月12日进展', '新|旧', ['progress 新', '+7月12日进展 旧']],
    ['6月进展|7月进展', '旧|新', ['progress 新', '+6月进展 旧']],
    ['进展情况|下一步', '已供地|拿证', ['progress 已供地', 'nextStep 拿证']],
  ])('%s: %s', async (head, value, more) => expect(await saysMore(head, value)).toEqual(more));
});

it('a name ends where its contents begin', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称及建设内容|投资方|签约日期|合同额（万元）',
      '轴承项目：年产十万套|甲公司|2023-03-15|5000',
      '冷链项目，建设冷库三座|乙公司|2023-03-15|5000',
      '仓储项目，一期|丙公司|2023-03-15|5000',
      '：厂房|丁公司|2023-03-15|5000',
    ),
  ).toEqual([
    [
      'name 轴承项目',
      'investor 甲公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+项目名称及建设内容 轴承项目：年产十万套',
    ],
    [
      'name 冷链项目',
      'investor 乙公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+项目名称及建设内容 冷链项目，建设冷库三座',
    ],
    [
      'name 仓储项目，一期',
      'investor 丙公司',
      'signedOn 2023-03-15',
      'contracted 5000 CNY',
      '+项目名称及建设内容 仓储项目，一期',
    ],
    ['name ：厂房', 'investor 丁公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('a name without contents goes on', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承项目：年产十万套|甲公司|2023-03-15|5000',
      '1.冷链项目|乙公司|2023-03-15|5000',
      '③“芯片”项目|乙公司|2023-03-15|5000',
      '1.5万吨项目|乙公司|2023-03-15|5000',
      '（一）2号|乙公司|2023-03-15|5000',
    ),
  ).toEqual([
    ['name 轴承项目：年产十万套', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 冷链项目', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name “芯片”项目', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 1.5万吨项目', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name （一）2号', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('parties are told apart', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '轴承|甲公司、乙公司|2023-03-15|5000',
      '冷链|甲公司/乙公司|2023-03-15|5000',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司、乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 冷链', 'investor 甲公司/乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('a lead is of worth or not, as it is said', async () =>
  expect(
    await rowsSaid(
      '线索',
      '线索名称|意向投资方|接收日期|研判时间|研判结果',
      '轴承|甲公司|2023-03-15|2023-03-16|无',
      '冷链|甲公司|2023-03-15|2023-03-16|有价值',
      '仓储|甲公司|2023-03-15|2023-03-16|',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'screenResult 无', 'receivedOn 2023-03-15', 'screenedOn 2023-03-16'],
    ['name 冷链', 'investor 甲公司', 'screenResult 有价值', 'receivedOn 2023-03-15', 'screenedOn 2023-03-16'],
    ['name 仓储', 'investor 甲公司', 'receivedOn 2023-03-15', 'screenedOn 2023-03-16'],
  ]));

it('money that came is certified or not', async () =>
  expect(
    await rowsSaid(
      '到位',
      '项目名称|到位日期|到位金额（万元）|是否认定|凭证号',
      '甲|2024-05-06|500|否|P 1',
      '乙|2024-05-06|500|无|',
      '丙|2024-05-06|500|是|',
      '丁|2024-05-06|500||',
    ),
  ).toEqual([
    ['name 甲', 'certified 否', 'voucher P1', 'arrivedOn 2024-05-06', 'amount 500 CNY'],
    ['name 乙', 'certified 无', 'arrivedOn 2024-05-06', 'amount 500 CNY'],
    ['name 丙', 'certified 是', 'arrivedOn 2024-05-06', 'amount 500 CNY'],
    ['name 丁', 'arrivedOn 2024-05-06', 'amount 500 CNY'],
  ]));

it('its place in a list says nothing', async () =>
  expect(
    await rowsSaid(
      '台账',
      '序号|项目名称|投资方|签约日期|合同额（万元）',
      '1|轴承|甲公司|2023-03-15|5000',
      '甲1|冷链|乙公司|2023-03-15|5000',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('a firm that stands for its project is its party', async () =>
  expect(
    await rowsSaid('台账', '企业名称|签约日期|合同额（万元）', '甲公司|2023-03-15|5000', '乙公司|2023-03-16|600'),
  ).toEqual([
    ['name 甲公司', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 乙公司', 'investor 乙公司', 'signedOn 2023-03-16', 'contracted 600 CNY'],
  ]));

it('a firm beside another party is not', async () =>
  expect(
    await rowsSaid(
      '台账',
      '企业名称|外方投资方|签约日期|合同额（万元）',
      '甲公司|丙公司|2023-03-15|5000',
      '乙公司||2023-03-16|600',
    ),
  ).toEqual([
    ['name 甲公司', 'foreignInvestor 丙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 乙公司', 'investor 乙公司', 'signedOn 2023-03-16', 'contracted 600 CNY'],
  ]));

it('of a block merged over several columns the first is read', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）|备注',
      '轴承|<|2023-03-15|5000|',
      '冷链|乙公司|2023-03-16|600|见附件',
    ),
  ).toEqual([
    ['name 轴承', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 冷链', 'investor 乙公司', 'note 见附件', 'signedOn 2023-03-16', 'contracted 600 CNY'],
  ]));

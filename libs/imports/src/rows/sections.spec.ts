import { rowsSaid } from '../../../../test/imports/said.ts';

// Lines that part a table, and lines that add it up.

it('rows below the name of a district lie there', async () =>
  expect(
    await rowsSaid(
      '台账',
      '序号|项目名称|投资方|签约日期|合同额（万元）',
      '一、东湖区（2个）||||',
      '1|轴承|甲公司|2023-03-15|5000',
      '2|冷链|乙公司|2023-03-15|5000',
      '二、数字经济示范区||||',
      '3|仓储|丙公司|2023-03-15|5000',
      '三、高新区||||',
      '（一）工业||||',
      '4|芯片|丁公司|2023-03-15|5000',
      '四、其他||||',
      '5|纺织|戊公司|2023-03-15|5000',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'region 东湖区', 'signedOn 2023-03-15', 'contracted 5000 CNY', '+所在分段 东湖区'],
    ['name 冷链', 'investor 乙公司', 'region 东湖区', 'signedOn 2023-03-15', 'contracted 5000 CNY', '+所在分段 东湖区'],
    ['name 仓储', 'investor 丙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 芯片', 'investor 丁公司', 'region 高新区', 'signedOn 2023-03-15', 'contracted 5000 CNY', '+所在分段 高新区'],
    ['name 纺织', 'investor 戊公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('where a column tells the region, a line does not', async () =>
  expect(
    await rowsSaid(
      '台账',
      '序号|项目名称|投资方|签约日期|合同额（万元）|所在区县',
      '一、东湖区（2个）|||||',
      '1|轴承|甲公司|2023-03-15|5000|西湖区',
      '2|冷链|乙公司|2023-03-15|5000|',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'region 西湖区', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('a name alone may be such a line', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|签约日期|合同额（万元）',
      '东湖区|||',
      '轴承|甲公司|2023-03-15|5000',
      '西湖区|||',
      '冷链|乙公司|2023-03-15|5000',
    ),
  ).toEqual([
    ['name 东湖区'],
    ['name 轴承', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 西湖区'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('under a line of districts, a name alone ends what stood above', async () =>
  expect(
    await rowsSaid(
      '台账',
      '序号|项目名称|投资方|签约日期|合同额（万元）',
      '一、东湖区||||',
      '1|轴承|甲公司|2023-03-15|5000',
      '|西湖区|||',
      '2|冷链|乙公司|2023-03-15|5000',
      '|某项目|||',
      '3|芯片|乙公司|2023-03-15|5000',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'region 东湖区', 'signedOn 2023-03-15', 'contracted 5000 CNY', '+所在分段 东湖区'],
    ['name 西湖区'],
    ['name 冷链', 'investor 乙公司', 'region 西湖区', 'signedOn 2023-03-15', 'contracted 5000 CNY', '+所在分段 西湖区'],
    ['name 某项目'],
    ['name 芯片', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
  ]));

it('rows below the name of a stage are so far', async () =>
  expect(
    await rowsSaid(
      '台账',
      '序号|项目名称|投资方|签约日期|合同额（万元）',
      '一、已签约项目||||',
      '1|轴承|甲公司|2023-03-15|5000',
      '（一）工业||||',
      '2|冷链|乙公司|2023-03-15|5000',
      '二、其他||||',
      '3|仓储|丙公司|2023-03-15|5000',
      '【在谈项目】||||',
      '4|芯片|丁公司||5000',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'stage 已签约项目', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 冷链', 'investor 乙公司', 'stage 已签约项目', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 仓储', 'investor 丙公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 芯片', 'investor 丁公司', 'contracted 5000 CNY'],
  ]));

it('where a column tells the stage, a line does not', async () =>
  expect(
    await rowsSaid(
      '台账',
      '序号|项目名称|投资方|签约日期|合同额（万元）|项目状态',
      '一、在谈项目|||||',
      '1|轴承|甲公司||5000|已签约',
      '2|冷链|乙公司||5000|',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'stage 已签约', 'contracted 5000 CNY'],
    ['name 冷链', 'investor 乙公司', 'contracted 5000 CNY'],
  ]));

it('a row of figures that is the sum of those above is a total', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|合同额（万元）|签约日期',
      '轴承|甲公司|5000|2023-03-15',
      '冷链|乙公司|600|2023-03-15',
      '||5600|',
      '仓储|丙公司|100|2023-03-15',
      '||100|',
      '芯片|丁公司|7|2023-03-15',
      '||5707|',
      '||8|',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 5000 CNY'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 600 CNY'],
    ['name 仓储', 'investor 丙公司', 'signedOn 2023-03-15', 'contracted 100 CNY'],
    ['name 芯片', 'investor 丁公司', 'signedOn 2023-03-15', 'contracted 7 CNY'],
    ['contracted 8 CNY'],
  ]));

it('parts that were rounded leave half of the last place each, and no more', async () =>
  expect(
    await rowsSaid(
      '台账',
      '项目名称|投资方|合同额（亿元）|签约日期',
      '轴承|甲公司|0.126|2023-03-15',
      '冷链|乙公司|0.127|2023-03-15',
      '||0.25|',
      '仓储|丙公司|0.0700|2023-03-15',
      '芯片|丁公司|0.0057|2023-03-15',
      '||0.0755|',
    ),
  ).toEqual([
    ['name 轴承', 'investor 甲公司', 'signedOn 2023-03-15', 'contracted 1260 CNY'],
    ['name 冷链', 'investor 乙公司', 'signedOn 2023-03-15', 'contracted 1270 CNY'],
    ['name 仓储', 'investor 丙公司', 'signedOn 2023-03-15', 'contracted 700 CNY'],
    ['name 芯片', 'investor 丁公司', 'signedOn 2023-03-15', 'contracted 57 CNY'],
    ['contracted 755 CNY'],
  ]));

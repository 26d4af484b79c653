import { imported, wan } from './imported.ts';

// Cards of single projects, 项目信息表, with their labels above the values.

it('labels above their values, line after line: one project with all that the card tells', async () => {
  const { projects, of, report, found } = await imported({
    信息表: {
      rows: [
        ['项目基本情况表'],
        ['单位：亿元'],
        ['项目名称', '投资主体', '总投资', '固定资产投资', '签约时间'],
        ['低空经济', '翼飞航空有限公司', 12, 8, '2025.3'],
        ['建设地点', '建设内容及规模', null, null, null],
        ['高新区', '建设无人机总装线3条，形成年产2000架能力'],
        ['进展情况', '存在问题', '下一步计划'],
        ['已注册公司', '用地指标', '5月摘牌', null, '编外的话'],
        ['责任单位', '联系人', '联系电话'],
        ['高新区管委会', '赵六', '13900001111'],
      ],
    },
  });
  const { contract, progress, hostRegion, owner, extra } = of('低空经济');
  expect([projects.length, found, report.unread]).toEqual([1, [], []]);
  expect([
    wan(contract?.contracted),
    wan(contract?.fixedAssets),
    contract?.on,
    progress?.text,
    hostRegion,
    owner?.unit,
  ]).toEqual(['120000 CNY', '80000 CNY', '2025-03-31', '已注册公司', '高新区', '高新区管委会']);
  expect(extra).toEqual({
    建设内容及规模: '建设无人机总装线3条，形成年产2000架能力',
    存在问题: '用地指标',
    E8: '编外的话',
    联系人: '赵六',
    联系电话: '13900001111',
  });
});

it('several such cards below each other, under merged labels; what a finding names is the cell of the card', async () => {
  const card = (name: string, firm: string, day: string, money: number) => [
    ['项目名称', null, '投资方', null],
    [name, null, firm, null],
    ['签约时间', '总投资（万元）', '开工时间', '责任单位'],
    [day, money, null, '投促中心'],
  ];
  const merges = [2, 3, 6, 7].flatMap((row) => [`A${row}:B${row}`, `C${row}:D${row}`]);
  const { of, found, report } = await imported({
    卡: {
      rows: [
        ['项目信息卡'],
        ...card('零部件', '博世汽车部件有限公司', '2024-03-15', 60_000),
        ...card('机器人', '埃斯顿公司', '另行商定', 30_000),
      ],
      merges,
    },
  });
  expect([wan(of('零部件').contract?.contracted), of('零部件').owner?.unit]).toEqual(['60000 CNY', '投促中心']);
  expect([found.length, report.rows[0]!.verdict, report.rows[0]!.findings[0]!.cell]).toEqual([1, 'held', 'A9']);
});

it('two tables of one row each are tables: the second names its project anew', async () => {
  const { of, report } = await imported({
    两表: {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资（亿元）'],
        ['甲', '甲公司', '2024-03-15', 6],
        ['项目名称', '到账日期', '到账金额（万元）'],
        ['甲', '2024-05-01', 500],
      ],
    },
  });
  expect(report.sheets.map(({ kind }) => kind)).toEqual(['projects', 'arrivals']);
  expect(of('甲').arrivals.map(({ amount }) => wan(amount))).toEqual(['500 CNY']);
});

it('a value that could be a label, 招商局 beside 责任单位, stays a value; who fills a form in does not own the project', async () => {
  const { of } = await imported({
    登记表: {
      rows: [
        ['重点招商项目登记表'],
        ['填报单位：统计科', null, '填报时间：2025年6月'],
        ['项目名称', '低空经济', '投资方', '投资集团'],
        ['总投资（亿元）', 12, '签约时间', '2025-03-04'],
        ['招商引资单位', '招商局', '建设地点', '高新区'],
      ],
    },
    横: {
      rows: [
        ['项目名称', '甲', '乙'],
        ['投资方', '甲公司', '投资集团'],
        ['总投资（亿元）', 1, 2],
        ['签约时间', '2025-03-04', '2025-04-05'],
        ['责任单位', '招商局', '商务局'],
      ],
    },
  });
  expect(['低空经济', '甲', '乙'].map((title) => of(title).owner?.unit)).toEqual(['招商局', '招商局', '商务局']);
});

it('a line each, with the value behind the colon of its label', async () => {
  const { of, found } = await imported({
    情况: {
      rows: [
        ['项目情况'],
        ['项目名称：低空经济'],
        ['投资方：翼飞公司'],
        ['总投资：12亿元'],
        ['签约时间：2025年3月4日'],
        ['责任单位：商务局'],
      ],
    },
  });
  const { contract, owner } = of('低空经济');
  expect([wan(contract?.contracted), contract?.on, owner?.unit, found]).toEqual([
    '120000 CNY',
    '2025-03-04',
    '商务局',
    [],
  ]);
});

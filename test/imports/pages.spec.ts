import { imported, wan } from './imported.ts';

// Lists that go on over several sheets, as they are printed page by page.

const HEAD = ['序号', '项目名称', '投资方', '签约日期', '总投资', '落地区域'];

it('pages without heads go on with the table before them, also one of a single row, and one behind a sheet of notes', async () => {
  const { report, of, projects, found } = await imported({
    第1页: {
      rows: [
        ['2025年签约项目台账（单位：亿元）'],
        HEAD,
        [1, '甲', '甲公司', '2025-01-02', 3, '东乡'],
        [2, '乙', '乙公司', '2025-02-02', 1.5, '西乡'],
      ],
    },
    第2页: {
      rows: [
        ['续表'],
        [3, '丙', '丙公司', '3月2日', 2, '东乡'],
        [4, '丁', '丁公司', '2025-04-02', 6, '西乡'],
        ['合计', null, null, null, 12.5],
      ],
    },
    填表说明: { rows: [['一、本表每月5日前报送。'], ['二、金额保留两位小数。']] },
    第3页: { rows: [[5, '戊', '戊公司', '2025-05-02', 7, '西乡']] },
  });
  expect([found, report.unread, projects.length]).toEqual([[], [], 5]);
  expect(['丙', '丁', '戊'].map((name) => [of(name).contract?.on, wan(of(name).contract?.contracted)])).toEqual([
    ['2025-03-02', '20000 CNY'],
    ['2025-04-02', '60000 CNY'],
    ['2025-05-02', '70000 CNY'],
  ]);
});

it('a page whose rows are typed as words throughout is none of heads', async () => {
  const { of, found } = await imported({
    签约项目: {
      rows: [
        ['项目名称', '投资主体', '总投资额', '签订日期', '主要产品'],
        ['甲', '甲集团', '5.1亿元', '2023年4月28日', '轴承'],
      ],
    },
    续页: {
      rows: [
        ['乙', '乙集团', '8.0713亿元', '二〇二二年七月十四日', '仪表'],
        ['丙', '丙集团', '1.2亿元', '2022-08-03 00:00:00', '泵'],
      ],
    },
  });
  expect([found, ['乙', '丙'].map((name) => [of(name).contract?.on, wan(of(name).contract?.contracted)])]).toEqual([
    [],
    [
      ['2022-07-14', '80713 CNY'],
      ['2022-08-03', '12000 CNY'],
    ],
  ]);
});

it('a page that stands some columns further right is the same table', async () => {
  const { of, found } = await imported({
    Sheet1: { rows: [[...HEAD.with(4, '总投资（亿元）')], [1, '甲', '甲公司', '2025-01-02', 3, '东乡']] },
    Sheet2: { rows: [[null, '签约项目台账（续）'], [], [null, 2, '乙', '乙公司', '2025-03-02', 2, '东乡']] },
  });
  expect([found, wan(of('乙').contract?.contracted), of('乙').hostRegion]).toEqual([[], '20000 CNY', '东乡']);
});

it('a single row of data that nobody understands is said loudly', async () => {
  const { report } = await imported({
    台账: { rows: [[...HEAD.with(4, '总投资（亿元）')], [1, '甲', '甲公司', '2025-01-02', 3, '东乡']] },
    其他: { rows: [['丙', '园区', 45, 3, '2025-03-02', 'x']] },
  });
  expect(report.unread.map(({ sheet }) => sheet)).toEqual(['其他']);
});

import { imported, wan, type Value } from './imported.ts';

// The same amount in two columns, in two units.
const HEAD: readonly Value[] = ['项目名称', '投资方', '签约时间', '总投资（亿元）', '总投资（万元）'];
const row = (name: string, first: Value, second: Value): readonly Value[] => [
  name,
  `${name}公司`,
  '2024-02-20',
  first,
  second,
];

it('tells one amount: the finer where the other was rounded, the one that is there where the other is blank', async () => {
  const { of, found } = await imported({
    表: { rows: [HEAD, row('甲', 1.5, 15_000), row('乙', 1.5, 15_328), row('丙', null, 20_000), row('丁', 3, null)] },
  });
  expect([found, ['甲', '乙', '丙', '丁'].map((title) => wan(of(title).contract?.contracted))]).toEqual([
    [],
    ['15000 CNY', '15328 CNY', '20000 CNY', '30000 CNY'],
  ]);
});

it('waits where the two differ by more than was rounded away', async () => {
  const { report, projects } = await imported({ 表: { rows: [HEAD, row('甲', 1.5, 18_000)] } });
  expect([projects, report.rows[0]!.findings.map(({ code, cell, read }) => [code, cell, read])]).toEqual([
    [],
    [['amounts-differ', 'E2', '1.5 / 18000']],
  ]);
});

it('about so much agrees with what is near it; what is not understood, or far from it, is said', async () => {
  const { found, of } = await imported({
    表: { rows: [HEAD, row('甲', 1.5, '约15100'), row('乙', 1.5, '约18000'), row('丙', 1.5, '一万五左右吧')] },
  });
  expect([found, wan(of('甲').contract?.contracted)]).toEqual([
    ['表!3 held: amounts-differ', '表!4 warn: not-understood'],
    '15000 CNY',
  ]);
});

it('a third column is compared, too', async () => {
  const { found } = await imported({
    表: {
      rows: [
        [...HEAD, '总投资（元）'],
        [...row('甲', 1.5, 15_000), 150_000_000],
        [...row('乙', 1.5, 15_000), 90_000_000],
      ],
    },
  });
  expect(found).toEqual(['表!3 held: amounts-differ']);
});

it('a completion that lies ahead is a plan and keeps its project; one of another century is mistyped', async () => {
  const { of, found, projects } = await imported({
    表: {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资（亿元）', '竣工时间'],
        ['甲', '甲公司', '2024-02-20', 1, '2027-12-31'],
        ['乙', '乙公司', '2024-02-20', 1, '2098-12-31'],
      ],
    },
  });
  expect([projects.length, of('甲').phase, of('甲').extra, found]).toEqual([
    1,
    'signing',
    { 竣工时间: '2027-12-31' },
    ['表!2 warn: completion-ahead', '表!3 reject: occurred-in-future'],
  ]);
});

it('further lines under a merged name go with its first one: no half project is stored', async () => {
  const { projects, found } = await imported({
    表: {
      rows: [
        ['项目名称', '投资方', '签约时间', '总投资（万元）', '备注'],
        ['甲', '甲公司', '2024-02-30', 500, 'x'],
        [null, '乙公司', null, null, 'y'],
      ],
      merges: ['A2:A3'],
    },
  });
  expect([projects, found]).toEqual([[], ['表!2 reject: impossible-date', '表!3 reject: project-rejected']]);
});

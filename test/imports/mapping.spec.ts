import type { SavedMapping } from '#imports';
import { imported, wan, type Imported, type Value } from './imported.ts';

// What a person says of columns is followed on every kind of sheet, and said to be without effect where it is.

type Said = NonNullable<SavedMapping['sheets']>[string];
const asSaid = (rows: readonly (readonly Value[])[], said: Said, merges: readonly string[] = []) =>
  imported({ 表: { rows, merges } }, { sheets: { 表: said } });
const noted = ({ report }: Imported): readonly string[] =>
  report.notes.map(({ code, sheets, message }) => `${code} ${sheets.join(' ')}: ${message.zh}`);
const mapped = ({ report }: Imported, table = 0): readonly string[] =>
  report.sheets[table]!.mapping.map(({ column, field, because }) => `${column} ${field} ${because.join('+')}`);

const CARD: readonly (readonly Value[])[] = [
  ['项目信息表'],
  ['项目名称', '低空经济', '投资方', '翼飞公司'],
  ['总投资', 12, '敲定日子', '2025-03-04'],
  ['责任单位', '高新区管委会', '干啥的', '造飞机'],
  ['联系人', null, '项目编号', 'K-1'],
];

describe('a card', () => {
  it('unmapped, keeps a label that nobody knows, and says by which cell it is called', async () => {
    const { of, report } = await asSaid(CARD, { unit: '亿元' });
    expect([of('低空经济').phase, of('低空经济').extra]).toEqual([
      'negotiation',
      { 敲定日子: '2025-03-04', 干啥的: '造飞机' },
    ]);
    expect(report.sheets[0]!.others.map(({ column, header }) => `${column} ${header}`)).toEqual([
      'D3 敲定日子',
      'D4 干啥的',
    ]);
  });

  it.each([
    ['by its label', { 敲定日子: 'signedOn', 干啥的: 'industry' }],
    ['by the cell of its value', { D3: 'signedOn', D4: 'industry' }],
  ])('%s: the day becomes the contract, and its amount is in the unit that was said', async (_, columns) => {
    const done = await asSaid(CARD, { columns, unit: '亿元' });
    const { contract, industry } = done.of('低空经济');
    expect([contract?.on, wan(contract?.contracted), industry, noted(done)]).toEqual([
      '2025-03-04',
      '120000 CNY',
      '造飞机',
      [],
    ]);
  });

  it('is remembered by its form, whatever is filled in, and read alike when it comes again', async () => {
    const filled = CARD.map(([label, ...rest]) =>
      label === '联系人' ? ['联系人', '张三', ...rest.slice(1)] : [label!, ...rest],
    );
    const first = await asSaid(CARD, { columns: { 敲定日子: 'signedOn' }, unit: '亿元' });
    const { layout } = first.report.sheets[0]!;
    const again = await imported(
      { 下月: { rows: filled } },
      { layouts: { [layout!]: { columns: { 敲定日子: 'signedOn' }, unit: '亿元' } } },
    );
    expect(again.of('低空经济').contract?.on).toBe('2025-03-04');
  });

  it('of which no label is known is one by what a person says; ignored labels are kept', async () => {
    const rows = [
      ['叫啥', '低空经济', '敲定日子', '2025-03-04'],
      ['多少钱（亿元）', 12, '干啥的', '造飞机'],
    ];
    const { of } = await asSaid(rows, {
      columns: { 叫啥: 'name', 敲定日子: 'signedOn', '多少钱（亿元）': 'contracted', 干啥的: 'ignore' },
    });
    const { contract, extra } = of('低空经济');
    expect([contract?.on, wan(contract?.contracted), extra]).toEqual([
      '2025-03-04',
      '120000 CNY',
      { 干啥的: '造飞机' },
    ]);
  });

  it('on its side or with labels above follows it, too', async () => {
    const sideways = [
      ['项目名称', '甲', '乙'],
      ['投资方', '甲公司', '乙公司'],
      ['总投资（亿元）', 1, 2],
      ['敲定日子', '2025-03-04', '2025-04-05'],
      ['责任单位', '投促局', '投促局'],
    ];
    const above = [
      ['项目名称', '投资方', '总投资（亿元）'],
      ['丙', '丙公司', 3],
      ['责任单位', '敲定日子', '建设地点'],
      ['投促局', '2025-05-06', '高新区'],
    ];
    const columns = { 敲定日子: 'signedOn' };
    const [side, over] = [await asSaid(sideways, { columns }), await asSaid(above, { columns })];
    expect([side.of('甲').contract?.on, side.of('乙').contract?.on, over.of('丙').contract?.on]).toEqual([
      '2025-03-04',
      '2025-04-05',
      '2025-05-06',
    ]);
  });

  it('is read as a table where a person says in which row the heads stand', async () => {
    const { report } = await asSaid(CARD, { headerRow: 2 });
    expect(report.sheets[0]!.headerRow).toBe(2);
  });
});

it('a label without a value does not take its neighbour; a stage beside its label is its value', async () => {
  const { of } = await imported({
    表: {
      rows: [
        ['项目名称', '低空经济', '投资方', '翼飞公司'],
        ['总投资（亿元）', 12, '签约时间', '2025-03-04'],
        ['空标签', null, '联系人', '张三'],
        ['项目阶段', '签约', '责任单位', '投促局'],
      ],
    },
  });
  expect(of('低空经济').extra).toEqual({ 联系人: '张三', 项目阶段: '签约' });
  expect(of('低空经济').owner?.unit).toBe('投促局');
});

const TWO: readonly (readonly Value[])[] = [
  ['项目名称', '投资方', '签约时间', '总投资（亿元）', '谁管'],
  ['甲', '甲公司', '2024-03-15', 6, '投促局'],
  [],
  ['项目名称', '到账日期', '到账金额', '票号'],
  ['甲', '2024-05-01', 500, 'V1'],
];

describe('two tables on one sheet', () => {
  it('are told apart by the row of their heads', async () => {
    const done = await imported(
      { 表: { rows: TWO } },
      { sheets: { '表#1': { columns: { E: 'unit' } }, '表#4': { columns: { D: 'voucher' }, unit: '元' } } },
    );
    const { owner, arrivals } = done.of('甲');
    expect([owner?.unit, arrivals.map(({ amount, voucher }) => [wan(amount), voucher]), noted(done)]).toEqual([
      '投促局',
      [['0.05 CNY', 'V1']],
      [],
    ]);
  });

  it('are both there when a person says the kind of the sheet, or the row of the first heads', async () => {
    const [kind, row] = [await asSaid(TWO, { kind: 'arrivals' }), await asSaid(TWO, { headerRow: 1 })];
    expect([kind, row].map(({ report }) => report.sheets.map(({ headerRow }) => headerRow))).toEqual([
      [1, 4],
      [1, 4],
    ]);
    expect(kind.found[0]).toMatch(/^表!2 reject/);
  });
});

const STRANGE: readonly (readonly Value[])[] = [
  ['甲栏', '乙栏', '丙栏', '丁栏'],
  ['低空', '2024-03-15', 6, '翼飞'],
  ['高空', '2024-03-16', 7, '翼展'],
];
const LETTERS = { A: 'name', B: 'signedOn', C: 'contracted', D: 'investor' };

it('letters name the columns of a table of which no word is known, and of one without heads', async () => {
  const headed = await asSaid(STRANGE, { columns: LETTERS, unit: '亿元' });
  const bare = await asSaid([['单位：亿元'], ...STRANGE.slice(1)], { columns: LETTERS, headerRow: 0 });
  for (const { projects, of, found } of [headed, bare]) {
    expect([projects.length, found]).toEqual([2, []]);
    expect([of('高空').contract?.on, wan(of('高空').contract?.contracted)]).toEqual(['2024-03-16', '70000 CNY']);
  }
});

it('a column is called as the report calls it: months and targets by their groups and their names', async () => {
  const months: readonly (readonly Value[])[] = [
    ['2024年到位资金月报'],
    ['项目名称', '投资方', '签约时间', '到位资金（万元）'],
    [null, null, null, '1月', '2月', '另算'],
    ['甲', '甲公司', '2023-03-15', 1, 2, 3],
  ];
  const merges = ['A2:A3', 'B2:B3', 'C2:C3', 'D2:F2'];
  const { report } = await imported({ 表: { rows: months, merges } });
  const [, second] = report.sheets[0]!.mapping.filter(({ field }) => field === 'arrivedInMonth');
  const done = await asSaid(months, { columns: { [second!.header]: 'ignore' } }, merges);
  expect([mapped(done).some((one) => one.startsWith('E ')), noted(done)]).toEqual([false, []]);

  const targets: readonly (readonly Value[])[] = [
    ['2025年招商引资目标任务表'],
    ['责任单位', '新签约项目', '到位资金'],
    [null, '目标（个）', '目标（亿元）'],
    ['高新区', 10, 20],
  ];
  const over = ['A2:A3'];
  const told = await imported({ 表: { rows: targets, merges: over } });
  const [first] = told.report.sheets[0]!.mapping.filter(({ field }) => field === 'target');
  const without = await asSaid(targets, { columns: { [first!.header]: 'ignore' } }, over);
  expect([told.report.targets.length, without.report.targets.length]).toEqual([2, 1]);
});

it('a page that goes on without heads and the right one of two tables side by side have their own name', async () => {
  const rows: readonly (readonly Value[])[] = [
    ['序号', '项目名称', '投资方', '签约时间', '总投资（亿元）', '谁管'],
    [1, '甲', '甲公司', '2024-03-15', 6, '投促局'],
  ];
  const next = [
    [2, '乙', '乙公司', '2024-03-15', 6, '商务局'],
    [3, '丙', '丙公司', '2024-03-15', 6, '商务局'],
  ];
  const pages = await imported({ 一: { rows }, 二: { rows: next } }, { sheets: { 二: { columns: { 谁管: 'unit' } } } });
  expect([pages.of('甲').owner?.unit, pages.of('丙').owner?.unit]).toEqual([null, '商务局']);

  const beside: readonly (readonly Value[])[] = [
    ['项目名称', '签约时间', '总投资（亿元）', null, '项目名称', '签约时间', '总投资（亿元）', '谁管'],
    ['甲', '2024-03-15', 6, null, '丁', '2024-03-15', 7, '经发局'],
  ];
  const strips = await imported({ 表: { rows: beside } }, { sheets: { '表（E列起）': { columns: { 谁管: 'unit' } } } });
  expect([strips.of('丁').owner?.unit, noted(strips)]).toEqual(['经发局', []]);
});

it('a sheet that a person leaves out is read by nobody, and no reason to complain', async () => {
  const { report, projects } = await asSaid(TWO, { kind: 'notes' });
  expect([projects, report.unread, report.sheets.map(({ kind }) => kind)]).toEqual([[], [], ['notes']]);
});

it('one table of a sheet that is left out takes no rows along, and leaves none to the table above it', async () => {
  const { report, projects, found } = await imported({ 表: { rows: TWO } }, { sheets: { '表#4': { kind: 'notes' } } });
  expect(report.sheets.map(({ kind, headerRow }) => [kind, headerRow])).toEqual([
    ['projects', 1],
    ['notes', 4],
  ]);
  expect([projects.map(({ arrivals }) => arrivals.length), found, report.unread]).toEqual([[0], [], []]);
});

it('a decision on a row that is not there is said', async () => {
  const { report } = await imported({ 表: { rows: TWO } }, undefined, [
    { sheet: '表', row: 99, decision: 'same' },
    { sheet: '表', row: 2, decision: 'later' },
    { sheet: '表', row: 2, decision: 'reject' },
    { sheet: '别的', row: 2, decision: 'later' },
  ]);
  expect(report.notes.map(({ code, message }) => [code, /：([^。]*)。/.exec(message.zh)![1]])).toEqual([
    ['decisions-without-effect', '表 99、别的 2'],
  ]);
});

it('what a mapping names and the file has not is said', async () => {
  const { report } = await imported(
    { 表: { rows: TWO } },
    {
      columns: { 没有的列: 'unit' },
      ...{ 单位: '万元' }, // no word of a mapping
      sheets: { 表: { columns: { Z: 'unit' }, units: { 总投资: '元' } }, 别的: { unit: '元' } },
    },
  );
  expect(report.notes.map(({ code, sheets, message }) => [code, sheets, /：([^。]*)。/.exec(message.zh)![1]])).toEqual([
    ['mapping-without-effect', [], '没有的列、单位'],
    ['mapping-without-effect', ['表'], 'Z、总投资'],
    ['mapping-without-effect', [], '别的'],
  ]);
});

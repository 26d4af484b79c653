import { dayCell, rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { layoutOf, theirColumns, unitsNamed, whereFrom } from './layout.ts';
import { headerOf } from './headers.ts';
import type { SavedMapping } from './saved.ts';

type Lines = readonly (readonly Told[])[];
const layout = (
  lines: Lines,
  mapping: SavedMapping | null = null,
  name = '台账',
  hiddenColumns: readonly number[] = [],
) => layoutOf({ name, rows: rowsOf(lines), hiddenColumns }, mapping);
const HEADS = ['项目名称', '签约时间', '总投资', '投资方'];
const ROW = ['甲项目', '2024-03-05', 5_000, '甲公司'];

it.each([
  ['单位：万元', '万元'],
  ['2024年签约项目（亿元）', '亿元'],
  ['共签约35个，总投资120亿元', ''],
  ['总投资120亿元，单位：万元', '万元'],
  ['金额以百万元计', '百万元'],
  ['万元', '万元'],
  ['招商局（万）', ''],
  ['计量单位：万元、万美元', '万元 万元USD'],
])('the line %s names %j', (line, units) => {
  expect(
    unitsNamed(line)
      .map(({ unit, currency }) => `${unit}${currency === 'CNY' ? '' : currency}`)
      .join(' '),
  ).toBe(units);
});

describe('the unit of a table', () => {
  const unit = (above: readonly string[], mapping: SavedMapping | null = null, name = '台账') => {
    const found = layout([...above.map((text) => [text]), HEADS, ROW], mapping, name);
    return [found.unit.unit, found.unitFrom, found.unitsDiffer, found.units.length];
  };
  it.each<[string, readonly string[], SavedMapping | null, string, readonly unknown[]]>([
    ['is assumed', [], null, '台账', ['万元', 'assumed', false, 0]],
    ['stands above', ['单位：亿元'], null, '台账', ['亿元', 'above', false, 1]],
    ['stands in the name of the sheet', [], null, '台账（亿元）', ['亿元', 'sheet', false, 0]],
    ['above goes before the name', ['单位：亿元'], null, '台账（千元）', ['亿元', 'above', false, 1]],
    ['is what a person said', ['单位：亿元'], { unit: '千元' }, '台账', ['千元', 'saved', false, 1]],
    ['is the nearest of two that differ', ['台账（亿元）', '单位：万元'], null, '台账', ['万元', 'above', true, 1]],
    [
      'that a person said ends a difference',
      ['台账（亿元）', '单位：万元'],
      { unit: '万元' },
      '台账',
      ['万元', 'saved', false, 1],
    ],
    ['is told twice alike', ['台账（万元）', '单位：万元'], null, '台账', ['万元', 'above', false, 1]],
    [
      'differs not by another currency',
      ['台账（亿元）', '单位：亿元、万美元'],
      null,
      '台账',
      ['亿元', 'above', false, 2],
    ],
    [
      'is not that of some columns',
      ['单位：亿元', '其中：外资单位为万美元'],
      null,
      '台账',
      ['亿元', 'above', false, 1],
    ],
    ['is that of the others', ['除外资为万美元外均为亿元'], null, '台账', ['亿元', 'above', false, 1]],
    [
      'is that of some columns, where nothing else is told',
      ['投资额单位：亿元'],
      null,
      '台账',
      ['亿元', 'above', false, 1],
    ],
  ])('%s', (_, above, mapping, name, told) => {
    expect(unit(above, mapping, name)).toEqual(told);
  });

  it('of two units each column means the one of its words', () => {
    const { columns } = layout([
      ['单位：亿元、万美元'],
      ['项目名称', '签约时间', '总投资', '外资总投资'],
      ROW.slice(0, 3),
    ]);
    expect(columns.slice(2).map(({ unit: own, unitFrom }) => `${own?.unit} ${own?.currency} ${unitFrom}`)).toEqual([
      '亿元 CNY above',
      '万元 USD above',
    ]);
    expect(layout([['单位：亿元'], HEADS, ROW]).columns[2]).toMatchObject({ unit: null, unitFrom: null });
  });

  it('is told by whoever comes first', () => {
    const [own, other] = [
      { unit: '元', currency: 'CNY' },
      { unit: '万元', currency: 'CNY' },
    ] as const;
    expect([
      whereFrom(own, [other], [other]),
      whereFrom(null, [other], [other]),
      whereFrom(null, [], [other]),
      whereFrom(null, [], []),
    ]).toEqual(['saved', 'above', 'sheet', 'assumed']);
  });
});

describe('a table', () => {
  it('stands from its heads on; what stands above is its title', () => {
    const found = layout([['台账'], [], HEADS, ROW]);
    expect(found).toMatchObject({ kind: 'projects', headerTop: 3, headerRow: 3, firstData: 4, title: '台账' });
    expect([found.fingerprint, layout([HEADS, ROW]).fingerprint]).toEqual([found.fingerprint, found.fingerprint]);
  });

  it.each<[string, Lines, readonly string[], string]>([
    ['of all lines above', [['台账', '二〇二四'], ['附表'], HEADS, ROW], [], '台账 二〇二四 附表'],
    ['each once', [['台账', '台账'], HEADS, ROW], [], '台账'],
    [
      'and of a group that stands alone',
      [['台账'], [null, '签约', null, null], ['项目名称', '时间', '金额', '投资方'], ROW],
      ['B2:C2'],
      '台账 签约',
    ],
    [
      'but of no groups',
      [['台账'], ['项目', '签约', null, '投资'], ['名称', '时间', '金额', '方'], ROW],
      ['B2:C2'],
      '台账',
    ],
  ])('has the title %s', (_, lines, merges, title) => {
    expect(layoutOf({ name: '表', rows: rowsOf(lines, merges) }, null).title).toBe(title);
  });

  it('has columns that no field takes, but none of a head merged over columns', () => {
    const heads = [
      headerOf(0, '项目\n名称'),
      headerOf(1, '其他\n一'),
      { ...headerOf(2, '其他一'), across: true as const },
    ];
    expect(theirColumns([], heads).unmapped).toEqual([
      { column: 0, text: '项目名称' },
      { column: 1, text: '其他一' },
    ]);
    const { columns, unmapped } = layout([[...HEADS, '其他一'], ROW]);
    expect([columns.length, unmapped]).toEqual([4, [{ column: 4, text: '其他一' }]]);
  });

  it('gives way to a visible column where two say the same', () => {
    const lines: Lines = [
      ['项目名称', '签约时间', '签约日期'],
      ['甲项目', '2024-03-05', '2024-04-05'],
    ];
    const signed = (hidden: readonly number[]) =>
      layout(lines, null, '台账', hidden).columns.find(({ field }) => field === 'signedOn')!.column;
    expect([signed([]), signed([1])]).toEqual([1, 2]);
    expect(layout(lines, null, '台账', [1])).toMatchObject({ hiddenColumns: [1], headers: [{}, { hidden: true }, {}] });
  });

  it('is known by its values, too, of its first sixty rows; by its heads alone where these say nothing', () => {
    const credit = '91110000600037341L';
    const rows = (count: number): Lines => Array.from({ length: count }, () => ['甲项目', '2024-03-05', null]);
    const codes = (before: number) =>
      layout([['项目名称', '签约时间', '其他一'], ...rows(before), ['甲项目', '2024-03-05', credit]]).columns.map(
        ({ field }) => field,
      );
    expect([codes(59), codes(60)]).toEqual([
      ['name', 'signedOn', 'creditCode'],
      ['name', 'signedOn'],
    ]);
    expect(layout([HEADS]).columns).toHaveLength(4);
  });

  it('that a person leaves out is known by its heads all the same', () => {
    const left = layout([HEADS, ROW], { sheets: { '台账#1': { kind: 'notes' } } });
    expect(left).toMatchObject({ kind: 'notes', leftOut: true, headerRow: 1, firstData: 2, columns: [] });
  });

  it('takes what a person said of its kind, its columns and its districts', () => {
    const said: SavedMapping = { kind: 'leads', columns: { 投资方: 'unit' }, regions: { 一区: '高新区' } };
    const found = layout([HEADS, ROW], said);
    expect([found.kind, found.columns.at(-1)!.field, found.regions]).toEqual(['leads', 'unit', { 一区: '高新区' }]);
  });

  it('shows where two of its columns changed places, but no table of targets does', () => {
    const days = [dayCell('2024-03-05'), dayCell('2024-03-06')];
    const swapped = layout([HEADS, ['甲项目', 500, days[0]!, '甲公司'], ['乙项目', 600, days[1]!, '乙公司']]);
    expect(swapped.columns.slice(1, 3).map(({ field }) => field)).toEqual(['contracted', 'signedOn']);
    const goals = layout([
      ['责任单位', '年度目标（亿元）'],
      [5, '高新区'],
      [6, '经开区'],
    ]);
    expect([goals.kind, ...goals.columns.flatMap(({ misplaced }) => misplaced ?? [])]).toEqual(['targets']);
  });
});

describe('a table without heads, as a person says', () => {
  const bare = (lines: Lines, said: SavedMapping = {}) => layout(lines, { headerRow: 0, ...said });
  it('has columns that are called by their letters', () => {
    const found = bare(
      [
        ['台账', null],
        ['甲项目', 5_000],
      ],
      { columns: { A: 'name', B: 'contracted' } },
    );
    expect(found).toMatchObject({ kind: 'projects', headerRow: null, firstData: 2, fingerprint: null });
    expect([found.headers.map(({ text }) => text), found.columns.map(({ field }) => field)]).toEqual([
      ['A', 'B'],
      ['name', 'contracted'],
    ]);
  });
  it('is of the kind and in the unit that a person, or a line above it, says', () => {
    expect(bare([['单位：亿元'], ['甲', 5]], { kind: 'arrivals' })).toMatchObject({
      kind: 'arrivals',
      unit: { unit: '亿元' },
      unitFrom: 'above',
    });
    expect(bare([['单位：亿元'], ['甲', 5]], { unit: '千元' })).toMatchObject({
      unit: { unit: '千元' },
      unitFrom: 'saved',
    });
  });
  it('may hold one cell a row, or nothing', () => {
    expect(bare([[], ['甲'], ['乙']])).toMatchObject({ firstData: 1, headers: [{ text: 'A' }] });
    expect(bare([])).toMatchObject({ firstData: 1, headers: [] });
  });
});

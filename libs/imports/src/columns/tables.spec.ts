import { sheetOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { ENDLESS } from './layout.ts';
import type { SavedMapping } from './saved.ts';
import { tablesOf } from './tables.ts';
import { NO_NAMES } from './values.ts';

type Lines = readonly (readonly Told[])[];
const tables = (lines: Lines, mapping: SavedMapping | null = null, merges: readonly string[] = []) =>
  tablesOf(sheetOf(lines, { merges }), mapping, NO_NAMES, null).map(({ layout }) => layout);
/** The kind of each table, the row of its heads, and from where to where its rows stand. */
const placed = (lines: Lines, mapping: SavedMapping | null = null, merges: readonly string[] = []) =>
  tables(lines, mapping, merges).map(({ kind, headerRow, firstData, lastData }) => [
    kind,
    headerRow,
    firstData,
    lastData === ENDLESS ? null : lastData,
  ]);
const rowsFor = (count: number, from = 0): Lines =>
  Array.from({ length: count }, (_, at) => [`第${from + at}项目`, `2024-03-${10 + (at % 20)}`, 5_000 + at, '甲公司']);

const HEADS = ['项目名称', '签约时间', '投资额（万元）', '投资方'];
const UPPER: Lines = [HEADS, ['甲项目', '2024-03-05', 5_000, '甲公司'], ['乙项目', '2024-04-05', 6_000, '乙公司']];
const LEADS = ['线索名称', '获取日期', '意向投资额（万元）', '意向投资方'];
const LEAD: Lines = [['丙线索', '2024-05-05', 700, '丙公司']];
const ONE = [['projects', 1, 2, null]];

describe('a table further down begins', () => {
  it.each<[string, Lines]>([
    ['right below', [LEADS]],
    ['with a year over a column', [[...LEADS, 2024]]],
    ['with months over its columns', [[...LEADS, '2024年1月', '2024年2月']]],
    [
      'with words in brackets that are long',
      [['线索名称', '获取日期（以接收登记表上所写的日期为准）', '意向投资额（万元）', '意向投资方']],
    ],
    ['with names that nobody knows, as many as known ones', [[...LEADS, '其他一', '其他二', '其他三', '其他四']]],
  ])('%s', (_, heads) => {
    expect(placed([...UPPER, ...heads, ...LEAD])).toEqual([
      ['projects', 1, 2, 3],
      ['leads', 4, 5, null],
    ]);
  });

  it.each<[string, readonly Told[]]>([
    ['a row with a figure is data', [...LEADS, 7]],
    ['one month alone is told of a project', [...LEADS, '2024年3月']],
    ['two names are too few', ['线索名称', '意向投资方']],
    ['more words of other kinds than names', [...LEADS, '甲', '乙', '丙', '丁', '戊']],
    ['names that end like heads and name no field', ['甲项目', '乙公司', '高新区', '丙集团总部项目']],
    ['the same heads, printed again', HEADS],
    ['the same heads with one that means the same', ['项目名称', '签约日期', '投资额（万元）', '投资方']],
  ])('not where %s', (_, row) => {
    expect(placed([...UPPER, row, ...LEAD])).toEqual(ONE);
  });

  it('where one of the same heads means something else', () => {
    const heads = ['项目名称', '开工时间', '投资额（万元）', '投资方'];
    expect(placed([...UPPER, heads, ...rowsFor(1)]).map(([, row]) => row)).toEqual([1, 4]);
  });

  it('below any number of rows, and is known by all of its own', () => {
    expect(placed([HEADS, ...rowsFor(80), LEADS, ...LEAD])).toEqual([
      ['projects', 1, 2, 81],
      ['leads', 82, 83, null],
    ]);
  });

  it('with the title and the unit right above it', () => {
    const lines = [
      ...UPPER,
      ['二、线索', null, null, '单位：亿元'],
      ['线索名称', '获取日期', '意向投资额', '意向投资方'],
      ...LEAD,
    ];
    const [upper, lower] = tables(lines);
    expect([upper!.title, upper!.lastData, lower!.unit.unit, lower!.unitFrom]).toEqual(['', 4, '亿元', 'above']);
    expect(lower!.title).toMatch(/二、线索 单位:亿元$/);
  });

  it('with the groups merged over its columns', () => {
    const groups = ['线索情况', null, '投资情况', null];
    expect(placed([...UPPER, groups, LEADS, ...LEAD], null, ['A4:B4', 'C4:D4'])).toEqual([
      ['projects', 1, 2, 3],
      ['leads', 5, 6, null],
    ]);
  });

  it('and not with the last line of the table above it', () => {
    expect(placed([...UPPER, ['丁项目', '面谈', '待定', '丁公司'], LEADS, ...LEAD])).toEqual([
      ['projects', 1, 2, 4],
      ['leads', 5, 6, null],
    ]);
  });

  it('under words that are no table', () => {
    const lines = [
      ['填报说明'],
      ['请如实填写'],
      ...Array.from({ length: 30 }, (_, at) => [`第${at}条`]),
      LEADS,
      ...LEAD,
    ];
    expect(placed(lines)).toEqual([['leads', 33, 34, null]]);
  });
});

describe('the title of all tables', () => {
  const told = (title: string) =>
    tables([[title], ...UPPER, ['二、线索'], LEADS, ...LEAD]).map(({ titleOfAll }) => titleOfAll);
  it.each([
    ['2024年第47周周报 一、新签约项目', '2024年第47周周报'],
    ['2024年5月 （一）签约项目', '2024年5月'],
    ['一、签约项目', undefined],
    ['2024年5月月报 （一、签约项目', '2024年5月月报'],
    ['2024年5月签约项目', undefined],
  ])('%s', (title, all) => {
    expect(told(title)).toEqual([undefined, all]);
  });
});

describe('what a person says', () => {
  it('of the row of the heads is of the first table, not of those below it', () => {
    const lines = [...UPPER, LEADS, ...LEAD];
    expect(placed(lines, { headerRow: 1 })).toEqual([
      ['projects', 1, 2, 3],
      ['leads', 4, 5, null],
    ]);
    expect(placed(lines, { sheets: { 台账: { headerRow: 1 } } })).toHaveLength(2);
  });

  it('leaves out a table further down, which the one above it does not reach', () => {
    const found = tables([...UPPER, LEADS, ...LEAD], { sheets: { '台账#4': { kind: 'notes' } } });
    expect(found.map(({ kind, lastData, leftOut }) => [kind, lastData, leftOut])).toEqual([
      ['projects', 3, undefined],
      ['notes', ENDLESS, true],
    ]);
  });

  it.each<[string, Lines, SavedMapping, number | null]>([
    ['a table', UPPER, { sheets: { 台账: { kind: 'notes' } } }, null],
    ['a table whose heads are in this row', UPPER, { sheets: { '台账#1': { kind: 'notes' } } }, 1],
    ['no table', [['请如实填写']], { sheets: { 台账: { kind: 'notes' } } }, null],
  ])('leaves out a sheet that is %s', (_, lines, said, row) => {
    expect(tables(lines, said)).toMatchObject([{ kind: 'notes', leftOut: true, headerRow: row }]);
  });
});

describe('a note under a table', () => {
  const amounts = (title: string | null, note: readonly Told[], head = '总投资') => {
    const rows: Lines = [['项目名称', '签约时间', head, '投资方'], ['甲项目', '2024-03-05', 5_000, '甲公司'], note];
    const [{ unit, unitFrom, unitsDiffer, columns }] = tables(title === null ? rows : [[title], ...rows]) as [
      ReturnType<typeof tables>[number],
    ];
    const own = columns.find(({ field }) => field === 'contracted')!;
    return [unit.unit, unitFrom, unitsDiffer, own.unit?.unit ?? null, own.noted?.unit ?? null];
  };
  it.each<[string, string | null, readonly Told[], unknown]>([
    ['names the unit', null, ['注：投资额单位为亿元'], ['万元', 'assumed', false, '亿元', null]],
    ['names the unit of all columns', null, ['注：单位：亿元'], ['亿元', 'below', false, null, null]],
    ['says in what all is counted', null, ['注：本表金额以亿元计'], ['万元', 'assumed', false, null, null]],
    ['is a bare unit', null, ['单位：亿元'], ['亿元', 'below', false, null, null]],
    ['says another unit than the line above', '单位：万元', ['注：单位：亿元'], ['万元', 'above', true, null, null]],
    ['says the unit of the line above', '单位：亿元', ['注：单位：亿元'], ['亿元', 'above', false, null, null]],
    [
      'says another currency than the line above',
      '单位：万元',
      ['注：单位：万美元'],
      ['万元', 'above', false, null, null],
    ],
    ['a bare unit under a unit above', '单位：万元', ['单位：亿元'], ['万元', 'above', false, null, null]],
    [
      'stands beside others in a row of data',
      null,
      ['丁', '单位：亿元', '丁公司', '其他'],
      ['万元', 'assumed', false, null, null],
    ],
    ['speaks of no money', null, ['注：单位均为责任单位'], ['万元', 'assumed', false, null, null]],
  ])('%s', (_, title, note, told) => {
    expect(amounts(title, note)).toEqual(told);
  });

  it('speaks of the table right above it', () => {
    const lower: Lines = [['线索名称', '获取日期', '意向投资额', '意向投资方'], ...LEAD];
    const upper: Lines = [['项目名称', '签约时间', '总投资', '投资方'], ...UPPER.slice(1)];
    expect(tables([...upper, ['注：单位：亿元'], [], [], [], ...lower]).map(({ unit }) => unit.unit)).toEqual([
      '亿元',
      '万元',
    ]);
    expect(tables([...upper, ...lower, ['注：单位：亿元']]).map(({ unit }) => unit.unit)).toEqual(['万元', '亿元']);
  });
});

describe('a sheet without heads', () => {
  const [before] = tables(UPPER);
  const next = (lines: Lines, mapping: SavedMapping | null = null, from = before!) =>
    tablesOf(sheetOf(lines, { name: '续表' }), mapping, NO_NAMES, from).map(({ layout }) => layout)[0]!;
  const PAGE: Lines = [['丁项目', '2024-05-05', 8_000, '丁公司']];
  it('goes on where the sheet before ended', () => {
    const { kind, headerRow, columns, unitFrom } = next(PAGE);
    expect([kind, headerRow, columns.map(({ field }) => field), unitFrom]).toEqual([
      'projects',
      null,
      ['name', 'signedOn', 'contracted', 'investor'],
      'assumed',
    ]);
  });
  it('is what a person says of it by its own name', () => {
    const said: SavedMapping = { sheets: { 续表: { unit: '亿元', kind: 'leads', columns: { D: 'unit' } } } };
    const { kind, unit, unitFrom, columns } = next(PAGE, said);
    expect([kind, unit.unit, unitFrom, columns.at(-1)!.field]).toEqual(['leads', '亿元', 'saved', 'unit']);
    expect(next(PAGE, { sheets: { 续表: { kind: 'notes' } } })).toMatchObject({ kind: 'notes', leftOut: true });
  });
  it('is notes where nothing goes on', () => {
    expect(next([['请如实填写']])).toMatchObject({ kind: 'notes', firstData: 1 });
    expect(tablesOf(sheetOf([]), null, NO_NAMES, null)).toMatchObject([{ layout: { kind: 'notes', firstData: 1 } }]);
  });
});

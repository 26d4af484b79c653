import { headerOf, type Header } from './headers.ts';
import type { FieldName } from './field-names.ts';
import type { Mapped } from './mapped.ts';
import {
  checkMapping,
  fingerprintOf,
  namedBy,
  ofFurther,
  readMapping,
  saidOf,
  saidOver,
  savedFor,
  savedRegions,
  savedUnit,
  unmetIn,
  withSaved,
  type SavedMapping,
} from './saved.ts';

const columnOf = (column: number, field: FieldName, more: Partial<Mapped> = {}): Mapped => ({
  column,
  header: field,
  field,
  unit: null,
  unitFrom: null,
  units: [],
  weight: 9,
  because: ['words'],
  ...more,
});
const HEADS: readonly Header[] = [
  headerOf(0, '甲'),
  headerOf(1, '总额', '投资'),
  { ...headerOf(2, '乙'), place: 'F7' },
];

describe('what is said of a sheet', () => {
  const said: SavedMapping = {
    unit: '万元',
    columns: { 甲: 'name', 乙: 'note' },
    sheets: { 台账: { unit: '亿元', columns: { 乙: 'unit' } }, '台账#4': { kind: 'leads' } },
    layouts: { abc: { unit: '千元', columns: { 丙: 'leader' }, regions: { 一区: '高新区' } } },
  };
  it('by its name goes before what is said for all, column by column; of one table of it before both', () => {
    expect(savedFor(said, '台账')).toEqual({ unit: '亿元', columns: { 甲: 'name', 乙: 'unit' }, units: {} });
    expect(savedFor(said, '台账', 4)).toMatchObject({ unit: '亿元', kind: 'leads' });
    expect([savedFor(said, '台账', 3)?.kind, savedFor(said, '台账', null)?.kind]).toEqual([undefined, undefined]);
    expect(savedFor(said, '其他')).toEqual({ unit: '万元', columns: { 甲: 'name', 乙: 'note' } });
    expect([savedFor(null, '台账'), savedFor({ unit: '万元' }, '台账')]).toEqual([null, { unit: '万元' }]);
  });
  it('goes before what is remembered of its look', () => {
    const of = (fingerprint: string) => saidOf(said, '台账', { fingerprint, headerRow: 1 });
    expect(of('abc')).toEqual({
      unit: '亿元',
      columns: { 甲: 'name', 乙: 'unit', 丙: 'leader' },
      units: {},
      regions: { 一区: '高新区' },
    });
    expect(of('abd')?.columns).toEqual({ 甲: 'name', 乙: 'unit' });
    expect(saidOf(null, '台账', { fingerprint: 'abc', headerRow: 1 })).toBeNull();
  });
  it('stands alone where nothing else is said', () => {
    expect([saidOver(null, { unit: '元' }), saidOver({ unit: '元' }, null), saidOver(null, null)]).toEqual([
      { unit: '元' },
      { unit: '元' },
      null,
    ]);
    expect(saidOver({ units: { 甲: '元', 乙: '元' } }, { units: { 甲: '万元' } })?.units).toEqual({
      甲: '万元',
      乙: '元',
    });
  });
  it('counts for the tables further down it, but for the row of the heads', () => {
    expect(
      ofFurther(
        { headerRow: 2, unit: '元', sheets: { 台账: { headerRow: 3, kind: 'leads' }, 乙: { headerRow: 1 } } },
        '台账',
      ),
    ).toEqual({
      unit: '元',
      sheets: { 台账: { kind: 'leads' }, 乙: { headerRow: 1 } },
    });
    expect([ofFurther(null, '台账'), ofFurther({}, '台账')]).toEqual([null, { sheets: { 台账: {} } }]);
  });
  it('tells lines by district and the unit of amounts', () => {
    expect([savedRegions(null), savedRegions({}), savedRegions({ regions: { 一区: '' } })]).toEqual([
      {},
      {},
      { 一区: '' },
    ]);
    expect([savedUnit(null), savedUnit({}), savedUnit({ unit: '亿美元' })]).toEqual([
      null,
      null,
      { unit: '亿元', currency: 'USD' },
    ]);
    expect(() => savedUnit({ unit: '斤' })).toThrow('mapping-invalid');
  });
});

it('a layout is told by its heads, whatever blanks stand between', () => {
  const [one, other] = [
    fingerprintOf([{ text: '项目 名称' }, { text: '投资方' }]),
    fingerprintOf([{ text: '项目名称' }, { text: ' 投资方' }]),
  ];
  expect([one, one.length]).toEqual([other, 32]);
  expect(fingerprintOf([{ text: '项目名称投资方' }])).not.toBe(one);
});

describe('a mapping', () => {
  it.each<[string, unknown, string | null]>([
    ['of nothing', {}, null],
    [
      'of everything',
      {
        columns: { 甲: 'name', 乙: 'ignore' },
        unit: '万元',
        units: { 甲: '亿元' },
        regions: { 一区: '' },
        headerRow: 0,
        kind: 'notes',
      },
      null,
    ],
    ['with words that are of no use', { remark: 5 }, null],
    ['with a part left open', { kind: undefined }, null],
    ['for sheets and layouts', { sheets: { 台账: { headerRow: 3 } }, layouts: { abc: { kind: 'leads' } } }, null],
    ['that is a list', [], 'mapping-invalid'],
    ['that is nothing', null, 'mapping-invalid'],
    ['that is a text', 'name', 'mapping-invalid'],
    ['with columns that are a list', { columns: ['name'] }, 'mapping-invalid'],
    ['with a column that is no text', { columns: { 甲: 'name', 乙: 5 } }, 'mapping-invalid'],
    ['with a unit that is no text', { unit: 5 }, 'mapping-invalid'],
    ['with units that are no texts', { units: { 甲: 5 } }, 'mapping-invalid'],
    ['with regions that are no texts', { regions: { 一区: null } }, 'mapping-invalid'],
    ['with half a row', { headerRow: 1.5 }, 'mapping-invalid'],
    ['with a row before the first', { headerRow: -1 }, 'mapping-invalid'],
    ['with a kind that is none', { kind: 'toString' }, 'mapping-invalid'],
    ['with a kind that is no text', { kind: ['leads'] }, 'mapping-invalid'],
    ['with sheets that are a text', { sheets: '台账' }, 'mapping-invalid'],
    ['with a sheet that is a text', { sheets: { 台账: 'leads' } }, 'mapping-invalid'],
    ['with layouts that are wrong', { layouts: { abc: { headerRow: '3' } } }, 'mapping-invalid'],
    ['to a field that does not exist', { columns: { 甲: 'title' } }, 'mapping-field-unknown'],
    ['to one, for a sheet', { sheets: { 台账: { columns: { 甲: 'title' } } } }, 'mapping-field-unknown'],
    ['to one, for a layout', { layouts: { abc: { columns: { 甲: 'title' } } } }, 'mapping-field-unknown'],
    ['in a unit that is none', { unit: '斤' }, 'mapping-invalid'],
    ['of a column in a unit that is none', { units: { 甲: '斤' } }, 'mapping-invalid'],
  ])('%s', (_, given, refused) => {
    const read = () => readMapping(given);
    if (refused === null) expect(read()).toBe(given);
    else expect(read).toThrow(refused);
  });
  it('that is refused says where', () => {
    const saysOf = (read: () => unknown): unknown => {
      try {
        return read();
      } catch (error) {
        return JSON.stringify(error) + String((error as Error).message);
      }
    };
    expect(saysOf(() => readMapping({ sheets: { 台账: { headerRow: -1 } } }))).toContain('sheets.台账.headerRow');
    expect(saysOf(() => readMapping({ layouts: { abc: [] } }))).toContain('layouts.abc');
    expect(saysOf(() => readMapping({ sheets: [] }))).toContain('sheets');
    expect(saysOf(() => checkMapping({ columns: { 甲: 'title' } }))).toContain('甲 → title');
    expect(saysOf(() => checkMapping({ units: { 甲: '斤' } }))).toContain('斤');
  });
});

describe('a mapping calls a column', () => {
  it.each<[string, string, readonly string[]]>([
    ['by its head', '甲', []],
    ['by its head with blanks', ' 甲 ', []],
    ['by its head and the group over it', '投资总额', []],
    ['by its letter', 'B', []],
    ['of a card by the cell of its value', 'F7', []],
    ['of a card not by a letter', 'C', ['C']],
    ['by nothing that stands there', '丁', ['丁']],
  ])('%s', (_, call, unmet) => {
    expect(unmetIn({ columns: { [call]: 'name' } }, HEADS)).toEqual(unmet);
    expect(unmetIn({ units: { [call]: '元' } }, HEADS)).toEqual(unmet);
    expect(withSaved([], HEADS, { columns: { [call]: 'name' } })).toHaveLength(1 - unmet.length);
  });
  it('and says what it has no use for', () => {
    expect(unmetIn({ remark: 5, kind: 'leads' } as never, HEADS)).toEqual(['remark']);
  });

  it.each<[readonly string[], number]>([
    [['甲'], 1],
    [['甲', 'B'], 2],
    [['投资总额', '丁', '戊', '己'], 1],
    [['A', '丁'], 1],
    [['A', '丁', '戊'], 0],
    [['F7'], 1],
    [['丁'], 0],
    [[], 0],
  ])('%j: %i are named', (calls, count) => {
    expect(namedBy(Object.fromEntries(calls.map((call) => [call, 'name'])), HEADS)).toBe(count);
  });
});

describe('what a person says of a column', () => {
  const fields = (columns: readonly Mapped[]) =>
    columns.map(({ column, field, because }) => `${column} ${field} ${because[0]}`);
  it('goes before what words and values say, once a field, in the order of the sheet', () => {
    const found = [columnOf(0, 'investor'), columnOf(1, 'name'), columnOf(2, 'note')];
    expect(fields(withSaved(found, HEADS, { columns: { 乙: 'name' } }))).toEqual(['0 investor words', '2 name saved']);
    expect(fields(withSaved(found, HEADS, { columns: { 甲: 'ignore' } }))).toEqual(['1 name words', '2 note words']);
    expect(fields(withSaved([columnOf(0, 'tag')], HEADS, { columns: { 乙: 'tag' } }))).toEqual([
      '0 tag words',
      '2 tag saved',
    ]);
    expect(withSaved(found, HEADS, null)).toBe(found);
    expect(fields(withSaved(found, HEADS, {}))).toEqual(fields(found));
  });
  it('takes its unit from its own head, unless a person says another', () => {
    const heads = [headerOf(0, '总额（亿元）')];
    const [own] = withSaved([], heads, { columns: { A: 'contracted' } });
    expect(own).toMatchObject({ unit: { unit: '亿元' }, unitFrom: 'header', weight: 10, header: '总额（亿元）' });
    const [said] = withSaved([], heads, { columns: { A: 'contracted' }, units: { A: '万美元' } });
    const dollars = { unit: '万元', currency: 'USD' };
    expect(said).toMatchObject({ unit: dollars, unitFrom: 'saved', units: [dollars] });
    expect(withSaved([columnOf(5, 'contracted')], heads, { units: { A: '元' } })).toEqual([columnOf(5, 'contracted')]);
  });
});

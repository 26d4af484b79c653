import { rowsOf, type Told } from '../../../../test/imports/sheet-of.ts';
import { coveredBelow, findHeader, kindOf } from './find-header.ts';
import { headerOf } from './headers.ts';
import { fingerprintOf, type SavedMapping } from './saved.ts';

type Lines = readonly (readonly Told[])[];
/** In which rows the heads stand, and how many columns they name. */
const at = (lines: Lines, merges: readonly string[] = [], mapping: SavedMapping | null = null) => {
  const rows = rowsOf(lines, merges);
  const found = findHeader(rows, '台账', mapping);
  return found === null ? null : [rows[found.top]!.number, rows[found.bottom]!.number, found.headers.length];
};

const HEADS = ['项目名称', '签约时间', '总投资', '投资方'];
const ROW = ['甲项目', '2024-03-05', 5_000, '甲公司'];
const WORDS = ['甲项目', '面谈', '待定', '甲公司'];

describe('the heads of a table stand', () => {
  it.each<[string, Lines, readonly string[], readonly [number, number, number] | null]>([
    ['in the first row', [HEADS, ROW], [], [1, 1, 4]],
    ['under a title', [['2024年台账'], HEADS, ROW], ['A1:D1'], [2, 2, 4]],
    ['under a title and a unit', [['2024年台账'], [null, null, null, '单位：万元'], HEADS, ROW], [], [3, 3, 4]],
    ['under groups', [['项目', '签约', null, '投资'], ['名称', '时间', '总额', '方'], ROW], ['B1:C1'], [1, 2, 4]],
    [
      'under groups that are not merged',
      [['项目', '签约', null, null], ['名称', '时间', '金额', '投资方'], ROW],
      [],
      [1, 2, 4],
    ],
    [
      'in four rows',
      [
        ['项目名称', '签约', null, '投资方'],
        [null, '合同', null, null],
        [null, '正式', null, null],
        [null, '时间', '金额', null],
        ROW,
      ],
      ['A1:A4', 'D1:D4', 'B1:C1', 'B2:C2', 'B3:C3'],
      [1, 4, 4],
    ],
    ['with a line of units under them', [HEADS, [null, null, '（万元）', null], ROW], [], [1, 2, 4]],
    ['with a line of units in words', [HEADS, [null, null, '折合人民币（亿元）', null], ROW], [], [1, 2, 4]],
    ['without a line that says more than units', [HEADS, [null, null, '实际万元', null], ROW], [], [1, 1, 4]],
    ['without a line of words that is data', [HEADS, WORDS, ROW], [], [1, 1, 4]],
    ['in the first of two rows that are the same', [HEADS, HEADS, ROW], [], [1, 1, 4]],
    [
      'in the row that explains most',
      [['项目名称', '投资方', '产业'], WORDS, ROW, [...HEADS, '责任单位', '开工时间', '行业'], ROW],
      [],
      [4, 4, 7],
    ],
    [
      'in the first that explains half as much',
      [['项目名称', '签约时间', '总投资'], ROW, [...HEADS, '责任单位'], ROW],
      [],
      [1, 1, 3],
    ],
    [
      'down to the 25th row',
      [...Array.from({ length: 24 }, (_, index) => [`第${index}条`, 1]), HEADS, ROW],
      [],
      [25, 25, 4],
    ],
    ['not below it', [...Array.from({ length: 25 }, (_, index) => [`第${index}条`, 1]), HEADS, ROW], [], null],
    ['nowhere in words', [['填报说明'], ['请如实填写', '谢谢']], [], null],
    ['not in one cell', [['项目名称签约时间总投资']], [], null],
    ['not over figures', [[...HEADS, 5], ROW], [], null],
    ['not across a blank row', [['项目', '签约', null, null], [], HEADS, ROW], ['B1:C1'], [3, 3, 4]],
  ])('%s', (_, lines, merges, place) => {
    expect(at(lines, merges)).toEqual(place);
  });

  it('where every name of a small table comes again further down', () => {
    const small = ['项目编号', '签约时间'];
    const large = ['项目编号', '签约时间', '项目名称', '投资方', '总投资', '责任单位', '开工时间'];
    expect(at([small, ['A-1', '2024-03-05'], ['A-2', '2024-03-06'], large, ROW])).toEqual([1, 1, 2]);
    expect(at([['项目编号', '签约日'], ['A-1', '2024-03-05'], ['A-2', '2024-03-06'], large, ROW])).toEqual([4, 4, 7]);
  });

  it('in a name merged over rows, to its last', () => {
    const lines: Lines = [['项目名称', '签约情况', null, '投资方'], [null, '时间', '金额', null], ROW];
    expect(at(lines, ['A1:A2', 'D1:D2', 'B1:C1'])).toEqual([1, 2, 4]);
  });
});

describe('a line over the names', () => {
  const NAMES = ['项目名称', '投资方', '时间', '行业'];
  const OVER = [NAMES, ['甲项目', '甲公司', '2024-03-05', '化工']];
  it.each<[string, Lines, readonly string[], readonly number[]]>([
    [
      'is a group where it is merged over some of them',
      [[null, null, '签约情况', null], ...OVER],
      ['C1:D1'],
      [1, 2, 4],
    ],
    ['is a group where it stands over one of them', [[null, null, '签约情况', null], ...OVER], [], [1, 2, 4]],
    ['is a section where it stands alone in the first column', [['签约情况'], ...OVER], [], [2, 2, 4]],
    ['is a group of the first where it is merged', [['签约情况', null, null, null], ...OVER], ['A1:C1'], [1, 2, 4]],
    ['is no group where it tells the unit', [[null, null, '签约额单位：万元', null], ...OVER], [], [2, 2, 4]],
    ['is no group where a blank row follows', [[null, null, '签约情况', null], [], ...OVER], [], [3, 3, 4]],
  ])('%s', (_, lines, merges, place) => {
    expect(at(lines, merges)).toEqual(place);
  });

  it('a name merged over the first row of data ends where the data begins', () => {
    expect(at([HEADS, [null, '2024-03-05', 5_000, '甲公司'], ROW], ['A1:A2'])).toEqual([1, 1, 4]);
  });

  it('a line of units is the fourth row of heads at the most', () => {
    const three: Lines = [
      ['项目名称', '签约', null, '投资方'],
      [null, '合同', null, null],
      [null, '时间', '金额', null],
    ];
    const merges = ['A1:A3', 'D1:D3', 'B1:C1', 'B2:C2'];
    const units = [null, null, '（万元）', null];
    expect(at([...three, units, ROW], merges)).toEqual([1, 4, 4]);
  });
});

describe('what a person says', () => {
  const two: Lines = [['名录', '代号甲', '代号乙'], HEADS, ROW];
  it.each<[string, SavedMapping | null, unknown]>([
    ['of nothing', null, [2, 2, 4]],
    ['of the row, here', { sheets: { 台账: { headerRow: 1 } } }, [1, 1, 3]],
    ['of the row, for all sheets, where it explains nothing', { headerRow: 1 }, null],
    ['of the row, for all sheets, where it does', { headerRow: 2 }, [2, 2, 4]],
    ['of a row that is none', { sheets: { 台账: { headerRow: 9 } } }, null],
    ['of its columns, few of them', { columns: { 代号甲: 'name' } }, [2, 2, 4]],
    ['of another kind', { kind: 'leads' }, [2, 2, 4]],
  ])('%s', (_, mapping, place) => {
    expect(at(two, [], mapping)).toEqual(place);
  });
  it('of heads that nobody knows', () => {
    const strange: Lines = [['名录', '代号甲', '代号乙'], ROW];
    expect([at(strange), at(strange, [], { columns: { 代号甲: 'name' } })]).toEqual([null, [1, 1, 3]]);
    const found = findHeader(rowsOf(strange), '台账', { columns: { 代号甲: 'name' } })!.found;
    expect([found.kind, found.score]).toEqual(['projects', 1]);
  });
  it('once of heads that look so, goes before all others', () => {
    const look = fingerprintOf(['名录', '代号甲', '代号乙'].map((text) => ({ text })));
    expect(at(two, [], { layouts: { [look]: {} } })).toEqual([1, 1, 3]);
    const kindOfKnown = (kind?: 'leads') =>
      findHeader(rowsOf(two), '台账', { layouts: { [look]: kind ? { kind } : {} } })!.found;
    expect([kindOfKnown('leads').kind, kindOfKnown().kind, kindOfKnown().score]).toEqual(['leads', 'projects', 1_000]);
  });
});

it('rows that merged names of a header still cover: up to three rows', () => {
  const below = (merges: readonly string[]) =>
    coveredBelow(
      rowsOf(
        [
          ['甲', '乙'],
          [null, 1],
          [null, 1],
          [null, 1],
        ],
        merges,
      )[0]!,
    );
  expect([below([]), below(['A1:A2']), below(['A1:A3']), below(['A1:A4']), below(['A1:B1'])]).toEqual([0, 1, 2, 0, 0]);
});

describe('a kind that a person told', () => {
  const heads = ['项目名称', '备注'].map((text, column) => headerOf(column, text));
  it('stands, though its columns are too few to know it by', () => {
    expect(kindOf(heads, undefined, { kind: 'projects' }).kind).toBe('projects');
    expect(kindOf(heads).kind).toBe('notes');
    expect(kindOf(heads, undefined, { kind: 'targets' }).kind).toBe('notes');
    const goals = ['责任单位', '年度目标（亿元）'].map((text, column) => headerOf(column, text));
    expect(kindOf(goals).kind).toBe('targets');
  });
});

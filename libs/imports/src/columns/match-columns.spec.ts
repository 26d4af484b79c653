import { cellOf, type Told } from '../../../../test/imports/sheet-of.ts';
import type { SheetKind } from './field-names.ts';
import { headerOf, type Header } from './headers.ts';
import { isVague, matchColumns, speaks, unitOver } from './match.ts';
import { profileOf } from './values.ts';

const NAMES = { regions: ['高新区', '经开区'], units: new Set(['招商局', '经发局', '高新区']) };
/** 投资/总额 stands under its group. */
const head = (text: string, column = 0): Header => {
  const path = text.split('/');
  return { ...headerOf(column, path.at(-1)!, path.at(-2) ?? null), path };
};
const mapped = (columns: readonly (readonly [string, ...Told[]])[], kind: SheetKind = 'projects') =>
  matchColumns(
    columns.map(([text], column) => head(text, column)),
    kind,
    new Map(columns.map(([, ...told], column) => [column, profileOf(told.map(cellOf), NAMES)])),
  );
const fields = (columns: readonly (readonly [string, ...Told[]])[], kind: SheetKind = 'projects') =>
  mapped(columns, kind).map(({ column, field, because }) => `${column} ${field} ${because.join('+')}`);
const fieldUnder = (text: string, kind: SheetKind = 'projects') => matchColumns([head(text)], kind)[0]?.field ?? null;

describe('a name under its groups is read as one would say it', () => {
  it.each([
    ['签约/时间', 'signedOn'],
    ['开工情况/实际/时间', 'startOn'],
    ['开工情况/计划/时间', 'plannedStart'],
    ['开工/约定/时间', 'agreedStart'],
    ['开工情况/约定/时间', 'agreedStart'],
    ['签约情况/时间', 'signedOn'],
    ['签约信息/日期', 'signedOn'],
    ['二、签约/1.时间', 'signedOn'],
    ['落地/认定开工时间', 'startOn'],
    ['责任人/单位', 'unit'],
    ['项目信息/区域', 'region'],
    ['甲乙丙/丁戊己', null],
  ])('%s: %s', (text, field) => {
    expect(fieldUnder(text)).toBe(field);
  });
});

describe('a head', () => {
  it.each(['时间', '（日期）', '投资额', '小计', '编号'])('%s says nothing alone', (text) => {
    expect(isVague(text)).toBe(true);
  });
  it('says something by itself, or nothing at all', () => {
    expect(['签约时间', '项目名称', '甲乙丙'].map(isVague)).toEqual([false, false, false]);
    expect(['时间', '项目名称', '甲乙丙', ''].map((text) => speaks(head(text), 'projects'))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(speaks(head(`项目名称${'及其他'.repeat(20)}`), 'projects')).toBe(false);
  });
  it.each<[string, SheetKind, string | null]>([
    ['投资占比', 'projects', null],
    ['投资强度', 'projects', null],
    ['金额', 'arrivals', 'amount'],
    ['金额', 'projects', 'contracted'],
    ['金额', 'leads', 'intendedAmount'],
    ['收到日期', 'leads', 'receivedOn'],
    ['收到日期', 'projects', null],
    ['拟签约时间', 'projects', 'plannedSigning'],
  ])('%s in a list of %s: %s', (text, kind, field) => {
    expect(fieldUnder(text, kind)).toBe(field);
  });
});

describe('a field goes to the column that claims it best', () => {
  it.each<[string, readonly (readonly [string, ...Told[]])[], readonly string[]]>([
    ['the surest', [['项目'], ['项目名称']], ['1 name words']],
    ['the leftmost of equals', [['签约时间'], ['签约日期']], ['0 signedOn words']],
    [
      'one that holds something before one that holds nothing',
      [['签约时间'], ['签约日期', '2024-03-05']],
      ['1 signedOn words'],
    ],
    ['yes and no as often as it stands there', [['是否重点'], ['是否外资']], ['0 tag words', '1 tag words']],
    [
      'amounts in another currency beside it',
      [['总投资（万元）'], ['总投资（万美元）']],
      ['0 contracted words', '1 contracted words'],
    ],
    ['no second amount in the same', [['总投资（万元）'], ['总投资（亿元）']], ['0 contracted words']],
  ])('%s', (_, columns, told) => {
    expect(fields(columns)).toEqual(told);
  });
  it('a hidden one gives way', () => {
    const heads = [{ ...head('签约时间', 0), hidden: true as const }, head('签约日期', 1)];
    expect(matchColumns(heads, 'projects').map(({ column, weight }) => [column, weight])).toEqual([[1, 9]]);
    expect(matchColumns(heads.slice(0, 1), 'projects').map(({ column, weight }) => [column, weight])).toEqual([[0, 6]]);
  });
});

describe('by its values a column is', () => {
  const CREDIT = '91110000600037341L';
  const NATIONAL = '2020-320505-39-03-512345';
  it.each<[string, readonly (readonly [string, ...Told[]])[], SheetKind, readonly string[]]>([
    ['a national code under any head', [['甲乙', NATIONAL, NATIONAL]], 'projects', ['0 nationalCode values']],
    ['a credit code under a head of something else', [['备注', CREDIT, CREDIT]], 'projects', ['0 creditCode values']],
    ['a code that its head names, too', [['信用代码', CREDIT]], 'projects', ['0 creditCode words+values']],
    ['a currency', [['甲乙', '美元', '人民币']], 'projects', ['0 currency values']],
    ['a unit of amounts', [['甲乙', '万元', '亿元']], 'projects', ['0 amountUnit values']],
    [
      'a currency under its head, though it may be a unit',
      [['币种', '元', '美元', '元']],
      'projects',
      ['0 currency words'],
    ],
    ['a region, of two at the least', [['甲乙', '高新区', '经开区']], 'projects', ['0 region values']],
    ['nothing by one region', [['甲乙', '高新区']], 'projects', []],
    ['a unit, of two at the least', [['甲乙', '招商局', '经发局']], 'projects', ['0 unit values']],
    ['nothing by one unit', [['甲乙', '招商局']], 'projects', []],
    ['a region where units are named so, too', [['甲乙', '高新区', '高新区']], 'projects', ['0 region values']],
    [
      'who invests, of three firms at the least',
      [['甲乙', '甲公司', '乙公司', '丙公司']],
      'projects',
      ['0 investor values'],
    ],
    ['nothing by two firms', [['甲乙', '甲公司', '乙公司']], 'projects', []],
    ['the day of what is said to be', [['是否签约', '2024-03-05', '2024-04-05']], 'projects', ['0 signedOn values']],
    [
      'the day of a start, under 开工情况',
      [['开工情况', '2024-03-05', '是', '2024-04-05']],
      'projects',
      ['0 startOn values'],
    ],
    ['what is said to be', [['是否签约', '是', '否']], 'projects', ['0 saidSigned words']],
    ['the day of entering', [['是否入库', '2024-03-05', '2024-04-05']], 'projects', ['0 enteredOn values']],
    ['the day of an end', [['是否终止', '2024-03-05', '2024-04-05']], 'projects', ['0 endedOn values']],
    ['not a yes or no that it does not hold', [['是否重点', '甲', '乙']], 'projects', []],
  ])('%s', (_, columns, kind, told) => {
    expect(fields(columns, kind)).toEqual(told);
  });

  it('a field of sure words that has no such values comes last', () => {
    const wrong = ['甲', '乙', '丙'];
    const weightOf = (text: string, ...told: readonly Told[]) =>
      mapped([[text, ...told]]).map(({ field, weight }) => `${field} ${weight}`);
    expect(weightOf('签约时间', ...wrong)).toEqual(['signedOn 1']);
    expect(weightOf('约定开工时间', ...wrong)).toEqual(['agreedStart 1']);
    expect(weightOf('总投资', ...wrong)).toEqual(['contracted 1']);
    expect(weightOf('项目名称', '5', '6')).toEqual(['name 1']);
    expect(weightOf('签约年份', ...wrong)).toEqual([]);
    expect(weightOf('投资方', '5', '6')).toEqual([]);
  });
  it('weighed by ten at the most', () => {
    expect(mapped([['甲乙', CREDIT]])[0]!.weight).toBe(10);
    expect(mapped([['甲乙', '高新区', '经开区']])[0]!.weight).toBe(2);
  });
});

it.each<[string, string | null]>([
  ['总投资（亿元）', '亿元 CNY header'],
  ['投资（亿元）/总额', '亿元 CNY group'],
  ['投资（亿元）/总额（万元）', '万元 CNY header'],
  ['投资（亿元、万美元）/外资', '万元 USD group'],
  ['投资/总额', null],
])('the unit over %s is %s', (text, told) => {
  const { unit, unitFrom } = unitOver(head(text));
  expect(unit === null ? unitFrom : `${unit.unit} ${unit.currency} ${unitFrom}`).toBe(told);
});

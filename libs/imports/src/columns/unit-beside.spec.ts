import type { Unit } from '../cells/units.ts';
import type { FieldName } from './field-names.ts';
import { headerOf } from './headers.ts';
import type { Mapped } from './mapped.ts';
import { withUnitBeside } from './unit-beside.ts';
import { unitFor, type UnitFrom } from './units.ts';

const HUNDRED: Unit = { unit: '亿元', currency: 'CNY' };
const WAN: Unit = { unit: '万元', currency: 'CNY' };
const DOLLARS: Unit = { unit: '万元', currency: 'USD' };
const columnOf = (column: number, field: FieldName, unit: Unit | null = null): Mapped => ({
  column,
  header: field,
  field,
  unit,
  unitFrom: unit && 'header',
  units: [],
  weight: 9,
  because: ['words'],
});

describe('a part of an amount', () => {
  const parted = (columns: readonly Mapped[], heads: readonly string[] = [], from: UnitFrom = 'assumed') =>
    withUnitBeside(
      columns,
      heads.map((text, at) => headerOf(at, text)),
      from,
    ).map(({ unit, unitFrom }) => `${unit?.unit ?? '—'} ${unitFrom ?? ''}`.trim());
  it.each<[string, readonly Mapped[], readonly string[], UnitFrom, readonly string[]]>([
    [
      'is in the unit of the amount before it',
      [columnOf(0, 'contracted', HUNDRED), columnOf(1, 'fixedAssets')],
      [],
      'assumed',
      ['亿元 header', '亿元 beside'],
    ],
    [
      'by its words',
      [columnOf(0, 'contracted', HUNDRED), columnOf(1, 'intendedAmount')],
      ['总投资', '其中：自筹'],
      'assumed',
      ['亿元 header', '亿元 beside'],
    ],
    [
      'is in the unit of the nearest',
      [columnOf(0, 'intendedAmount', WAN), columnOf(1, 'contracted', HUNDRED), columnOf(2, 'fixedAssets')],
      [],
      'assumed',
      ['万元 header', '亿元 header', '亿元 beside'],
    ],
    [
      'is no other amount',
      [columnOf(0, 'contracted', HUNDRED), columnOf(1, 'intendedAmount')],
      ['总投资', '意向'],
      'assumed',
      ['亿元 header', '—'],
    ],
    [
      'is no text',
      [columnOf(0, 'contracted', HUNDRED), columnOf(1, 'note')],
      ['总投资', '其中说明'],
      'assumed',
      ['亿元 header', '—'],
    ],
    [
      'keeps its own unit',
      [columnOf(0, 'contracted', HUNDRED), columnOf(1, 'fixedAssets', WAN)],
      [],
      'assumed',
      ['亿元 header', '万元 header'],
    ],
    [
      'not of one behind it',
      [columnOf(0, 'fixedAssets'), columnOf(1, 'contracted', HUNDRED)],
      [],
      'assumed',
      ['—', '亿元 header'],
    ],
    [
      'not where the table tells its unit',
      [columnOf(0, 'contracted', HUNDRED), columnOf(1, 'fixedAssets')],
      [],
      'above',
      ['亿元 header', '—'],
    ],
    [
      'not of the foreign half of an amount',
      [columnOf(0, 'contracted'), columnOf(1, 'contracted', DOLLARS), columnOf(2, 'fixedAssets')],
      [],
      'assumed',
      ['—', '万元 header', '—'],
    ],
  ])('%s', (_, columns, heads, from, told) => {
    expect(parted(columns, heads, from)).toEqual(told);
  });
});

it('of several units a column means the one of its words', () => {
  const of = (header: string, units: readonly Unit[]) => unitFor(header, units)?.currency ?? null;
  expect([of('总投资', []), of('外资', [WAN]), of('总投资', [DOLLARS])]).toEqual([null, 'CNY', 'USD']);
  expect([of('总投资', [DOLLARS, WAN]), of('外资总额', [WAN, DOLLARS]), of('港币', [WAN, HUNDRED])]).toEqual([
    'CNY',
    'USD',
    'CNY',
  ]);
});

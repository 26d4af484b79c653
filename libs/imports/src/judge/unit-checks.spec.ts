import { moneyOf, type IsoDate, type Money } from '#domain';
import { rowOf } from '../../../../test/imports/row.ts';
import { NOTES, type Layout } from '../columns/layout.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { checkUnit, unitDoubts } from './unit-checks.ts';

const column = (field: 'contracted' | 'arrivedInMonth', header: string): Layout['columns'][number] => ({
  column: 0,
  field,
  header,
  unit: null,
  unitFrom: null,
  units: [],
  weight: 9,
  because: [],
});
const layout = (told: Partial<Layout> = {}): Layout => ({
  ...NOTES,
  kind: 'projects',
  firstData: 2,
  columns: [column('contracted', '合同额'), column('arrivedInMonth', '1月')],
  unitFrom: 'assumed',
  ...told,
});
const wan = (value: number): Money => moneyOf(BigInt(Math.round(value * 1_000_000)));
const contract = (value: number, shown = String(value)) =>
  rowOf({ typed: { contracted: value }, money: { contracted: wan(value) }, shown: { contracted: shown } });
const month = (value: number, header = '1月', shown = String(value)) => {
  const day = { date: '2024-01-31' as IsoDate, month: true };
  return rowOf({ months: [{ day, header, shown, cell: 'C2', money: wan(value), origin: null }] });
};
/** What is said of each row of a table, all of which were looked at first. */
const said = (rows: readonly LedgerRow[], told: Partial<Layout> = {}) => {
  const doubts = unitDoubts(layout(told));
  rows.forEach(doubts.follow);
  for (const row of rows) checkUnit(row, doubts.found());
  return rows.map(({ findings }) => findings.map(({ code }) => code).join(' '));
};

it('amounts that no 万元 can be are doubted with all of their column, where nobody names a unit', () => {
  expect(said([contract(1_000_000), contract(5_000)])).toEqual(['unit-not-told', 'unit-not-told']);
  expect(said([contract(999_999), contract(5)])).toEqual(['', '']);
  expect(said([contract(99), contract(5)])).toEqual(['unit-not-told', 'unit-not-told']);
  expect(said([contract(99), contract(100)])).toEqual(['', '']);
  expect(said([contract(1_000_000)], { unitFrom: 'above' })).toEqual(['']);
});
it('beside cells that name their units only those are doubted that no 万元 can be', () => {
  expect(said([contract(5_000, '5000万元'), contract(3), contract(2_000)])).toEqual(['', 'unit-not-told', '']);
  expect(said([contract(300, '300USD'), contract(2_000)])).toEqual(['', '']);
});
it('under lines that name two units every amount is doubted that names none itself', () => {
  const told = { unitFrom: 'above', unitsDiffer: true } as const;
  expect(said([contract(5_000), contract(5_000, '5000万元')], told)).toEqual(['units-differ', '']);
  expect(said([month(50)], told)).toEqual(['units-differ']);
});
it('money of months is doubted from a billion on, in the columns that name no unit', () => {
  expect(said([month(100_000), month(1), month(1, '2月')])).toEqual(['unit-not-told', 'unit-not-told', '']);
  expect(said([month(99_999)])).toEqual(['']);
  expect(said([month(200_000, '1月', '200000万元'), month(1)])).toEqual(['', '']);
});
it('what no project on earth costs is said, in whatever unit', () => {
  const told = { unitFrom: 'saved' } as const;
  expect(said([contract(1_000_000_000), contract(999_999_999)], told)).toEqual(['amount-beyond-reason', '']);
  expect(said([month(1_000_000_000), month(999_999_999)], told)).toEqual(['amount-beyond-reason', '']);
});
it('nothing, and an amount of nothing, are no doubt', () => {
  expect(said([rowOf({}), contract(0)])).toEqual(['', '']);
});

import { fenOf, type Money } from '#domain';
import { clean } from '../cells/text.ts';
import { ARRIVAL_AMOUNTS, type FieldName } from '../columns/field-names.ts';
import type { Layout } from '../columns/layout.ts';
import type { LedgerRow } from '../rows/ledger-row.ts';
import { finding, type FindingCode } from './findings.ts';

const LARGEST_ARRIVAL = 100_000; // 万元 at once
/** 万元 from which on, and up to which, no such amount is in 万元: 元 or 亿元 is what its column is in. */
const TOO_LARGE: Readonly<Partial<Record<FieldName, number>>> = {
  contracted: 1_000_000,
  intendedAmount: 1_000_000,
  ...Object.fromEntries(Object.keys(ARRIVAL_AMOUNTS).map((field) => [field, LARGEST_ARRIVAL])),
  arrivedInMonth: LARGEST_ARRIVAL,
};
const TOO_SMALL: Readonly<Partial<Record<FieldName, number>>> = { contracted: 100, intendedAmount: 100 };
const BEYOND = 1_000_000_000; // 万元: no project on earth; a telephone, or a number of another kind
const NAMES_UNIT = /[元圆亿万千]|[A-Z]{3}/;

/** No amount in 万元, or hardly one. */
const isOdd = (field: FieldName, value: number): boolean =>
  value > 0 && (value >= TOO_LARGE[field]! || value < (TOO_SMALL[field] ?? 0));

const isPlainly = (shown: string): boolean => !NAMES_UNIT.test(clean(shown));
const plainly = ({ shown }: LedgerRow, field: FieldName): boolean => isPlainly(shown[field] ?? '');
const wanOf = ({ amount }: Money): number => Number(fenOf(amount)) / 1_000_000;

/** Amounts whose unit leaves a doubt, and which. */
interface UnitDoubt {
  readonly code: Extract<FindingCode, 'unit-not-told' | 'units-differ'>;
  readonly headers: ReadonlySet<string>; // of the columns in doubt
  readonly each: boolean; // some cells name their unit: of the others those are doubted that no 万元 can be
}
export type UnitDoubts = ReadonlyMap<FieldName, UnitDoubt>;

/** Follows the amounts of a table: where nobody names a unit, what no 万元 can be; where the lines above name two, every amount that names none itself. */
export const unitDoubts = ({ columns, unitFrom, unitsDiffer }: Layout) => {
  const assumed = columns.filter(
    ({ field, unit }) => TOO_LARGE[field] !== undefined && unit === null && (unitFrom === 'assumed' || unitsDiffer),
  );
  const headersOf = (wanted: FieldName): ReadonlySet<string> =>
    new Set(assumed.filter(({ field }) => field === wanted).map(({ header }) => header));
  const ofMonths = headersOf('arrivedInMonth');
  const most = new Map<FieldName, number>();
  const named = new Set<FieldName>();
  const seen = (field: FieldName, value: number, isPlain: boolean): void => {
    if (isPlain) most.set(field, Math.max(most.get(field) ?? value, value));
    else named.add(field);
  };
  return {
    follow: (row: LedgerRow): void => {
      for (const month of row.months)
        if (ofMonths.has(month.header)) seen('arrivedInMonth', wanOf(month.money), isPlainly(month.shown));
      for (const { field } of assumed) {
        const value = row.typed[field];
        if (value !== undefined && value > 0) seen(field, value, plainly(row, field));
      }
    },
    found: (): UnitDoubts =>
      new Map(
        [...most]
          .filter(([field, value]) => unitsDiffer || named.has(field) || isOdd(field, value))
          .map(([field]) => [
            field,
            {
              code: unitsDiffer ? 'units-differ' : 'unit-not-told',
              headers: headersOf(field),
              each: named.has(field) && !unitsDiffer,
            },
          ]),
      ),
  };
};

const AT_MOST: readonly FieldName[] = ['contracted', ...(Object.keys(ARRIVAL_AMOUNTS) as FieldName[])];

const say = (row: LedgerRow, field: FieldName, code: FindingCode): void => {
  row.findings.push(finding(code, field, row.cellOf(field), row.shown[field] ?? null));
};

/** Whether an amount in 万元 that names no unit itself is one of those in doubt. */
const isDoubted = ({ each }: UnitDoubt, field: FieldName, value: number): boolean => !each || isOdd(field, value);

/** Money in columns of months, each with a cell of its own: its unit is doubtful, or it is none. */
const checkMonths = ({ months, findings }: LedgerRow, doubt: UnitDoubt | undefined): void => {
  for (const { header, shown, cell, money } of months) {
    const value = wanOf(money);
    const inDoubt = doubt?.headers.has(header) === true && isPlainly(shown);
    if (inDoubt && isDoubted(doubt, 'arrivedInMonth', value))
      findings.push(finding(doubt.code, 'arrivedInMonth', cell, shown));
    if (value >= BEYOND) findings.push(finding('amount-beyond-reason', 'arrivedInMonth', cell, shown));
  }
};

/** Says of an amount that its unit is doubtful, or that it is none. */
export const checkUnit = (row: LedgerRow, doubts: UnitDoubts): void => {
  for (const [field, doubt] of doubts)
    if (row.money[field] !== undefined && plainly(row, field) && isDoubted(doubt, field, row.typed[field] ?? 0))
      say(row, field, doubt.code);
  checkMonths(row, doubts.get('arrivedInMonth'));
  for (const field of AT_MOST)
    if (Number(row.money[field]?.amount ?? 0) >= BEYOND * 10_000) say(row, field, 'amount-beyond-reason');
};

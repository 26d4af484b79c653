import {
  compareFractions,
  ranksOf,
  ratioOf,
  type Definition,
  type Formula,
  type Fraction,
  type MetricKey,
  type Target,
} from '#domain';
import { addTallies, NOTHING, type FigureQuestion, type Tally } from '#projections';
import {
  countedOf,
  currencyOf,
  exact,
  growthOf,
  isElsewhere,
  measuredBy,
  partsOf,
  progressOf,
  shortfallOf,
  shown,
  type Figure,
  type Measured,
} from './figure.ts';
import type { Tallies } from './kept-tallies.ts';
import type { RowKeys } from './rows-by.ts';
import { shownTarget } from './targets-beside.ts';

/** By metric: those of every bureau, and the definition's own. */
export type Figures = Readonly<Partial<Record<MetricKey, Figure>>> & Readonly<Record<string, Figure | undefined>>;

/** What a column of figures is made from: one metric, this year's and last year's tallies by written key, and the targets. */
export interface Column {
  readonly formula: Formula;
  readonly definition: Definition;
  readonly now: Tallies;
  readonly before: Tallies | null; // null: last year is not comparable
  readonly targetOf: (row: RowKeys | null) => Target | null; // null: of the whole
  readonly reading: FigureQuestion['reading'];
  readonly due: Fraction; // the share of the year's target that falls due within the period
  readonly open: (row: RowKeys | null) => string;
}

interface Counted {
  readonly now: Measured;
  readonly before: Measured | null;
  readonly target: Target | null;
  readonly progress: Fraction | null;
}

export const totalOf = (tallies: Tallies, parts: number): readonly Tally[] =>
  [...tallies.values()].reduce<readonly Tally[]>(
    (total, one) => total.map((tally, index) => addTallies(tally, one[index]!)),
    Array.from({ length: parts }, () => NOTHING),
  );

/** What falls to a row. */
export const within = (tallies: Tallies, { written }: RowKeys): Tallies =>
  new Map(written.flatMap((key) => (tallies.has(key) ? [[key, tallies.get(key)!] as const] : [])));

const hasMoney = (tallies: readonly Tally[]): boolean =>
  tallies.some(({ fen }) => [...fen.values()].some((amount) => amount !== 0n));

/** In what a column is told: in the money of this year, or in that of the last where there is none. What was printed by an earlier reading looked at this year alone. */
const toldIn = ({ formula, definition, now, before, reading }: Column): string => {
  const parts = partsOf(formula).length;
  const mine = totalOf(now, parts);
  const looksBack = before !== null && reading === undefined && !hasMoney(mine);
  return currencyOf(formula, definition, looksBack ? totalOf(before, parts) : mine);
};

/**
 * The figures of one metric: one a row, ranked among each other, and that of the whole. By progress where anything has a target, else by value.
 * Last year's is not told where its money stands in other currencies.
 */
export const columnOf = (
  column: Column,
  rows: readonly RowKeys[],
): { readonly rows: readonly Figure[]; readonly whole: Figure; readonly currency: string } => {
  const { formula, definition, now, before, targetOf, due, open, reading } = column;
  const { rounding } = definition;
  const parts = partsOf(formula).length;
  const currency = toldIn(column);
  const totals = (tallies: Tallies, row: RowKeys | null): readonly Tally[] =>
    totalOf(row === null ? tallies : within(tallies, row), parts);
  const measured = (tallies: Tallies, row: RowKeys | null): Measured =>
    measuredBy(formula, definition, totals(tallies, row).map(countedOf), currency);
  const lastYear = (row: RowKeys | null): Measured | null =>
    before === null || (reading === undefined && isElsewhere(formula, currency, totals(before, row), definition))
      ? null
      : measured(before, row);
  const counted = (row: RowKeys | null): Counted => {
    const mine = measured(now, row);
    const target = targetOf(row);
    const progress = progressOf(mine, target?.value ?? null);
    return { now: mine, before: lastYear(row), target, progress };
  };
  const figureOf = (one: Counted, row: RowKeys | null, rank: number | null): Figure => ({
    value: shown(one.now, rounding),
    previous: one.before === null ? null : shown(one.before, rounding),
    yearOnYear: one.before === null ? null : growthOf(one.now, one.before, rounding),
    target: one.target === null ? null : shownTarget(one.target),
    progress: ratioOf(one.progress, rounding),
    shortfall: shortfallOf(one.progress, due, rounding),
    rank,
    open: open(row),
  });
  const all = rows.map(counted);
  const measures = all.some(({ target }) => target !== null)
    ? all.map(({ progress }) => progress)
    : all.map((one) => exact(one.now));
  const ranks = ranksOf(measures, compareFractions, ({ numerator }) => numerator === 0n);
  return {
    rows: all.map((one, index) => figureOf(one, rows[index]!, ranks[index]!)),
    whole: figureOf(counted(null), null, null),
    currency,
  };
};

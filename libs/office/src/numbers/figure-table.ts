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
import { addTallies, NOTHING, type Tally } from '#projections';
import {
  countedOf,
  currencyOf,
  exact,
  growthOf,
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

/** The figures of one metric: one a row, ranked among each other, and that of the whole. By progress where anything has a target, else by value. */
export const columnOf = (
  { formula, definition, now, before, targetOf, due, open }: Column,
  rows: readonly RowKeys[],
): { readonly rows: readonly Figure[]; readonly whole: Figure } => {
  const { rounding } = definition;
  const parts = partsOf(formula).length;
  const currency = currencyOf(formula, definition, totalOf(now, parts));
  const measured = (tallies: Tallies, row: RowKeys | null): Measured =>
    measuredBy(
      formula,
      definition,
      totalOf(row === null ? tallies : within(tallies, row), parts).map(countedOf),
      currency,
    );
  const counted = (row: RowKeys | null): Counted => {
    const mine = measured(now, row);
    const target = targetOf(row);
    const progress = progressOf(mine, target?.value ?? null);
    return { now: mine, before: before === null ? null : measured(before, row), target, progress };
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
  };
};

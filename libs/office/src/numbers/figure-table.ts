import { compareFractions, ranksOf, ratioOf, type Fraction, type MetricKey, type Rounding, type Target } from '#domain';
import { addTallies, NOTHING, type Tallies, type Tally } from '#projections';
import {
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
import type { RowKeys } from './rows-by.ts';
import { exactTarget } from './targets-known.ts';
import { shownTarget } from './targets-beside.ts';

export type Figures = Readonly<Partial<Record<MetricKey, Figure>>>;

/** What a column of figures is made from: one metric, this year's and last year's tallies by written key, and the targets. */
export interface Column {
  readonly metric: MetricKey;
  readonly now: Tallies;
  readonly before: Tallies;
  readonly targetOf: (row: RowKeys | null) => Target | null; // null: of the whole
  readonly due: Fraction; // the share of the year that has passed
  readonly rounding: Rounding;
  readonly open: (row: RowKeys | null) => string;
}

interface Counted {
  readonly now: Measured;
  readonly before: Measured;
  readonly target: Target | null;
  readonly progress: Fraction | null;
}

export const totalOf = (tallies: Tallies, parts: number): readonly Tally[] =>
  [...tallies.values()].reduce<readonly Tally[]>(
    (total, one) => total.map((tally, index) => addTallies(tally, one[index]!)),
    Array.from({ length: parts }, () => NOTHING),
  );

const within = (tallies: Tallies, { written }: RowKeys): Tallies =>
  new Map(written.flatMap((key) => (tallies.has(key) ? [[key, tallies.get(key)!] as const] : [])));

/** The figures of one metric: one a row, ranked among each other, and that of the whole. By progress where anything has a target, else by value. */
export const columnOf = (
  { metric, now, before, targetOf, due, rounding, open }: Column,
  rows: readonly RowKeys[],
): { readonly rows: readonly Figure[]; readonly total: Figure } => {
  const parts = partsOf(metric).length;
  const whole = totalOf(now, parts);
  const currency = currencyOf(metric, whole);
  const counted = (row: RowKeys | null): Counted => {
    const tallies = row === null ? [now, before] : [within(now, row), within(before, row)];
    const [mine, lastYears] = tallies.map((one) => measuredBy(metric, totalOf(one, parts), currency));
    const target = targetOf(row);
    const progress = progressOf(mine!, target === null ? null : exactTarget(target.value));
    return { now: mine!, before: lastYears!, target, progress };
  };
  const figureOf = (one: Counted, row: RowKeys | null, rank: number | null): Figure => ({
    value: shown(one.now, rounding),
    previous: shown(one.before, rounding),
    yearOnYear: growthOf(one.now, one.before, rounding),
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
    total: figureOf(counted(null), null, null),
  };
};

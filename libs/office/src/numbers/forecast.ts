import {
  addDays,
  DICTIONARY,
  METRICS,
  moneyOf,
  START_REASONS,
  type Money,
  type Sentence,
  type StartReason,
} from '#domain';
import type { Caller } from '#identity';
import { expectedMonths, expectedStarts, usualTimeToStart, type ExpectedStart } from '#projections';
import type { Office } from '../office.ts';
import { partsOf } from './figure.ts';
import { keptTallies } from './kept-tallies.ts';
import type { FiguresQuery } from './queries.ts';
import { figuresAsked, periodOf, standing, type Standing } from './question.ts';

type Because = Readonly<Partial<Record<StartReason, number>>>;

interface ForecastRow {
  readonly month: string;
  readonly count: number;
  readonly amount: Money;
  readonly because: Because;
}
/** Starts that are expected in a period, month by month, with what has started in it already and what is expected no more. */
export interface Forecast extends Standing {
  readonly usualDays: number | null; // from signing to start
  readonly started: string;
  readonly rows: readonly ForecastRow[];
  readonly total: { readonly count: number; readonly amount: Money };
  readonly notExpected: { readonly count: number; readonly because: Because };
  readonly reasons: Readonly<Record<StartReason, Sentence>>;
  readonly projects: readonly ExpectedStart[];
}

const CNY = 'CNY';
const PROJECTS_SHOWN = 500;
type Months = Awaited<ReturnType<typeof expectedMonths>>;

const reasonsOf = (some: Months): Because =>
  Object.fromEntries(
    START_REASONS.flatMap((reason) => {
      const count = some.filter((one) => one.reason === reason).reduce((sum, one) => sum + one.count, 0);
      return count === 0 ? [] : [[reason, count] as const];
    }),
  );
const countOf = (some: Months): number => some.reduce((sum, { count }) => sum + count, 0);
const amountOf = (some: Months): Money =>
  moneyOf(
    some.reduce((sum, { fen }) => sum + (fen.get(CNY) ?? 0n), 0n),
    CNY,
  );

/** A period that is over is foretold from the day before it began: what came of it is known to the figures. */
const foretoldFrom = (office: Office, { period, asOf }: FiguresQuery): Pick<FiguresQuery, 'asOf'> => {
  if (asOf !== undefined) return { asOf };
  const { from, to } = periodOf(period);
  return to < office.today() ? { asOf: addDays(from, -1) } : {};
};

/** Which starts are expected in a period, and why. `most`: projects listed, null for all. Throws as `figuresAsked`. */
export const forecast = async (
  office: Office,
  caller: Caller,
  query: FiguresQuery,
  most: number | null = PROJECTS_SHOWN,
): Promise<Forecast> => {
  const asked = await figuresAsked(office, caller, { ...query, ...foretoldFrom(office, query) }, null);
  const { question } = asked;
  const { pool } = office;
  const usual = await usualTimeToStart(pool, question);
  const all = await expectedMonths(pool, question, usual);
  const within = all.filter(
    ({ month }) =>
      month !== null && month >= question.period.from.slice(0, 7) && month <= question.period.to.slice(0, 7),
  );
  const none = all.filter(({ month }) => month === null);
  const started = (await keptTallies(office, partsOf(METRICS.started), question)).get('')?.[0]?.count ?? 0n;
  return {
    ...standing(asked),
    usualDays: usual,
    started: String(started),
    rows: [...new Set(within.map(({ month }) => month!))].map((month) => {
      const mine = within.filter((one) => one.month === month);
      return { month, count: countOf(mine), amount: amountOf(mine), because: reasonsOf(mine) };
    }),
    total: { count: countOf(within), amount: amountOf(within) },
    notExpected: { count: countOf(none), because: reasonsOf(none) },
    reasons: DICTIONARY.startReasons,
    projects: await expectedStarts(pool, question, usual, most),
  };
};

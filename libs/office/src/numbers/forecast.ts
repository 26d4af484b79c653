import {
  addDays,
  DICTIONARY,
  METRICS,
  moneyOf,
  roundedToWhole,
  START_REASONS,
  type Definition,
  type Money,
  type Sentence,
  type StartReason,
} from '#domain';
import type { Caller } from '#identity';
import {
  addTallies,
  expectedMonths,
  expectedStarts,
  NOTHING,
  usualTimeToStart,
  type ExpectedStart,
  type Tally,
} from '#projections';
import type { Office } from '../office.ts';
import { amountIn, countedOf, partsOf } from './figure.ts';
import { keptTallies } from './kept-tallies.ts';
import { conversionNotes, otherMoney } from './money-notes.ts';
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
  /** Money that stands in another currency, and by which rates some was told in 元. */
  readonly notes: readonly string[];
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
const sumOf = (some: Months): Tally =>
  some.reduce((sum, { count, fen }) => addTallies(sum, { count: BigInt(count), fen }), NOTHING);
const toldOf = (some: Months, definition: Definition): { readonly count: number; readonly amount: Money } => {
  const sum = sumOf(some);
  const amount = moneyOf(roundedToWhole(amountIn(CNY, countedOf(sum), definition)), CNY);
  return { count: Number(sum.count), amount };
};

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
  const { asOf, definition } = question;
  // A day that is over has brought its starts: what is expected begins with the next one.
  const ahead = asOf.day < office.today() ? addDays(asOf.day, 1) : asOf.day;
  const from = { ahead, usual: await usualTimeToStart(pool, question) };
  const [all, projects, tallies] = await Promise.all([
    expectedMonths(pool, question, from),
    expectedStarts(pool, question, from, most),
    keptTallies(office, partsOf(METRICS.started), question),
  ]);
  const within = all.filter(({ month }) => month !== null);
  const none = all.filter(({ month }) => month === null);
  const whole = sumOf(within);
  return {
    ...standing(asked),
    usualDays: from.usual,
    started: String(tallies.get('')?.[0]?.count ?? 0n),
    rows: [...new Set(within.map(({ month }) => month!))].map((month) => {
      const mine = within.filter((one) => one.month === month);
      return { month, ...toldOf(mine, definition), because: reasonsOf(mine) };
    }),
    total: toldOf(within, definition),
    notExpected: { count: toldOf(none, definition).count, because: reasonsOf(none) },
    reasons: DICTIONARY.startReasons,
    projects,
    notes: [...otherMoney('started-amount', CNY, whole, definition), ...conversionNotes(definition, [whole])],
  };
};

import { addMonths, DEFAULT_DEFINITION, METRICS, moneyOf, yearEarlier, type IsoDate, type Money } from '#domain';
import { inSnapshot } from '#database';
import {
  countBins,
  listNamed,
  momentOf,
  weeksAhead,
  type Bin,
  type Condition,
  type CountedBin,
  type RowsAsked,
  type Tally,
} from '#projections';
import type { Asking, Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { condition } from '../lists/condition.ts';
import { keptTallies } from '../numbers/kept-tallies.ts';
import { instantPosition } from '../projects/instant.ts';
import { stillStanding } from './kept-answers.ts';
import { backlogAges, backlogYears, FIVE_LISTS, STEPS, type OpenBin } from './bins-of-day.ts';
import type { Cockpit, CockpitMonth } from './cockpit.ts';
import type { CockpitQuery } from './queries.ts';

const WEEKS = 5;
const MONTHS = 13; // a year, and the month that it is compared with

const binOf = ({ list, where }: OpenBin): Bin => ({ list: listNamed(list)!, where: where.map(condition) });

const amounts = ({ fen }: Tally): readonly Money[] => [...fen].map(([currency, sum]) => moneyOf(sum, currency));

/** So many months up to a day, by the same parts as the figures. */
const monthsOf = async (
  { office }: Asking,
  { asOf, scope, where }: RowsAsked,
  count: number,
): Promise<readonly CockpitMonth[]> => {
  const from = addMonths(`${asOf.day.slice(0, 7)}-01` as IsoDate, 1 - count);
  const parts = [METRICS['signed-amount'].value, METRICS.started.value, METRICS['domestic-arrived'].value];
  const period = { name: `${from}..${asOf.day}`, from, to: asOf.day };
  const found = await keptTallies(office, parts, {
    period,
    definition: DEFAULT_DEFINITION,
    asOf,
    scope,
    where,
    by: 'month',
  });
  return Array.from({ length: count }, (_, index): CockpitMonth => {
    const month = addMonths(from, index).slice(0, 7);
    const [signed, started, arrivals] = found.get(month) ?? [];
    return {
      month,
      signed: Number(signed?.count ?? 0),
      signedAmount: signed === undefined ? [] : amounts(signed),
      started: Number(started?.count ?? 0),
      domesticArrived: arrivals === undefined ? [] : amounts(arrivals),
    };
  });
};

const found = async (asking: Asking, wanted: bigint | null, asked: CockpitQuery, where: readonly Condition[]) => {
  const { office, scope } = asking;
  const day = asked.asOf ?? office.today();
  const bins = {
    live: [{ list: 'live', where: [] }],
    lists: FIVE_LISTS,
    years: backlogYears(day),
    ages: backlogAges(day),
    steps: STEPS,
  };
  const all: readonly OpenBin[] = Object.values(bins).flat();
  const stock = await inSnapshot(office.pool, async (tx) => {
    const { position, asked: known } = await momentOf(tx, wanted);
    const rows: RowsAsked = { asOf: { day, position: known }, scope, where };
    return { position, counted: await countBins(tx, all.map(binOf), rows), weeks: await weeksAhead(tx, rows, WEEKS) };
  });
  const counted = new Map(all.map((bin, index) => [bin, stock.counted[index]!]));
  const withNumbers = <Of extends OpenBin>(of: readonly Of[]): readonly (Of & CountedBin)[] =>
    of.map((bin) => ({ ...bin, ...counted.get(bin)! }));
  const [before] = await monthsOf(asking, { asOf: { day: yearEarlier(day), position: wanted }, scope, where }, 1);
  return {
    asOf: day,
    asKnown: asked.asKnown ?? office.now().toISOString(),
    position: Number(stock.position),
    live: withNumbers(bins.live)[0]!,
    lists: withNumbers(bins.lists),
    backlogYears: withNumbers(bins.years),
    backlogAges: withNumbers(bins.ages),
    steps: withNumbers(bins.steps),
    weeks: stock.weeks,
    months: await monthsOf(asking, { asOf: { day, position: wanted }, scope, where }, MONTHS),
    sameDays: { ...before!, to: yearEarlier(day) },
  };
};

/** The cockpit as its asker may see it. Found once for as long as nothing new is recorded and no other rules lay the rows. */
export const showCockpit: Question<CockpitQuery, Cockpit> = {
  look: ({ asOf, asKnown }) =>
    asOf === undefined && asKnown === undefined ? null : lookAt('list', 'cockpit', { asOf, asKnown }),
  answer: async (asking, asked) => {
    const { office, scope } = asking;
    await office.numbers.catchUp();
    const names = await office.organisation.names();
    const below = asked.unit === undefined ? null : (names.subtree(asked.unit) ?? [asked.unit]);
    const where: readonly Condition[] = [
      ...(below === null ? [] : [{ field: 'unit', is: below }]),
      ...(asked.leader === undefined ? [] : [{ field: 'responsible', is: asked.leader }]),
    ];
    const wanted = await instantPosition(office.store, asked.asKnown);
    const { position, edition } = await office.projects.standing();
    const answer = await office.cockpit(
      edition,
      JSON.stringify([scope, asked, where, asked.asOf ?? office.today()]),
      () => found(asking, wanted, asked, where),
    );
    return wanted === null ? stillStanding(answer, Number(position)) : answer;
  },
};

import type { Pool } from 'pg';
import { fenOf, threeYears, type IsoDate, type Money, type StartReason } from '#domain';
import { values, type Values } from '../lists/list-filter.ts';
import { countedSql, titleSql, type CountedSql } from './counted-rows.ts';
import type { StaysAsked } from './phase-stays.ts';

/** What is expected from. `ahead`: the first day that lies ahead; `usual`: see usualTimeToStart. */
interface ExpectedFrom {
  readonly ahead: IsoDate;
  readonly usual: number | null;
}

interface ExpectedMonth {
  readonly month: string | null; // null: none is expected
  readonly reason: StartReason;
  readonly count: number;
  readonly fen: ReadonlyMap<string, bigint>;
}
export interface ExpectedStart {
  readonly project: { readonly id: string; readonly code: string; readonly name: string };
  readonly signedOn: IsoDate;
  readonly expected: IsoDate | null;
  readonly reason: StartReason;
  readonly contracted: Money | null;
}

/** The usual time from signing to start in days: the middle one of those that started in the three years up to the day; null where none did. */
export const usualTimeToStart = async (pool: Pool, asked: StaysAsked): Promise<number | null> => {
  const collected = values();
  const { from: projects, day } = await countedSql(pool, asked, collected);
  const { from } = threeYears({ name: '', from: asked.asOf.day, to: asked.asOf.day });
  const { rows } = await pool.query<{ days: number | null }>(
    `select percentile_disc(0.5) within group (order by start_on - signed_on) as days from ${projects} as project
     where start_on >= signed_on and start_on between ${collected.value(from)}::date and ${day}`,
    collected.list,
  );
  return rows[0]?.days ?? null;
};

/** Projects that are signed and not started, each with the day expected and why. */
const expectedSql = ({ from: projects }: CountedSql, { ahead, usual }: ExpectedFrom, collected: Values): string => {
  const first = `${collected.value(ahead)}::date`;
  const byTime = `signed_on + ${collected.value(usual)}::integer`;
  const ways = [
    ['on-hold', 'on_hold', 'null::date'],
    ['reported', 'start_reported_on is not null', first],
    ['planned', `planned_start >= ${first}`, 'planned_start'],
    ['agreed', `agreed_start >= ${first}`, 'agreed_start'],
    ['usual-time', `${byTime} >= ${first}`, byTime],
    ['overdue', 'true', 'null::date'],
  ] as const satisfies readonly (readonly [StartReason, string, string])[];
  const choose = (at: 0 | 2): string =>
    `case ${ways.map((way) => `when ${way[1]} then ${at === 0 ? `'${way[0]}'` : way[2]}`).join(' ')} end`;
  return `(select project_id, code, signed_on, contracted, currency, ${choose(0)} as reason, ${choose(2)} as expected
    from ${projects} as project where phase = 'signing') as e`;
};

/** Within the period or not at all: a start that is expected before it or after it is another period's. */
const withinSql = ({ period }: StaysAsked, collected: Values): string =>
  `(expected is null or expected between ${collected.value(period.from)}::date and ${collected.value(period.to)}::date)`;

/** Months and reasons of the starts expected in the period, counted; those for which nothing is expected as well. */
export const expectedMonths = async (
  pool: Pool,
  asked: StaysAsked,
  from: ExpectedFrom,
): Promise<readonly ExpectedMonth[]> => {
  const collected = values();
  const sql = expectedSql(await countedSql(pool, asked, collected), from, collected);
  const { rows } = await pool.query<{
    month: string | null;
    reason: StartReason;
    currency: string | null;
    count: string;
    sum: string | null;
  }>(
    `select to_char(expected, 'YYYY-MM') as month, reason, currency, count(*) as count, sum(contracted)::text as sum
     from ${sql} where ${withinSql(asked, collected)} group by 1, 2, 3 order by 1 nulls last, 2`,
    collected.list,
  );
  const found = new Map<string, ExpectedMonth>();
  for (const { month, reason, currency, count, sum } of rows) {
    const key = `${month} ${reason}`;
    const before = found.get(key) ?? { month, reason, count: 0, fen: new Map<string, bigint>() };
    const fen = sum === null ? before.fen : new Map(before.fen).set(currency ?? 'CNY', fenOf(sum));
    found.set(key, { ...before, count: before.count + Number(count), fen });
  }
  return [...found.values()];
};

/** The projects themselves, the next ones first; those for which nothing is expected come last. */
export const expectedStarts = async (
  pool: Pool,
  asked: StaysAsked,
  from: ExpectedFrom,
  limit: number | null,
): Promise<readonly ExpectedStart[]> => {
  const collected = values();
  const counted = await countedSql(pool, asked, collected);
  const sql = expectedSql(counted, from, collected);
  const { rows } = await pool.query<{
    id: string;
    code: string;
    name: string;
    signed: IsoDate;
    expected: IsoDate | null;
    reason: StartReason;
    contracted: string | null;
    currency: string | null;
  }>(
    `select project_id as id, code, ${titleSql(counted, 'page.project_id')} as name, signed_on::text as signed, expected::text as expected, reason,
       contracted::text as contracted, currency
     from (select * from ${sql}
       where ${withinSql(asked, collected)}
       order by expected nulls last, code, project_id limit ${collected.value(limit)}) as page
     order by page.expected nulls last, code, project_id`,
    collected.list,
  );
  return rows.map(({ id, code, name, signed, expected, reason, contracted, currency }) => ({
    project: { id, code, name },
    signedOn: signed,
    expected,
    reason,
    contracted: contracted === null ? null : { amount: contracted, currency: currency ?? 'CNY' },
  }));
};

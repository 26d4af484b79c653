import type { Pool } from 'pg';
import { fenOf, fraction, type Fraction, type Part } from '#domain';
import { values } from '../lists/list-filter.ts';
import { COUNTED_TABLE } from '../projects/counted-table.ts';
import { countedSql } from './counted-rows.ts';
import { DAY } from './dimensions.ts';
import { amountSql, partSql } from './parts-sql.ts';
import { sourceOf, type FigureQuestion } from './tally.ts';

/** What of a part falls to a unit by the time in which it held the projects: a sum over projects of `share` × one, and × the amount in 分. */
export interface HeldShare {
  readonly unit: string | null; // as it is written
  readonly share: Fraction; // of the days from registration to the fact, both included
  readonly count: bigint;
  readonly currency: string;
  readonly fen: bigint;
}

/** Who held the project of a row `c`, and for how many days. */
const heldDays = (known: string): string =>
  `select unit, sum(least(to_day, c.until + 1) - greatest(from_day, c.since))::integer as days
   from ${COUNTED_TABLE} where project_id = c.project and ${known} and from_day <= c.until and to_day > c.since
   group by unit`;

/**
 * A part told apart by who held its projects how long (libs/domain/README.md, "Boards"): from the registration to the day of the fact that counts, of
 * a stock to the day asked for. Cost: the rows of the projects counted.
 */
export const heldShares = async (pool: Pool, part: Part, question: FigureQuestion): Promise<readonly HeldShare[]> => {
  const collected = values();
  const rowsAsked = await countedSql(pool, question, collected, part.of);
  const { known, day } = rowsAsked;
  const counted = partSql(part, { ...question, known }, collected);
  const until = part.of === 'backlog' ? day : DAY[part.of];
  const currency = part.of === 'arrival' ? 'a.currency' : 'r.currency';
  const { rows } = await pool.query<{
    unit: string | null;
    days: number;
    total: string;
    currency: string | null;
    count: string;
    amount: string | null;
  }>(
    `select unit, days, total, currency, count(*) as count, sum(amount)::text as amount from (
       select held.unit, held.days, sum(held.days) over (partition by c.at) as total, c.currency, c.amount
       from (
         select row_number() over () as at, r.project_id as project, ${currency} as currency, ${amountSql(part, question.definition)} as amount,
           r.registered_on as since, ${until} as until, r.unit as own
         from ${sourceOf(part.of, rowsAsked)} where ${counted}
       ) as c
       cross join lateral (${part.of === 'outreach' ? 'select c.own as unit, 1 as days' : heldDays(known)}) as held
     ) as one
     where days > 0 and ${day} is not null
     group by unit, days, total, currency`,
    collected.list,
  );
  return rows.map((row) => ({
    unit: row.unit,
    share: fraction(BigInt(row.days), BigInt(row.total))!,
    count: BigInt(row.count),
    currency: row.currency ?? 'CNY',
    fen: row.amount === null ? 0n : fenOf(row.amount),
  }));
};

import type { Pool, PoolClient } from 'pg';
import { sumByCurrency, type Colour, type Money } from '#domain';
import { colourOn } from '../lists/colour-on.ts';
import { conditionSql, values, type Condition } from '../lists/list-filter.ts';
import { isOpen, questionSql, type AsOf } from '../lists/list-question.ts';
import type { ListDefinition } from '../lists/lists.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import type { Scope } from '../projects/seen.ts';

/** A list, or a part of it, whose numbers are wanted. They are counted by the conditions by which the list is shown, so that they are the same numbers. */
export interface Bin {
  readonly list: ListDefinition;
  readonly where: readonly Condition[];
}

/** How many projects, and their contracted amount, each currency apart. */
export interface Counted {
  readonly total: number;
  readonly contracted: readonly Money[];
}
export interface CountedBin extends Counted {
  readonly colours: Readonly<Record<Colour, Counted>>;
}

/** Which rows: of when, seen by whom, narrowed to what. */
export interface RowsAsked {
  readonly asOf: AsOf;
  readonly scope: Scope;
  readonly where: readonly Condition[];
}

interface Tallied {
  readonly bin: number;
  readonly colour: Colour | null;
  readonly currency: string | null;
  readonly count: string;
  readonly contracted: string | null;
}

const counted = (rows: readonly Tallied[]): Counted => ({
  total: rows.reduce((sum, { count }) => sum + Number(count), 0),
  contracted: sumByCurrency(
    rows.flatMap(({ currency, contracted: amount }) =>
      currency === null || amount === null ? [] : [{ amount, currency }],
    ),
  ),
});

/** The numbers of many bins in one pass over the projects. Throws UnknownField. */
export const countBins = async (
  on: Pool | PoolClient,
  bins: readonly Bin[],
  { asOf, scope, where }: RowsAsked,
): Promise<readonly CountedBin[]> => {
  const collected = values();
  const { known, span, rest, day } = questionSql({ asOf, scope }, await isOpen(on, asOf), where, collected);
  const belongs = bins.map(({ list, where: part }, index) => {
    const conditions = [...list.where, ...part].map((one) => conditionSql(one, asOf.day, day, collected));
    return `case when ${conditions.join(' and ') || 'true'} then ${index} end`;
  });
  const { rows } = await on.query<Tallied>(
    `select bin, colour, currency, count(*) as count, sum(contracted)::text as contracted from (
       select ${colourOn(day)} as colour, currency, contracted, array[${belongs.join(', ')}]::integer[] as bins
       from ${PROJECT_TABLE} where ${known} and ${span} and ${rest}
     ) as project cross join unnest(bins) as bin where bin is not null group by 1, 2, 3`,
    collected.list,
  );
  return bins.map((_bin, index) => {
    const mine = rows.filter(({ bin }) => bin === index);
    const of = (colour: Colour): Counted => counted(mine.filter((row) => row.colour === colour));
    return {
      ...counted(mine),
      colours: {
        green: of('green'),
        blue: of('blue'),
        yellow: of('yellow'),
        orange: of('orange'),
        red: of('red'),
      },
    };
  });
};

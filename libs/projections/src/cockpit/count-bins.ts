import type { Pool, PoolClient } from 'pg';
import { sumByCurrency, type Colour, type Money } from '#domain';
import { colourOn } from '../lists/colour-on.ts';
import { conditionSql, values, type Condition } from '../lists/list-filter.ts';
import { isOpen, rowsSql, type AsOf } from '../lists/list-question.ts';
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
  readonly bins: readonly (number | null)[]; // in which these rows are
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

/** What few rows meet and an index of its own knows (project-table.ts); the columns that all others look at stand in one index together. */
const isRare = (condition: Condition): boolean =>
  'plannedSigning' in condition ||
  ('field' in condition && (condition.field === 'tags' || (condition.field === 'warnings' && 'known' in condition)));

interface Numbered extends Bin {
  readonly number: number;
}

/** One pass over the rows that some of these bins hold; `only`: those of one bin. */
const tallied = async (
  on: Pool | PoolClient,
  bins: readonly Numbered[],
  { asOf, scope, where }: RowsAsked,
  only: readonly Condition[],
): Promise<readonly Tallied[]> => {
  const collected = values();
  const narrowed = [...where, ...only];
  const { known, span, rest, day } = rowsSql({ asOf, scope }, await isOpen(on, asOf), narrowed, collected);
  const belongs = bins.map(({ list, where: part, number }) => {
    const conditions = [...list.where, ...part].map((one) => conditionSql(one, asOf.day, day, collected));
    return `case when ${conditions.join(' and ') || 'true'} then ${number} end`;
  });
  const { rows } = await on.query<Tallied>(
    `select array[${belongs.join(', ')}]::integer[] as bins, ${colourOn(day)} as colour, currency, count(*) as count, sum(contracted)::text as contracted
     from ${PROJECT_TABLE} where ${known} and ${span} and ${rest} group by 1, 2, 3`,
    collected.list,
  );
  return rows;
};

/** The numbers of many bins: in one pass over the projects, but for those that few projects meet. Throws UnknownField. */
export const countBins = async (
  on: Pool | PoolClient,
  bins: readonly Bin[],
  asked: RowsAsked,
): Promise<readonly CountedBin[]> => {
  const numbered = bins.map((bin, number): Numbered => ({ ...bin, number }));
  const rare = numbered.filter(({ list }) => list.where.some(isRare));
  const rows = [
    ...(await tallied(
      on,
      numbered.filter((bin) => !rare.includes(bin)),
      asked,
      [],
    )),
  ];
  for (const bin of rare) rows.push(...(await tallied(on, [bin], asked, bin.list.where)));
  return bins.map((_bin, index) => {
    const mine = rows.filter(({ bins: held }) => held.includes(index));
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

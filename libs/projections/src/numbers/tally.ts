import type { Pool } from 'pg';
import { fenOf, type Definition, type Part, type Period } from '#domain';
import { values, type Condition, type Values } from '../lists/list-filter.ts';
import { isOpen, questionSql, type AsOf } from '../lists/list-question.ts';
import type { Scope } from '../projects/seen.ts';
import { LATEST } from '../projects/project-table.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { ARRIVAL_TABLE } from './arrival-table.ts';
import { keySql, type Dimension } from './dimensions.ts';
import { amountSql, partSql } from './parts-sql.ts';

/** A question for figures: of which days, as of when, as known when, by whom it may be seen, and told apart by what. */
export interface FigureQuestion {
  readonly period: Period;
  readonly definition: Definition;
  readonly asOf: AsOf;
  readonly scope: Scope;
  readonly where: readonly Condition[];
  readonly by: Dimension | null;
}

/** How many, and how much in each currency, in 分. */
export interface Tally {
  readonly count: bigint;
  readonly fen: ReadonlyMap<string, bigint>;
}
export const NOTHING: Tally = { count: 0n, fen: new Map() };

export const addTallies = (a: Tally, b: Tally): Tally => {
  const fen = new Map(a.fen);
  for (const [currency, amount] of b.fen) fen.set(currency, (fen.get(currency) ?? 0n) + amount);
  return { count: a.count + b.count, fen };
};

/** Key of the dimension (null where a project has none) → what each part makes there. */
export type Tallies = ReadonlyMap<string | null, readonly Tally[]>;

/** The rows that a part is made of, and which versions of rows were known. */
export interface Source {
  readonly sql: string;
  readonly known: string;
}

/** Project rows `r` as they were, each with the arrivals `a` that then counted where the part is of arrivals. */
export const sourceOf = (
  of: Part['of'],
  { asOf, scope, where }: FigureQuestion,
  open: boolean,
  collected: Values,
): Source => {
  const { known, span, rest, day, position } = questionSql({ asOf, scope }, open, where, collected);
  // The day is named even where no span asks for it: a placeholder that stands nowhere has no type.
  const projects = `(select * from ${PROJECT_TABLE} where ${known} and ${span} and ${rest} and ${day} is not null) r`;
  if (of !== 'arrival') return { sql: projects, known };
  const told = position === null ? `a.to_pos = ${LATEST}` : `a.from_pos <= ${position} and a.to_pos > ${position}`;
  const arrivals = `join ${ARRIVAL_TABLE} a on a.project_id = r.project_id and ${told}
      and a.on_day <= ${day} and a.certified_on <= ${day} and coalesce(a.reversed_on > ${day}, true)`;
  return { sql: `${projects} ${arrivals}`, known };
};

const statement = (parts: readonly Part[], question: FigureQuestion, open: boolean, collected: Values): string => {
  const { of } = parts[0]!;
  const source = sourceOf(of, question, open, collected);
  const sums = parts.map((part, index) => {
    const counted = partSql(part, { ...question, known: source.known }, collected);
    const sum = `sum(${amountSql(part, question.definition)})`;
    return `count(*) filter (where ${counted}) as count${index}, (${sum} filter (where ${counted}))::text as sum${index}`;
  });
  const currency = of === 'arrival' ? 'a.currency' : 'r.currency';
  return `select ${keySql(question.by, of)} as key, ${currency} as currency, ${sums.join(', ')}
    from ${source.sql}
    group by 1, 2`;
};

const tallyOf = (row: Readonly<Record<string, string | null>>, index: number): Tally => {
  const sum = row[`sum${index}`] ?? null;
  return {
    count: BigInt(row[`count${index}`]!),
    fen: sum === null ? new Map() : new Map([[row['currency'] ?? 'CNY', fenOf(sum)]]),
  };
};

/** Parts that one pass over the projects answers; what joins arrivals, or is told apart by a day of its own, takes a pass of its own. */
const together = (parts: readonly Part[], by: Dimension | null): readonly (readonly Part[])[] => {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const pass = part.of === 'arrival' || by === 'month' ? part.of : 'projects';
    groups.set(pass, [...(groups.get(pass) ?? []), part]);
  }
  return [...groups.values()];
};

/** What each part makes, key by key: one indexed aggregate for all parts that count the same kind of thing. Throws UnknownField. */
export const tally = async (pool: Pool, parts: readonly Part[], question: FigureQuestion): Promise<Tallies> => {
  const open = await isOpen(pool, question.asOf);
  const found = new Map<string | null, Tally[]>();
  for (const group of together(parts, question.by)) {
    const collected = values();
    const { rows } = await pool.query<Record<string, string | null>>(
      statement(group, question, open, collected),
      collected.list,
    );
    for (const row of rows) {
      const key = row['key'] ?? null;
      const tallies = found.get(key) ?? parts.map(() => NOTHING);
      group.forEach((part, index) => {
        const at = parts.indexOf(part);
        tallies[at] = addTallies(tallies[at]!, tallyOf(row, index));
      });
      found.set(key, tallies);
    }
  }
  return found;
};

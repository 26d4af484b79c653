import type { Pool } from 'pg';
import { fenOf, type Definition, type Part, type Period } from '#domain';
import { values, type Values } from '../lists/list-filter.ts';
import { LATEST } from '../projects/span-writes.ts';
import { ARRIVAL_TABLE } from './arrival-table.ts';
import { belongsSql } from './belongs-sql.ts';
import { countedSql, type CountedSql, type ProjectsAsked } from './counted-rows.ts';
import { keySql, type Dimension } from './dimensions.ts';
import { amountSql, conditionsOf, rowsOf } from './parts-sql.ts';

/** A question for figures: of which days, of which projects as of when, and told apart by what. */
export interface FigureQuestion extends ProjectsAsked {
  readonly period: Period;
  readonly definition: Definition;
  readonly by: Dimension | null;
  readonly reading?: 'first' | 'second' | undefined; // as earlier releases read the log, of what was printed by them; left out: as it is read now
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

/** What a part makes at each key of the dimension (null: where a project has none) that the rows it is made of have. */
export type PartTallies = ReadonlyMap<string | null, Tally>;

/** The rows that a part is made of: outreach, or projects `r` as they were, each with the arrivals `a` that then counted where the part is of arrivals. */
export const sourceOf = (of: Part['of'], { from, day, position }: CountedSql): string => {
  if (of !== 'arrival') return `${from} r`;
  const told = position === null ? `a.to_pos = ${LATEST}` : `a.from_pos <= ${position} and a.to_pos > ${position}`;
  return `${from} r join ${ARRIVAL_TABLE} a on a.project_id = r.project_id and ${told}
      and a.on_day <= ${day} and a.certified_on <= ${day} and (a.reversed_on is null or a.reversed_on > ${day})`;
};

interface Pass {
  readonly parts: readonly Part[];
  readonly rows: readonly string[]; // the kinds of rows that the parts are made of, each once
}

/**
 * One pass over the projects: each row is asked once to which parts it belongs, a bit for each kind of rows, and what belongs to the same
 * ones is added up together. Some thousand sums come out of a hundred thousand rows, whatever the number of metrics.
 */
const statement = ({ parts, rows }: Pass, question: FigureQuestion, counted: CountedSql, collected: Values): string => {
  const [first] = parts;
  const of = first!.of;
  const belongs = rows.map((one, at) => {
    const part = parts.find((other) => rowsOf(other, question.definition) === one)!;
    return { bit: 1n << BigInt(at), conditions: conditionsOf(part, { ...question, known: counted.known }, collected) };
  });
  return `select key, currency, belongs, count(*) as count, sum(amount)::text as amount from (
      select ${keySql(question.by, of, question.definition, collected)} as key, ${of === 'arrival' ? 'a' : 'r'}.currency as currency,
        ${amountSql(first!, question.definition)} as amount, ${belongsSql(belongs)} as belongs
      from ${sourceOf(of, counted)}
    ) as row group by key, currency, belongs`;
};

interface Summed {
  readonly key: string | null;
  readonly currency: string | null;
  readonly belongs: string;
  readonly count: string;
  readonly amount: string | null;
}

const BITS = 60; // of a bigint

const OWN_ROWS: readonly Part['of'][] = ['arrival', 'outreach'];

/** Parts that one pass over the projects answers; what joins arrivals, is no project, or is told apart by a day of its own, takes a pass of its own. */
const passesOf = (parts: readonly Part[], { by, definition }: FigureQuestion): readonly Pass[] => {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const pass = OWN_ROWS.includes(part.of) || by === 'month' ? part.of : 'projects';
    groups.set(pass, [...(groups.get(pass) ?? []), part]);
  }
  return [...groups.values()].flatMap((group) => {
    const kinds = [...new Set(group.map((part) => rowsOf(part, definition)))];
    return Array.from({ length: Math.ceil(kinds.length / BITS) }, (_, at): Pass => {
      const rows = kinds.slice(at * BITS, (at + 1) * BITS);
      return { parts: group.filter((part) => rows.includes(rowsOf(part, definition))), rows };
    });
  });
};

const summed = async (pool: Pool, pass: Pass, question: FigureQuestion): Promise<readonly Summed[]> => {
  const collected = values();
  const counted = await countedSql(pool, question, collected, pass.parts[0]!.of);
  const { rows } = await pool.query<Summed>(statement(pass, question, counted, collected), collected.list);
  return rows;
};

const tallyOf = ({ currency, count, amount }: Summed): Tally => ({
  count: BigInt(count),
  fen: amount === null ? new Map() : new Map([[currency ?? 'CNY', fenOf(amount)]]),
});

/** What belongs to the kind of rows of that bit, key by key. */
const madeOf = (bit: bigint, rows: readonly Summed[]): PartTallies => {
  const found = new Map<string | null, Tally>();
  for (const row of rows) {
    const before = found.get(row.key) ?? NOTHING;
    found.set(row.key, (BigInt(row.belongs) & bit) === 0n ? before : addTallies(before, tallyOf(row)));
  }
  return found;
};

/** What each part makes, in their order. Throws UnknownField. */
export const tally = async (
  pool: Pool,
  parts: readonly Part[],
  question: FigureQuestion,
): Promise<readonly PartTallies[]> => {
  const passes = passesOf(parts, question);
  const answers = await Promise.all(passes.map((pass) => summed(pool, pass, question)));
  const made = new Map(
    passes.flatMap(({ rows }, index) => rows.map((kind, at) => [kind, madeOf(1n << BigInt(at), answers[index]!)])),
  );
  return parts.map((part) => made.get(rowsOf(part, question.definition))!);
};

import type { Pool, PoolClient } from 'pg';
import { PHASES, type IsoDate } from '#domain';
import { cellsAt, dayNumber, DAYS } from '../projects/cells.ts';
import { conditionSql, gramsSql, type Condition, type Values } from './list-filter.ts';
import type { ListDefinition } from './lists.ts';
import { LATEST } from '../projects/span-writes.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { seenSql, seenTodaySql, type Scope } from '../projects/seen.ts';

/** Both time axes of a question: as it was on business day `day`, as known at log position `position` (null: everything known so far). */
export interface AsOf {
  readonly day: IsoDate;
  readonly position: bigint | null;
}

export interface ListQuestion {
  readonly list: ListDefinition;
  readonly asOf: AsOf;
  readonly scope: Scope;
  readonly where?: readonly Condition[];
  readonly order?: readonly string[]; // by these fields first, `-field` downwards; then the worst first
  readonly limit?: number | null; // null: every row
  readonly after?: string | null; // cursor of the page before
}

/** `known` and `span` are the two times, `rest` the scope and the conditions; `day` and `position` are placeholders. */
export interface QuestionSql {
  readonly known: string;
  readonly span: string;
  readonly rest: string;
  readonly day: string;
  readonly position: string | null;
}

/** Whether no row known now begins after the day asked for: the open rows are then the answer, and their small index serves it. */
export const isOpen = async (on: Pool | PoolClient, { day, position }: AsOf): Promise<boolean> => {
  if (position !== null) return false;
  const { rows } = await on.query<{ latest: string }>(
    `select from_day::text as latest from ${PROJECT_TABLE} where to_pos = ${LATEST} and to_day = 'infinity' order by from_day desc limit 1`,
  );
  return rows[0] === undefined || rows[0].latest <= day;
};

/** The parts of a question's where-clause, made of `conditions`: the list's own and the asker's. Throws UnknownField. */
export const questionSql = (
  { asOf, scope }: Pick<ListQuestion, 'asOf' | 'scope'>,
  open: boolean,
  conditions: readonly Condition[],
  collected: Values,
): QuestionSql => {
  const { value } = collected;
  const day = `${value(asOf.day)}::date`;
  const position = asOf.position === null ? null : `${value(String(asOf.position))}::bigint`;
  return {
    known: position === null ? `to_pos = ${LATEST}` : `from_pos <= ${position} and to_pos > ${position}`,
    span: open ? `to_day = 'infinity'` : `from_day <= ${day} and to_day > ${day}`,
    rest: [
      open ? seenSql(scope, collected, PROJECT_TABLE) : seenTodaySql(scope, collected, 'project_id'),
      ...conditions.map((condition) => conditionSql(condition, asOf.day, day, collected)),
      ...(open ? conditions.flatMap((condition) => gramsSql(condition, collected)) : []),
    ].join(' and '),
    day,
    position,
  };
};

/**
 * Where the rows of these days lie: what is known now lies in a few cells of the phases (cells.ts); without them every row of earlier days would
 * be walked past.
 */
export const inCells = (days: readonly IsoDate[], position: bigint | null, { value }: Values): string => {
  if (position !== null) return 'true';
  const cells = new Set(days.flatMap((day) => cellsAt(DAYS, dayNumber(day)).map(String)));
  return `phase = any(${value(PHASES)}::text[]) and day_cell = any(${value([...cells])}::integer[])`;
};

/** The same for one statement over all rows of a time. */
export const rowsSql = (
  asked: Pick<ListQuestion, 'asOf' | 'scope'>,
  open: boolean,
  conditions: readonly Condition[],
  collected: Values,
): QuestionSql => {
  const sql = questionSql(asked, open, conditions, collected);
  if (open) return sql;
  const { day, position } = asked.asOf;
  return { ...sql, span: `${sql.span} and ${inCells([day], position, collected)}` };
};

/** Every condition of a question. */
export const conditionsOf = ({ list, where = [] }: ListQuestion): readonly Condition[] => [...list.where, ...where];

import type { Pool } from 'pg';
import { PHASES } from '#domain';
import { cellsAt, dayNumber, DAYS, POSITIONS } from './cells.ts';
import { colourOn, type Condition, type Values } from './list-filter.ts';
import { conditionsOf, isOpen, questionSql, type ListQuestion } from './list-question.ts';
import { LATEST, WORST_FIRST } from './project-table.ts';
import { PROJECT_TABLE } from './project-model.ts';

const TURNS = ['red_from', 'orange_from', 'yellow_from'] as const;

/** Where a page ended: the ordering values of its last row. */
export const cursorOf = (row: Readonly<Record<string, unknown>>): string =>
  Buffer.from(JSON.stringify([...TURNS.map((column) => row[column] ?? 'infinity'), row['code'], row['project_id']])).toString('base64url');

export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() { super('the cursor is not one that this list gave'); }
}

const afterSql = (cursor: string, { value }: Values): string => {
  let parts: unknown;
  try { parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')); } catch { throw new BadCursor(); }
  const dated = /^(infinity|\d{4}-\d{2}-\d{2})$/;
  if (!Array.isArray(parts) || parts.length !== 5 || !parts.every((part) => typeof part === 'string') || !parts.slice(0, 3).every((part) => dated.test(part as string))) throw new BadCursor();
  const [red, orange, yellow, code, id] = parts as string[];
  return `(${WORST_FIRST}) > (${value(red)}::date, ${value(orange)}::date, ${value(yellow)}::date, ${value(code)}::text, ${value(id)}::text)`;
};

const FEW = ['id', 'code', 'contractNo', 'nationalCode', 'creditCode', 'name'];

/** Whether a condition leaves so few rows that their own index finds them sooner than the list's order does. */
const leavesFew = (condition: Condition): boolean =>
  ('any' in condition ? condition.any.every(leavesFew) : 'contains' in condition || ('field' in condition && 'is' in condition && FEW.includes(condition.field)));

/** The phases that the conditions allow, and the conditions that say something else. */
const byPhase = (conditions: readonly Condition[]): { readonly phases: readonly string[]; readonly others: readonly Condition[] } => {
  let phases: readonly string[] = PHASES;
  const others: Condition[] = [];
  for (const condition of conditions) {
    if ('field' in condition && condition.field === 'phase' && 'is' in condition) {
      const allowed = [condition.is].flat().map(String);
      phases = phases.filter((phase) => allowed.includes(phase));
    } else others.push(condition);
  }
  return { phases, others };
};

const KEY = 'project_id, from_day, from_pos';
const ORDERING = `${KEY}, code, ${TURNS.join(', ')}`;

/**
 * A page of a past day, or as known then: the first rows of every cell in which a row of that time can lie, merged. Walking one index over all
 * times instead passes every row version that turned red before: 17,000 of them for 51 rows at 100,000 projects.
 */
const pastSql = (question: ListQuestion, after: string | null, limit: number, collected: Values): string => {
  const { value } = collected;
  const { phases, others } = byPhase(conditionsOf(question));
  const { known, span, rest, day, position } = questionSql(question, false, others, collected);
  const page = after === null ? '' : ` and ${afterSql(after, collected)}`;
  const among = `unnest(${value(phases)}::text[]) as p (one_phase)`;
  const first = (cells: string, cell: string, where: string): string => `select found.* from ${among} cross join ${cells} as c (one_cell) cross join lateral (
    select ${ORDERING} from ${PROJECT_TABLE} where phase = one_phase and ${cell} = one_cell and ${where} and ${span} and ${rest}${page} order by ${WORST_FIRST} limit ${limit}) as found`;
  const dayCells = `unnest(${value(cellsAt(DAYS, dayNumber(question.asOf.day)).map(String))}::integer[])`;
  const still = first(dayCells, 'day_cell', position === null ? known : `to_pos = ${LATEST} and from_pos <= ${position}`);
  const ceased = position === null ? '' : ` union all ${first(`unnest(${value(cellsAt(POSITIONS, question.asOf.position!).map(String))}::bigint[])`, 'known_cell', `to_pos < ${LATEST} and ${known}`)}`;
  return `select t.*, ${colourOn(day)} as colour from (select ${KEY} from (${still}${ceased}) as found order by ${WORST_FIRST} limit ${limit}) as page
    join ${PROJECT_TABLE} as t using (${KEY}) order by ${WORST_FIRST}`;
};

/** The SQL of a page of at most `limit` rows (null: all), worst first. Throws BadCursor and UnknownField. */
export const pageSql = async (pool: Pool, question: ListQuestion, after: string | null, limit: number | null, collected: Values): Promise<string> => {
  const conditions = conditionsOf(question);
  const open = await isOpen(pool, question.asOf);
  if (!open && limit !== null && !conditions.some(leavesFew)) return pastSql(question, after, limit, collected);
  const { known, span, rest, day } = questionSql(question, open, conditions, collected);
  const page = after === null ? '' : ` and ${afterSql(after, collected)}`;
  return `select *, ${colourOn(day)} as colour from ${PROJECT_TABLE} where ${known} and ${span} and ${rest}${page} order by ${WORST_FIRST}${limit === null ? '' : ` limit ${limit}`}`;
};

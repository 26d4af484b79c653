import type { Pool, PoolClient } from 'pg';
import { PHASES } from '#domain';
import { cellsAt, dayNumber, DAYS, POSITIONS, type Axis } from '../projects/cells.ts';
import { colourOn } from './colour-on.ts';
import type { Condition, Values } from './list-filter.ts';
import { afterSql } from './cursor.ts';
import { conditionsOf, isOpen, questionSql, rowsSql, type ListQuestion, type QuestionSql } from './list-question.ts';
import { orderSql, termsOf } from './order.ts';
import { WORST_FIRST } from '../projects/project-table.ts';
import { LATEST } from '../projects/span-writes.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';

const FEW = ['id', 'code', 'contractNo', 'nationalCode', 'creditCode', 'name'];

/** Whether a condition leaves so few rows that their own index finds them sooner than the list's order does. */
const leavesFew = (condition: Condition): boolean =>
  'any' in condition
    ? condition.any.every(leavesFew)
    : 'contains' in condition ||
      'search' in condition ||
      ('field' in condition && 'is' in condition && FEW.includes(condition.field));

/** The phases that the conditions allow, and the conditions that say something else. */
const byPhase = (
  conditions: readonly Condition[],
): { readonly phases: readonly string[]; readonly others: readonly Condition[] } => {
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
const ORDERING = `${KEY}, code, red_from, orange_from, yellow_from`;

/** The rows of which these are the first keys, in the order of every list. `heap`: what says where they lie, so that they are looked for nowhere else. */
const shownSql = (
  found: string,
  day: string,
  limit: number,
  heap: string,
): string => `select t.*, ${colourOn(day)} as colour from (select ${KEY} from (${found}) as found order by ${WORST_FIRST} limit ${limit}) as page
    join ${PROJECT_TABLE} as t using (${KEY}) where ${heap} order by ${WORST_FIRST}`;

/** A page of today: the first rows of each phase, found in the index that has them in the list's order, merged. In one walk the rows of all phases would be fetched and sorted. */
const openSql = (question: ListQuestion, after: string | null, limit: number, collected: Values): string => {
  const { phases, others } = byPhase(conditionsOf(question));
  const { known, span, rest, day } = questionSql(question, true, others, collected);
  const page = after === null ? '' : ` and ${afterSql(after, [], [], collected)}`;
  const first = `select found.* from unnest(${collected.value(phases)}::text[]) as p (one_phase)
    cross join lateral (select ${ORDERING} from ${PROJECT_TABLE} where phase = one_phase and ${known} and ${span} and ${rest}${page} order by ${WORST_FIRST} limit ${limit}) as found`;
  return shownSql(first, day, limit, `${known} and ${span}`);
};

/**
 * A page of a past day, or as known then: the first rows of every cell in which a row of that time can lie, merged. Walking one index over all
 * times instead passes every row version that turned red before: 17,000 of them for 51 rows at 100,000 projects.
 */
const pastSql = (question: ListQuestion, after: string | null, limit: number, collected: Values): string => {
  const { value } = collected;
  const { phases, others } = byPhase(conditionsOf(question));
  const { known, span, rest, day, position } = questionSql(question, false, others, collected);
  const page = after === null ? '' : ` and ${afterSql(after, [], [], collected)}`;
  const among = `unnest(${value(phases)}::text[]) as p (one_phase)`;
  const first = (from: string, where: string): string =>
    `select found.* from ${among} ${from} cross join lateral (select ${ORDERING} from ${PROJECT_TABLE} where phase = one_phase and ${where} and ${span} and ${rest}${page} order by ${WORST_FIRST} limit ${limit}) as found`;
  const inCells = (cells: readonly bigint[], { type }: Axis): string =>
    `cross join unnest(${value(cells.map(String))}::${type}[]) as c (one_cell)`;
  const days = inCells(cellsAt(DAYS, dayNumber(question.asOf.day)), DAYS);
  // Those of today all end never, so that one cell holds them all: no other is looked into.
  const holding = (from: string, where: string): string =>
    `${first(from, `to_pos = ${LATEST} and to_day = 'infinity' and ${where}`)}
    union all ${first(`${days} ${from}`, `to_pos = ${LATEST} and to_day < 'infinity' and day_cell = one_cell and ${where}`)}`;
  if (position === null) return shownSql(holding('', 'true'), day, limit, known);
  // What has ceased to hold since comes first: where it fills the page, the rest need only be looked at up to its last row. Most of what still holds became known later.
  const ceased = first(
    inCells(cellsAt(POSITIONS, question.asOf.position!), POSITIONS),
    `known_cell = one_cell and to_pos < ${LATEST} and ${known}`,
  );
  const still = holding(
    'cross join bound',
    `from_pos <= ${position} and (${WORST_FIRST}) <= (last_red, last_orange, last_yellow, last_code, last_id)`,
  );
  return `with ceased as materialized (select * from (${ceased}) as found order by ${WORST_FIRST} limit ${limit}),
    bound (last_red, last_orange, last_yellow, last_code, last_id) as materialized (
      select * from (select ${WORST_FIRST} from ceased order by ${WORST_FIRST} offset ${limit - 1}) as full_page union all select 'infinity', 'infinity', 'infinity', U&'\\+10FFFF', '' order by 1, 2, 3, 4, 5 limit 1)
    ${shownSql(`select * from ceased union all ${still}`, day, limit, known)}`;
};

/** A page in another order: the keys of its rows first, found where an index holds what is looked at, then the rows. */
const orderedSql = (
  { known, span, rest, day }: QuestionSql,
  order: readonly string[],
  { after, limit }: { readonly after: string | null; readonly limit: number | null },
  collected: Values,
): string => {
  const terms = termsOf(order, day);
  const page = after === null ? '' : ` and ${afterSql(after, order, terms, collected)}`;
  const keys = `select project_id, from_day, from_pos from ${PROJECT_TABLE} where ${known} and ${span} and ${rest}${page}
    order by ${orderSql(terms)}${limit === null ? '' : ` limit ${limit}`}`;
  const at = terms.map(({ sql }, index) => `, (${sql})::text as at${index}`).join('');
  return `select t.*, ${colourOn(day)} as colour${at} from (${keys}) as page join ${PROJECT_TABLE} as t using (${KEY}) where ${known} and ${span} order by ${orderSql(terms)}`;
};

/** The SQL of a page of at most `limit` rows (null: all), in the order asked for, then worst first. Throws BadCursor and UnknownField. */
export const pageSql = async (
  on: Pool | PoolClient,
  question: ListQuestion,
  after: string | null,
  limit: number | null,
  collected: Values,
): Promise<string> => {
  const { order = [] } = question;
  const conditions = conditionsOf(question);
  const open = await isOpen(on, question.asOf);
  const ordered = order.length > 0;
  if (limit !== null && !ordered && !conditions.some(leavesFew)) {
    if (!open) return pastSql(question, after, limit, collected);
    if (byPhase(conditions).phases.length < PHASES.length) return openSql(question, after, limit, collected);
  }
  const sql = rowsSql(question, open, conditions, collected);
  if (ordered || conditions.some(leavesFew)) return orderedSql(sql, order, { after, limit }, collected);
  const { known, span, rest, day } = sql;
  const page = after === null ? '' : ` and ${afterSql(after, [], [], collected)}`;
  return `select *, ${colourOn(day)} as colour from ${PROJECT_TABLE} where ${known} and ${span} and ${rest}${page} order by ${WORST_FIRST}${limit === null ? '' : ` limit ${limit}`}`;
};

import type { Pool } from 'pg';
import { monthsBetween, worstOn, type Colour, type IsoDate, type Money } from '#domain';
import { colourOn, conditionSql, FIELDS, values, type Condition, type Values } from './list-filter.ts';
import type { ListDefinition } from './lists.ts';
import { unpackClocks } from './packed-clocks.ts';
import { LATEST } from './project-table.ts';
import { PROJECT_TABLE } from './project-model.ts';
import type { UnitNames } from './units.ts';

/** Both time axes of a question: as it was on business day `day`, as known at log position `position` (null: everything known so far). */
export interface AsOf { readonly day: IsoDate; readonly position: bigint | null }

/**
 * Whose projects may be seen: all, or those held by these units (codes and names, as facts write them) and those where this person is the
 * responsible leader or the steward. Part of the SQL, never applied afterwards.
 */
export type Scope = { readonly all: true } | { readonly all: false; readonly units: readonly string[]; readonly person?: string | null };

const mineSql = (scope: Scope, { value }: Values): string => {
  if (scope.all) return 'true';
  const held = `unit = any(${value(scope.units)}::text[])`;
  if (scope.person === undefined || scope.person === null) return held;
  const person = value(scope.person);
  return `(${held} or leader = ${person}::text or steward = ${person}::text)`;
};

export interface ListQuestion {
  readonly list: ListDefinition;
  readonly asOf: AsOf;
  readonly scope: Scope;
  readonly where?: readonly Condition[];
  readonly limit?: number | null; // null: every row
  readonly after?: string | null; // cursor of the page before
}

/** A list row in the shape of cli.md, `list`. */
export interface ListRow {
  readonly id: string; readonly code: string; readonly name: string; readonly investor: string | null; readonly region: string | null;
  readonly unit: { readonly code: string | null; readonly name: string } | null; readonly phase: string;
  readonly registeredOn: IsoDate; readonly openedOn: IsoDate | null; readonly signedOn: IsoDate | null; readonly agreedStart: IsoDate | null;
  readonly startReportedOn: IsoDate | null; readonly startedOn: IsoDate | null; readonly enteredOn: IsoDate | null; readonly endedOn: IsoDate | null;
  readonly contractNo: string | null; readonly contracted: Money | null; readonly arrived: Money | null; readonly landMode: string | null;
  readonly framework: boolean; readonly onHold: boolean; readonly ageMonths: number | null;
  readonly colour: Colour | null; readonly clock: string | null; readonly alsoAtWorst: readonly string[]; readonly due: IsoDate | null; readonly daysLate: number | null;
  readonly reason: string | null; readonly responsible: string | null; readonly steward: string | null;
  readonly progressOn: IsoDate | null; readonly progress: string | null; readonly nextStep: string | null; readonly nextDate: IsoDate | null;
  readonly tags: readonly string[]; readonly warnings: readonly string[];
}

export interface ListTotals {
  readonly total: number;
  readonly sums: { readonly contracted: readonly Money[] };
  readonly colours: Readonly<Record<Colour, number>>;
}

const ORDER = ['red_from', 'orange_from', 'yellow_from'] as const;

/** Where-clause of a question: time, scope, list, the asker's own conditions. */
const whereSql = async (pool: Pool, { list, asOf, scope, where = [] }: ListQuestion, collected: Values): Promise<{ sql: string; day: string }> => {
  const { value } = collected;
  const day = `${value(asOf.day)}::date`;
  const known = asOf.position === null ? `to_pos = ${LATEST}` : `from_pos <= ${value(String(asOf.position))}::bigint and to_pos > ${value(String(asOf.position))}::bigint`;
  // Where no row known now starts after the day asked for, the open rows are the answer, and their small index serves it.
  const open = asOf.position === null && (await latestDay(pool)) <= asOf.day;
  const span = open ? `to_day = 'infinity'` : `from_day <= ${day} and to_day > ${day}`;
  const mine = mineSql(scope, collected);
  const conditions = [...list.where, ...where].map((condition) => conditionSql(condition, asOf.day, day, collected));
  return { sql: [known, span, mine, ...conditions].join(' and '), day };
};

const latestDay = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ day: string | null }>(
    `select from_day::text as day from ${PROJECT_TABLE} where to_pos = ${LATEST} order by from_day desc limit 1`);
  return rows[0]?.day ?? '0001-01-01';
};

interface Stored extends Record<string, unknown> { project_id: string; clocks: string; from_day: string }

const text = (row: Stored, column: string): string | null => (row[column] as string | null) ?? null;
const day = (row: Stored, column: string): IsoDate | null => (row[column] as IsoDate | null) ?? null;
const money = (row: Stored, column: string): Money | null => {
  const amount = text(row, column);
  return amount === null ? null : { amount, currency: text(row, 'currency') ?? 'CNY' };
};

const ageColumn = (list: ListDefinition): string => FIELDS[list.age]!.column;

const listRow = (row: Stored, list: ListDefinition, asOf: IsoDate, units: UnitNames): ListRow => {
  const worst = text(row, 'colour') === null ? null : worstOn(unpackClocks(row.clocks), asOf);
  const since = day(row, ageColumn(list)) ?? day(row, 'signed_on') ?? day(row, 'registered_on');
  return {
    id: row.project_id, code: text(row, 'code')!, name: text(row, 'title')!, investor: text(row, 'investor'), region: text(row, 'region'),
    unit: units.unitOf(text(row, 'unit')), phase: text(row, 'phase')!,
    registeredOn: day(row, 'registered_on')!, openedOn: day(row, 'opened_on'), signedOn: day(row, 'signed_on'), agreedStart: day(row, 'agreed_start'),
    startReportedOn: day(row, 'start_reported_on'), startedOn: day(row, 'start_on'), enteredOn: day(row, 'entered_on'), endedOn: day(row, 'ended_on'),
    contractNo: text(row, 'contract_no'), contracted: money(row, 'contracted'), arrived: row['arrived'] === null ? null : { amount: text(row, 'arrived')!, currency: 'CNY' },
    landMode: text(row, 'land_mode'), framework: row['framework'] === true, onHold: row['on_hold'] === true,
    ageMonths: since === null ? null : monthsBetween(since, asOf),
    colour: (text(row, 'colour') as Colour | null), clock: worst?.clock ?? null, alsoAtWorst: worst?.alsoAtWorst ?? [], due: worst?.due ?? null, daysLate: worst?.daysLate ?? null,
    reason: text(row, 'reason'), responsible: text(row, 'leader'), steward: text(row, 'steward'),
    progressOn: day(row, 'progress_on'), progress: text(row, 'progress'), nextStep: text(row, 'next_step'), nextDate: day(row, 'next_date'),
    tags: row['tags'] as string[], warnings: row['warnings'] as string[],
  };
};

const cursorOf = (row: Stored): string => Buffer.from(JSON.stringify([...ORDER.map((column) => row[column] ?? 'infinity'), row['code'], row.project_id])).toString('base64url');

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
  return `(coalesce(red_from, 'infinity'), coalesce(orange_from, 'infinity'), coalesce(yellow_from, 'infinity'), code, project_id)
    > (${value(red)}::date, ${value(orange)}::date, ${value(yellow)}::date, ${value(code)}::text, ${value(id)}::text)`;
};

/** A page of a list, worst first: what turned red first, then what turns red next. */
export const listRows = async (pool: Pool, question: ListQuestion, units: UnitNames): Promise<{ readonly rows: readonly ListRow[]; readonly next: string | null }> => {
  const collected = values();
  const { sql, day: asOfDay } = await whereSql(pool, question, collected);
  const { limit = 50, after = null } = question;
  const page = after === null ? '' : ` and ${afterSql(after, collected)}`;
  const { rows } = await pool.query<Stored>(
    `select *, ${colourOn(asOfDay)} as colour from ${PROJECT_TABLE} where ${sql}${page}
     order by ${ORDER.map((column) => `coalesce(${column}, 'infinity')`).join(', ')}, code, project_id ${limit === null ? '' : `limit ${Number(limit) + 1}`}`, collected.list);
  const shown = limit === null ? rows : rows.slice(0, limit);
  return {
    rows: shown.map((row) => listRow(row, question.list, question.asOf.day, units)),
    next: shown.length < rows.length ? cursorOf(shown.at(-1)!) : null,
  };
};

/** Count, money and colours of the whole list, whatever page is shown. */
export const listTotals = async (pool: Pool, question: ListQuestion): Promise<ListTotals> => {
  const collected = values();
  const { sql, day: asOfDay } = await whereSql(pool, question, collected);
  const { rows } = await pool.query<{ colour: Colour | null; currency: string | null; count: string; contracted: string | null }>(
    `select ${colourOn(asOfDay)} as colour, currency, count(*) as count, sum(contracted)::text as contracted from ${PROJECT_TABLE} where ${sql} group by 1, 2`, collected.list);
  const colours: Record<Colour, number> = { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 };
  const sums = new Map<string, bigint>();
  let total = 0;
  for (const { colour, currency, count, contracted } of rows) {
    total += Number(count);
    if (colour !== null) colours[colour] += Number(count);
    if (currency !== null && contracted !== null) sums.set(currency, (sums.get(currency) ?? 0n) + BigInt(contracted.replace('.', '')));
  }
  const contracted = [...sums].sort().map(([currency, fen]): Money => {
    const digits = fen.toString().padStart(3, '0');
    return { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}`, currency };
  });
  return { total, sums: { contracted }, colours };
};

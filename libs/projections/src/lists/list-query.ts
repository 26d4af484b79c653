import type { Pool, PoolClient } from 'pg';
import { monthsBetween, sumByCurrency, worstOn, type Colour, type IsoDate, type Money } from '#domain';
import { colourOn, FIELDS, values } from './list-filter.ts';
import { cursorOf, pageSql } from './list-page.ts';
import { conditionsOf, isOpen, questionSql, type ListQuestion } from './list-question.ts';
import type { ListDefinition } from './lists.ts';
import { unpackClocks } from '../projects/packed-clocks.ts';
import { PROJECT_TABLE } from '../projects/project-streams.ts';
import { LATEST } from '../projects/project-table.ts';
import type { UnitNames } from '../organisation/units.ts';

/** A list row in the shape of the API’s `List`. */
export interface ListRow {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly investor: string | null;
  readonly region: string | null;
  readonly unit: { readonly code: string | null; readonly name: string } | null;
  readonly phase: string;
  readonly registeredOn: IsoDate;
  readonly openedOn: IsoDate | null;
  readonly signedOn: IsoDate | null;
  readonly agreedStart: IsoDate | null;
  readonly startReportedOn: IsoDate | null;
  readonly startedOn: IsoDate | null;
  readonly enteredOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
  readonly contractNo: string | null;
  readonly contracted: Money | null;
  readonly arrived: Money | null;
  readonly landMode: string | null;
  readonly framework: boolean;
  readonly onHold: boolean;
  readonly ageMonths: number | null;
  readonly colour: Colour | null;
  readonly clock: string | null;
  readonly alsoAtWorst: readonly string[];
  readonly due: IsoDate | null;
  readonly daysLate: number | null;
  readonly reason: string | null;
  readonly responsible: string | null;
  readonly steward: string | null;
  readonly progressOn: IsoDate | null;
  readonly progress: string | null;
  readonly nextStep: string | null;
  readonly nextDate: IsoDate | null;
  readonly tags: readonly string[];
  readonly warnings: readonly string[];
}

export interface ListTotals {
  readonly total: number;
  readonly sums: { readonly contracted: readonly Money[] };
  readonly colours: Readonly<Record<Colour, number>>;
}

interface Stored extends Record<string, unknown> {
  project_id: string;
  clocks: string;
  from_day: string;
}

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
    id: row.project_id,
    code: text(row, 'code')!,
    name: text(row, 'title')!,
    investor: text(row, 'investor'),
    region: text(row, 'region'),
    unit: units.unitOf(text(row, 'unit')),
    phase: text(row, 'phase')!,
    registeredOn: day(row, 'registered_on')!,
    openedOn: day(row, 'opened_on'),
    signedOn: day(row, 'signed_on'),
    agreedStart: day(row, 'agreed_start'),
    startReportedOn: day(row, 'start_reported_on'),
    startedOn: day(row, 'start_on'),
    enteredOn: day(row, 'entered_on'),
    endedOn: day(row, 'ended_on'),
    contractNo: text(row, 'contract_no'),
    contracted: money(row, 'contracted'),
    arrived: row['arrived'] === null ? null : { amount: text(row, 'arrived')!, currency: 'CNY' },
    landMode: text(row, 'land_mode'),
    framework: row['framework'] === true,
    onHold: row['on_hold'] === true,
    ageMonths: since === null ? null : monthsBetween(since, asOf),
    colour: text(row, 'colour') as Colour | null,
    clock: worst?.clock ?? null,
    alsoAtWorst: worst?.alsoAtWorst ?? [],
    due: worst?.due ?? null,
    daysLate: worst?.daysLate ?? null,
    reason: text(row, 'reason'),
    responsible: text(row, 'leader'),
    steward: text(row, 'steward'),
    progressOn: day(row, 'progress_on'),
    progress: text(row, 'progress'),
    nextStep: text(row, 'next_step'),
    nextDate: day(row, 'next_date'),
    tags: row['tags'] as string[],
    warnings: row['warnings'] as string[],
  };
};

/** A page of a list, worst first: what turned red first, then what turns red next. `position`: what the cursor is to say that the pages stand on. */
export const listRows = async (
  on: Pool | PoolClient,
  question: ListQuestion,
  units: UnitNames,
  position = LATEST,
): Promise<{ readonly rows: readonly ListRow[]; readonly next: string | null }> => {
  const { limit = 50, after = null } = question;
  const collected = values();
  const sql = await pageSql(on, question, after, limit === null ? null : Number(limit) + 1, collected);
  const { rows } = await on.query<Stored>(sql, collected.list);
  const shown = limit === null ? rows : rows.slice(0, limit);
  return {
    rows: shown.map((row) => listRow(row, question.list, question.asOf.day, units)),
    next: shown.length < rows.length ? cursorOf(shown.at(-1)!, position) : null,
  };
};

/** Count, money and colours of the whole list, whatever page is shown. */
export const listTotals = async (on: Pool | PoolClient, question: ListQuestion): Promise<ListTotals> => {
  const collected = values();
  const {
    known,
    span,
    rest,
    day: asOfDay,
  } = questionSql(question, await isOpen(on, question.asOf), conditionsOf(question), collected);
  const { rows } = await on.query<{
    colour: Colour | null;
    currency: string | null;
    count: string;
    contracted: string | null;
  }>(
    `select ${colourOn(asOfDay)} as colour, currency, count(*) as count, sum(contracted)::text as contracted from ${PROJECT_TABLE} where ${known} and ${span} and ${rest} group by 1, 2`,
    collected.list,
  );
  const colours: Record<Colour, number> = { green: 0, blue: 0, yellow: 0, orange: 0, red: 0 };
  const amounts: Money[] = [];
  let total = 0;
  for (const { colour, currency, count, contracted } of rows) {
    total += Number(count);
    if (colour !== null) colours[colour] += Number(count);
    if (currency !== null && contracted !== null) amounts.push({ amount: contracted, currency });
  }
  return { total, sums: { contracted: sumByCurrency(amounts) }, colours };
};

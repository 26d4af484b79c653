import type { ClockState, IsoDate, KnownProject } from '#domain';
import { SQL_TYPES, type Column, type SqlType } from './column.ts';
import { PROJECT_COLUMNS } from './project-columns.ts';

type Columns = typeof PROJECT_COLUMNS;

/**
 * A project over a span of business days, as the lists show it: column name → value, in the order of the table.
 * Money is 元 as text, days are IsoDate, colours stand as the day from which they hold.
 */
export type ProjectRow = { readonly [Name in keyof Columns]: ReturnType<Columns[Name]['of']> };

const COLUMNS = Object.entries(PROJECT_COLUMNS) as readonly (readonly [keyof ProjectRow, Column])[];

/** Column and SQL type of each value of a row: the table, the COPY and the queries are made from this list. */
export const ROW_COLUMNS = Object.fromEntries(COLUMNS.map(([name, { kind }]) => [name, SQL_TYPES[kind]])) as {
  readonly [Name in keyof ProjectRow]: SqlType;
};

/** The row of a project as it stands from day `on` until its next fact. */
export const rowOf = (
  project: KnownProject,
  version: number,
  on: IsoDate,
  clocks: readonly ClockState[],
  warnings: readonly string[],
): ProjectRow => {
  const told = { project, version, on, running: project.end === null ? clocks : [], warnings };
  const row: Record<string, unknown> = {};
  for (const [name, { of }] of COLUMNS) row[name] = of(told);
  return row as ProjectRow;
};

import { runningClocks, type IsoDate, type Project, type Rules } from '#domain';
import { ROW_COLUMNS, rowOf, type ProjectRow } from './project-row.ts';

/** Bytes that an entry of an index may hold, with room for what stands beside the texts: PostgreSQL takes 2,704. */
const INDEXED_BYTES = 2_400;
/** Texts that stand in one index entry together, beside the steps of the clocks, and those that have an index of their own. */
const TOGETHER: readonly (keyof ProjectRow)[] = ['code', 'unit', 'leader', 'region'];
const ALONE: readonly (keyof ProjectRow)[] = ['title', 'investor', 'contract_no', 'national_code'];

const DAY = /^(?!0000)\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const AMOUNT = /^-?\d{1,18}(\.\d{1,2})?$/;
const WHOLE = /^-?\d{1,15}$/;
const UNWRITABLE = /[\0\uD800-\uDFFF]/u; // half of a pair that lost the other

const isText = (value: unknown): boolean => typeof value === 'string' && !UNWRITABLE.test(value);
const isDay = (value: unknown): boolean => typeof value === 'string' && DAY.test(value);

/** What each type of column holds; null always. */
const HOLDS: Readonly<Record<(typeof ROW_COLUMNS)[keyof ProjectRow], (value: unknown) => boolean>> = {
  text: isText,
  integer: Number.isInteger,
  boolean: (value) => typeof value === 'boolean',
  date: isDay,
  'numeric(20,2)': (value) => typeof value === 'string' && AMOUNT.test(value),
  'text[]': (value) => Array.isArray(value) && value.every(isText),
  'date[]': (value) => Array.isArray(value) && value.every(isDay),
  'bigint[]': (value) => Array.isArray(value) && value.every((one) => WHOLE.test(String(one))),
};

const bytes = (row: ProjectRow, columns: readonly (keyof ProjectRow)[]): number =>
  columns.reduce((sum, column) => sum + Buffer.byteLength(String(row[column] ?? '')), 0);

const COLUMNS = Object.entries(ROW_COLUMNS) as [keyof ProjectRow, keyof typeof HOLDS][];

/** Why the table could not hold a row; null where it can. */
export const whyUnlayable = (row: ProjectRow): string | null => {
  for (const [column, type] of COLUMNS) {
    const value = row[column];
    if (value !== null && !HOLDS[type](value)) return `${column} cannot be ${JSON.stringify(value).slice(0, 80)}`;
  }
  if (bytes(row, [...TOGETHER, 'at_worst']) > INDEXED_BYTES) return `${TOGETHER.join(', ')} are too long together`;
  const long = ALONE.find((column) => bytes(row, [column]) > INDEXED_BYTES);
  return long === undefined ? null : `${long} is too long`;
};

/**
 * Why the lists could not hold a project as it would stand from a day on; null where they can. Asked before a fact is stored: one fold of
 * the clocks, whatever the length of its history.
 */
export const whyNotLaid = (project: Project, on: IsoDate, rules: Rules): string | null => {
  if (project.phase === 'none') return null;
  try {
    return whyUnlayable(rowOf(project, 1, on, runningClocks(project, rules.policyOn(on), rules.calendar), []));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

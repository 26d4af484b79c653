import { WORST_FIRST } from '../projects/project-table.ts';
import type { Values } from './list-filter.ts';
import type { Term } from './order.ts';

/** Where a page ended: what each term of its order was there (null: not known), the order within equals, and the log position that the pages stand on. */
interface Cursor {
  readonly order: readonly string[];
  readonly at: readonly (string | null)[];
  readonly worst: readonly string[];
  readonly position: string;
}

export class BadCursor extends Error {
  override readonly name = 'BadCursor';
  constructor() {
    super('the cursor is not one that this list gave');
  }
}

const TURNS = ['red_from', 'orange_from', 'yellow_from'] as const;
const WORST_TYPES = ['date', 'date', 'date', 'text', 'text'] as const;
const ANY_TEXT = /^[^\0]*$/;
const WRITTEN: Readonly<Record<Term['type'], RegExp>> = {
  text: ANY_TEXT,
  date: /^(infinity|\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))$/,
  boolean: /^(true|false|t|f)$/,
  numeric: /^-?\d{1,30}(\.\d{1,60})?$/,
};

/** The cursor behind a row; its columns `at0`, `at1` … are what the terms of the order are there. */
export const cursorOf = (
  order: readonly string[],
  row: Readonly<Record<string, unknown>>,
  position: bigint,
): string => {
  const cursor = {
    order,
    at: order.map((_, index) => row[`at${index}`] ?? null),
    worst: [...TURNS.map((turn) => row[turn] ?? 'infinity'), row['code'], row['project_id']],
    position: String(position),
  };
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
};

const isTexts = (list: unknown): list is readonly string[] =>
  Array.isArray(list) && list.every((one) => typeof one === 'string' && ANY_TEXT.test(one));

const fits = (values: readonly (string | null)[], types: readonly Term['type'][]): boolean =>
  values.length === types.length &&
  values.every((value, index) => value === null || WRITTEN[types[index]!].test(value));

/** Throws BadCursor. */
const readCursor = (written: string): Cursor => {
  let cursor: unknown;
  try {
    cursor = JSON.parse(Buffer.from(written, 'base64url').toString('utf8'));
  } catch {
    throw new BadCursor();
  }
  const { order, at, worst, position } = (cursor ?? {}) as Partial<Cursor>;
  const isOurs =
    isTexts(order) &&
    Array.isArray(at) &&
    isTexts(at.filter((one) => one !== null)) &&
    isTexts(worst) &&
    fits(worst, WORST_TYPES) &&
    /^\d{1,19}$/.test(String(position));
  if (!isOurs) throw new BadCursor();
  return { order, at, worst, position: String(position) };
};

/** The log position that the page before stood on. Throws BadCursor. */
export const positionIn = (cursor: string): bigint => BigInt(readCursor(cursor).position);

/** What lies behind a value of a term; nothing does behind what is not known. */
const beyond = ({ sql, type, down }: Term, at: string | null, { value }: Values): string =>
  at === null ? 'false' : `(${sql} ${down ? '<' : '>'} ${value(at)}::${type} or ${sql} is null)`;

const level = ({ sql, type }: Term, at: string | null, { value }: Values): string =>
  at === null ? `${sql} is null` : `${sql} = ${value(at)}::${type}`;

/** What comes after a cursor. Throws BadCursor, also where it was given for another order. */
export const afterSql = (written: string, order: readonly string[], terms: readonly Term[], values: Values): string => {
  const cursor = readCursor(written);
  const types = terms.map(({ type }) => type);
  if (cursor.order.join() !== order.join() || !fits(cursor.at, types)) throw new BadCursor();
  const worst = cursor.worst.map((one, index) => `${values.value(one)}::${WORST_TYPES[index]}`).join(', ');
  return terms.reduceRight((rest, term, index) => {
    const at = cursor.at[index] ?? null;
    return `(${beyond(term, at, values)} or (${level(term, at, values)} and ${rest}))`;
  }, `(${WORST_FIRST}) > (${worst})`);
};

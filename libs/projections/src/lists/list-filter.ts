import { CLOCK_NAMES, type ClockName, type IsoDate } from '#domain';
import { GRAMS } from '../projects/project-table.ts';
import { atWorstSql } from '../projects/at-worst.ts';
import { searchable } from '../projects/search-text.ts';
import { colourOn } from './colour-on.ts';
import { LIST_FIELDS, listField, type FieldKind } from './list-fields.ts';

/** What a list may ask of a row. Data, not code: a bureau's own lists are made of the same words as ours. */
export type Condition =
  | { readonly field: string; readonly is: string | boolean | readonly string[] }
  | { readonly field: string; readonly known: boolean }
  | { readonly field: string; readonly from?: string; readonly to?: string }
  | { readonly field: string; readonly contains: string }
  | { readonly colour: readonly string[] }
  | { readonly clock: string } // it is at the project's worst colour
  | { readonly search: string } // in names, numbers and pinyin initials
  | { readonly plannedSigning: 'next-month' }
  | { readonly any: readonly Condition[] };

/** How PostgreSQL compares each kind of field; null: it is not asked for by value. */
const COMPARED_AS: Readonly<Record<FieldKind, 'text' | 'date' | 'boolean' | 'numeric' | 'texts' | null>> = {
  text: 'text',
  unit: 'text',
  colour: 'text',
  day: 'date',
  flag: 'boolean',
  money: 'numeric',
  yuan: 'numeric',
  count: 'numeric',
  ratio: 'numeric',
  texts: 'texts',
  clock: null,
  clocks: null,
};

/** A field by which a list can be narrowed: how it reads in SQL on the day of the placeholder, and what its values are. */
export interface Narrowing {
  readonly sql: (day: string) => string;
  readonly type: 'text' | 'date' | 'boolean' | 'numeric' | 'texts';
  readonly inCurrencyOfRow: boolean; // an amount that need not be in 元
}

export class UnknownField extends Error {
  override readonly name = 'UnknownField';
  constructor(readonly field: string) {
    super(
      `no list field "${field}"; there are: ${LIST_FIELDS.flatMap(({ name, sql }) => (sql === null ? [] : [name])).join(', ')}`,
    );
  }
}

/** Throws UnknownField. Only these may be asked for; a name never reaches SQL by itself. */
export const narrowing = (name: string): Narrowing => {
  const { sql = null, kind = 'clocks' } = listField(name) ?? {};
  const type = COMPARED_AS[kind];
  if (sql === null || type === null) throw new UnknownField(name);
  return { sql, type, inCurrencyOfRow: kind === 'money' };
};

/** Collects the values of a statement: `value(x)` answers its placeholder. */
export interface Values {
  readonly list: unknown[];
  readonly value: (value: unknown) => string;
  readonly day: (day: IsoDate) => string; // a day is collected once: conditions on the same days then read the same
}
export const values = (): Values => {
  const list: unknown[] = [];
  const days = new Map<IsoDate, string>();
  const value = (one: unknown): string => `$${list.push(one)}`;
  const day = (one: IsoDate): string => {
    const known = days.get(one) ?? `${value(one)}::date`;
    days.set(one, known);
    return known;
  };
  return { list, value, day };
};

const nextMonth = (day: IsoDate): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
};

/** An amount of a row where it is in 元: what is asked for in 元 is not found among dollars, which a list has no rate for. */
const inYuan = (amount: string): string => `(case when coalesce(currency, 'CNY') = 'CNY' then ${amount} end)`;

/** A column within bounds, each of which may be open. */
export const rangeSql = (
  column: string,
  type: string,
  { from, to }: { readonly from?: string; readonly to?: string },
  value: Values['value'],
): string =>
  [
    ...(from === undefined ? [] : [`${column} >= ${value(from)}::${type}`]),
    ...(to === undefined ? [] : [`${column} <= ${value(to)}::${type}`]),
  ].join(' and ') || 'true';

const likePart = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** The pairs of characters that a text searched for needs: the index over the open rows holds them. A single character has none. */
export const gramsSql = (condition: Condition, { value }: Values): readonly string[] => {
  if (!('search' in condition)) return [];
  const characters = Array.from(searchable(condition.search));
  const grams = characters.slice(1).map((second, index) => characters[index]! + second);
  return grams.length === 0 ? [] : [`${GRAMS}(search) @> ${value(grams)}::text[]`];
};

/** What is asked of one field. */
type OfField = Extract<Condition, { readonly field: string }>;

/** A condition on one field as SQL over its column. Throws UnknownField. */
const fieldSql = (condition: OfField, day: string, value: Values['value']): string => {
  const { sql, type, inCurrencyOfRow } = narrowing(condition.field);
  const column = sql(day);
  const compared = inCurrencyOfRow ? inYuan(column) : column;
  if ('known' in condition) {
    if (type === 'texts') return `cardinality(${column}) ${condition.known ? '>' : '='} 0`;
    return `${column} is ${condition.known ? 'not ' : ''}null`;
  }
  if ('contains' in condition) return `${column}::text ilike ${value(likePart(condition.contains))}::text`;
  if ('is' in condition) {
    const wanted = Array.isArray(condition.is) ? condition.is : [condition.is];
    if (type === 'texts') return `(${column} <> '{}' and ${column} && ${value(wanted)}::text[])`;
    // A list's own constants are written out, so that the planner can choose a partial index for them.
    return `${compared}::${type} in (${wanted.map((one) => `${value(String(one))}::${type}`).join(', ')})`;
  }
  return rangeSql(compared, type, condition, value);
};

/** One condition as SQL over the columns of a project row. Throws UnknownField. */
export const conditionSql = (condition: Condition, asOf: IsoDate, day: string, collected: Values): string => {
  const { value } = collected;
  if ('any' in condition)
    return `(${condition.any.map((one) => conditionSql(one, asOf, day, collected)).join(' or ')})`;
  if ('colour' in condition) return `(${colourOn(day)}) = any(${value(condition.colour)}::text[])`;
  if ('clock' in condition) return atWorstSql(CLOCK_NAMES.indexOf(condition.clock as ClockName), day);
  if ('search' in condition) return `search like ${value(likePart(searchable(condition.search)))}::text`;
  if ('plannedSigning' in condition) return `planned_signing = ${value(nextMonth(asOf))}::text`;
  return fieldSql(condition, day, value);
};

import {
  COLUMN_WORDS,
  fenOf,
  fraction,
  monthsBetween,
  ratioOf,
  type IsoDate,
  type Money,
  type Ratio,
  type Sentence,
  type Worst,
} from '#domain';
import type { UnitNames } from '../organisation/units.ts';
import type { Column, ColumnKind } from '../projects/column.ts';
import { PROJECT_COLUMNS } from '../projects/project-columns.ts';
import { colourOn } from './colour-on.ts';

/** What a field of a list row holds: how it is asked for, answered, published, exported and shown. */
export type FieldKind = Exclude<ColumnKind, 'days' | 'steps'> | 'ratio' | 'colour' | 'clock' | 'clocks';

/** A row as the database answers it. */
export type StoredRow = Readonly<Record<string, unknown>>;

/** What of a question the fields of a row are read by. */
export interface Reading {
  readonly asOf: IsoDate;
  readonly units: UnitNames;
  readonly age: string; // the column from whose day the age in months is counted
  readonly worst: Worst | null; // null: an ended project has no colour
}

/** `sql`: the field by the columns of a row, on the day of the placeholder; null where a list can be neither narrowed nor ordered by it. */
interface Field<Value = unknown> {
  readonly kind: FieldKind;
  readonly sql: ((day: string) => string) | null;
  readonly of: (row: StoredRow, reading: Reading) => Value;
}

type UnitAnswer = ReturnType<UnitNames['unitOf']>;
type Columns = typeof PROJECT_COLUMNS;
type Answered<One> =
  One extends Column<infer Kind, infer Value>
    ? Kind extends 'money' | 'yuan'
      ? Money | null
      : Kind extends 'unit'
        ? UnitAnswer
        : Value
    : never;
type OfColumns = { readonly [Name in keyof Columns as Columns[Name]['field'] & string]: Answered<Columns[Name]> };

const moneyIn = (amount: unknown, currency: unknown): Money | null =>
  amount === null ? null : { amount: amount as string, currency: (currency as string | null) ?? 'CNY' };

/** How a stored value is answered, where not as it stands. */
const read = (name: string, kind: ColumnKind): Field['of'] => {
  switch (kind) {
    case 'money':
      return (row) => moneyIn(row[name], row['currency']);
    case 'yuan':
      return (row) => moneyIn(row[name], 'CNY');
    case 'unit':
      return (row, { units }) => units.unitOf(row[name] as string | null);
    default:
      return (row) => row[name];
  }
};

const COLUMNS = Object.entries(PROJECT_COLUMNS) as readonly (readonly [string, Column])[];
const fieldsOfColumns = Object.fromEntries(
  COLUMNS.flatMap(([name, { kind, field }]): [string, Field][] =>
    field === null || kind === 'days' || kind === 'steps'
      ? []
      : [[field, { kind, sql: () => name, of: read(name, kind) }]],
  ),
) as { readonly [Name in keyof OfColumns]: Field<OfColumns[Name]> };

const told = <Value>(kind: FieldKind, of: Field<Value>['of'], sql: Field['sql'] = null): Field<Value> => ({
  kind,
  sql,
  of,
});

/** From when the age is counted: the list's own day, else the signing, else the registration. */
const since = (row: StoredRow, { age }: Reading): IsoDate =>
  (row[age] ?? row['signed_on'] ?? row['registered_on']) as IsoDate;

/** 资金到位率, of the arrivals in 元 on a contract in 元. */
const inPlace = (row: StoredRow): Ratio | null => {
  const [part, whole] = [row['arrived'] as string | null, row['contracted'] as string | null];
  if (part === null || whole === null || row['currency'] !== 'CNY') return null;
  return ratioOf(fraction(fenOf(part), fenOf(whole)));
};

/** What a row says beside its columns: it follows from them and from the day asked for. */
const TOLD = {
  id: told(
    'text',
    (row) => row['project_id'] as string,
    () => 'project_id',
  ),
  signingYear: told(
    'text',
    (row) => (row['signed_on'] as string | null)?.slice(0, 4) ?? null,
    () => 'extract(year from signed_on)::integer::text',
  ),
  ageMonths: told('count', (row, reading) => monthsBetween(since(row, reading), reading.asOf)),
  rate: told('ratio', inPlace, () => `case when currency = 'CNY' then arrived / nullif(contracted, 0) end`),
  colour: told('colour', (_, { worst }) => worst?.colour ?? null, colourOn),
  clock: told('clock', (_, { worst }) => worst?.clock ?? null),
  alsoAtWorst: told('clocks', (_, { worst }) => worst?.alsoAtWorst ?? []),
  due: told('day', (_, { worst }) => worst?.due ?? null),
  daysLate: told('count', (_, { worst }) => worst?.daysLate ?? null),
};
type OfTold = { readonly [Name in keyof typeof TOLD]: ReturnType<(typeof TOLD)[Name]['of']> };

/** A row of a list: what its columns hold, and what follows from them on the day asked for. */
export type ListRow = OfColumns & OfTold;
export type FieldName = keyof ListRow;

const FIELDS: Readonly<Record<FieldName, Field>> = { ...TOLD, ...fieldsOfColumns };
const TITLES: Readonly<Record<FieldName, Sentence>> = COLUMN_WORDS;

/** A field of list rows, by the name that answers, filters, orders and exports call it. */
export interface ListField extends Field {
  readonly name: FieldName;
  readonly title: Sentence;
}

const NAMES = Object.keys(FIELDS) as readonly FieldName[];
export const LIST_FIELDS: readonly ListField[] = NAMES.map((name) => ({ name, title: TITLES[name], ...FIELDS[name] }));

const BY_NAME: ReadonlyMap<string, ListField> = new Map(LIST_FIELDS.map((field) => [field.name, field]));

/** Whether a list can be ordered by a field. Colours are no order of words: the worst comes first without being asked. */
export const orders = ({ kind, sql }: Pick<ListField, 'kind' | 'sql'>): boolean =>
  sql !== null && kind !== 'texts' && kind !== 'colour';

/** The field of that name; null where there is none ("constructor" is none). */
export const listField = (name: string): ListField | null => BY_NAME.get(name) ?? null;

export const listRow = (row: StoredRow, reading: Reading): ListRow => {
  const answer: Record<string, unknown> = {};
  for (const { name, of } of LIST_FIELDS) answer[name] = of(row, reading);
  return answer as ListRow;
};

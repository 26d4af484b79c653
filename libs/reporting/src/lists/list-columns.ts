import {
  byReference,
  CLOCK_WORDS,
  COLOUR_WORDS,
  inUnit,
  LAND_MODE_WORDS,
  PHASE_WORDS,
  type ClockName,
  type IsoDate,
  type Money,
  type Ratio,
  type Sentence,
  withoutContacts,
} from '#domain';
import { LIST_FIELDS, type FieldKind, type FieldName, type ListField, type ListRow } from '#projections';
import type { Cell } from '../sheets/cell.ts';

export type Language = 'zh' | 'en';

/** A column of a list in a workbook: its header, and what it holds of a row. */
export interface ListColumn {
  readonly header: Sentence;
  readonly width: number;
  readonly cell: (row: ListRow, language: Language) => Cell;
}

type Reading = (value: unknown, language: Language) => Cell;

const number: Reading = (value) => ({ number: String(value) });
const wan: Reading = (value) => ({ number: inUnit(value as Money, '万元') });
const clock = (name: unknown, language: Language): string => CLOCK_WORDS[name as ClockName][language];
const worded =
  (words: Readonly<Record<string, Sentence>>): Reading =>
  (value, language) =>
    words[value as string]?.[language] ?? (value as string);

/** How a field of each kind is written. */
const OF_KIND: Readonly<Record<FieldKind, Reading>> = {
  text: (value) => value as string,
  unit: (value) => (value as NonNullable<ListRow['unit']>).name,
  day: (value) => ({ day: value as IsoDate }),
  money: wan,
  yuan: wan,
  count: number,
  flag: (value, language) => (value === true ? { zh: '是', en: 'yes' }[language] : null),
  texts: (value) => (value as readonly string[]).join('、'),
  ratio: (value) => ({ percent: (value as Ratio).percent }),
  colour: worded(COLOUR_WORDS),
  clock,
  clocks: (value, language) => (value as readonly string[]).map((name) => clock(name, language)).join('、'),
};

const free: Reading = (value) => withoutContacts(byReference(value as string));

/** Texts that are codes have words, and texts that people write about people are masked. */
const OF_FIELD: Readonly<Partial<Record<FieldName, Reading>>> = {
  phase: worded(PHASE_WORDS),
  landMode: worded(LAND_MODE_WORDS),
  reason: free,
  progress: free,
  nextStep: free,
};

// prettier-ignore
const WIDTHS: Readonly<Record<FieldKind, number>> = {
  text: 16, unit: 16, day: 12, money: 16, yuan: 16, count: 10, flag: 9, texts: 18, ratio: 12, colour: 9, clock: 14, clocks: 18,
};
const WIDE: Readonly<Partial<Record<FieldName, number>>> = {
  name: 36,
  investor: 30,
  reason: 30,
  progress: 40,
  nextStep: 30,
};

const headerOf = ({ title: { zh, en }, kind }: ListField): Sentence =>
  kind === 'money' || kind === 'yuan' ? { zh: `${zh}（万元）`, en: `${en} (10,000)` } : { zh, en };

const columnOf = (field: ListField): ListColumn => ({
  header: headerOf(field),
  width: WIDE[field.name] ?? WIDTHS[field.kind],
  cell: (row, language) => {
    const value: unknown = row[field.name];
    return value === null || value === undefined
      ? null
      : (OF_FIELD[field.name] ?? OF_KIND[field.kind])(value, language);
  },
});

/** The currency stands beside the amount: a column holds several, and they are never added. */
const CURRENCY: ListColumn = {
  header: { zh: '币种', en: 'Currency' },
  width: 8,
  cell: ({ contracted }) => contracted?.currency ?? null,
};

export type ListColumnName = FieldName | 'currency';

/** Every column that a list can have: the fields of its rows, as the table of columns names them. */
export const LIST_COLUMNS: ReadonlyMap<ListColumnName, ListColumn> = new Map(
  LIST_FIELDS.filter(({ name }) => name !== 'id').flatMap(
    (field): readonly (readonly [ListColumnName, ListColumn])[] => [
      [field.name, columnOf(field)],
      ...(field.name === 'contracted' ? ([['currency', CURRENCY]] as const) : []),
    ],
  ),
);
export const LIST_COLUMN_NAMES = [...LIST_COLUMNS.keys()];

export const listColumn = (name: ListColumnName): ListColumn => LIST_COLUMNS.get(name)!;

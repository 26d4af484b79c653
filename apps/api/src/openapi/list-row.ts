import { CLOCK_NAMES, PHASES } from '#domain';
import { LIST_FIELDS, type FieldKind, type FieldName } from '#projections';
import { colour, unit } from './answer-parts.ts';
import { count, day, flag, listOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const clock = oneOf(...CLOCK_NAMES);

/** What each kind of field is in an answer. */
const SCHEMAS: Readonly<Record<FieldKind, Schema>> = {
  text: orNull(text),
  unit: orNull(unit),
  day: orNull(day),
  flag: orNull(flag),
  money: orNull(ref('Money')),
  yuan: orNull(ref('Money')),
  count: orNull({ type: 'integer' }),
  ratio: orNull(ref('Ratio')),
  texts: listOf(text),
  colour: orNull(colour),
  clock: orNull(clock),
  clocks: listOf(clock),
};

/** What any field of a row may hold. */
export const LIST_VALUE: Schema = {
  nullable: true,
  oneOf: [text, flag, { type: 'number' }, ref('Money'), ref('Ratio'), unit, listOf(text)],
};

const CLOSER: Readonly<Partial<Record<FieldName, Schema>>> = { phase: orNull(oneOf(...PHASES)) };

/** A row of a list, from the one table of columns; a row that waits for a decision says also where it stands in which file. */
export const LIST_ROW: Schema = object({
  ...Object.fromEntries(LIST_FIELDS.map(({ name, kind }) => [name, CLOSER[name] ?? SCHEMAS[kind]])),
  'importId?': text,
  'file?': text,
  'sheet?': text,
  'row?': count,
});

/** The columns that there are: name, kind and title, and whether a list can be ordered by them. */
export const LIST_COLUMNS: Schema = listOf(
  object({
    name: oneOf(...LIST_FIELDS.map(({ name }) => name)),
    kind: oneOf(...Object.keys(SCHEMAS)),
    title: ref('Sentence'),
    orders: flag,
  }),
);

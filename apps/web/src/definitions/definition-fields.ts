import type { Field } from '../parts/form/field-values.ts';
import { WORDS } from '../words/words.ts';
import { DEFINITION_WORDS as WORD } from './definition-words.ts';

type Label = Field['label'];

const field = (name: string, kind: string, label: Label, more: Partial<Field> = {}): Field => ({
  name,
  kind,
  required: false,
  label,
  ...more,
});
const required = { required: true };
const NOTE = field('note', 'long-text', WORD.noteField, { max: 1000 });

/** The switches of a scope, as a person decides them. */
export const SCOPE_FIELDS: readonly Field[] = [
  field('name', 'text', WORD.scopeName, { ...required, max: 60 }),
  field('title', 'text', WORD.scopeTitle, { ...required, max: 100 }),
  field('titleEn', 'text', WORD.scopeTitleEn, { max: 200 }),
  field('terminated', 'choice', WORD.terminatedField, required),
  field('carriedOver', 'choice', WORD.carriedOverField, required),
  field('contract', 'choice', WORD.contractField, required),
  field('window', 'choice', WORD.windowField, required),
  field('boundary', 'texts', WORD.boundaryField),
  field('conversions', 'list', WORD.conversionsField, {
    of: [
      field('currency', 'text', WORD.currencyField, { ...required, max: 3 }),
      field('rate', 'decimal', WORD.rateField, required),
      field('on', 'day', WORD.rateDay, required),
    ],
  }),
  field('comparable', 'choice', WORD.comparableField, required),
  field('curve', 'choice', WORD.curveField, required),
  field('curveMonths', 'texts', WORD.curveMonthsField),
  field('roundingMode', 'choice', WORD.roundingField, required),
  field('places', 'integer', WORD.placesField, required),
  NOTE,
];

const PART: readonly Field[] = [
  field('of', 'choice', WORD.countedField, required),
  field('measure', 'choice', WORD.measureField, required),
  field('window', 'choice', WORD.windowOfPart, required),
  field('where', 'texts', WORD.whereField),
  field('filter', 'list', WORD.filterField, {
    of: [
      field('field', 'choice', WORD.filterBy, required),
      field('is', 'texts', WORD.filterIs),
      field('from', 'decimal', WORD.filterFrom),
      field('to', 'decimal', WORD.filterTo),
    ],
  }),
];

/** A metric of the bureau's own: a count or a sum of what happened, or a ratio of two. */
export const METRIC_FIELDS: readonly Field[] = [
  field('key', 'text', WORD.metricKeyField, { ...required, max: 60 }),
  field('title', 'text', WORD.metricTitle, { ...required, max: 100 }),
  field('titleEn', 'text', WORD.metricTitleEn, { max: 200 }),
  ...PART,
  field('denominator', 'group', WORD.denominatorField, { of: [...PART] }),
  NOTE,
];

/** Of a metric that is removed only the reason is asked. */
export const REMOVAL_FIELDS: readonly Field[] = [{ ...NOTE, label: WORDS.reason }];

import { DICTIONARY } from '../generated/words.ts';
import { MARKS } from '../words/marks.ts';
import { choiceWord } from '../words/choice-words.ts';
import { CLOCKS, WORDS, type Language, type Sentence } from '../words/words.ts';
import { exactly, type Money } from './money.ts';

type Words = Readonly<Record<string, Sentence>>;

const FIELDS: Words = DICTIONARY.fields;
const FIELDS_OF: Readonly<Record<string, Words | undefined>> = DICTIONARY.fieldsOf;
const VALUES: Readonly<Record<string, Readonly<Record<string, Words | undefined>> | undefined>> = DICTIONARY.values;

const NOT_SAID: readonly string[] = ['code', 'title', 'target', 'arrival', 'extra'];
const NOT_SAID_WITHIN: readonly string[] = ['sha256', 'id']; // of a part: what names it to the product only
const UNIT_FIELDS: readonly string[] = ['unit', 'toUnit', 'fromUnit', 'owner', 'raisedBy'];
const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value && !('rate' in value);

// A person beside whose name stands an id, or nothing.
const isPerson = (value: unknown): value is { readonly name: string } =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  Object.keys(value).every((key) => ['name', 'id', 'person', 'account'].includes(key));

/** What a ledger says under headers without a field, and what it said before. */
interface Columns {
  readonly extra: Readonly<Record<string, string>>;
  readonly before: Readonly<Record<string, string>>;
}
const changesInWords = ({ extra = {}, before = {} }: Partial<Columns>): string =>
  Object.entries(extra)
    .map(([header, said]) => `${header} ${before[header] ?? '—'} → ${said}`)
    .join(' · ');

/** The data of a fact in words: what each field is called, and what its value says. */
export const factWords = (language: Language, unitName: (unit: string) => string) => {
  const say = (word: Sentence | undefined, otherwise: string): string => word?.[language] ?? otherwise;

  const fieldName = (field: string, event?: string): string =>
    say(
      FIELDS_OF[event ?? '']?.[field] ?? FIELDS[field] ?? (field === 'occurredOn' ? WORDS.occurredOn : undefined),
      field,
    );

  const valueInWords = (field: string, value: unknown, event?: string): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (typeof value === 'boolean') return WORDS[value ? 'yes' : 'no'][language];
    if (Array.isArray(value)) return value.map((one) => valueInWords(field, one, event)).join(MARKS[language].list);
    if (typeof value === 'object') return partsInWords(value, event);
    return textInWords(field, typeof value === 'string' ? value : JSON.stringify(value), event);
  };
  const partsInWords = (value: object, event?: string): string => {
    if (isMoney(value)) return exactly(value);
    if (isPerson(value)) return value.name;
    return Object.entries(value)
      .filter(([name]) => !NOT_SAID_WITHIN.includes(name))
      .map(([name, part]) => `${fieldName(name, event)} ${valueInWords(name, part, event)}`)
      .join(' ');
  };
  /** A unit by its name, a choice and a clock by their words, any other text as it stands. */
  const textInWords = (field: string, text: string, event?: string): string => {
    if (UNIT_FIELDS.includes(field)) return unitName(text);
    return say(VALUES[event ?? '']?.[field]?.[text] ?? choiceWord(field, text) ?? CLOCKS[text], text);
  };
  /** Every field that says something, with its name. What names the record itself is not said again. */
  const dataInWords = (data: Readonly<Record<string, unknown>>, event: string): string =>
    event === 'ColumnsChanged' ? changesInWords(data) : fieldsInWords(data, event);
  const fieldsInWords = (data: Readonly<Record<string, unknown>>, event: string): string =>
    Object.entries(data)
      .filter(
        ([field, value]) =>
          !NOT_SAID.includes(field) && value !== null && !(Array.isArray(value) && value.length === 0),
      )
      .map(([field, value]) => `${fieldName(field, event)} ${valueInWords(field, value, event)}`)
      .join(' · ');
  return { fieldName, valueInWords, dataInWords };
};

import type { Schemas } from '../ask/api.ts';
import { DICTIONARY } from '../generated/words.ts';
import { exactly, type Money } from '../parts/money.ts';
import { MARKS } from '../words/marks.ts';
import { CLOCKS, COLOURS, PHASES, WORDS, type Language, type Sentence } from '../words/words.ts';
import type { ColumnName, ListColumn, ListRow } from './list-queries.ts';

const CLOCK_WORDS: Readonly<Record<string, Sentence>> = CLOCKS;
const COLOUR_WORDS: Readonly<Record<string, Sentence>> = COLOURS;

/** Fields whose values are words of the domain. */
const WORDED: Readonly<Partial<Record<ColumnName, Readonly<Record<string, Sentence>>>>> = {
  phase: PHASES,
  landMode: DICTIONARY.landModes,
};

const worded = (words: Readonly<Record<string, Sentence>> | undefined, value: unknown, language: Language): string =>
  words?.[String(value)]?.[language] ?? String(value);

/** What stands in a column, in words; amounts exactly. */
export const valueText = (
  { name, kind }: Pick<ListColumn, 'name' | 'kind'>,
  value: unknown,
  language: Language,
): string => {
  if (value === null || value === undefined) return '';
  switch (kind) {
    case 'money':
    case 'yuan':
      return exactly(value as Money);
    case 'ratio':
      return `${(value as Schemas['Ratio']).percent} %`;
    case 'unit':
      return (value as { readonly name: string }).name;
    case 'flag':
      return (value === true ? WORDS.yes : WORDS.no)[language];
    case 'texts':
      return (value as readonly string[]).join(MARKS[language].list);
    case 'clocks':
      return (value as readonly string[])
        .map((clock) => worded(CLOCK_WORDS, clock, language))
        .join(MARKS[language].list);
    case 'clock':
      return worded(CLOCK_WORDS, value, language);
    case 'colour':
      return worded(COLOUR_WORDS, value, language);
    default:
      return worded(WORDED[name], value, language);
  }
};

/** What a field of a row holds, in words. */
export const cellText = (column: Pick<ListColumn, 'name' | 'kind'>, row: ListRow, language: Language): string =>
  valueText(column, row[column.name], language);

/** Spreadsheets run what begins like a formula: such a text is pasted as text. */
const harmless = (text: string): string => (/^[=+\-@\t]/.test(text) ? `'${text}` : text).replace(/[\t\r\n]+/g, ' ');

/** Rows as they are pasted into a spreadsheet: a line a row, the titles first. */
export const asPasted = (columns: readonly ListColumn[], rows: readonly ListRow[], language: Language): string =>
  [
    columns.map(({ title }) => title[language]),
    ...rows.map((row) => columns.map((column) => harmless(cellText(column, row, language)))),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');

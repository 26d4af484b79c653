import { COLUMN_WORDS, DICTIONARY, lateWords, type Sentence } from '#domain';
import type { Options } from './output.ts';

type Words = Readonly<Record<string, Sentence | undefined>>;

/** Columns of lists whose cells are names of the dictionary. */
const CELLS: Readonly<Record<string, Words | undefined>> = {
  colour: DICTIONARY.colours,
  clock: DICTIONARY.clocks,
  phase: DICTIONARY.phases,
  landMode: DICTIONARY.landModes,
};

/** A word of the one dictionary in the asker's language; what has none stands as it is, and nothing as a dash. */
export const wordsIn = (lang: Options['lang']) => {
  const of =
    (words: Words) =>
    (key: string | null): string =>
      key === null ? '—' : (words[key]?.[lang] ?? key);
  const fieldsOf: Readonly<Record<string, Words | undefined>> = DICTIONARY.fieldsOf;
  const values: Readonly<Record<string, Readonly<Record<string, Words | undefined>> | undefined>> = DICTIONARY.values;
  const matterStates: Readonly<Record<string, Words | undefined>> = DICTIONARY.matterStates;
  return {
    column: of(COLUMN_WORDS),
    colour: of(DICTIONARY.colours),
    clock: of(DICTIONARY.clocks),
    phase: of(DICTIONARY.phases),
    event: of(DICTIONARY.events),
    rung: of(DICTIONARY.rungs),
    toldAs: of(DICTIONARY.toldAs),
    outcome: of(DICTIONARY.outcomes),
    checklistState: of(DICTIONARY.checklistStates),
    process: of(DICTIONARY.processes),
    orderState: of(matterStates['order'] ?? {}),
    field: (event: string, field: string): string =>
      (fieldsOf[event]?.[field] ?? (DICTIONARY.fields as Words)[field])?.[lang] ?? field,
    /** What a field of a fact says: choices in words, money with its currency, whatever else as it is recorded. */
    said: (event: string, field: string, value: unknown): string => {
      if (typeof value === 'string') return values[event]?.[field]?.[value]?.[lang] ?? value;
      if (typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value)
        return `${String(value.amount)} ${String(value.currency)}`;
      return JSON.stringify(value);
    },
    /** What a cell of a list says. */
    cell: (column: string, value: unknown): string => {
      if (typeof value !== 'string') return value === null ? '—' : JSON.stringify(value);
      return CELLS[column] === undefined ? value : of(CELLS[column])(value);
    },
    late: (days: number | null): string => (days === null ? '' : lateWords(days)[lang]),
  };
};

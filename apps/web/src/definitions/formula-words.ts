import { DICTIONARY } from '../generated/words.ts';
import { MARKS } from '../words/marks.ts';
import type { Language, Sentence } from '../words/words.ts';
import type { Metric, Part } from './definition-document.ts';
import { SCOPE_CHOICES } from './definition-words.ts';

type Filter = NonNullable<Part['filter']>[number];
type Words = Readonly<Record<string, Sentence>>;

/** How a metric is computed, as a sentence: what is counted, on which days, which of it; a ratio as one over the other. */
export const formulaWords = (formula: Metric['formula'], language: Language): string => {
  const { aside, colon, comma, list } = MARKS[language];
  const between = ({ from, to }: { from?: string; to?: string }): string =>
    [...(from === undefined ? [] : [`≥ ${from}`]), ...(to === undefined ? [] : [`≤ ${to}`])].join(comma);
  const say = (words: Words, one: string): string => words[one]?.[language] ?? one;
  const filterWords = (filter: Filter): string =>
    'is' in filter
      ? `${say(DICTIONARY.filters, filter.field)}${colon}${filter.is.join(list)}`
      : `${say(DICTIONARY.filters, filter.field)} ${between(filter)} 元`;
  const partWords = ({ of, measure, window, where, filter = [] }: Part): string =>
    [
      say(DICTIONARY.countables, of) + aside(say(SCOPE_CHOICES.measure, measure)),
      say(DICTIONARY.windows, window),
      ...where.map((one) => say(DICTIONARY.conditions, one)),
      ...filter.map(filterWords),
    ].join(comma);
  return 'value' in formula
    ? partWords(formula.value)
    : `${partWords(formula.numerator)} ÷ ${partWords(formula.denominator)}`;
};

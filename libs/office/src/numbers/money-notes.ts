import { moneyOf, type Definition, type Sentence } from '#domain';
import type { Tally } from '#projections';
import { besides } from './figure.ts';

/** Money in other currencies than the one in which a figure is told: named, never added. */
export const otherMoney = (figure: string, currency: string, total: Tally, definition: Definition): readonly string[] =>
  besides(currency, total, definition).map(([other, fen]) => `${figure}: ${other} ${moneyOf(fen, other).amount}`);

/** Last year's money in other currencies: no year on year follows from it. */
export const lastYearsMoney = (
  figure: string,
  currency: string,
  total: Tally,
  definition: Definition,
): readonly string[] =>
  besides(currency, total, definition).map(
    ([other, fen]) => `${figure}: last-year ${other} ${moneyOf(fen, other).amount}`,
  );

const UNCOMPARED: Sentence = {
  zh: '项以外币计，口径未定汇率，无法与元比较，未计入',
  en: 'in foreign money without a rate in the definition: not compared with 元, not counted',
};

const lastYearInWords = (told: string): Sentence => {
  const [, money = ''] = /^last-year (.+)$/.exec(told) ?? [];
  return money === ''
    ? { zh: told, en: told }
    : {
        zh: `上年同期 ${money}，币种不同，不作同比`,
        en: `a year before ${money}, in another currency: no year on year`,
      };
};

/** A note for people: its metric by its title, and what could not be compared in words. */
export const noteInWords = (note: string, titleOf: (metric: string) => string, language: keyof Sentence): string => {
  const [metric = '', told] = note.split(': ');
  return told === undefined
    ? note
    : `${titleOf(metric)} ${lastYearInWords(told)[language].replace('uncompared', UNCOMPARED[language])}`;
};

/** A conversion is named with its rate and its day wherever money was converted. */
export const conversionNotes = ({ conversions }: Definition, totals: readonly Tally[]): readonly string[] =>
  conversions
    .filter(({ currency }) => totals.some(({ fen }) => fen.has(currency)))
    .map(({ currency, rate, on }) => `1 ${currency} = ${rate} CNY (${on})`);

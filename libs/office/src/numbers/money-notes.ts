import { moneyOf, type Definition } from '#domain';
import type { Tally } from '#projections';
import { besides } from './figure.ts';

/** Money in other currencies than the one in which a figure is told: named, never added. */
export const otherMoney = (figure: string, currency: string, total: Tally, definition: Definition): readonly string[] =>
  besides(currency, total, definition).map(([other, fen]) => `${figure}: ${other} ${moneyOf(fen, other).amount}`);

/** A note for people: its metric by its title. */
export const noteInWords = (note: string, titleOf: (metric: string) => string): string => {
  const [metric = '', money] = note.split(': ');
  return money === undefined ? note : `${titleOf(metric)} ${money}`;
};

/** A conversion is named with its rate and its day wherever money was converted. */
export const conversionNotes = ({ conversions }: Definition, totals: readonly Tally[]): readonly string[] =>
  conversions
    .filter(({ currency }) => totals.some(({ fen }) => fen.has(currency)))
    .map(({ currency, rate, on }) => `1 ${currency} = ${rate} CNY (${on})`);

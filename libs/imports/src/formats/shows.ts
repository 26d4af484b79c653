import { Decimal } from 'decimal.js';
import type { Cell } from '../files/sheet.ts';
import { dayBy } from './days.ts';
import { figureOf, fractionOf, type Figure } from './figures.ts';
import { asSaid, digitByDigit } from './numerals.ts';
import type { Section } from './tokens.ts';

/** What a section makes of a number; `scaled` as in `Figure`. */
export interface Shown extends Pick<Cell, 'text' | 'value' | 'kind'> {
  readonly scaled: number;
}
export type Show = (value: Decimal, date1904: boolean) => Shown;

export const has = ({ tokens }: Section, ...kinds: readonly string[]): boolean =>
  tokens.some(({ is }) => kinds.includes(is));

/** A number with all its digits: what one reads in the line above the sheet. */
export const plain = (value: Decimal): string => value.toFixed();

/** A number as it means what it shows: its point where the format puts it. */
export const meant = (value: Decimal, scaled: number): string => plain(value.div(new Decimal(10).pow(scaled)));

const generalOf = ({ tokens, numerals }: Section, value: Decimal): Figure => {
  const digits = numerals === 0 ? plain(value) : asSaid(plain(value), numerals);
  const text = tokens.map((token) => {
    if (token.is === 'words') return token.text;
    return token.is === 'general' || token.is === 'text' ? digits : '';
  });
  return { text: text.join(''), scaled: 0 };
};

const digitsOf = (section: Section, value: Decimal): Figure => {
  if (has(section, 'exponent')) return { text: plain(value), scaled: 0 }; // 2.02E+11: the digits are there, they only do not fit
  if (has(section, 'slash') && !has(section, 'point')) return fractionOf(section, value);
  const figure = figureOf(section, value);
  return section.numerals === 0 ? figure : { ...figure, text: digitByDigit(figure.text, section.numerals) };
};

/** A date is a date as far as it shows a day, month or year; a time of day is text. */
const showDays = (section: Section): Show => {
  const dayOf = dayBy(section);
  return (value, date1904) => {
    const { text, value: on, day } = dayOf(value.toNumber(), date1904);
    return { text, kind: day ? 'date' : 'text', scaled: 0, ...(on === null ? {} : { value: on }) };
  };
};

/** How a section shows numbers. */
export const showBy = (section: Section): Show => {
  if (has(section, 'date', 'elapsed', 'half-day')) return showDays(section);
  const figure = has(section, 'general', 'text') ? generalOf : digitsOf;
  return (value) => {
    const { text, scaled } = figure(section, value);
    return { text, value: meant(value, scaled), kind: 'number', scaled };
  };
};

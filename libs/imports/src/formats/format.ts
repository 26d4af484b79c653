import { Decimal } from 'decimal.js';
import type { Cell } from '../files/sheet.ts';
import { dayOf, withMinutes } from './days.ts';
import { figureOf, fractionOf, type Figure } from './figures.ts';
import { asSaid, digitByDigit } from './numerals.ts';
import { sectionsOf, type Condition, type Section } from './tokens.ts';

/** How a cell's format shows what the cell holds. */
export interface Format {
  /** A stored number ("44986", "9E7") as a cell; undefined where nothing stands on the screen, and 0 behind it. */
  readonly number: (raw: string, date1904: boolean) => Cell | undefined;
  readonly text: (text: string) => Cell | undefined;
}

type Show = (value: Decimal, date1904: boolean) => Pick<Cell, 'text' | 'value' | 'kind'> & { readonly scaled: number };

const MOST_DIGITS = 15; // a binary number keeps no more; Excel shows zeros behind them
const HOLDS: Readonly<Record<Condition['is'], (value: number, than: number) => boolean>> = {
  '<': (value, than) => value < than,
  '<=': (value, than) => value <= than,
  '=': (value, than) => value === than,
  '<>': (value, than) => value !== than,
  '>=': (value, than) => value >= than,
  '>': (value, than) => value > than,
};
const has = ({ tokens }: Section, ...kinds: readonly string[]): boolean => tokens.some(({ is }) => kinds.includes(is));

/** A number with all its digits: what one reads in the line above the sheet. */
const plain = (value: Decimal): string => value.toFixed();

const generalOf = ({ tokens, numerals }: Section, value: Decimal): Figure => {
  const digits = numerals === 0 ? plain(value) : asSaid(plain(value), numerals);
  const text = tokens
    .map((token) => (token.is === 'words' ? token.text : token.is === 'general' ? digits : ''))
    .join('');
  return { text, scaled: 0 };
};

const numbersOf = (section: Section, value: Decimal): Figure => {
  if (has(section, 'exponent')) return { text: plain(value), scaled: 0 }; // 2.02E+11: the digits are there, they only do not fit
  if (has(section, 'slash') && !has(section, 'point')) return fractionOf(section, value);
  const figure = figureOf(section, value);
  return section.numerals === 0 ? figure : { ...figure, text: digitByDigit(figure.text, section.numerals) };
};

const showBy = (section: Section): Show => {
  if (has(section, 'date', 'elapsed', 'half-day')) {
    const timed = { ...section, tokens: withMinutes(section.tokens) };
    return (value, date1904) => {
      const { text, value: on, day } = dayOf(timed, value.toNumber(), date1904);
      if (!day) return { text, kind: 'text', scaled: 0 };
      return on === null ? { text, kind: 'date', scaled: 0 } : { text, value: on, kind: 'date', scaled: 0 };
    };
  }
  const figure = has(section, 'general', 'text') ? generalOf : numbersOf;
  const shown = has(section, 'text')
    ? {
        ...section,
        tokens: section.tokens.map((token) => (token.is === 'text' ? ({ is: 'general' } as const) : token)),
      }
    : section;
  return (value) => {
    const { text, scaled } = figure(shown, value);
    return { text, value: plain(value.div(new Decimal(10).pow(scaled))), kind: 'number', scaled };
  };
};

/** Which section shows a number, and whether its sign is left to the section's own words. */
const chooser = (sections: readonly Section[]): ((value: number) => { at: number; unsigned: boolean } | null) => {
  const conditional = sections.some(({ condition }) => condition !== null);
  const only = sections.length;
  return (value) => {
    if (!conditional) {
      const at = value < 0 ? 1 : value === 0 ? 2 : 0;
      return { at: at < only ? at : 0, unsigned: value < 0 && only > 1 };
    }
    for (const [at, { condition }] of sections.entries()) {
      if (condition === null && at === 1 && only > 2 && value >= 0) continue;
      if (condition !== null && !HOLDS[condition.is](value, condition.than)) continue;
      return { at, unsigned: condition !== null && condition.is.startsWith('<') && condition.than <= 0 };
    }
    return null;
  };
};

/** A number that must be guarded as a whole; Excel itself shows the rest as it lies in the file. */
const numberIn = (raw: string): Decimal | null => {
  const number = Number(raw);
  return raw.trim() === '' || !Number.isFinite(number) ? null : new Decimal(number).toSignificantDigits(MOST_DIGITS);
};

const compile = (code: string): Format => {
  const all = sectionsOf(code);
  const worded = all.length === 4 ? all[3]! : all.findLast((section) => has(section, 'text'));
  const forNumbers = all.filter((section, index) => index < 3 && (section !== worded || all.length === 1));
  const shows = forNumbers.map(showBy);
  const choose = chooser(forNumbers);
  const general = showBy(sectionsOf('General')[0]!);
  return {
    number: (raw, date1904) => {
      const value = numberIn(raw);
      if (value === null) return raw.trim() === '' ? undefined : { text: raw, kind: 'text' };
      const chosen = choose(value.toNumber());
      const show = chosen === null ? general : (shows[chosen.at] ?? general);
      const { scaled, kind, ...shown } = show(chosen?.unsigned ? value.abs() : value, date1904);
      const text = shown.text.trim();
      if (text === '') return value.isZero() ? undefined : { text, kind, doubt: 'not-shown' };
      const meant = chosen?.unsigned && kind === 'number' ? plain(value.div(new Decimal(10).pow(scaled))) : shown.value;
      const lost = kind === 'number' && value.isInteger() && value.abs().gte(1e15);
      return {
        text,
        kind,
        ...(meant === undefined || (meant === text && kind !== 'date') ? {} : { value: meant }),
        ...(lost ? { doubt: 'digits-lost' as const } : scaled > 0 ? { doubt: 'scaled' as const } : {}),
      };
    },
    text: (text) => {
      if (text === '') return undefined;
      if (worded === undefined || (all.length < 4 && !has(worded, 'text'))) return { text, kind: 'text' };
      const shown = worded.tokens
        .map((token) => (token.is === 'text' ? text : token.is === 'words' ? token.text : ''))
        .join('');
      return shown.trim() === '' && text.trim() !== ''
        ? { text: '', kind: 'text', doubt: 'not-shown' }
        : { text: shown, kind: 'text' };
    },
  };
};

const MOST_KEPT = 2_000;
const kept = new Map<string, Format>();

/** A format by its code ("yyyy\"年\"m\"月\""). Never throws: what means nothing is the general format. */
export const formatOf = (code: string): Format => {
  const known = kept.get(code);
  if (known !== undefined) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const format = compile(code);
  kept.set(code, format);
  return format;
};

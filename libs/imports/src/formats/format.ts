import { Decimal } from 'decimal.js';
import type { Cell, Doubt } from '../files/sheet.ts';
import { chooserOf } from './choice.ts';
import { has, meant, showBy, type Show, type Shown } from './shows.ts';
import { sectionsOf, type Section } from './tokens.ts';

/** How a cell's format shows what the cell holds. */
export interface Format {
  /** A stored number ("44986", "9E7") as a cell; undefined where nothing stands on the screen, and 0 behind it. */
  readonly number: (raw: string, date1904: boolean) => Cell | undefined;
  readonly text: (text: string) => Cell | undefined;
}

const MOST_DIGITS = 15; // a binary number keeps no more; Excel shows zeros behind them
const TOO_LONG = 1e15;

const numberIn = (raw: string): Decimal | null => {
  const number = Number(raw);
  return raw.trim() === '' || !Number.isFinite(number) ? null : new Decimal(number).toSignificantDigits(MOST_DIGITS);
};

const doubtOf = (value: Decimal, { kind, scaled }: Shown): Doubt | null => {
  if (kind === 'number' && value.isInteger() && value.abs().gte(TOO_LONG)) return 'digits-lost';
  return scaled > 0 ? 'scaled' : null;
};

/** What is shown of a number as a cell: the value stands beside the text where it is more, of a date always. */
const cellOf = (value: Decimal, shown: Shown): Cell | undefined => {
  const text = shown.text.trim();
  const { kind, scaled } = shown;
  if (text === '') return value.isZero() ? undefined : { text, kind, doubt: 'not-shown' };
  const own = kind === 'number' ? meant(value, scaled) : shown.value;
  const doubt = doubtOf(value, shown);
  return {
    text,
    kind,
    ...(own === undefined || (own === text && kind !== 'date') ? {} : { value: own }),
    ...(doubt === null ? {} : { doubt }),
  };
};

const GENERAL = showBy(sectionsOf('General')[0]!);
const LIES_PLAIN = /^[1-9]\d{0,14}$/;

const numbersBy = (sections: readonly Section[], code: string): Format['number'] => {
  const shows = sections.map(showBy);
  const choose = chooserOf(sections);
  const isGeneral = code === 'General';
  const showOf = (at: number | undefined): Show => (at === undefined ? GENERAL : (shows[at] ?? GENERAL));
  return (raw, date1904) => {
    if (isGeneral && LIES_PLAIN.test(raw)) return { text: raw, kind: 'number' }; // most numbers of most ledgers
    const value = numberIn(raw);
    if (value === null) return raw.trim() === '' ? undefined : { text: raw, kind: 'text' };
    const choice = choose(value.toNumber());
    return cellOf(value, showOf(choice?.at)(choice?.unsigned ? value.abs() : value, date1904));
  };
};

const textsBy =
  (section: Section | undefined): Format['text'] =>
  (text) => {
    if (text === '') return undefined;
    if (section === undefined) return { text, kind: 'text' };
    const shown = section.tokens.map((token) => {
      if (token.is === 'text') return text;
      return token.is === 'words' ? token.text : '';
    });
    const whole = shown.join('');
    if (whole.trim() === '' && text.trim() !== '') return { text: '', kind: 'text', doubt: 'not-shown' };
    return { text: whole, kind: 'text' };
  };

/** The fourth section is for text, or the one that holds an @. */
const compile = (code: string): Format => {
  const all = sectionsOf(code);
  const forText = all[3] ?? all.findLast((section) => has(section, 'text'));
  const forNumbers = all.length === 1 ? all : all.filter((section) => section !== forText);
  return { number: numbersBy(forNumbers, code), text: textsBy(forText) };
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

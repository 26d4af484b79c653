import { asSaid, digitByDigit } from './numerals.ts';
import type { Section, Token } from './tokens.ts';

/** What a date's format shows, and the date as far as it shows it: "2023-03-15", "2023-03", "2023"; null where it shows only a time, or where there is no such day. */
interface ShownDay {
  readonly text: string;
  readonly value: string | null;
  readonly day: boolean; // whether it shows any part of a date
}

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly seconds: number; // of the day
  readonly total: number; // the serial itself, for elapsed time
}

const IMPOSSIBLE = '########'; // what Excel shows
const LAST = 2_958_465; // 31 December 9999
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const CHINESE_WEEK = '日一二三四五六';

/** The calendar day of a serial of either date system, from day 1 on. Excel's 29 February 1900 never was; before it, its days are one behind. */
const civil = (days: number, date1904: boolean): Date | null => {
  if (days < 1 || days > LAST || (!date1904 && days === 60)) return null;
  return new Date(Date.UTC(1899, 11, 30 + (days < 60 ? days + 1 : days)));
};

const momentOf = (serial: number, date1904: boolean, timed: boolean): Moment | null => {
  const exact = timed ? Math.round(serial * 86_400) / 86_400 : serial;
  const days = Math.floor(exact + 1e-9) + (date1904 ? 1_462 : 0);
  const seconds = Math.round((exact - Math.floor(exact + 1e-9)) * 86_400);
  if (days === 0) return { year: 1900, month: 1, day: 0, weekday: 6, seconds, total: exact };
  const on = civil(days, date1904);
  if (on === null) return null;
  return {
    year: on.getUTCFullYear(),
    month: on.getUTCMonth() + 1,
    day: on.getUTCDate(),
    weekday: on.getUTCDay(),
    seconds,
    total: exact,
  };
};

const padded = (value: number, length: number): string => String(value).padStart(length >= 2 ? 2 : 1, '0');

const monthText = (month: number, length: number): string => {
  const name = MONTHS[month - 1]!;
  if (length === 3) return name.slice(0, 3);
  if (length === 4) return name;
  return length === 5 ? name[0]! : padded(month, length);
};
const weekdayText = (weekday: number, length: number): string =>
  length === 3 ? WEEKDAYS[weekday]!.slice(0, 3) : WEEKDAYS[weekday]!;

const partText = (part: string, length: number, moment: Moment, twelve: boolean): string => {
  const hours = Math.floor(moment.seconds / 3_600);
  switch (part) {
    case 'y':
      return length <= 2 ? String(moment.year).slice(-2) : String(moment.year);
    case 'm':
      return monthText(moment.month, length);
    case 'd':
      return length <= 2 ? padded(moment.day, length) : weekdayText(moment.weekday, length);
    case 'a':
      return `${length === 3 ? '' : '星期'}${CHINESE_WEEK[moment.weekday]!}`;
    case 'h':
      return padded(twelve ? hours % 12 || 12 : hours, length);
    case 'minutes':
      return padded(Math.floor(moment.seconds / 60) % 60, length);
    default:
      return padded(moment.seconds % 60, length);
  }
};

const ELAPSED: Readonly<Record<string, number>> = { h: 24, m: 1_440, s: 86_400 };

type Timed = Extract<Token, { readonly part: string }>;
const isTimed = (token: Token | undefined): token is Timed => token?.is === 'date' || token?.is === 'elapsed';

/** An m behind hours or before seconds is minutes. */
const withMinutes = (tokens: readonly Token[]): readonly Token[] =>
  tokens.map((token, index): Token => {
    if (!isTimed(token) || token.is !== 'date' || token.part !== 'm' || token.length > 2) return token;
    const before = tokens.slice(0, index).findLast(isTimed);
    const after = tokens.slice(index + 1).find(isTimed);
    return before?.part === 'h' || after?.part === 's' ? { ...token, part: 'minutes' } : token;
  });

const SIGNS: Readonly<Partial<Record<Token['is'], string>>> = {
  point: '.',
  comma: ',',
  slash: '/',
  percent: '%',
  digit: '0',
};

/** Day 0, which a cell shows that repeats an empty one, is no day. */
const valueOf = (shown: ReadonlySet<string>, { year, month, day }: Moment): string | null => {
  if (day === 0) return null;
  const [y, m, d] = [String(year).padStart(4, '0'), padded(month, 2), padded(day, 2)];
  if (shown.has('d') || shown.has('a')) return `${y}-${m}-${d}`;
  return shown.has('m') ? `${y}-${m}` : y;
};

/** How a section shows serials by its letters. Its minutes are told apart from its months first. */
export const dayBy = ({ tokens: own, numerals }: Section): ((serial: number, date1904: boolean) => ShownDay) => {
  const tokens = withMinutes(own);
  const parts = new Set(tokens.flatMap((token) => (token.is === 'date' ? [token.part] : [])));
  const elapsed = tokens.some(({ is }) => is === 'elapsed');
  const day = ['y', 'm', 'd', 'a'].some((part) => parts.has(part));
  const timed = elapsed || ['h', 'minutes', 's'].some((part) => parts.has(part));
  const twelve = tokens.some(({ is }) => is === 'half-day');
  const inNumerals = (text: string, part: string): string =>
    numerals === 0 ? text : part === 'y' ? digitByDigit(text, numerals) : asSaid(text.replace(/^0/, ''), numerals);
  const shown = (token: Token, moment: Moment): string => {
    if (token.is === 'words') return token.text;
    if (token.is === 'half-day') return moment.seconds < 43_200 ? token.morning : token.afternoon;
    if (token.is === 'date') return inNumerals(partText(token.part, token.length, moment, twelve), token.part);
    if (token.is !== 'elapsed') return SIGNS[token.is] ?? '';
    return String(Math.floor(moment.total * ELAPSED[token.part]! + 1e-6)).padStart(token.length, '0');
  };
  return (serial, date1904) => {
    const moment = serial < 0 ? null : momentOf(serial, date1904, timed);
    if (moment === null) return { text: IMPOSSIBLE, value: null, day };
    let text = '';
    for (const token of tokens) text += shown(token, moment);
    return { text, value: day ? valueOf(parts, moment) : null, day };
  };
};

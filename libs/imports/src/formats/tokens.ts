/** A piece of a number format. Letters of `date` and `elapsed` are y m d h s a (a: day of the week), `minutes` an m beside hours or seconds. */
export type Token =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'digit'; readonly sign: '0' | '#' | '?' }
  | { readonly is: 'point' | 'comma' | 'percent' | 'slash' | 'text' | 'general' | 'exponent' }
  | { readonly is: 'date' | 'elapsed'; readonly part: string; readonly length: number }
  | { readonly is: 'half-day'; readonly morning: string; readonly afternoon: string };

export interface Condition {
  readonly is: '<' | '<=' | '=' | '<>' | '>=' | '>';
  readonly than: number;
}

/** One of the sections that semicolons part: for positive and negative numbers, zero and text, or as their conditions say. */
export interface Section {
  readonly tokens: readonly Token[];
  readonly condition: Condition | null;
  readonly numerals: 0 | 1 | 2 | 3; // [DBNum1] 一二三, [DBNum2] 壹贰叁, [DBNum3] full-width digits
}

interface Building {
  tokens: Token[];
  condition: Condition | null;
  numerals: Section['numerals'];
}

/** Excel takes 255 signs; what is longer was made by nobody who wanted to be read. */
const LONGEST = 500;
const SYSTEM_DAY = 'yyyy"年"m"月"d"日"';
const SYSTEM_TIME = 'h:mm:ss';
const CONDITION = /^(<=|>=|<>|<|>|=)(-?\d{1,15}(?:\.\d{1,15})?)$/;
const SIGNS: Readonly<Record<string, Token>> = {
  '0': { is: 'digit', sign: '0' },
  '#': { is: 'digit', sign: '#' },
  '?': { is: 'digit', sign: '?' },
  '.': { is: 'point' },
  ',': { is: 'comma' },
  '%': { is: 'percent' },
  '/': { is: 'slash' },
  '@': { is: 'text' },
};
const HALF_DAYS: readonly (readonly [string, string, string])[] = [
  ['上午/下午', '上午', '下午'],
  ['am/pm', 'AM', 'PM'],
  ['a/p', 'A', 'P'],
];
const GENERALS = ['general', 'g/通用格式'];

/** Reads what begins at a place and answers where the next begins; null where it is not of its kind. */
type Step = (code: string, at: number, into: Building) => number | null;

const words = (into: Building, text: string): void => {
  if (text !== '') into.tokens.push({ is: 'words', text });
};

const quoted: Step = (code, at, into) => {
  if (code[at] !== '"') return null;
  const end = code.indexOf('"', at + 1);
  words(into, code.slice(at + 1, end < 0 ? code.length : end));
  return end < 0 ? code.length : end + 1;
};

/** A sign that stands for itself (\x, in Chinese versions also !x), the width of a sign (_x) or a filling (*x). */
const withNext: Step = (code, at, into) => {
  const sign = code[at]!;
  if (!'\\!_*'.includes(sign)) return null;
  if (sign === '_') words(into, ' ');
  else if (sign !== '*') words(into, code[at + 1] ?? '');
  return at + 2;
};

const bracketed: Step = (code, at, into) => {
  if (code[at] !== '[') return null;
  const end = code.indexOf(']', at);
  if (end < 0) return code.length;
  const inside = code.slice(at + 1, end);
  const [, is, than] = CONDITION.exec(inside) ?? [];
  const elapsed = /^(h{1,9}|m{1,9}|s{1,9})$/i.exec(inside);
  const numerals = /^dbnum([123])$/i.exec(inside);
  if (is !== undefined) into.condition = { is: is as Condition['is'], than: Number(than) };
  else if (elapsed) into.tokens.push({ is: 'elapsed', part: inside[0]!.toLowerCase(), length: inside.length });
  else if (numerals) into.numerals = Number(numerals[1]) as Section['numerals'];
  else if (/^\$-[xf]?-?f800$/i.test(inside)) into.tokens.push(...sectionsOf(SYSTEM_DAY)[0]!.tokens);
  else if (/^\$-[xf]?-?f400$/i.test(inside)) into.tokens.push(...sectionsOf(SYSTEM_TIME)[0]!.tokens);
  else if (inside.startsWith('$')) words(into, inside.slice(1).split('-')[0]!);
  return end + 1; // colours and locales show nothing
};

const named: Step = (code, at, into) => {
  const rest = code.slice(at, at + 9).toLowerCase();
  const general = GENERALS.find((name) => rest.startsWith(name));
  if (general !== undefined) {
    into.tokens.push({ is: 'general' });
    return at + general.length;
  }
  const half = HALF_DAYS.find(([name]) => rest.startsWith(name));
  if (half === undefined) return null;
  into.tokens.push({ is: 'half-day', morning: half[1], afternoon: half[2] });
  return at + half[0].length;
};

/** A run of one letter: years (also e), months, days, hours, seconds; aaa and aaaa are days of the week. */
const lettered: Step = (code, at, into) => {
  const letter = code[at]!.toLowerCase();
  if (letter === 'e' && /[+-]/.test(code[at + 1] ?? '')) {
    into.tokens.push({ is: 'exponent' });
    return at + 2;
  }
  if (!'ymdhsaeg'.includes(letter)) return null;
  let end = at + 1;
  while (code[end]?.toLowerCase() === letter) end += 1;
  const length = end - at;
  if (letter === 'g') return end; // eras are not shown
  if (letter === 'a' && length < 3) words(into, code.slice(at, end));
  else into.tokens.push({ is: 'date', part: letter === 'e' ? 'y' : letter, length: letter === 'e' ? 4 : length });
  return end;
};

const single: Step = (code, at, into) => {
  const token = SIGNS[code[at]!];
  if (token !== undefined) into.tokens.push(token);
  else words(into, code[at]!);
  return at + 1;
};

const STEPS: readonly Step[] = [quoted, withNext, bracketed, named, lettered, single];

/** The sections of a format code, in one walk over it. A code that is too long, or parts into too many sections, is the general format. */
export const sectionsOf = (code: string): readonly Section[] => {
  const begin = (): Building => ({ tokens: [], condition: null, numerals: 0 });
  if (code.length > LONGEST) return sectionsOf('General');
  const sections = [begin()];
  for (let at = 0; at < code.length;) {
    if (code[at] === ';') {
      sections.push(begin());
      at += 1;
      continue;
    }
    const into = sections.at(-1)!;
    for (const step of STEPS) {
      const next = step(code, at, into);
      if (next === null) continue;
      at = next;
      break;
    }
  }
  return sections.slice(0, 4);
};

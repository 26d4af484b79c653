import { Decimal } from 'decimal.js';
import type { Section, Token } from './tokens.ts';

/** What a section shows of a number. `scaled`: by how many places the point stands further left than in the value. */
export interface Figure {
  readonly text: string;
  readonly scaled: number;
}

type Digit = Extract<Token, { readonly is: 'digit' }>;
const isDigit = (token: Token): token is Digit => token.is === 'digit';

/** The parts of a pattern: where its digits stand, what they are grouped and scaled by. */
interface Pattern {
  readonly whole: readonly Token[];
  readonly fraction: readonly Token[];
  readonly point: boolean;
  readonly grouped: boolean;
  readonly scale: number;
  readonly percent: number;
  readonly shift: number; // digits behind a point that is a mere sign: `0!.0,` shows 万 with one place
}

/** Commas between digits group them, commas behind the last digit scale by a thousand each. */
const commas = (tokens: readonly Token[]): { readonly grouped: boolean; readonly scale: number } => {
  const [first, last] = [tokens.findIndex(isDigit), tokens.findLastIndex(isDigit)];
  let [grouped, scale] = [false, 0];
  tokens.forEach(({ is }, index) => {
    if (is !== 'comma' || first < 0 || index < first) return;
    if (index < last) grouped = true;
    else scale += 1;
  });
  return { grouped, scale };
};

const shiftOf = (whole: readonly Token[]): number => {
  const points = whole.flatMap((token, index) => (token.is === 'words' && token.text === '.' ? [index] : []));
  const [at] = points;
  if (at === undefined || points.length > 1 || !whole.slice(0, at).some(isDigit)) return 0;
  return whole.slice(at).filter(isDigit).length;
};

const patternOf = (tokens: readonly Token[]): Pattern => {
  const at = tokens.findIndex(({ is }) => is === 'point');
  const whole = at < 0 ? tokens : tokens.slice(0, at);
  const fraction = at < 0 ? [] : tokens.slice(at + 1);
  return {
    whole,
    fraction,
    point: at >= 0,
    grouped: commas(whole).grouped,
    scale: commas(whole).scale + commas(fraction).scale,
    percent: tokens.filter(({ is }) => is === 'percent').length,
    shift: at < 0 ? shiftOf(whole) : 0,
  };
};

const signOf = (token: Token): string => {
  if (token.is === 'words') return token.text;
  if (token.is === 'percent') return '%';
  if (token.is === 'slash') return '/';
  return '';
};
const BLANK: Readonly<Record<Digit['sign'], string>> = { '0': '0', '#': '', '?': ' ' };

/** The whole digits from the right into their places; what is left over stands at the first place. */
const wholeText = ({ whole, grouped, point: pointed }: Pattern, digits: string): string => {
  const first = whole.findIndex(isDigit);
  let [left, printed] = [digits === '0' ? '' : digits, 0];
  let text = first < 0 && pointed ? left : '';
  const put = (digit: string): void => {
    if (grouped && printed > 0 && printed % 3 === 0 && digit !== ' ' && digit !== '') text = `,${text}`;
    text = `${digit}${text}`;
    if (digit !== '') printed += 1;
  };
  for (let index = whole.length - 1; index >= 0; index -= 1) {
    const token = whole[index]!;
    if (!isDigit(token)) {
      text = `${signOf(token)}${text}`;
      continue;
    }
    put(left === '' ? BLANK[token.sign] : left.at(-1)!);
    left = left.slice(0, -1);
    while (index === first && left !== '') {
      put(left.at(-1)!);
      left = left.slice(0, -1);
    }
  }
  return text;
};

const fractionText = ({ fraction }: Pattern, digits: string): string => {
  let at = 0;
  let text = '';
  for (const token of fraction) {
    if (!isDigit(token)) {
      text += signOf(token);
      continue;
    }
    const rest = digits.slice(at);
    text += /^0*$/.test(rest) && token.sign !== '0' ? BLANK[token.sign] : (rest[0] ?? '');
    at += 1;
  }
  return text;
};

/** A number by the digits of a section: `#,##0.00`, `0!.0,`, `000000`, `"HX-"0000`, `0.00%`. */
export const figureOf = ({ tokens }: Pick<Section, 'tokens'>, value: Decimal): Figure => {
  const pattern = patternOf(tokens);
  const places = pattern.fraction.filter(isDigit).length;
  const size = value.abs().times(new Decimal(10).pow(2 * pattern.percent - 3 * pattern.scale));
  const [digits = '0', behind = ''] = size.toFixed(places, Decimal.ROUND_HALF_UP).split('.');
  const shown = `${wholeText(pattern, digits)}${pattern.point ? '.' : ''}${fractionText(pattern, behind)}`;
  const none = !tokens.some(isDigit) || /[1-9]/.test(`${digits}${behind}`);
  return {
    text: value.isNegative() && none ? `-${shown}` : shown,
    scaled: 3 * pattern.scale + pattern.shift,
  };
};

/** `# ?/?`, `# ??/??`, `?/8`: the nearest fraction whose denominator has that many digits, or is that one. */
export const fractionOf = ({ tokens }: Pick<Section, 'tokens'>, value: Decimal): Figure => {
  const slash = tokens.findIndex(({ is }) => is === 'slash');
  const below = tokens.slice(slash + 1).filter((token) => isDigit(token) || token.is === 'words');
  const fixed = Number(below.map((token) => (token.is === 'words' ? token.text.trim() : '0')).join(''));
  const whole = tokens.slice(0, slash).filter(isDigit).length > 0 && tokens.slice(0, slash).some(gap);
  const size = value.abs();
  const integral = whole ? size.floor() : new Decimal(0);
  const rest = size.minus(integral);
  const digits = below.filter(isDigit).length;
  const [top, bottom] =
    fixed > 0
      ? [rest.times(fixed).round(), new Decimal(fixed)]
      : rest.toFraction(10 ** Math.min(Math.max(digits, 1), 4) - 1);
  const carried = whole && top!.equals(bottom!);
  const front = integral.plus(carried ? 1 : 0);
  const part = top!.isZero() || carried ? '' : `${top!.toFixed()}/${bottom!.toFixed()}`;
  const shown = [front.isZero() && part !== '' ? '' : front.toFixed(), part].filter((one) => one !== '').join(' ');
  return { text: value.isNegative() ? `-${shown}` : shown, scaled: 0 };
};

const gap = (token: Token): boolean => token.is === 'words' && token.text.trim() === '';

import { Decimal } from 'decimal.js';
import { roundedFromUnit, UNITS, type Money, type MoneyUnit } from '#domain';
import type { Cell } from '../files/sheet.ts';
import { emptyIs, notUnderstood, valueIs, type Reading } from './reading.ts';
import { simplified } from './simplified.ts';
import { inParts } from './parts-told.ts';
import { clean, nothingToRead, unmarked, untyped } from './text.ts';
import { CURRENCY_NAMES, currencyIn, type Unit } from './units.ts';

/** No exact number: `near` one, 约5.7亿; `open` to one side or between two, 5亿元以上, 5-6亿; `parts`: the sum of those that are told, or a total that is not their sum. */
type About = 'near' | 'open' | 'parts';

export interface AmountRead {
  readonly money: Money;
  readonly typed: number; // in the column's unit, for comparing orders of magnitude
  readonly own: Unit | null; // the unit that the cell itself names, in words or by its format
  readonly remark: string | null; // what stands behind the amount: (外资3000万美元), 其中固投4亿元
  readonly about: About | null;
  readonly figures: readonly string[]; // what it reads as, with its unit: 5亿元; of a range both ends
}

const LONGEST = 40; // signs of an amount with its unit
/** A sign or currency, the digits, and what stands behind them. */
const AMOUNT = /^(人民币|[A-Z]{2,3}\$?|[¥$€£])?([-−负]|\()?([¥$€£])?(\d+(?:\.\d+)?)\)?(.*)$/i;
const BEHIND = new RegExp(
  `^(亿|千万|百万|万|千)?(元|圆|${CURRENCY_NAMES})?(人民币|整|\\(人民币\\)|USD|CNY|RMB|EUR|HKD)?$`,
  'i',
);
const TWO_STEPS = /^(\d+(?:\.\d+)?)亿(\d+(?:\.\d+)?)(千?)万(元|圆|美元|欧元|港元|港币|日元)?(整)?$/;

/** Words by which an amount is said to be no exact one: near it, or beyond or below it. */
const NEAR = /^(约为?|大约|大概|将?近|接近|预计|拟|暂定|估计?)|(左右|上下)$/g;
const OPEN =
  /^(超过?|逾|不低于|不少于|不超过|至少|最多|低于|高于|[≥≧>≤≦<]=?)|(及?以[上下](?:元)?|[多余]元?|\+)$|(?<=\d)[多余](?=[亿万千百])/g;
const INEXACT = [
  [OPEN, 'open'],
  [NEAR, 'near'],
] as const;
const RANGE = /^([^-~—–至到]+)(?:[-~—–至到]+)([^-~—–至到]+)$/;
const WIDEST = 100; // times its lower end, or it is no range but two other figures
/** Nobody knows it yet, or may say it. */
const NOT_YET =
  /^(待定|未定|不详|面议|另议|保密|未披露|未明确|不便透露|待(测算|核|确定|明确|商|议).{0,4}|(暂|尚)未.{1,6})$/;
/** What an amount is of, said before it: 总投资5亿元. */
const OF =
  /^(项目)?(计划|合同|协议|签约)?(总?投资|金额|总额|额)(额|金额)?[为:]?(?=[约\d¥￥])|^(折合?|共计?|合计)(?=人民币|[\d¥￥])/;
/** An amount with something behind it, in brackets or after a comma. */
const REMARKED = /^(.+?)(?:[(]([^()]+)[)]|[,，;；。](?=其中|含|包括|不含|[^\d]+$)(.+))$/;

/** The same money in another currency, 3亿美元（约21亿元人民币）: about so much, and the amount itself is exact. */
const CONVERTED = /^约\d.*(元|镑|郎|USD|CNY|RMB)/i;

interface Parts {
  readonly negative: boolean;
  readonly digits: string;
  readonly own: Unit | null;
}

const MONEY = new RegExp(`元|圆|${CURRENCY_NAMES}`);

/** Currency and unit that the words around an amount name; the column's where they name none. */
const ownUnit = (scale: string | undefined, before: string, behind: string, column: Unit): Unit | null => {
  const currency = currencyIn(before) ?? currencyIn(behind);
  const named = scale !== undefined || MONEY.test(behind);
  if (!named && currency === null) return null;
  const unit = named ? (`${scale ?? ''}元` as MoneyUnit) : column.unit;
  return { unit, currency: currency ?? (/[元圆]/.test(behind) ? 'CNY' : column.currency) };
};

/** 1亿2000万元, 1亿2千万. */
const twoSteps = (text: string, column: Unit): Parts | null => {
  const [, yi, lower, thousands, name = ''] = TWO_STEPS.exec(text) ?? [];
  if (yi === undefined) return null;
  const wan = new Decimal(lower!).times(thousands === '' ? 1 : 1_000);
  return {
    negative: false,
    digits: new Decimal(yi).times(10_000).plus(wan).toFixed(),
    own: { unit: '万元', currency: currencyIn(name) ?? (name === '' ? column.currency : 'CNY') },
  };
};

const partsOf = (text: string, column: Unit): Parts | null => {
  const inSteps = twoSteps(text, column);
  if (inSteps !== null) return inSteps;
  const [, before = '', sign, mark = '', digits, rest = ''] = AMOUNT.exec(text) ?? [];
  const behind = BEHIND.exec(rest);
  if (digits === undefined || behind === null) return null;
  return { negative: sign !== undefined, digits, own: ownUnit(behind[1], before + mark, rest, column) };
};

interface Told {
  readonly parts: Parts;
  readonly upper: Parts | null; // of a range
  readonly remark: string | null;
  readonly about: About | null;
}

const unitOf = ({ own }: Parts, column: Unit): Unit => own ?? column;
const sizeOf = (parts: Parts, column: Unit): Decimal =>
  new Decimal(parts.digits).times(UNITS[unitOf(parts, column).unit]);

/** 5-6亿元, 5000万~1亿: two ends, of which the first is in the unit of the second where it names none. */
const rangeIn = (text: string, column: Unit): Told | null => {
  const [, from, to] = RANGE.exec(text) ?? [];
  if (from === undefined || /^0\d/.test(from)) return null; // a telephone
  const upper = partsOf(to!, column);
  const named = partsOf(from, column);
  if (upper === null || named === null || upper.negative || named.negative) return null;
  const lower = named.own === null ? { ...named, own: upper.own } : named;
  const [low, high] = [sizeOf(lower, column), sizeOf(upper, column)];
  if (low.lte(0) || low.gte(high) || high.gt(low.times(WIDEST))) return null;
  return { parts: lower, upper, remark: null, about: 'open' };
};

/** An amount that words say to be no exact one, 约5.7亿, 5亿元以上, without them; null where none say so. */
const inexactIn = (text: string): { readonly amount: string; readonly about: About } | null => {
  for (const [words, about] of INEXACT) {
    const amount = text.replace(words, '');
    if (amount !== text) return { amount, about };
  }
  return null;
};

/** An amount with something in brackets or after a comma behind it: its unit, 3000(万美元), or a remark. */
const remarkedIn = (text: string, column: Unit): Told | null => {
  const [, amount, bracketed, after] = REMARKED.exec(text) ?? [];
  const remark = bracketed ?? after;
  if (amount === undefined || remark === undefined) return null;
  if (BEHIND.test(remark)) return toldIn(`${amount}${remark}`, column);
  const told = toldIn(amount, column);
  const near = /^(预计|暂定|待定|约|估)/.test(remark) && !CONVERTED.test(remark);
  return told && { ...told, remark, about: told.about ?? (near ? 'near' : null) };
};

/** An amount with the words around it. */
const toldIn = (text: string, column: Unit): Told | null => {
  const plain = partsOf(text, column);
  if (plain !== null) return { parts: plain, upper: null, remark: null, about: null };
  const named = text.replace(OF, '');
  if (named !== text) return toldIn(named, column);
  const inexact = inexactIn(text);
  if (inexact === null) return rangeIn(text, column) ?? remarkedIn(text, column);
  const told = toldIn(inexact.amount, column);
  return told && { ...told, about: told.about ?? inexact.about };
};

const figureOf = (parts: Parts, column: Unit): string => {
  const { unit, currency } = unitOf(parts, column);
  return `${parts.digits}${unit}${currency === 'CNY' ? '' : ` ${currency}`}`;
};

/** The parts as amounts, in the unit of the last that names one where some name none; null where one of them is no amount. */
const partsRead = (texts: readonly string[], column: Unit): readonly Parts[] | null => {
  const read = texts.flatMap((one) => toldIn(one, column)?.parts ?? []);
  if (read.length < texts.length) return null;
  const own = read.findLast((one) => one.own !== null)?.own ?? null;
  return read.map((one) => ({ ...one, own: one.own ?? own }));
};

/** Whether a total is the sum of its parts; where but one of them is told, it may be more. */
const addsUp = (total: Decimal, sum: Decimal, parts: number): boolean =>
  sum.eq(total) || (parts === 1 && sum.lt(total));

/** 一期2亿，二期3亿: their sum, in the unit of the last where some name none; a total beside them is the amount, and sure where it is their sum, or where not all of them are told. */
const partsTogether = (text: string, column: Unit): Told | null => {
  const told = inParts(text);
  if (told === null) return null;
  const parts = partsRead(told.parts, column);
  const whole = told.total === null ? null : toldIn(told.total, column);
  if (parts === null || (told.total !== null && whole === null)) return null;
  const currencies = new Set(parts.map((one) => unitOf(one, column).currency));
  if (currencies.size > 1) return whole && { ...whole, remark: text };
  const sum = parts.map((one) => sizeOf(one, column)).reduce((a, b) => a.plus(b));
  if (whole !== null) {
    const sure = addsUp(sizeOf(whole.parts, column), sum, parts.length);
    return { ...whole, remark: text, about: whole.about ?? (sure ? null : 'parts') };
  }
  const last = parts.at(-1)!;
  const digits = sum.div(UNITS[unitOf(last, column).unit]).toFixed();
  return { parts: { negative: false, digits, own: last.own }, upper: null, remark: text, about: 'parts' };
};

const plainAmount = (text: string): string =>
  simplified(untyped(clean(text)))
    .replace(/\s/g, '')
    .replace(/[,，](?=\d{3})/g, '')
    .replace(/(million|mn)$/i, '百万');

/** All digits of a number of which its format shows some; those of a text are what it shows. */
const digitsOf = ({ kind, value }: Cell, shown: string): string =>
  kind === 'number' && value !== undefined ? value.replace('-', '') : shown;

/**
 * The amount that a cell shows, exactly, in its own unit or else the column's (README, "Import verdicts"). More than two places of 元 come from the sheets' own divisions: half a 分 is rounded up.
 * Words are not understood: no number in them could be stored exactly.
 */
export const readAmount = (cell: Cell | undefined, column: Unit): Reading<AmountRead> => {
  if (cell === undefined) return emptyIs();
  const nothing = nothingToRead(cell);
  if (nothing !== null) return nothing;
  if (cell.kind === 'date') return notUnderstood(cell, 'words');
  const text = plainAmount(unmarked(cell.text).slice(0, 4 * LONGEST));
  if (NOT_YET.test(text)) return emptyIs(clean(cell.text));
  const told = partsTogether(text, column) ?? (text.length > LONGEST ? null : toldIn(text, column));
  if (told === null) return notUnderstood(cell, 'words');
  const { parts, upper, remark, about } = told;
  if (parts.negative) return notUnderstood(cell, 'negative');
  const { unit, currency } = parts.own ?? column;
  const digits = digitsOf(cell, parts.digits);
  return valueIs({
    money: roundedFromUnit(digits, unit, currency),
    typed: new Decimal(digits).times(UNITS[unit]).div(UNITS[column.unit]).toNumber(),
    own: parts.own,
    remark,
    about,
    figures: [parts, ...(upper === null ? [] : [upper])].map((one) => figureOf(one, column)),
  });
};

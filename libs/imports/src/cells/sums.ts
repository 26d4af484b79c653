import { Decimal } from 'decimal.js';
import { roundedFromUnit, UNITS, type Money, type MoneyUnit } from '#domain';
import type { Cell } from '../files/sheet.ts';
import { emptyIs, notUnderstood, stopped, valueIs, type Reading } from './reading.ts';
import { simplified } from './simplified.ts';
import { clean, isEmpty, untyped } from './text.ts';
import { CURRENCY_NAMES, currencyIn, type Unit } from './units.ts';

export interface AmountRead {
  readonly money: Money;
  readonly typed: number; // in the column's unit, for comparing orders of magnitude
  readonly own: Unit | null; // the unit that the cell itself names, in words or by its format
  readonly remark: string | null; // what stands behind the amount: (外资3000万美元), 其中固投4亿元
  readonly about: boolean; // 约5.7亿, 5亿元以上: no exact number
}

const LONGEST = 40; // signs of an amount with its unit
/** A sign or currency, the digits, and what stands behind them. */
const AMOUNT = /^(人民币|[A-Z]{2,3}\$?|[¥$€£])?([-−负]|\()?([¥$€£])?(\d+(?:\.\d+)?)\)?(.*)$/i;
const BEHIND = new RegExp(
  `^(亿|千万|百万|万|千)?(元|圆|${CURRENCY_NAMES})?(人民币|整|\\(人民币\\)|USD|CNY|RMB|EUR|HKD)?$`,
  'i',
);
const TWO_STEPS = /^(\d+(?:\.\d+)?)亿(\d+(?:\.\d+)?)万(元|圆|美元|欧元|港元|港币|日元)?(整)?$/;

/** Words by which an amount is said to be no exact one. */
const ABOUT = /^(约为?|大约|大概|近|接近|超过?|逾|不低于|不少于|不超过|预计|拟|暂定)|(左右|上下|以上|以下|多|\+)$/g;
/** What an amount is of, said before it: 总投资5亿元. */
const OF = /^(项目)?(计划|合同|协议|签约)?(总?投资|金额|总额|额)(额|金额)?[为:]?(?=[约\d¥￥])/;
/** An amount with something behind it, in brackets or after a comma. */
const REMARKED = /^(.+?)(?:[(]([^()]+)[)]|[,，;；](?=其中|含|包括|不含)(.+))$/;

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

const partsOf = (text: string, column: Unit): Parts | null => {
  const [, yi, wan, name = ''] = TWO_STEPS.exec(text) ?? [];
  if (yi !== undefined)
    return {
      negative: false,
      digits: new Decimal(yi).times(10_000).plus(wan!).toFixed(),
      own: { unit: '万元', currency: currencyIn(name) ?? (name === '' ? column.currency : 'CNY') },
    };
  const [, before = '', sign, mark = '', digits, rest = ''] = AMOUNT.exec(text) ?? [];
  const behind = BEHIND.exec(rest);
  if (digits === undefined || behind === null) return null;
  return { negative: sign !== undefined, digits, own: ownUnit(behind[1], before + mark, rest, column) };
};

interface Told {
  readonly parts: Parts;
  readonly remark: string | null;
  readonly about: boolean;
}

/** An amount with its words around it: what stands in brackets behind it may be its unit, 3000(万美元), or a remark. */
const toldIn = (text: string, column: Unit): Told | null => {
  const plain = partsOf(text, column);
  if (plain !== null) return { parts: plain, remark: null, about: false };
  const named = text.replace(OF, '');
  if (named !== text) return toldIn(named, column);
  const exact = text.replace(ABOUT, '');
  if (exact !== text) {
    const told = toldIn(exact, column);
    return told && { ...told, about: true };
  }
  const [, amount, bracketed, after] = REMARKED.exec(text) ?? [];
  const remark = bracketed ?? after;
  if (amount === undefined || remark === undefined) return null;
  if (BEHIND.test(remark)) return toldIn(`${amount}${remark}`, column);
  const told = toldIn(amount, column);
  return (
    told && {
      ...told,
      remark,
      about: told.about || (/^(预计|暂定|待定|约|估)/.test(remark) && !CONVERTED.test(remark)),
    }
  );
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
  const stop = stopped(cell);
  if (stop !== null) return stop;
  if (isEmpty(cell)) return emptyIs(clean(cell.text) || null);
  if (cell.kind === 'date' || cell.kind === 'boolean') return notUnderstood(cell, 'words');
  const text = plainAmount(cell.text.slice(0, 4 * LONGEST));
  const told = text.length > LONGEST ? null : toldIn(text, column);
  if (told === null) return notUnderstood(cell, 'words');
  const { parts, remark, about } = told;
  if (parts.negative) return notUnderstood(cell, 'negative');
  const { unit, currency } = parts.own ?? column;
  const digits = digitsOf(cell, parts.digits);
  return valueIs({
    money: roundedFromUnit(digits, unit, currency),
    typed: new Decimal(digits).times(UNITS[unit]).div(UNITS[column.unit]).toNumber(),
    own: parts.own,
    remark,
    about,
  });
};

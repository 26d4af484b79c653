import { roundedFromUnit, UNITS, type Money, type MoneyUnit } from '#domain';
import type { Cell } from '../files/workbook.ts';
import { clean, isEmpty } from './text.ts';

export type AmountReading =
  | { readonly ok: true; readonly money: Money | null; readonly typed: number | null } // `typed` in the column's unit, for comparing orders of magnitude
  | { readonly ok: false; readonly code: 'amount-in-words' | 'error-cell' | 'amount-negative' };

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/美元|美金|USD|US\$|\$/i, 'USD'],
  [/欧元|EUR|€/i, 'EUR'],
  [/港元|港币|HKD/i, 'HKD'],
  [/日元|JPY/i, 'JPY'],
  [/英镑|GBP|£/i, 'GBP'],
  [/人民币|CNY|RMB|¥|￥/i, 'CNY'],
];

/** ISO code of a currency named in words; null where none is named. */
export const currencyIn = (text: string): string | null =>
  CURRENCIES.find(([sign]) => sign.test(clean(text)))?.[1] ?? null;

export interface Unit {
  readonly unit: MoneyUnit;
  readonly currency: string;
}
const UNIT = /(亿|千万|百万|万|千)?(元|美元|美金|欧元|港元|港币|日元|英镑)/;

/** The money unit that a text names, such as "合同额（万元）", "单位：亿元", "总投资(万美元)"; null where it names none. */
export const unitIn = (text: string): Unit | null => {
  const plain = clean(text);
  const currency = CURRENCIES.find(([sign]) => sign.test(plain))?.[1] ?? 'CNY';
  const [, scale] = UNIT.exec(plain) ?? [];
  const found = UNIT.test(plain) ? (scale ?? '') : /(?:[(（:：/]|单位)\s*(亿|万)\s*[)）]?$/.exec(plain)?.[1];
  return found === undefined ? null : { unit: `${found}元` as MoneyUnit, currency };
};

/** An amount in the column's unit, exactly; a unit written into the cell itself goes before the column's. Words are refused: no number in them could be stored exactly. */
export const readAmount = (cell: Cell | undefined, column: Unit): AmountReading => {
  if (isEmpty(cell)) return { ok: true, money: null, typed: null };
  const { kind, text } = cell!;
  if (kind === 'error') return { ok: false, code: 'error-cell' };
  const plain = clean(text)
    .replace(/\s/g, '')
    .replace(/[,，](?=\d{3})/g, '')
    .replace(/^[¥￥$]/, '');
  const [, sign, digits, rest = ''] = /^([-−负]?)(\d+(?:\.\d+)?)(.*)$/.exec(plain) ?? [];
  if (digits === undefined) return { ok: false, code: 'amount-in-words' };
  let { unit, currency } = column;
  if (rest !== '') {
    const own = /^(亿|千万|百万|万|千)?(元|美元|美金|欧元|港元|港币|日元|英镑)?(人民币|整|\(人民币\))?$/.exec(rest);
    if (own === null) return { ok: false, code: 'amount-in-words' };
    unit = `${own[1] ?? ''}元` as MoneyUnit;
    currency = CURRENCIES.find(([one]) => one.test(rest))?.[1] ?? (own[2] === undefined ? column.currency : 'CNY');
  }
  if (sign !== '') return { ok: false, code: 'amount-negative' };
  return {
    ok: true,
    money: roundedFromUnit(digits, unit, currency),
    typed: Number(digits) * (Number(UNITS[unit]) / Number(UNITS[column.unit])),
  };
};

import type { MoneyUnit } from '#domain';
import { simplified } from './simplified.ts';
import { clean } from './text.ts';

/** What an amount is counted in. */
export interface Unit {
  readonly unit: MoneyUnit;
  readonly currency: string; // ISO 4217
}

// prettier-ignore
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/美元|美金|USD|US\$|\$/i, 'USD'], [/欧元|EUR|€/i, 'EUR'], [/港元|港币|HKD/i, 'HKD'], [/日元|日圆|日币|JPY/i, 'JPY'], [/英镑|GBP|£/i, 'GBP'],
  [/韩元|韩币|KRW/i, 'KRW'], [/新元|新加坡元|新币|SGD/i, 'SGD'], [/(?<!澳门)澳元|澳币|AUD/i, 'AUD'], [/加元|加币|CAD/i, 'CAD'],
  [/澳门元|澳门币|MOP/i, 'MOP'], [/瑞士法郎|瑞郎|CHF/i, 'CHF'], [/卢布|RUB/i, 'RUB'], [/泰铢|THB/i, 'THB'], [/林吉特|马币|MYR/i, 'MYR'], [/卢比|INR/i, 'INR'], [/迪拉姆|AED/i, 'AED'], [/新台币|台币|TWD/i, 'TWD'], [/人民币|CNY|RMB|¥|￥/i, 'CNY'],
];

/** ISO code of a currency named in words; null where none is named. */
export const currencyIn = (text: string): string | null =>
  CURRENCIES.find(([sign]) => sign.test(simplified(clean(text))))?.[1] ?? null;

/** Names of currencies behind a scale. */
export const CURRENCY_NAMES =
  '美元|美金|欧元|港元|港币|日元|日圆|日币|英镑|韩元|新加坡元|新元|新币|澳门元|澳门币|澳元|澳币|加元|加币|新台币|瑞士法郎|瑞郎|卢布|泰铢|林吉特|马币|卢比|迪拉姆';
const NAMED = new RegExp(`(亿|千万|百万|万|千)?(${CURRENCY_NAMES}|元)`, 'g');
const BARE = /(?:[(（:：/、,，]|单位)\s*(亿|千万|百万|万)\s*[)）]?$/;
/** How large something must be to be counted is no unit: 亿元以上项目（个）, 5000万元及以上. */
const THRESHOLD = /\d{0,18}(亿|千万|百万|万)(元|美元)?(\(含\)|及|或)?(以上|以下|级|项目)/g;
const ENGLISH: readonly (readonly [RegExp, MoneyUnit])[] = [
  [/\b100\s?(million|mn|m)\b|100,000,000/i, '亿元'],
  [/\b(million|mn|mil|mm)\b/i, '百万元'],
  [/\b(10,?000|10k|ten thousand)\b/i, '万元'],
  [/\b(thousand|1,?000|k)\b/i, '千元'],
];

const unitOf = (scale: string | undefined, currency: string | null): Unit => ({
  unit: `${scale ?? ''}元` as MoneyUnit,
  currency: currency ?? 'CNY',
});

/** USD million, RMB 10,000: the words of English forms. */
const englishUnit = (plain: string): Unit | null => {
  const currency = currencyIn(plain);
  const unit = currency === null ? undefined : ENGLISH.find(([sign]) => sign.test(plain))?.[1];
  return unit === undefined ? null : { unit, currency: currency! };
};

/** A currency beside a single 元 is its currency: 金额（万元，USD）. */
const inCurrencyBeside = (units: readonly Unit[], plain: string): readonly Unit[] => {
  const [only] = units;
  return units.length === 1 && only!.currency === 'CNY' ? [{ ...only!, currency: currencyIn(plain) ?? 'CNY' }] : units;
};

/** Every unit of money that a text names: 计量单位：万元、万美元 names two. */
export const unitsIn = (text: string): readonly Unit[] => {
  const plain = simplified(clean(text.slice(0, 200))).replace(THRESHOLD, '');
  const scale = BARE.exec(plain)?.[1];
  const english = englishUnit(plain);
  if (english !== null && scale === undefined) return [english];
  const found = new Map<string, Unit>();
  for (const [, named, name = ''] of plain.matchAll(NAMED)) {
    const unit = unitOf(named ?? scale, name === '元' ? null : currencyIn(name)); // 美元（万）
    found.set(`${unit.unit} ${unit.currency}`, unit);
  }
  if (found.size === 0) return scale === undefined ? [] : [unitOf(scale, currencyIn(plain))];
  return inCurrencyBeside([...found.values()], plain);
};

/** The first unit of money that a text names, such as "合同额（万元）", "单位：亿元", "总投资(万美元)"; null where it names none. */
export const unitIn = (text: string): Unit | null => unitsIn(text)[0] ?? null;

/** "万元", "万元 USD". */
export const unitWords = ({ unit, currency }: Unit): string => (currency === 'CNY' ? unit : `${unit} ${currency}`);

/** Words of foreign capital in a rule: 外资, but not the one in 省外资金. */
export const FOREIGN_CAPITAL = '(?<![省市区县])外资';

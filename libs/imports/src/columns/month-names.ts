import { clean } from '../cells/text.ts';

/** A head that names one month: 1月, 2024年1月, 2024.1, 一月份到位资金; 1-2月, which bureaus tell as one. */
const MONTH =
  /^(?:(\d{4}|\d{2})年|((?:19|20)\d{2})[-./])?(?:1[-~—至](?=2月))?(1[0-2]|0?[1-9])(?:月份?|(?<=(?:19|20)\d{2}[-./]\d{1,2}))(.{0,14})$/;
const WORDS = '一二三四五六七八九';
const IN_WORDS = /(?<=^|年)(十[一二]?|[一二三四五六七八九])(?=月)/;
/** What months tell as well, and what is no money of that month alone. */
export const OF_OTHER_THINGS =
  /计划|目标|任务|预计|完成投资|固定资产|固投|投资额|产值|税|销售|支付|拨付|排名|进度|进展|同比|增|减|累计|合计|小计|总计|年初|差额|率/;

/** 十一月 → 11月. */
const numbered = (text: string): string =>
  text.replace(IN_WORDS, (words) => {
    const ones = WORDS.indexOf(words.at(-1)!) + 1;
    return String(words.startsWith('十') ? 10 + ones : ones);
  });

const wholeYear = (year: string | undefined): string | null =>
  year === undefined ? null : year.length === 2 ? `20${year}` : year;
const A_DAY = /^[-./]?\d{1,2}(日|号|$)/; // 2024年1月5日 is no month

interface MonthNamed {
  readonly month: number;
  readonly year: string | null; // YYYY, where the head tells it
}
/** Months that one head names together, 一季度, 上半年, by the last of them; a month alone is one. */
export interface SpanNamed extends MonthNamed {
  readonly length: 1 | 3 | 6;
}

/** The month that a head names; null where it names none, or tells something else than money of it. */
export const monthNamed = (text: string): MonthNamed | null => {
  const [, short, long, month, rest = ''] = MONTH.exec(numbered(clean(text).replace(/[\s()]/g, ''))) ?? [];
  if (month === undefined || OF_OTHER_THINGS.test(rest) || A_DAY.test(rest)) return null;
  const year = short ?? long;
  return { month: Number(month), year: wholeYear(year) };
};

const QUARTER = /^(?:(\d{4}|\d{2})年?)?(?:第?([一二三四1-4])季度?|Q([1-4])|([1-4])Q)(.{0,14})$/i;
const HALF = /^(?:(\d{4}|\d{2})年?)?([上下])半年(.{0,14})$/;

/** The month, the quarter or the half-year that a head names; null where it names none, or tells something else than money of it. */
export const spanNamed = (text: string): SpanNamed | null => {
  const month = monthNamed(text);
  if (month !== null) return { ...month, length: 1 };
  const plain = clean(text).replace(/[\s()]/g, '');
  const [, ofQuarter, words, after, before, quarterRest = ''] = QUARTER.exec(plain) ?? [];
  const [, ofHalf, half, halfRest = ''] = HALF.exec(plain) ?? [];
  if (OF_OTHER_THINGS.test(quarterRest + halfRest)) return null;
  const sign = words ?? after ?? before;
  if (sign !== undefined)
    return { month: 3 * (Number(sign) || WORDS.indexOf(sign) + 1), year: wholeYear(ofQuarter), length: 3 };
  return half === undefined ? null : { month: half === '上' ? 6 : 12, year: wholeYear(ofHalf), length: 6 };
};

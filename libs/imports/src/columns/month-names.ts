import { clean } from '../cells/text.ts';

/** A head that names one month: 1月, 2024年1月, 2024.1, 一月份到位资金; 1-2月, which bureaus tell as one. */
const MONTH =
  /^(?:(\d{4}|\d{2})年|((?:19|20)\d{2})[-./])?(?:1[-~—至](?=2月))?(1[0-2]|0?[1-9])(?:月份?|(?<=(?:19|20)\d{2}[-./]\d{1,2}))(.{0,14})$/;
export const WORDS = '一二三四五六七八九';
const IN_WORDS = /(?<=^|年)(十[一二]?|[一二三四五六七八九])(?=月)/;
/** What months tell as well, and what is no money of that month alone. */
export const OF_OTHER_THINGS =
  /计划|目标|任务|预计|完成投资|固定资产|固投|投资额|产值|税|销售|支付|拨付|排名|进度|进展|同比|增|减|累计|合计|小计|总计|年初|差额|率|日期|时间|凭证|笔数|(合同|协议|签约)(?!.*(到位|到账|到帐|到资|实际|实缴))/;

/** 十一月 → 11月. */
export const numbered = (text: string): string =>
  text.replace(IN_WORDS, (words) => {
    const ones = WORDS.indexOf(words.at(-1)!) + 1;
    return String(words.startsWith('十') ? 10 + ones : ones);
  });

export const wholeYear = (year: string | undefined): string | null =>
  year === undefined ? null : year.length === 2 ? `20${year}` : year;
const A_DAY = /^[-./]?\d{1,2}(日|号|$)/; // 2024年1月5日 is no month

interface MonthNamed {
  readonly month: number;
  readonly year: string | null; // YYYY, where the head tells it
}
/** The month that a head names; null where it names none, or tells something else than money of it. */
export const monthNamed = (text: string): MonthNamed | null => {
  const [, short, long, month, rest = ''] = MONTH.exec(numbered(clean(text).replace(/[\s()]/g, ''))) ?? [];
  if (month === undefined || OF_OTHER_THINGS.test(rest) || A_DAY.test(rest)) return null;
  const year = short ?? long;
  return { month: Number(month), year: wholeYear(year) };
};

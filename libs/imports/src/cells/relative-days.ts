const YEARS: Readonly<Record<string, number>> = {
  前年: -2,
  去年: -1,
  上年: -1,
  今年: 0,
  本年: 0,
  当年: 0,
  明年: 1,
  次年: 1,
  后年: 2,
};
const OF_YEAR = new RegExp(`^(${Object.keys(YEARS).join('|')})度?(.{0,12})$`);
const MONTHS: Readonly<Record<string, number>> = { 上: -1, 本: 0, 当: 0, 这: 0, 下: 1 };
const OF_MONTH = /^([上本当这下])个?月份?(.{0,6})$/;

const PART_OF_MONTH = /^([上中下]旬|月[初底末])$/;

/** A day that is told from the day on which it is told, 去年底, 今年3月, 上月: with the year, or the month, that it means for a table of that month (YYYY-MM); null where it is told otherwise. */
export const fromThen = (text: string, asOf: string): string | null => {
  const [year, month] = asOf.split('-').map(Number) as [number, number];
  if (PART_OF_MONTH.test(text)) return `${year}年${month}月${text.replace('月', '')}`;
  const [, ofYear, inYear = ''] = OF_YEAR.exec(text) ?? [];
  if (ofYear !== undefined) return `${year + YEARS[ofYear]!}年${inYear.replace(/^年/, '')}`;
  const [, ofMonth, inMonth = ''] = OF_MONTH.exec(text) ?? [];
  if (ofMonth === undefined) return null;
  const at = year * 12 + month - 1 + MONTHS[ofMonth]!;
  return `${Math.floor(at / 12)}年${(at % 12) + 1}月${inMonth}`;
};

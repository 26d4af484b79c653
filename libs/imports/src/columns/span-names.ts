import { clean } from '../cells/text.ts';
import { monthNamed, numbered, OF_OTHER_THINGS, wholeYear, WORDS } from './month-names.ts';

/** Months that one head names together, 一季度, 上半年, 2024年, 1-6月, by the last of them; a month alone is one. */
export interface SpanNamed {
  readonly month: number | null; // the last; null where the title must tell it: 本月, 本年累计
  readonly year: string | null; // YYYY, where the head tells it
  readonly length: number | null; // null: from January on
  readonly upTo: boolean; // what came so far, once more at every later month
}

const REST = '(.{0,14})$';
const QUARTER = new RegExp(`^(?:(\\d{4}|\\d{2})年?)?(?:第?([一二三四1-4])季度?|Q([1-4])|([1-4])Q)${REST}`, 'i');
const HALF = new RegExp(`^(?:(\\d{4}|\\d{2})年?)?([上下])半年${REST}`);
const SO_FAR = new RegExp(`^(?:(\\d{4}|\\d{2})年)?(?:截[至止])?1月?[-~—至到](1[0-2]|[2-9])月份?(?:底|末)?${REST}`);
const YEAR = new RegExp(`^(\\d{4}|\\d{2})年度?(?:全年|1[-~—至]12月)?${REST}`);
const THIS = new RegExp(`^(?:(本月|当月)|(本年度?|今年|当年|全年|年初(?:至今|以来)?))${REST}`);
/** What may stand behind a year, or 本年: only words of money that arrived. */
const MONEY_ONLY =
  /^(累计|实际|新增|已|的|到位|到账|到帐|到资|入账|实缴|进资|利用|使用|内资|外资|省外|境外|市外|[区县]外|[区县]内|资金|金额|额|数)*$/;

const UNIT = /(亿|千万|百万|万|千)?([美欧港日]?元)(人民币)?$/; // of the head, its brackets gone

const named = (told: Partial<SpanNamed>): SpanNamed => ({ month: null, year: null, length: 1, upTo: false, ...told });

const partNamed = (plain: string): SpanNamed | null => {
  const [, ofQuarter, words, after, before, quarterRest = ''] = QUARTER.exec(plain) ?? [];
  const [, ofHalf, half, halfRest = ''] = HALF.exec(plain) ?? [];
  if (OF_OTHER_THINGS.test(quarterRest + halfRest)) return null;
  const sign = words ?? after ?? before;
  if (sign !== undefined)
    return named({ month: 3 * (Number(sign) || WORDS.indexOf(sign) + 1), year: wholeYear(ofQuarter), length: 3 });
  return half === undefined ? null : named({ month: half === '上' ? 6 : 12, year: wholeYear(ofHalf), length: 6 });
};

const isMoney = (rest: string): boolean => MONEY_ONLY.test(rest.replace(UNIT, ''));

/** 1-6月累计到位, 截至1-6月底到账. */
const soFarNamed = (plain: string): SpanNamed | null => {
  const [, year, last, rest = ''] = SO_FAR.exec(plain) ?? [];
  if (last === undefined || !isMoney(rest)) return null;
  return named({ month: Number(last), year: wholeYear(year), length: Number(last), upTo: true });
};

/** 2024年到位资金. */
const yearNamed = (plain: string): SpanNamed | null => {
  const [, year, rest = ''] = YEAR.exec(plain) ?? [];
  return year !== undefined && isMoney(rest) ? named({ month: 12, year: wholeYear(year), length: 12 }) : null;
};

/** 本月到位; 本年累计到位. */
const thisNamed = (plain: string): SpanNamed | null => {
  const [, month, year, rest = ''] = THIS.exec(plain) ?? [];
  if ((month ?? year) === undefined || !isMoney(rest)) return null;
  return month === undefined ? named({ length: null, upTo: true }) : named({});
};

/** The month, the quarter, the half-year, the year or the months so far that a head names; null where it names none, or tells something else than money of it. */
export const spanNamed = (text: string): SpanNamed | null => {
  const month = monthNamed(text);
  if (month !== null) return named({ ...month, length: 1 });
  const plain = numbered(clean(text).replace(/[\s()]/g, ''));
  return partNamed(plain) ?? soFarNamed(plain) ?? yearNamed(plain) ?? thisNamed(plain);
};

/** The one month that a title is of, 2026年6月, 1-6月, 截至6月底; null where it names none, or several. */
export const monthOver = (title: string): number | null => {
  const plain = numbered(clean(title).replace(/\s/g, '')).replace(/\d{1,2}月?[-~—至到](?=\d{1,2}月)/g, '');
  const months = new Set([...plain.matchAll(/(?<!\d)(1[0-2]|0?[1-9])月/g)].map(([, month]) => Number(month)));
  const [part] = [...plain.matchAll(/[一二三四上下](?:季度|半年)/g)].flatMap(([words]) => partNamed(words) ?? []);
  if (months.size === 0) return part?.month ?? null;
  return months.size === 1 ? [...months][0]! : null;
};

const OF_FOREIGN = /外资|到资|到位|进资/;

/** The period that a title tells of the money under it: 2026年1-6月实际使用外资情况表; null where it names none. A year alone may be any: that of the projects, or of the print. */
export const periodOver = (title: string): SpanNamed | null => {
  const plain = numbered(clean(title).replace(/\s/g, ''));
  if (!OF_FOREIGN.test(plain)) return null;
  const month = monthOver(title);
  const [, last] = /1月?[-~—至到](1[0-2]|[2-9])月/.exec(plain) ?? [];
  if (last !== undefined) return named({ month: Number(last), length: Number(last), upTo: true });
  if (/全年|年度/.test(plain) && month === null) return named({ month: 12, length: 12 });
  const [part] = [...plain.matchAll(/[一二三四上下](?:季度|半年)/g)].flatMap(([words]) => partNamed(words) ?? []);
  return part ?? (month === null ? null : named({ month }));
};

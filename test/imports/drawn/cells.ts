import type { Cell } from '../../../libs/imports/src/files/sheet.ts';
import { formatOf } from '../../../libs/imports/src/formats/format.ts';
import type { Chance } from './chance.ts';

export const text = (value: string): Cell => ({ text: value, kind: 'text' });
/** A number in a cell, as its format shows it. */
export const number = (value: string, format = 'General'): Cell => formatOf(format).number(value, false)!;

const wide = (plain: string): string =>
  plain.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const DIGITS = '〇一二三四五六七八九';
const inChinese = (value: number): string =>
  value < 10
    ? DIGITS[value]!
    : `${value < 20 ? '' : DIGITS[Math.floor(value / 10)]}十${value % 10 === 0 ? '' : DIGITS[value % 10]}`;
const yearInChinese = (year: number): string => [...String(year)].map((digit) => DIGITS[Number(digit)]).join('');
const pad = (part: number): string => String(part).padStart(2, '0');
const serialOf = (iso: string): string =>
  String(Math.round((Date.parse(`${iso}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000));
const partsOf = (iso: string): [number, number, number] => iso.split('-').map(Number) as [number, number, number];

/** A day as one of many clerks writes it, or as a format shows it. `year`: what stands over the table, so that a cell may leave it out. */
export const dayCell = (random: Chance, iso: string, year: string | null): Cell => {
  const [y, m, d] = partsOf(iso);
  if (year !== null && iso.startsWith(year) && random.often(0.6))
    return text(random.pick([`${m}月${d}日`, `${pad(m)}月${pad(d)}日`]));
  return random.pick([
    text(iso),
    text(`${y}.${m}.${d}`),
    text(`${y}.${pad(m)}.${pad(d)}`),
    text(`${y}年${m}月${d}日`),
    text(`${y}/${m}/${d}`),
    text(`${y}${pad(m)}${pad(d)}`),
    text(` ${iso} `),
    text(`${iso} 00:00:00`),
    text(`${String(y).slice(2)}.${m}.${d}`),
    text(`${yearInChinese(y)}年${inChinese(m)}月${inChinese(d)}日`),
    text(wide(`${y}年${m}月${d}日`)),
    text(`${y}年${m}月\n${d}日`),
    text(`${y}、${m}、${d}`),
    text(`${y} 年 ${m} 月 ${d} 日`),
    number(serialOf(iso)),
    number(serialOf(iso), 'yyyy"年"m"月"d"日"'),
    number(serialOf(iso), 'yyyy-mm-dd'),
    number(serialOf(iso), 'm/d/yy'),
    number(serialOf(iso), '[$-804]yyyy/m/d;@'),
    number(String(Number(serialOf(iso)) + 0.5), 'yyyy/m/d h:mm'),
  ]);
};

/** A month, of which no day is told. */
export const monthCell = (random: Chance, iso: string, year: string | null): Cell => {
  const [y, m] = partsOf(iso);
  if (year !== null && iso.startsWith(year) && random.often(0.6))
    return text(random.pick([`${m}月`, `${m}月底`, `${m}月份`]));
  return random.pick([
    text(`${y}年${m}月`),
    text(`${y}.${pad(m)}`),
    text(`${y}-${m}`),
    text(`${y}/${pad(m)}`),
    text(`${String(y).slice(2)}年${m}月`),
    text(`${y}年${pad(m)}月份`),
    text(`${y}年${m}月底`),
    text(`${y}${pad(m)}`),
    text(`${yearInChinese(y)}年${inChinese(m)}月`),
    number(serialOf(iso), 'yyyy"年"m"月"'),
    number(serialOf(iso), 'mmm-yy'),
    number(serialOf(iso), 'yyyy.mm'),
    number(`${y}.${pad(m)}`, '0.00'),
  ]);
};

const lastOf = (year: number, month: number): string =>
  `${year}-${pad(month)}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
/** A plan as it is written, and its last day. */
export interface Plan {
  readonly cell: Cell;
  readonly on: string; // ISO
}
/** A plan in that year: a day, a month, a quarter, a year's end. */
export const planOf = (random: Chance, year: number): Plan => {
  const quarter = 1 + random.below(4);
  const month = 1 + random.below(12);
  return random.pick([
    { cell: text(`${year}年${'一二三四'[quarter - 1]}季度`), on: lastOf(year, 3 * quarter) },
    { cell: text(`${year}年第${'一二三四'[quarter - 1]}季度`), on: lastOf(year, 3 * quarter) },
    { cell: text(`${year}Q${quarter}`), on: lastOf(year, 3 * quarter) },
    { cell: text(`${year}年上半年`), on: lastOf(year, 6) },
    { cell: text(`${year}年底`), on: lastOf(year, 12) },
    { cell: text(`${year}年底前`), on: lastOf(year, 12) },
    { cell: text(`${year}年末`), on: lastOf(year, 12) },
    { cell: text(`${year}年${month}月`), on: lastOf(year, month) },
    { cell: text(`${year}年${month}月底前`), on: lastOf(year, month) },
    { cell: text(`${year}年${month}月前`), on: lastOf(year, month) },
    { cell: text(`${year}.${pad(month)}`), on: lastOf(year, month) },
    { cell: text(`${year}年7-9月`), on: lastOf(year, 9) },
    { cell: text(`${year}年7月至9月`), on: lastOf(year, 9) },
    { cell: number(serialOf(`${year}-${pad(month)}-15`), 'yyyy/m/d'), on: `${year}-${pad(month)}-15` },
  ]);
};

export type Scale = '亿元' | '万元' | '元';
const PLACES: Readonly<Record<Scale, number>> = { 亿元: 8, 万元: 4, 元: 0 };
const FOREIGN: Readonly<Record<string, string>> = { USD: '美元', HKD: '港元', EUR: '欧元' };

/** Whole yuan as a number of 亿, 万 or 元, exactly. */
export const inScale = (yuan: number, scale: Scale): string => {
  const places = PLACES[scale];
  if (places === 0) return String(yuan);
  const digits = String(yuan).padStart(places + 1, '0');
  return `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
};
const grouped = (plain: string): string =>
  plain.replace(/^\d+/, (whole) => whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, ','));

/** An amount of whole yuan as it stands under a head of this scale; a foreign one names its currency itself unless its column does. */
export const amountCell = (random: Chance, yuan: number, scale: Scale, currency: string | null): Cell => {
  const plain = inScale(yuan, scale);
  if (currency !== null) return text(`${inScale(yuan, '万元')}万${FOREIGN[currency]}`);
  const places = (plain.split('.')[1] ?? '').length;
  return random.pick([
    text(plain),
    number(plain),
    number(plain),
    number(plain, `#,##0.${'0'.repeat(Math.max(places, 2))}`),
    number(plain, '0.00'),
    number(plain, '0.00_ '),
    number(plain, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '),
    number(plain, `0.00"${scale}"`),
    text(grouped(plain)),
    text(wide(plain)),
    text(` ${plain}`),
    text(`${plain}${scale}`),
    text(`${inScale(yuan, '亿元')}亿元`),
    text(`${inScale(yuan, '亿元')}亿`),
    text(`${grouped(inScale(yuan, '万元'))}万元`),
    text(`${inScale(yuan, '万元')} 万元`),
    text(`¥${plain}`),
  ]);
};

/** Words with what cannot be seen in them: the same words. */
export const dirty = (random: Chance, plain: string): Cell => {
  const at = 1 + random.below(Math.max(1, plain.length - 1));
  return text(
    random.pick([
      plain,
      plain,
      plain,
      ` ${plain}`,
      `${plain}　`,
      `${plain}\n`,
      `${plain.slice(0, at)}\n${plain.slice(at)}`,
      `\u200b${plain}`,
      `${plain}\u00a0`,
    ]),
  );
};
export const nothing = (random: Chance, ...more: readonly string[]): Cell | undefined => {
  const said = random.pick([null, null, '/', '—', '-', '无', ' ', '暂无', ...more]);
  return said === null ? undefined : text(said);
};

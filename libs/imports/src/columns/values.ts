import { isCreditCode } from '#domain';
import type { Cell } from '../files/workbook.ts';
import { currencyIn, unitIn } from '../cells/units.ts';
import { readDay } from '../cells/days.ts';
import { clean, isEmpty, readFlag } from '../cells/text.ts';
import { natureOf, type FieldName, type FieldNature } from './field-names.ts';
import { holdsOf, type Holds } from './holds.ts';

/** Names of the organisation: they tell a column of units or of regions from any other. */
export interface KnownNames {
  readonly regions: readonly string[];
  readonly units: ReadonlySet<string>;
}
export const NO_NAMES: KnownNames = { regions: [], units: new Set() };

/** How many of a column's filled cells hold what, among the rows that were looked at. */
export interface Profile {
  readonly filled: number;
  readonly days: number; // also words that say that there is none yet
  readonly dated: number; // of those the ones that name a day
  readonly numbers: number;
  readonly national: number; // national project codes, GB/T 40058
  readonly credit: number; // unified social credit codes, GB 32100
  readonly firms: number;
  readonly flags: number; // 是, 否, √
  readonly money: number; // words for units of money
  readonly scales: number; // of those the ones that name a scale: 万元, 亿美元
  readonly currencies: number; // currencies alone: 美元, 人民币
  readonly places: number; // provinces, cities, countries
  readonly regions: number; // of the organisation
  readonly units: number; // of the organisation
  readonly holds: Holds;
}

const NATIONAL = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/;
/** A figure, with the words that clerks put around one: 约5.7亿元, 5.7亿元(含二期). */
const FIGURE =
  /^(约|近|超过?|不低于)?[-¥￥$]?\d[\d,，.]*\s*(亿|千万|百万|万|千)?(元|美元|欧元|港元|日元)?(人民币|左右|以上)?([(].{1,30}[)])?$/;
const FIRM =
  /(有限公司|股份公司|集团|公司|合伙企业|事务所|株式会社|研究院|研究所|GmbH|Ltd\.?|Inc\.?|Co\.)(（[^）]*）|\([^)]*\))?$/i;
const PLACE =
  /(省|市|区|县|自治州|盟|州|国)$|^(北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|日本|新加坡|美国|德国|法国|英国|韩国|深圳|广州|杭州|苏州|南京|宁波|厦门|成都|武汉)/;

const saysDay = (cell: Cell): boolean => {
  if (cell.kind === 'date') return true;
  const text = clean(cell.text).replace(/^(预计|计划|拟|力争)/, '');
  if (/(季度|上半年|下半年|年底|年末|月底)前?$|(个月|年|天|日|周)[内后]/.test(text)) return true;
  const plan = !/^\d+$/.test(text); // a span is as good as a day; a number alone is no year
  const { is } = readDay({ ...cell, text }, { date1904: false, plan, year: '2000' }); // of any year
  return (is === 'value' || (is === 'empty' && text.length <= 6)) && !(cell.kind === 'number' && text.length < 4);
};

/** What these cells of one column hold. */
export const profileOf = (cells: readonly (Cell | undefined)[], { regions, units }: KnownNames = NO_NAMES): Profile => {
  const filled = cells.filter((cell): cell is Cell => !isEmpty(cell) && cell!.kind !== 'error');
  const texts = filled.map((cell) => clean(cell.text));
  const known = new Set(regions);
  const count = (holds: (text: string) => boolean): number => texts.filter(holds).length;
  return {
    filled: filled.length,
    days: filled.filter(saysDay).length,
    dated: filled.filter((cell) => saysDay(cell) && /\d/.test(cell.text)).length,
    numbers: count((text) => FIGURE.test(text)),
    national: count((text) => NATIONAL.test(text)),
    credit: count((text) => isCreditCode(text.toUpperCase())),
    firms: count((text) => FIRM.test(text)),
    flags: count((text) => readFlag(text) !== null),
    money: count((text) => /^(人民币)?[亿千百万]*(元|美元|欧元|港元|日元)$/.test(text) && unitIn(text) !== null),
    scales: count((text) => /^(人民币)?[亿千百万]+(元|美元|欧元|港元|日元)$/.test(text)),
    currencies: count(
      (text) =>
        /^(人民币|[A-Z]{3}|.{0,3}[美欧港日]元|美金|港币)$/.test(text) &&
        !/[万亿千百]/.test(text) &&
        currencyIn(text) !== null,
    ),
    places: count((text) => PLACE.test(text) && !FIRM.test(text)),
    regions: count((text) => known.has(text)),
    units: count((text) => units.has(text)),
    holds: holdsOf(filled, units),
  };
};

/** Most of what is there: where nothing is there, nothing is denied. */
export const mostly = (part: number, { filled }: Profile): boolean => filled > 0 && part * 2 > filled;

type Fits = (profile: Profile) => boolean;

/** One odd word does not make another column of it: only where nothing at all is a day, or a number, its header was misread. */
const ofDays: Fits = ({ days, filled }) => days > 0 || filled < 3;
const ofMoney: Fits = ({ numbers, filled }) => numbers > 0 || filled < 3;
const ofNames: Fits = (profile) => profile.numbers < profile.filled && !mostly(profile.flags, profile);
const ofFlags: Fits = (profile) => mostly(profile.flags, profile);

const BY_NATURE: Partial<Record<FieldNature, Fits>> = { day: ofDays, plan: ofDays, money: ofMoney };
const BY_FIELD: Partial<Record<FieldName, Fits>> = {
  nationalCode: ({ filled, national, credit }) => filled < 3 || national > 0 || credit < filled,
  name: ofNames,
  investor: ofNames,
  sourceChannel: (profile) => !mostly(profile.places, profile),
  saidStarted: ({ dated, flags }) => dated === 0 || dated < flags, // 开工 over days is their day
  tag: ofFlags,
  saidEntered: ofFlags,
  saidEnded: ofFlags,
  progress: ({ filled, numbers }) => filled < 3 || numbers !== filled,
};

/** Whether a column of these values can be that field at all. A blank column can be anything. */
export const fits = (field: FieldName, profile: Profile): boolean => {
  const rule = BY_NATURE[natureOf(field)] ?? BY_FIELD[field];
  return rule === undefined || profile.filled === 0 || rule(profile);
};

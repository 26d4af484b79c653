import { unitsIn } from '../cells/units.ts';
import { natureOf, REPEATABLE, type FieldName, type SheetKind } from './field-names.ts';
import { ENGLISH_RULES } from './english-rules.ts';
import { FIELD_RULES } from './field-rules.ts';
import { normalised, unnumbered, type Header } from './headers.ts';
import type { Because, Mapped, Profiles } from './mapped.ts';
import { unitFor } from './units.ts';
import { fits, mostly, type Profile } from './values.ts';

interface Wish {
  readonly field: FieldName;
  readonly weight: number;
  readonly because: Because;
}

const RULES = [...FIELD_RULES, ...ENGLISH_RULES];
const SHARE = /占比|比例|比重|股比|强度|率$/; // of an amount, and none itself
const scores = new Map<string, readonly Wish[]>();
const KEPT = 5_000; // headers repeat from file to file; a table of nonsense must not fill the memory

/** What the words of a header wish to be, the surest first. */
const scoreOf = (text: string, kind: SheetKind): readonly Wish[] => {
  const plain = normalised(text);
  if (plain === '' || plain.length > 60) return [];
  const key = `${kind}\n${plain}`;
  const known = scores.get(key);
  if (known !== undefined) return known;
  const found = RULES.filter(
    ({ field, is, not, kinds }) =>
      (kinds === undefined || kinds.includes(kind)) &&
      !(natureOf(field) === 'money' && SHARE.test(plain)) &&
      is.test(plain) &&
      !(not?.test(plain) ?? false),
  )
    .map(({ field, weight }): Wish => ({ field, weight, because: 'words' }))
    .sort((a, b) => b.weight - a.weight);
  if (scores.size >= KEPT) scores.clear();
  scores.set(key, found);
  return found;
};

/** Headers that say nothing without the group above them. */
const VAGUE =
  /^(时间|日期|日|年月|编号|号|代码|名称|全称|金额|额|总额|数额|数量|投资额|单位|部门|领导|情况|原因|理由|类型|类别|方式|性质|结果|结论|意见|会次|说明|内容|至|来源|区域|地点|本月|当月|本期|累计|总计|合计|约定|实际|计划|小计|其中)$/;

export const isVague = (text: string): boolean => VAGUE.test(normalised(text));

const HIDDEN = 3; // a column that nobody sees gives way to one that says the same

const lighter = (wishes: readonly Wish[], by: number): readonly Wish[] =>
  wishes.map((wish) => ({ ...wish, weight: wish.weight - by }));

const OF_A_GROUP = /(情况|信息|节点|进展)$|(?<=责任|负责)人$/; // 开工情况 is what stands below it: 开工

/** A name under its groups, as one would say it: 签约 + 时间, 实际 + 开工, 开工 + 约定 + 时间; the first of them that means something. What says nothing below is read with the groups further up, too. */
const underGroups = (header: Header, kind: SheetKind): readonly Wish[] => {
  if (header.group === null) return [];
  const [text, group, path] = [unnumbered(header.text), unnumbered(header.group), header.path.map(unnumbered)];
  const above = path.slice(0, path.lastIndexOf(group));
  const upper = above.at(-1);
  const further = isVague(text) ? above.map((one) => one.replace(OF_A_GROUP, '')).reverse() : [];
  const plainly = /^项目/.test(group) ? group : group.replace(OF_A_GROUP, ''); // 区域 under 项目信息 is no 区域项目
  const ways = [
    ...(isVague(text) && plainly !== group ? [`${plainly}${text}`, `${text}${plainly}`] : []),
    `${group}${text}`,
    `${text}${group}`,
    ...(upper === undefined ? [] : [`${upper}${group}${text}`, `${group}${upper}${text}`]),
    ...further.flatMap((one) => [
      ...[`${one}${group}${text}`, `${group}${one}${text}`], // 开工情况 over 约定 over 时间 is no 开工时间
      ...[`${one}${text}`, `${text}${one}`, `${text}${one}${group}`],
    ]),
  ];
  return ways.map((words) => scoreOf(words, kind)).find((wishes) => wishes.length > 0) ?? [];
};

/** What the words over a column wish: "时间" under "签约" means 签约时间; "认定开工时间" under "落地" means itself. */
const byWords = (header: Header, kind: SheetKind): readonly Wish[] => {
  const { text } = header;
  const alone = scoreOf(text, kind);
  const together = underGroups(header, kind);
  if (VAGUE.test(normalised(text)) && together.length > 0) return [...together, ...lighter(alone, 5)];
  return alone.length === 0 || alone[0]!.weight <= 5 ? [...lighter(together, 0.5), ...alone] : alone;
};

const CERTAIN = 20; // no header speaks against such values
const LIKELY = 2; // where no header claims the field

/** What the values of a column wish, whatever its header says. */
const byValues = (profile: Profile): readonly Wish[] => {
  const wishes: Wish[] = [];
  const wish = (field: FieldName, weight: number): void => {
    wishes.push({ field, weight, because: 'values' });
  };
  if (mostly(profile.national, profile)) wish('nationalCode', CERTAIN);
  if (mostly(profile.credit, profile)) wish('creditCode', CERTAIN);
  if (mostly(profile.currencies, profile)) wish('currency', CERTAIN);
  else if (mostly(profile.money, profile)) wish('amountUnit', CERTAIN);
  if (profile.filled >= 2 && mostly(profile.regions, profile)) wish('region', LIKELY);
  if (profile.filled >= 2 && mostly(profile.units, profile) && profile.regions < profile.units) wish('unit', LIKELY);
  if (profile.filled >= 3 && mostly(profile.firms, profile)) wish('investor', LIKELY);
  return wishes;
};

const LAST = 1; // any column that fits goes before
const SURE = 6; // words that mean nothing else
/** Values that no such field has under sure words: perhaps two columns changed places. The cells are doubted one by one, not passed by. */
const isDoubtful = ({ field, weight }: Wish): boolean =>
  weight >= SURE && (field === 'name' || ['day', 'plan', 'money'].includes(natureOf(field)));

/** 是否签约, or 开工情况, over days is their day. */
const DAY_OF: Readonly<Partial<Record<FieldName, FieldName>>> = {
  saidSigned: 'signedOn',
  saidStarted: 'startOn',
  saidEntered: 'enteredOn',
  saidEnded: 'endedOn',
};

/** What the words of a column may be, by its values. */
const fitting = (wish: Wish, profile: Profile): readonly Wish[] => {
  const day = DAY_OF[wish.field];
  const dated = mostly(profile.dated, profile) || (profile.dated > 0 && !fits(wish.field, profile));
  if (day !== undefined && dated) return [{ ...wish, field: day, because: 'values' }];
  if (fits(wish.field, profile)) return [wish];
  return isDoubtful(wish) ? [{ ...wish, weight: LAST }] : [];
};

/** Whether its header alone says what a column is: what is lost where a row of data is taken for a header. */
export const speaks = ({ text }: Header, kind: SheetKind): boolean =>
  VAGUE.test(normalised(text)) || scoreOf(text, kind).length > 0;

/**
 * What each column is. A field goes to the column that claims it best, the leftmost of equals; the others keep looking. Amounts in another currency are columns beside it. Values that a field cannot have take a column out of the
 * running for it, and national codes, credit codes and units of money are known under any header (README, "Columns").
 */
export const matchColumns = (
  headers: readonly Header[],
  kind: SheetKind,
  profiles: Profiles = new Map(),
): readonly Mapped[] => {
  const wishes = headers
    .flatMap((header) => {
      const profile = profiles.get(header.column);
      const words = header.hidden === true ? lighter(byWords(header, kind), HIDDEN) : byWords(header, kind);
      if (profile === undefined) return words.map((wish) => ({ ...wish, header, filled: 0 }));
      const named = new Set(words.map(({ field }) => field));
      const values = byValues(profile)
        .filter(({ field }) => !(field === 'amountUnit' && named.has('currency') && profile.scales === 0)) // 元, 美元 under 币种
        .map((wish) => (named.has(wish.field) ? { ...wish, weight: CERTAIN } : wish));
      return [...values, ...words.flatMap((wish) => fitting(wish, profile))].map((wish) => ({
        ...wish,
        header,
        filled: profile.filled,
      }));
    })
    .sort(
      (a, b) => b.weight - a.weight || Number(b.filled > 0) - Number(a.filled > 0) || a.header.column - b.header.column,
    );
  const taken = new Set<string>();
  const mapped = new Map<number, Mapped>();
  for (const { field, weight, header, because } of wishes) {
    const own = unitOver(header);
    const claim = natureOf(field) === 'money' ? `${field} ${own.unit?.currency ?? 'CNY'}` : field;
    if (mapped.has(header.column) || taken.has(claim)) continue;
    if (!REPEATABLE.has(field)) taken.add(claim);
    const worded = byWords(header, kind).some((wish) => wish.field === field);
    mapped.set(header.column, {
      column: header.column,
      header: header.text,
      field,
      weight: Math.min(weight, 10),
      because: because === 'values' && worded ? ['words', 'values'] : [because],
      ...own,
    });
  }
  return [...mapped.values()].sort((a, b) => a.column - b.column);
};

/** The unit that a column's own header names, or one of the groups above it. */
export const unitOver = ({ text, path }: Header): Pick<Mapped, 'unit' | 'unitFrom' | 'units'> => {
  for (const [index, words] of [...path].reverse().entries()) {
    const units = unitsIn(words);
    if (units.length > 0) return { unit: unitFor(text, units), unitFrom: index === 0 ? 'header' : 'group', units };
  }
  return { unit: null, unitFrom: null, units: [] };
};

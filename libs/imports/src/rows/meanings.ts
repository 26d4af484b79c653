import type { ArrivalKind, LandMode, Origin, TerminationKind } from '#domain';
import { lastDayOfSpan } from '../cells/spans.ts';
import { clean, readFlag } from '../cells/text.ts';
import { FOREIGN_CAPITAL } from '../cells/units.ts';

// What a bureau's own words in a cell mean. Nothing here looks at more than one cell.

export const landModeOf = (text: string | undefined): LandMode | null => {
  if (text === undefined) return null;
  if (/租|标准厂房|标房|楼宇|写字楼|商务楼|现有厂房|闲置厂房|孵化|入驻/.test(text)) return 'lease';
  return /征|出让|购|拍|挂牌|供地|新增|划拨|自有|招拍挂|买/.test(text) ? 'purchase' : null;
};

/** 框架 / 意向 → not a contract: stored, counted nowhere. */
export const frameworkOf = (text: string | undefined): 'framework' | 'intent' | null => {
  if (text === undefined) return null;
  if (/框架|战略|备忘/.test(text) && !/正式/.test(text)) return 'framework';
  return /意向|意愿|草签/.test(text) && !/正式/.test(text) ? 'intent' : null;
};

export const screeningOf = (text: string | undefined): boolean | null => {
  if (text === undefined) return null;
  const plain = clean(text);
  if (/待|未研判|未甄别|研判中/.test(plain)) return null;
  if (/不大|无价值|没有价值|价值低|低价值|无效|不予|淘汰|放弃|一般|不符|不通过|否/.test(plain)) return false;
  return /有价值|有效|价值|高|推进|可行|符合|通过|跟进|是|优质|重点/.test(plain) ? true : readFlag(plain);
};

export const reviewOf = (text: string | undefined): 'passed' | 'returned' | 'failed' | null => {
  if (text === undefined) return null;
  const plain = clean(text);
  if (/退回|完善|修改|补充|再议|暂缓|复审|延后|缓议/.test(plain)) return 'returned';
  if (/不予|未通过|不通过|否决|不同意|未过|淘汰/.test(plain)) return 'failed';
  return /通过|同意|可行|已过|合格|准入/.test(plain) ? 'passed' : null;
};

/** 已核定 → true, 未核定 / 待核 → false; a sheet without the column holds what the bureau counts. */
export const certifiedOf = (text: string | undefined, hasColumn: boolean): boolean => {
  if (text === undefined) return !hasColumn;
  const plain = clean(text);
  if (/未|待|不|否|退|没|拟|审核中|×|✗/.test(plain)) return false;
  return /已|是|核|认定|√|✓|通过|确认|有|y/i.test(plain);
};

export const terminationOf = (reason: string): TerminationKind =>
  /撤销|吊销|取消资格|注销/.test(reason)
    ? 'revoked'
    : /清退|我方|政府|招商局|管委会|主动终止|收回/.test(reason)
      ? 'by-bureau'
      : 'by-investor';

const ARRIVAL_KINDS: readonly (readonly [RegExp, ArrivalKind])[] = [
  [/注册|资本金|实缴/, 'registered-capital'],
  [/土地|地价|出让/, 'land'],
  [/保证金|定金|订金/, 'deposit'],
  [/厂房|建设|工程|土建|建安|基建/, 'building'],
  [/设备|装备|机器/, 'equipment'],
  [/流动|运营|经营/, 'working-capital'],
  [/贷|借|融资/, 'loan'],
];
const ORIGINS: readonly (readonly [RegExp, Origin])[] = [
  [new RegExp(`境外|${FOREIGN_CAPITAL}|国外|海外|港|澳|台`), 'overseas'],
  [/省外|国内/, 'out-of-province'],
  [/市外|省内/, 'out-of-city'],
  [/区外|县外|市内/, 'out-of-district'],
  [/区内|县内|本地|本区|本县/, 'local'],
];
const pick = <T>(table: readonly (readonly [RegExp, T])[], text: string | undefined): T | undefined =>
  text === undefined ? undefined : table.find(([sign]) => sign.test(text))?.[1];
export const arrivalKindOf = (text: string | undefined): ArrivalKind => pick(ARRIVAL_KINDS, text) ?? 'other';
export const originOf = (text: string | undefined): Origin | undefined => pick(ORIGINS, text);

/** 拟于 2023 年 6 月签约 → 2023-06, 2023年三季度 → 2023-09. */
export const plannedMonthOf = (text: string | undefined): string | null => {
  const plain = clean(text ?? '');
  const [, year, month] =
    /((?:19|20)\d{2})\s*[.\-/年]\s*(\d{1,2})(?!\d)(?!\s*[-~至到—–]+\s*\d{1,2}月)/.exec(plain) ?? [];
  const span =
    year === undefined
      ? lastDayOfSpan(plain.replace(/\s|^(预计|计划|拟|力争)(于|在)?|(前|内|之前|以前|签约)+$/g, ''))
      : null;
  if (span !== null) return span.slice(0, 7);
  return year === undefined || Number(month) < 1 || Number(month) > 12 ? null : `${year}-${month!.padStart(2, '0')}`;
};

export type Stage = 'signed' | 'started' | 'ended';
const STAGES: readonly (readonly [RegExp, Stage | null])[] = [
  [/终止|退出|流失|解约|解除|取消|撤销|清退|放弃|作废/, 'ended'],
  [/投产|竣工|完工|运营|达产|在建|建设中|施工/, 'started'],
  [/(未|待|拟|即将|准备|暂未|尚未|没有)(正式)?(开工|动工|建设)|筹建|前期/, 'signed'],
  [/开工|动工|开建/, 'started'],
  [/(未|待|拟|预|即将|准备|框架|意向|计划)签|框架|意向/, null],
  [/签约|已签|签订|签署/, 'signed'],
];

/** How far a project is, as its row says in words; null where that is before the contract, or not said. */
export const stageOf = (text: string | undefined): Stage | null => {
  const plain = clean(text ?? '');
  const found = STAGES.find(([sign]) => sign.test(plain));
  if (found === undefined) return null;
  return found[1] === 'signed' && !/签/.test(plain) ? null : found[1];
};

/** Names that stand in one cell: 张三、李四. */
export const namesIn = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(/[、,，;；/\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** What a kind of landing makes of its day: a start, or nothing that the lifecycle knows (a registration stays with the project as written). */
export const startsBy = (landedKind: string | undefined): boolean => /开工|动工|建设|奠基/.test(landedKind ?? '');

/** 智能制造_0101 → the name; its code stands apart. */
export const codedName = (text: string): { readonly name: string; readonly code: string | null } => {
  const [, name, code] = /^(.*\D)[_\-—]\s*([A-Z]?\d{2,6})$/.exec(clean(text)) ?? [];
  return name === undefined ? { name: text, code: null } : { name: name.trim(), code: code! };
};

import { clean, readFlag } from '../cells/text.ts';
import type { Cell } from '../files/sheet.ts';

/** What a text plainly is, whatever stands over it. */
export type Holding =
  'day' | 'phone' | 'credit-code' | 'figure' | 'number' | 'firm' | 'project' | 'flag' | 'sentence' | 'person' | 'unit';
/** How many cells of a column are what. */
export type Holds = ReadonlyMap<Holding, number>;

const DAY = /^(19|20)\d{2}[.\-/年]\d{1,2}[.\-/月]\d{1,2}日?(\s*\d{1,2}:\d{2}(:\d{2})?)?$/; // 2024-01 may be a number
const PHONE = /^((\+|00)?86[-\s]?)?1[3-9]\d{9}$|^0\d{2,3}[-\s]\d{7,8}$/;
const CREDIT = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-Z]{10}$/i;
const FIGURE = /^[-¥￥$]?\d[\d,，]*(\.\d+)?\s*(亿|千万|百万|万|千)?(元|美元|欧元|港元|日元)?$/;
const NUMBER =
  /^(?=.*\d)(?=.*[A-Z\-_])[A-Z\d][A-Z\d\-_/.]{3,}$|^[A-Z\u4e00-\u9fa5]{1,6}[-〔[(]?(19|20)\d{2}[-〕\])]?.{0,4}\d+号?$/i;
const FIRM = /(公司|集团|合伙企业|事务所|株式会社|合作社|[^工]厂)(\([^)]*\))?$|\b(GmbH|Ltd|Inc|Co|Corp|LLC)\.?$/i;
const PROJECT = /(项目|工程|生产线|基地|综合体|扩建|技改)(\([^)]*\)|[一二三四\d]期)?$|年产\d|[一二三四]期$/;
const SENTENCE = /[，。；;]|已(完成|签|开工|办|通过)|正在|洽谈/;
const PERSON = /^[\u4e00-\u9fa5]{2,4}$/; // and other short words
const LONG = 12; // signs of a sentence
const SHORT = 4; // signs of a yes or no

const SIGNS: readonly (readonly [Holding, RegExp])[] = [
  ['day', DAY],
  ['phone', PHONE],
  ['credit-code', CREDIT],
  ['figure', FIGURE],
  ['number', NUMBER],
  ['firm', FIRM],
  ['project', PROJECT],
];

const none: ReadonlySet<string> = new Set();

/** What a text plainly is; null where it may be many things. */
export const holdingOf = (text: string, units: ReadonlySet<string> = none): Holding | null => {
  if (units.has(text)) return 'unit';
  if (text.length <= SHORT && !/\d/.test(text) && readFlag(text) !== null) return 'flag';
  const [kind] = SIGNS.find(([, sign]) => sign.test(text)) ?? [];
  if (kind !== undefined) return kind;
  if (text.length >= LONG && SENTENCE.test(text)) return 'sentence';
  return PERSON.test(text) ? 'person' : null;
};

/** What the filled cells of a column are. */
export const holdsOf = (filled: readonly Cell[], units: ReadonlySet<string>): Holds => {
  const counts = new Map<Holding, number>();
  for (const cell of filled) {
    const kind = cell.kind === 'date' ? 'day' : holdingOf(clean(cell.text), units);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
};

import { unitIn, type Unit } from '../cells/amounts.ts';
import { clean } from '../cells/text.ts';
import { FIELD_RULES, type FieldName, type SheetKind } from './fields.ts';

/** A header as its rules read it: no units, no brackets, no blanks. "其中：固投\n（亿元）" → "固投". */
export const normalised = (header: string): string =>
  clean(header)
    .replace(
      /[（(【\[][^）)】\]]*(元|亿|万|必填|选填|格式|例如|如：|如:|yyyy|填写|单选|下拉|%|％|亩|个)[^）)】\]]*[）)】\]]/gi,
      '',
    )
    .replace(/^(其中|其)[:：]?/, '')
    .replace(/[\s*＊:：、，,。.·"“”'‘’_\-—/\\|]/g, '')
    .replace(/[()（）【】[\]]/g, '')
    .replace(/(万|亿)元$/, '');

export interface Header {
  readonly column: number;
  readonly text: string;
  readonly group: string | null;
}
export interface Mapped {
  readonly column: number;
  readonly header: string;
  readonly field: FieldName;
  readonly unit: Unit | null;
  readonly weight: number;
}

const scoreOf = (text: string, kind: SheetKind): { readonly field: FieldName; readonly weight: number }[] => {
  const plain = normalised(text);
  if (plain === '') return [];
  return FIELD_RULES.filter(
    ({ is, not, kinds }) =>
      (kinds === undefined || kinds.includes(kind)) && is.test(plain) && !(not?.test(plain) ?? false),
  )
    .map(({ field, weight }) => ({ field, weight }))
    .sort((a, b) => b.weight - a.weight);
};

/** Headers that say nothing without the group above them. */
const VAGUE =
  /^(时间|日期|日|年月|编号|号|代码|名称|全称|金额|额|总额|数额|投资额|单位|部门|领导|情况|原因|理由|类型|类别|方式|性质|结果|结论|意见|会次|说明|内容|至|来源|区域|地点)$/;

const lighter = (wishes: readonly { field: FieldName; weight: number }[], by: number) =>
  wishes.map(({ field, weight }) => ({ field, weight: weight - by }));

/** What each column is. A field is given to its best header, the leftmost of equals; the others keep looking. A header that says too little is read together with its group. */
export const matchColumns = (headers: readonly Header[], kind: SheetKind): readonly Mapped[] => {
  const wishes = headers
    .flatMap((header) => {
      const alone = scoreOf(header.text, kind);
      const together = header.group === null ? [] : scoreOf(`${header.group}${header.text}`, kind);
      // "时间" under "签约" means 签约时间; "认定开工时间" under "落地" means itself.
      const vague = VAGUE.test(normalised(header.text));
      const wishes =
        vague && together.length > 0
          ? [...together, ...lighter(alone, 5)]
          : alone.length === 0 || alone[0]!.weight <= 5
            ? [...lighter(together, 0.5), ...alone]
            : alone;
      return wishes.map((wish) => ({ ...wish, header }));
    })
    .sort((a, b) => b.weight - a.weight || a.header.column - b.header.column);
  const taken = new Set<FieldName>();
  const mapped = new Map<number, Mapped>();
  for (const { field, weight, header } of wishes) {
    if (mapped.has(header.column) || taken.has(field)) continue;
    taken.add(field);
    mapped.set(header.column, {
      column: header.column,
      header: header.text,
      field,
      weight,
      unit: unitIn(header.text) ?? (header.group === null ? null : unitIn(header.group)),
    });
  }
  return [...mapped.values()].sort((a, b) => a.column - b.column);
};

const REQUIRED: Record<Exclude<SheetKind, 'notes'>, (has: (...fields: FieldName[]) => boolean) => boolean> = {
  projects: (has) =>
    has('name', 'code') &&
    has('signedOn', 'contracted', 'contractNo', 'startOn', 'agreedStart', 'openedOn', 'agreementKind', 'fixedAssets'),
  arrivals: (has) =>
    has('amount') &&
    has('arrivedOn', 'voucher') &&
    has('code', 'name', 'contractNo', 'nationalCode') &&
    !has('signedOn'),
  progress: (has) =>
    has('progress') && has('progressOn') && has('code', 'name', 'contractNo') && !has('signedOn', 'contracted'),
  leads: (has) =>
    has('name') &&
    has('receivedOn', 'acknowledgedOn', 'screenedOn', 'screenResult', 'sourceChannel', 'intendedAmount', 'openedOn') &&
    !has('signedOn', 'contractNo', 'contracted'),
  targets: (has) => has('target') && has('unit', 'region') && !has('name', 'signedOn'),
};

export interface Recognised {
  readonly kind: SheetKind;
  readonly columns: readonly Mapped[];
  readonly score: number;
}

/** The kind of sheet that these headers make, and its columns: the kind that explains most of them. */
export const recognise = (headers: readonly Header[]): Recognised => {
  let best: Recognised = { kind: 'notes', columns: [], score: 0 };
  for (const kind of ['projects', 'leads', 'arrivals', 'progress', 'targets'] as const) {
    const columns = matchColumns(headers, kind);
    const fields = new Set(columns.map(({ field }) => field));
    if (!REQUIRED[kind]((...any) => any.some((field) => fields.has(field)))) continue;
    const score = columns.reduce((sum, { weight }) => sum + weight, 0);
    if (score > best.score) best = { kind, columns, score };
  }
  return best;
};

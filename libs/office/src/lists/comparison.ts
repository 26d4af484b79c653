import { field, type IsoDate } from '#domain';
import type { ListTotals } from '#projections';
import type { EventBehind } from '../numbers/event-behind.ts';

/** Which two business days a list is compared on, and of whom. */
export class CompareQuery {
  @field.day({ zh: '从（业务日期）', en: 'From this business day' }) from!: IsoDate;
  @field.day({ zh: '到（业务日期）', en: 'To this business day' }) to!: IsoDate;
  @field.text({ zh: '按此时刻所知', en: 'As known at this instant (ISO 8601)', optional: true, max: 40 })
  asKnown?: string;
  @field.text({ zh: '单位（编码或名称，含下级）', en: 'Unit (code or name), with those below', optional: true })
  unit?: string;
  @field.texts({
    zh: '条件 字段=值，字段~包含，字段>=值，字段<=值',
    en: 'Conditions: field=value, field~part, field>=value, field<=value',
    optional: true,
    max: 20,
  })
  where?: string[];
  @field.texts({
    zh: '颜色（两天各按当天）',
    en: 'Colours, of each day',
    optional: true,
    max: 5,
    choices: ['green', 'blue', 'yellow', 'orange', 'red'],
  })
  colour?: string[];
  @field.text({ zh: '搜索', en: 'Search in names, numbers and pinyin initials', optional: true, max: 100 })
  q?: string;
  @field.integer({ zh: '每类行数', en: 'Projects of each kind', optional: true, min: 1, max: 500 }) limit?: number;
}

export interface Named {
  readonly id: string | null; // null: a held line of an import, which is no project yet
  readonly code: string | null;
  readonly name: string | null;
}
/** Why a project is no longer on a list: the fact that took it off, and the phase in which it stands. No event: time alone did, or a held line was decided. */
export interface Because {
  readonly phase: string | null;
  readonly event: EventBehind | null;
}
export interface FieldChanged {
  readonly project: Named;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}
export interface Comparison {
  readonly list: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly asKnown: string;
  readonly entered: readonly Named[];
  readonly left: readonly { readonly project: Named; readonly because: Because }[];
  readonly changed: readonly FieldChanged[];
  /** Of all, whatever was listed. `touched`: stayed, and stand on another fact or in another colour. */
  readonly counts: { readonly entered: number; readonly left: number; readonly touched: number };
  readonly totals: { readonly from: ListTotals; readonly to: ListTotals };
}

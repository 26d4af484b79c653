import { field, type IsoDate } from '#domain';
import type { ListTotals } from '#projections';
import type { EventBehind } from '../numbers/event-behind.ts';
import { Narrowing } from '../projects/queries.ts';

/** Which two business days a list is compared on, and of whom. */
export class CompareQuery extends Narrowing {
  @field.day({ zh: '从（业务日期）', en: 'From this business day' }) from!: IsoDate;
  @field.day({ zh: '到（业务日期）', en: 'To this business day' }) to!: IsoDate;
  @field.text({ zh: '按此时刻所知', en: 'As known at this instant (ISO 8601)', optional: true, max: 40 })
  asKnown?: string;
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

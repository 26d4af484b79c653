import type { DomainEvent } from '../event.ts';
import type { Money } from '../money.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** What a target is set for. `metric`: a key of METRICS, or the bureau's own words for one that it defines later; `definition`: the scope in which it is measured; `unit`: its code, null for the whole bureau. */
export interface TargetKey {
  readonly metric: string;
  readonly definition: string;
  readonly issuer: string; // who set it: 市招商引资工作领导小组
  readonly unit: string | null;
  readonly year: number;
}

/** Money for an amount, a whole number as text for a count, percent as decimal text for a rate. */
export type TargetValue = { readonly money: Money } | { readonly count: string } | { readonly percent: string };

export interface TargetData extends TargetKey {
  readonly within?: string; // code or name of the unit whose sub-line (其中) it is; it is then part of that one's target
  readonly value: TargetValue;
  readonly provisional: boolean; // 暂定: to be confirmed later in the year
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type TargetEvent =
  E<'TargetSet', TargetData> | E<'TargetRevised', TargetData & { readonly from: TargetValue; readonly reason: string }>;

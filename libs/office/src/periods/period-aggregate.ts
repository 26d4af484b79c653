import { foldPeriods, PERIODS, type PeriodEvent, type Periods } from '#domain';
import type { Aggregate } from '#event-store';
import { changesOf, newsOf, type Change } from '../changes.ts';

/** A change of a month on its way: who gives it, with which key and whose approval, and what it makes of the months that stand. */
export interface PeriodOrder extends Change<Periods, PeriodEvent> {
  readonly approver: string | null;
}

/** Reporting months, as the command handler runs them. */
export const periodAggregate: Aggregate<PeriodOrder, Periods> = {
  ...changesOf(PERIODS, foldPeriods),
  decide: (order, { state, history }) =>
    newsOf(order, history, () => order.decide(state), order.approver === null ? {} : { approver: order.approver }),
};

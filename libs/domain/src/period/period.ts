import { lastDayOfMonth, type IsoDate } from '../dates.ts';
import type { PeriodEvent, Snapshot } from './events.ts';

/** All months in one stream: they are few, and each command looks at them. */
export const PERIODS = 'periods';

/** A month that was closed at least once. `snapshot`: of its last closing. */
export interface ClosedMonth {
  readonly month: string;
  readonly state: 'closed' | 'reopened';
  readonly snapshot: Snapshot;
  readonly reason: string | null; // why it was reopened
}
/** By month. */
export type Periods = ReadonlyMap<string, ClosedMonth>;

export const lastDayOf = (month: string): IsoDate => lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)));

export const foldPeriods = (events: readonly PeriodEvent[]): Periods => {
  const periods = new Map<string, ClosedMonth>();
  for (const event of events) {
    if (event.type === 'PeriodClosed') {
      const { month, ...snapshot } = event.data;
      periods.set(month, { month, state: 'closed', snapshot, reason: null });
      continue;
    }
    const { month, reason } = event.data;
    const known = periods.get(month);
    if (known !== undefined) periods.set(month, { ...known, state: 'reopened', reason });
  }
  return periods;
};

/** Months into which nothing is recorded without a second person. */
export const closedMonthsOf = (periods: Periods): ReadonlySet<string> =>
  new Set([...periods.values()].flatMap(({ month, state }) => (state === 'closed' ? [month] : [])));

import { lastDayOfMonth, type IsoDate } from '../dates.ts';
import type { PeriodEvent, Snapshot } from './events.ts';

/** All months in one stream: they are few, and each command looks at them. */
export const PERIODS = 'periods';

/** A reopening that waits for a second person: who asked for it and why, and who was asked to approve it. */
export interface AskedReopening {
  readonly by: string;
  readonly approver: string;
  readonly reason: string;
}

/** A month that was closed at least once. `snapshot`: of its last closing. */
export interface ClosedMonth {
  readonly month: string;
  readonly state: 'closed' | 'reopened';
  readonly snapshot: Snapshot;
  readonly reason: string | null; // why it was reopened
  readonly asked: AskedReopening | null; // while it is closed
}
/** By month. */
export type Periods = ReadonlyMap<string, ClosedMonth>;

export const lastDayOf = (month: string): IsoDate => lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)));

export const foldPeriods = (events: readonly PeriodEvent[]): Periods => {
  const periods = new Map<string, ClosedMonth>();
  const change = (month: string, difference: Partial<ClosedMonth>): void => {
    const known = periods.get(month);
    if (known !== undefined) periods.set(month, { ...known, ...difference });
  };
  for (const { type, data } of events) {
    const { month } = data;
    switch (type) {
      case 'PeriodClosed': {
        const { position, asOf, definition, metrics, hash } = data;
        const snapshot = { position, asOf, definition, metrics, hash };
        periods.set(month, { month, state: 'closed', snapshot, reason: null, asked: null });
        break;
      }
      case 'ReopeningAsked': {
        const { by, approver, reason } = data;
        change(month, { asked: { by, approver, reason } });
        break;
      }
      case 'ReopeningRefused':
        change(month, { asked: null });
        break;
      case 'PeriodReopened':
        change(month, { state: 'reopened', reason: data.reason, asked: null });
        break;
    }
  }
  return periods;
};

/** Months into which nothing is recorded without a second person. */
export const closedMonthsOf = (periods: Periods): ReadonlySet<string> =>
  new Set([...periods.values()].flatMap(({ month, state }) => (state === 'closed' ? [month] : [])));

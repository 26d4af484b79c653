import type { IsoDate } from '../dates.ts';
import type { People } from '../person.ts';
import { checkSecondPerson } from '../project/second-person.ts';
import type { PeriodCommand } from './commands.ts';
import type { PeriodEvent, Snapshot } from './events.ts';
import { lastDayOf, type Periods } from './period.ts';
import { rejectPeriod } from './rejections.ts';

/** What a decision about a month may look at: the civil day, who gives it, who has an account, and the figures as they stand. */
interface PeriodCircumstances {
  readonly today: IsoDate;
  readonly giver: string;
  readonly people: People;
  readonly snapshot: Snapshot | null; // null: nothing is closed
}

/** A month is closed once, when it is over, and reopened by two people with a reason; it may then be closed again. */
export const decidePeriod = (
  command: PeriodCommand,
  periods: Periods,
  { today, giver, people, snapshot }: PeriodCircumstances,
): readonly PeriodEvent[] => {
  const { month } = command;
  const closed = periods.get(month)?.state === 'closed';
  if (command.type === 'ClosePeriod') {
    if (lastDayOf(month) >= today) return rejectPeriod('period-not-over');
    if (closed || snapshot === null) return rejectPeriod('period-closed-already');
    return [{ type: 'PeriodClosed', occurredOn: today, data: { month, ...snapshot } }];
  }
  if (!closed) return rejectPeriod('period-not-closed');
  checkSecondPerson(command.approver, giver, people);
  return [{ type: 'PeriodReopened', occurredOn: today, data: { month, reason: command.reason } }];
};

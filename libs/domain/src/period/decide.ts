import type { IsoDate } from '../dates.ts';
import type { People } from '../person.ts';
import { checkSecondPerson } from '../project/second-person.ts';
import type { PeriodCommand } from './commands.ts';
import type { PeriodEvent, Snapshot } from './events.ts';
import { lastDayOf, type AskedReopening, type Periods } from './period.ts';
import { rejectPeriod, type PeriodRejectionCode } from './rejections.ts';

/** What a decision about a month may look at: the civil day, who gives it, who has an account, and the figures as they stand. */
interface PeriodCircumstances {
  readonly today: IsoDate;
  readonly giver: string;
  readonly people: People;
  readonly vouches: boolean; // who gives it works at the machine itself, and answers for the approver that is named
  readonly snapshot: Snapshot | null; // null: nothing is closed
}

/** Why a month may not be closed: it is not over, or closed already; null where it may. */
export const whyNotClosable = (periods: Periods, month: string, today: IsoDate): PeriodRejectionCode | null => {
  if (lastDayOf(month) >= today) return 'period-not-over';
  return periods.get(month)?.state === 'closed' ? 'period-closed-already' : null;
};

const askedOf = (periods: Periods, month: string): AskedReopening =>
  periods.get(month)?.asked ?? rejectPeriod('reopening-not-asked');

/**
 * A month is closed once, when it is over, and reopened by two people with a reason: one asks, another approves. It may then be closed again. At the machine itself nobody signs in: there
 * it is reopened with the asking.
 */
export const decidePeriod = (
  command: PeriodCommand,
  periods: Periods,
  { today, giver, people, vouches, snapshot }: PeriodCircumstances,
): readonly PeriodEvent[] => {
  const { month } = command;
  const why = whyNotClosable(periods, month, today);
  switch (command.type) {
    case 'ClosePeriod': {
      if (why !== null || snapshot === null) return rejectPeriod(why ?? 'period-closed-already');
      return [{ type: 'PeriodClosed', occurredOn: today, data: { month, ...snapshot } }];
    }
    case 'ReopenPeriod': {
      if (why !== 'period-closed-already') return rejectPeriod('period-not-closed');
      if (periods.get(month)?.asked != null) return rejectPeriod('reopening-asked-already');
      checkSecondPerson(command.approver, giver, people);
      const approver = command.approver.replace(/^@/, '');
      const { reason } = command;
      const asked: PeriodEvent = {
        type: 'ReopeningAsked',
        occurredOn: today,
        data: { month, reason, by: giver, approver },
      };
      return vouches ? [asked, { type: 'PeriodReopened', occurredOn: today, data: { month, reason } }] : [asked];
    }
    case 'ApproveReopening': {
      const { by, reason } = askedOf(periods, month);
      if (by === giver) return rejectPeriod('reopening-approved-by-asker');
      return [{ type: 'PeriodReopened', occurredOn: today, data: { month, reason } }];
    }
    case 'RefuseReopening': {
      askedOf(periods, month);
      return [{ type: 'ReopeningRefused', occurredOn: today, data: { month, reason: command.reason, by: giver } }];
    }
  }
};

import { decidePeriod, whyNotClosable, type PeriodCommand } from '#domain';
import type { Caller } from '#identity';
import { admitBureau } from '../admit.ts';
import { admitApprover } from '../approvals/approver.ts';
import { commandKey } from '../command-key.ts';
import { actorOf, answerOf, type Answer, type Given } from '../given.ts';
import type { Office } from '../office.ts';
import { OPERATOR } from '../operator.ts';
import { periodsOf } from './restatement.ts';
import { monthTable, snapshotOf } from './snapshot.ts';

export interface GivenToPeriod extends Omit<Given, 'body'> {
  readonly command: PeriodCommand;
}

/** Who approves with the command itself: who signs in for it; at the machine whoever is named. */
const approverOf = (command: PeriodCommand, { user }: Caller, vouches: boolean): string | null => {
  if (command.type === 'ApproveReopening') return user;
  return vouches && command.type === 'ReopenPeriod' ? command.approver.replace(/^@/, '') : null;
};

/** Closes a month, asks to reopen it, or answers who asked. Throws 'bureau-beyond-scope' and 'approver-cannot-approve'. Figures are taken only for a month that can be closed: they cost a table. */
export const givePeriod = async (office: Office, given: GivenToPeriod): Promise<Answer> => {
  const { caller, command, key, ifVersion } = given;
  const { month } = command;
  admitBureau(caller);
  if (command.type === 'ReopenPeriod') await admitApprover(office, caller, command.approver, ({ all }) => all);
  const today = office.today();
  const closable =
    command.type === 'ClosePeriod' && whyNotClosable(await periodsOf(office.store), month, today) === null;
  const snapshot = closable ? snapshotOf(month, await monthTable(office, month)) : null;
  const people = await office.people();
  const vouches = caller.account === OPERATOR.account;
  return answerOf(
    await office.periods.handle(
      {
        actor: actorOf(caller),
        key: commandKey(caller.account, key, command.type, command),
        approver: approverOf(command, caller, vouches),
        decide: (periods) => decidePeriod(command, periods, { today, giver: caller.user, people, vouches, snapshot }),
      },
      ifVersion,
    ),
  );
};

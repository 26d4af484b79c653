import type { IssueLevel } from '../issue/events.ts';
import { object, wholes } from './document.ts';
import { refuse } from './rejections.ts';

/**
 * By when somebody who was told to do something must answer where the command names no date, when he is reminded before that date (calendar days),
 * and how long past its reply date an order leads to an interview.
 */
export interface Deadlines {
  readonly order: {
    readonly receiptWorkingDays: number;
    readonly replyWorkingDays: number;
    readonly nearDueDays: number;
    readonly interviewWorkingDays: number;
  };
  readonly issue: { readonly workingDays: Readonly<Record<IssueLevel, number>>; readonly nearDueDays: number };
  readonly task: { readonly nearDueDays: number }; // of a meeting; its date is named when it is given
}

/** Receipt, reply and interview: README, "Escalation ladder". The others are ours, no source. */
export const DEFAULT_DEADLINES: Deadlines = {
  order: { receiptWorkingDays: 3, replyWorkingDays: 10, nearDueDays: 7, interviewWorkingDays: 10 },
  issue: { workingDays: { unit: 5, district: 10, city: 20 }, nearDueDays: 2 },
  task: { nearDueDays: 2 },
};

/** Deadlines from a policy document. Throws Rejected 'policy-invalid' naming the field. */
export const deadlinesOf = (value: unknown, field: string): Deadlines => {
  const given = object(value, field);
  const order = wholes(
    given['order'],
    ['receiptWorkingDays', 'replyWorkingDays', 'nearDueDays', 'interviewWorkingDays'],
    `${field}.order`,
  );
  if (order.replyWorkingDays < order.receiptWorkingDays)
    refuse(
      'policy-invalid',
      `${field}.order.replyWorkingDays`,
      '不能短于签收期限 receiptWorkingDays',
      'must not be shorter than receiptWorkingDays',
    );
  const { workingDays, ...issue } = object(given['issue'], `${field}.issue`);
  return {
    order,
    issue: {
      workingDays: wholes(workingDays, ['unit', 'district', 'city'], `${field}.issue.workingDays`),
      ...wholes(issue, ['nearDueDays'], `${field}.issue`),
    },
    task: wholes(given['task'], ['nearDueDays'], `${field}.task`),
  };
};

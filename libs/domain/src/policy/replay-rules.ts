import { calendarOf, type CalendarYear } from '../calendar/calendar.ts';
import type { IsoDate } from '../dates.ts';
import type { Policy } from './policy.ts';
import { publishPolicy } from './publish.ts';
import type { Rules } from './rules.ts';

/** The rules as if this policy had been in force all along: its own first day is left out of account, so that it can be laid over the past. */
export const replayRules = (rules: Rules, policy: Policy): Rules => ({
  ...rules,
  id: `${rules.id} as ${policy.version}`,
  policies: [policy],
  policyOn: () => policy,
});

/** Two rules to lay over the same past: the policy in force on a day and another, each as if in force all along. The policy in force against itself differs in nothing. */
export const sideBySide = (rules: Rules, other: Policy, today: IsoDate): readonly [before: Rules, after: Rules] => [
  replayRules(rules, rules.policyOn(today)),
  replayRules(rules, other),
];

/** The rules with these notices published; a year that is known is replaced whole. */
export const withCalendar = (rules: Rules, years: readonly CalendarYear[]): Rules => {
  const notices = [...rules.notices, ...years];
  return {
    ...rules,
    id: `${rules.id} and ${years.map(({ year }) => year).join(',')}`,
    notices,
    calendar: calendarOf(notices),
  };
};

/** A policy from a file, checked as for publication but for its first day, which a replay leaves out of account. Throws Rejected naming the field. */
export const policyToReplay = (file: unknown, rules: Rules, today: IsoDate): Policy =>
  publishPolicy(
    typeof file === 'object' && file !== null && !Array.isArray(file) ? { ...file, validFrom: undefined } : file,
    rules,
    today,
  );

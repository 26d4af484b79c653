import { calendarOf, type Calendar, type CalendarYear } from '../calendar/calendar.ts';
import { PUBLISHED_YEARS } from '../calendar/published-years.ts';
import type { IsoDate } from '../dates.ts';
import { DEFAULT_POLICY, type Policy } from './policy.ts';
import type { PolicyEvent } from './events.ts';
import { inFull } from './stored.ts';

export const POLICY_STREAM = 'policy-main';

/** Everything that colours and deadlines depend on beside the facts: the published policies and the calendar. */
export interface Rules {
  readonly id: string; // changes with every publication: a read model built under another id is rebuilt
  readonly policies: readonly Policy[]; // by validFrom
  readonly policyOn: (day: IsoDate) => Policy;
  readonly notices: readonly CalendarYear[]; // of the calendar, in the order of publication; the later for a year counts
  readonly calendar: Calendar;
}

/** The rules after these publications; without any, the default pack and the notices it ships with. Drafts are facts too and make none. */
export const rulesOf = (facts: readonly { readonly type: string; readonly data: unknown }[]): Rules => {
  const published = facts as readonly PolicyEvent[];
  const later = published.flatMap((fact) => (fact.type === 'PolicyPublished' ? [inFull(fact.data.policy)] : []));
  const notices = published.flatMap((fact) => (fact.type === 'CalendarPublished' ? [fact.data.calendar] : []));
  const policies = [DEFAULT_POLICY, ...later].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.version - b.version,
  );
  return {
    id: `${later.length}-${notices.length}`,
    policies,
    policyOn: (day) =>
      policies.length === 1
        ? DEFAULT_POLICY
        : (policies.findLast(({ validFrom }) => validFrom <= day) ?? DEFAULT_POLICY),
    notices: [...PUBLISHED_YEARS, ...notices],
    calendar: notices.length === 0 ? DEFAULT_CALENDAR : calendarOf([...PUBLISHED_YEARS, ...notices]),
  };
};

const DEFAULT_CALENDAR = calendarOf(PUBLISHED_YEARS);
export const DEFAULT_RULES: Rules = rulesOf([]);

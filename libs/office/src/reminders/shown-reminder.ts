import { dayInShanghai, isIsoDate, reasonWords, type Reason, type Sentence } from '#domain';
import { readReminder, REMINDER_COLUMNS, type Reminder, type ReminderRow } from '#reminders';
import { refused } from '../refusals.ts';
import type { Office } from '../office.ts';
import type { OUTCOMES } from './queries.ts';
import { subjectsOf, type Subject } from './subjects.ts';

type Outcome = (typeof OUTCOMES)[number];

/** A line of the reminder ledger, in the words of cli.md, `reminders`. */
export interface ShownReminder {
  readonly key: string;
  readonly subject: Subject;
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string | null } | null;
  readonly clock: string;
  readonly policyVersion: number;
  readonly rung: string;
  readonly recurrence: number;
  readonly on: string;
  readonly sendOn: string;
  readonly sentAt: string | null;
  readonly to: Reminder['to'];
  readonly outcome: Outcome;
  readonly why: Sentence | null;
  readonly reason: Reason | null;
  readonly order: string | null;
  readonly acknowledgedBy: readonly string[];
  readonly mergedInto: string | null;
}
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** A row of the ledger with its project. `place`: what a page is ordered by, before the key. */
export type Joined = ReminderRow & {
  readonly code: string | null;
  readonly title: string | null;
  readonly place?: string;
};
export const COLUMNS = `${REMINDER_COLUMNS.split(', ')
  .map((name) => `m.${name}`)
  .join(', ')}, p.code, p.title`;
export const WITH_PROJECT = `left join project_span p on p.project_id = m.project and p.to_pos = 9223372036854775807 and p.to_day = 'infinity'`;

const outcomeOf = ({ state, acknowledgedBy }: Reminder): Outcome =>
  state === 'waiting' ? 'expected' : state === 'sent' && acknowledgedBy.length > 0 ? 'acknowledged' : state;
export const OF_OUTCOME: Readonly<Record<Outcome, string>> = {
  expected: `m.state = 'waiting'`,
  sent: `m.state = 'sent' and m.acknowledged_by = '{}'`,
  acknowledged: `m.state = 'sent' and m.acknowledged_by <> '{}'`,
  merged: `m.state = 'merged'`,
  suppressed: `m.state = 'suppressed'`,
  failed: `m.state = 'failed'`,
  withdrawn: `m.state = 'withdrawn'`,
};

const shownAs = (row: Joined, subject: Subject): ShownReminder => {
  const one = readReminder(row);
  return {
    key: one.key,
    subject: subject.kind === 'project' ? { ...subject, title: row.title } : subject,
    project: one.project === null ? null : { id: one.project, code: row.code, name: row.title },
    clock: one.clock,
    policyVersion: one.policyVersion,
    rung: one.rung,
    recurrence: one.recurrence,
    on: one.on,
    sendOn: dayInShanghai(one.sendAt),
    sentAt: one.state === 'sent' || one.state === 'failed' ? one.settledAt : null,
    to: one.to,
    outcome: outcomeOf(one),
    why: one.why === null ? null : reasonWords(one.why),
    reason: one.why,
    order: one.order,
    acknowledgedBy: one.acknowledgedBy,
    mergedInto: one.state === 'merged' ? one.into : null,
  };
};

export const shown = async (
  { pool, matters }: Pick<Office, 'pool' | 'matters'>,
  rows: readonly Joined[],
): Promise<readonly ShownReminder[]> => {
  await matters.catchUp(); // an order that a notice has just opened has its title too
  const subjects = await subjectsOf(pool, rows);
  return rows.map((row, index) => shownAs(row, subjects[index]!));
};

const KEY = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
export const isKey = (text: string): boolean => KEY.test(text);

/** The parts of a page's cursor: days and ranks by which it is ordered, and the key last. Throws 'invalid-cursor'. */
export const cursorParts = (
  text: string | undefined,
  parts: readonly ('day' | 'rank' | 'key')[],
): readonly string[] | null => {
  if (text === undefined) return null;
  const found = Buffer.from(text, 'base64url').toString().split('|');
  const fits = { day: isIsoDate, rank: (part: string) => /^\d{1,2}$/.test(part), key: isKey };
  if (found.length !== parts.length || !parts.every((part, index) => fits[part](found[index]!)))
    throw refused('invalid-cursor', 'cursor');
  return found;
};

/** A page from one row more than it holds. */
export const paged = async (office: Office, rows: readonly Joined[], limit: number): Promise<Page<ShownReminder>> => {
  const last = rows[limit - 1];
  return {
    rows: await shown(office, rows.slice(0, limit)),
    next:
      rows.length > limit && last?.place !== undefined
        ? Buffer.from(`${last.place}|${last.key}`).toString('base64url')
        : null,
  };
};

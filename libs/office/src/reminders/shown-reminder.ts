import { alike, dayInShanghai, isIsoDate, reasonWords, type Reason, type Sentence } from '#domain';
import { readReminder, REMINDER_COLUMNS, type Reminder, type ReminderRow } from '#reminders';
import { refused } from '../refusals.ts';
import type { Office } from '../office.ts';
import type { OUTCOMES } from './queries.ts';
import { subjectsOf, type Subject } from './subjects.ts';

type Outcome = (typeof OUTCOMES)[number];

/** A line of the reminder ledger, in the words of libs/reminders/README.md, "What holds". */
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
  readonly names: readonly NamedBeside[]; // what else the notice is about: other clocks, or the other projects of a circular
}

/** A clock that a notice names beside its own. */
export interface NamedBeside {
  readonly project: { readonly id: string; readonly code: string | null; readonly name: string | null } | null;
  readonly clock: string;
  readonly on: string;
}
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next: string | null;
}

/** A row of the ledger with its project. `place`: what a page is ordered by, before the key. */
export type Joined = ReminderRow & {
  readonly code: string | null;
  readonly title: string | null; // of its project
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

const projectOf = ({ project, code, title }: Joined): ShownReminder['project'] =>
  project === null ? null : { id: project, code, name: title };

const shownAs = (row: Joined, subject: Subject, named: readonly Joined[]): ShownReminder => {
  const one = readReminder(row);
  return {
    key: one.key,
    subject: subject.kind === 'project' && row.title !== null ? { ...subject, title: alike(row.title) } : subject,
    project: projectOf(row),
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
    names: named.map((other) => ({ project: projectOf(other), clock: other.clock, on: other.on_day })),
  };
};

const NAMED = `select ${COLUMNS} from reminder m ${WITH_PROJECT} where m.state = 'merged' and m.into_key = any($1::uuid[]) order by m.subject, m.key`;

/** What each of these notices names beside its own clock, by its key. */
const namedBeside = async (
  pool: Office['pool'],
  rows: readonly Joined[],
): Promise<ReadonlyMap<string, readonly Joined[]>> => {
  const { rows: all } = await pool.query<Joined>({
    name: 'luodi-reminders-named',
    text: NAMED,
    values: [rows.map(({ key }) => key)],
  });
  const named = new Map<string, Joined[]>();
  for (const one of all) named.set(one.into_key ?? '', [...(named.get(one.into_key ?? '') ?? []), one]);
  return named;
};

export const shown = async (
  { pool, matters }: Pick<Office, 'pool' | 'matters'>,
  rows: readonly Joined[],
): Promise<readonly ShownReminder[]> => {
  await matters.catchUp(); // an order that a notice has just opened has its title too
  const [subjects, named] = [await subjectsOf(pool, rows), await namedBeside(pool, rows)];
  return rows.map((row, index) => shownAs(row, subjects[index]!, named.get(row.key) ?? []));
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

import { alike, dayInShanghai, isIsoDate, reasonWords, type Reason, type Sentence } from '#domain';
import { noticesBeside, readReminder, type NoticeRow, type Reminder, type Standing } from '#reminders';
import { refused } from '../refusals.ts';
import type { Office } from '../office.ts';
import { subjectsOf, type Subject } from './subjects.ts';

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
  readonly outcome: Standing;
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

const outcomeOf = ({ state, acknowledgedBy }: Reminder): Standing =>
  state === 'waiting' ? 'expected' : state === 'sent' && acknowledgedBy.length > 0 ? 'acknowledged' : state;

const projectOf = ({ project, code, title }: NoticeRow): ShownReminder['project'] =>
  project === null ? null : { id: project, code, name: title };

const shownAs = (row: NoticeRow, subject: Subject, named: readonly NoticeRow[]): ShownReminder => {
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

export const shown = async (
  { pool, matters }: Pick<Office, 'pool' | 'matters'>,
  rows: readonly NoticeRow[],
): Promise<readonly ShownReminder[]> => {
  await matters.catchUp(); // an order that a notice has just opened has its title too
  const [subjects, named] = [
    await subjectsOf(pool, rows),
    await noticesBeside(
      pool,
      rows.map(({ key }) => key),
    ),
  ];
  return rows.map((row, index) => shownAs(row, subjects[index]!, named.get(row.key) ?? []));
};

const KEY = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
export const isKey = (text: string): boolean => KEY.test(text);

const PARTS = { day: isIsoDate, rank: (part: string) => /^\d{1,2}$/.test(part), key: isKey };

/** The parts of a page's cursor: days and ranks by which it is ordered, and the key last. Throws 'invalid-cursor'. */
export const cursorParts = <const Kinds extends readonly (keyof typeof PARTS)[]>(
  text: string | undefined,
  kinds: Kinds,
): { readonly [Place in keyof Kinds]: string } | null => {
  if (text === undefined) return null;
  const found = Buffer.from(text, 'base64url').toString().split('|');
  const isWhole = (parts: readonly string[]): parts is { readonly [Place in keyof Kinds]: string } =>
    parts.length === kinds.length && kinds.every((kind, at) => PARTS[kind](parts[at]!));
  if (!isWhole(found)) throw refused('invalid-cursor', 'cursor');
  return found;
};

/** A page from one row more than it holds. */
export const paged = async (
  office: Office,
  rows: readonly NoticeRow[],
  limit: number,
): Promise<Page<ShownReminder>> => {
  const last = rows[limit - 1];
  return {
    rows: await shown(office, rows.slice(0, limit)),
    next:
      rows.length > limit && last?.place !== undefined
        ? Buffer.from(`${last.place}|${last.key}`).toString('base64url')
        : null,
  };
};

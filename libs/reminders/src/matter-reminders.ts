import {
  addDays, addWorkingDays, foldMatter, ISSUE, MEETING, nextWorkingDay, openTasks, ORDER,
  type Addressee, type ClockName, type IsoDate, type IssueEvent, type MeetingEvent, type NoticeName, type OrderEvent, type RecordedEvent, type Rules, type Rung,
} from '#domain';
import { keyOf } from './names.ts';
import { sendingOf, WAITING, type Reminder } from './reminder.ts';

const INTERVIEW_AFTER = 10; // working days past an order's reply date (domain.md, "Escalation ladder")

/** A date by which somebody named must answer: what it owes before, on and after it. */
interface Deadline {
  readonly clock: Extract<ClockName, 'issue' | 'order-reply'>;
  readonly recurrence: number; // a date that moved is a new date: its notices are counted on, so that the old ones stay what they were
  readonly from: IsoDate; // notices dated before it came too early
  readonly due: IsoDate;
  readonly daysBefore: number;
  readonly project: string | null;
  readonly unit: string | null;
  readonly people: readonly string[];
  readonly interview: boolean;
}

const OFFICE: Addressee = { unit: null, role: 'supervision-office', person: null };

const owedBy = (subject: string, { clock, recurrence, from, due, daysBefore, project, unit, people, interview }: Deadline, { calendar, policyOn }: Rules): readonly Reminder[] => {
  const receivers: readonly Addressee[] = [...people.map((person): Addressee => ({ unit, role: 'receiver', person })), ...(unit === null ? [] : [{ unit, role: 'owner-unit', person: null }])];
  const to = receivers.length === 0 ? [OFFICE] : receivers;
  const dated: readonly (readonly [Rung, IsoDate, readonly Addressee[]])[] = [
    ['near-due', addDays(due, -daysBefore), to], ['due', due, to], ['reminder', addDays(due, 1), [...to, OFFICE]],
    ...(interview ? [['interview', addWorkingDays(due, INTERVIEW_AFTER, calendar).day, [...to, OFFICE]] as const] : []),
  ];
  return dated.filter(([, on]) => on >= from).map(([rung, on, told]): Reminder => {
    const name: NoticeName = { subject, clock, policyVersion: policyOn(on).version, rung, recurrence };
    return { ...name, key: keyOf(name), project, on, sendAt: sendingOf(nextWorkingDay(on, calendar).day), plan: 'send', to: told, why: null, ...WAITING };
  });
};

type Owing = (history: readonly RecordedEvent[], rules: Rules) => readonly Reminder[];

/** An order without its reply: near-due, due, first day late, and the interview after ten working days. */
export const orderRemindersOf: Owing = (history, rules) => {
  const order = foldMatter(ORDER, history.map(({ event }) => event as OrderEvent));
  if (order.state !== 'issued' && order.state !== 'received') return [];
  if (order.rung === 'accountability') return []; // a proposal: a person decides
  const moves = history.filter(({ event: { type, data } }) => (type === 'ExtensionDecided' && (data as { granted: boolean }).granted) || type === 'OrderExcuseAccepted').length;
  const { project, unit, people, issuedOn, replyDue } = order;
  return owedBy(history[0]!.stream, { clock: 'order-reply', recurrence: 1 + moves, from: issuedOn, due: replyDue, daysBefore: 7, project, unit, people, interview: order.rung === 'supervision' }, rules);
};

/** An issue that is assigned and not resolved. */
export const issueRemindersOf: Owing = (history, rules) => {
  const issue = foldMatter(ISSUE, history.map(({ event }) => event as IssueEvent));
  if (issue.state !== 'assigned' || issue.due === null || issue.assignedOn === null) return [];
  const moves = history.filter(({ event: { type } }) => type === 'IssueEscalated' || type === 'IssueReopened').length;
  const { project, unit, people, assignedOn, due } = issue;
  return owedBy(history[0]!.stream, { clock: 'issue', recurrence: 1 + moves, from: assignedOn, due, daysBefore: 2, project, unit, people, interview: false }, rules);
};

/** The tasks that a meeting gave and that nobody has reported done: each an order with a date of its own. */
export const meetingRemindersOf: Owing = (history, rules) => {
  const meeting = foldMatter(MEETING, history.map(({ event }) => event as MeetingEvent));
  if (meeting.state === 'none') return [];
  return openTasks(meeting).flatMap(({ project, unit, people, assignedOn, due, task }) =>
    owedBy(history[0]!.stream, { clock: 'order-reply', recurrence: 1 + meeting.tasks.findIndex((one) => one.task === task), from: assignedOn, due, daysBefore: 2, project, unit, people, interview: false }, rules));
};

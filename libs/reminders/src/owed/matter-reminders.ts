import {
  addDays,
  addWorkingDays,
  foldMatter,
  ISSUE,
  MEETING,
  nextWorkingDay,
  openTasks,
  ORDER,
  type Addressee,
  type ClockName,
  type Deadlines,
  type IsoDate,
  type IssueEvent,
  type MeetingEvent,
  type NoticeName,
  type OrderEvent,
  type Person,
  type RecordedEvent,
  type Rules,
  type Rung,
} from '#domain';
import { addressed } from './addressees.ts';
import { keyOf } from './names.ts';
import { sendingOf, WAITING, type Reminder } from './reminder.ts';

/** A date by which somebody named must answer: what it owes before, on and after it. */
interface Deadline {
  readonly kind: keyof Deadlines; // whose lines of the policy hold
  readonly recurrence: number; // a date that moved is a new date: its notices are counted on, so that the old ones stay what they were
  readonly from: IsoDate; // notices dated before it came too early
  readonly due: IsoDate;
  readonly project: string | null;
  readonly unit: string | null;
  readonly people: readonly Person[];
  readonly interview?: boolean; // whether its silence leads to one
}

const OFFICE: Addressee = { unit: null, role: 'supervision-office', person: null };
const CLOCKS: Readonly<Record<keyof Deadlines, ClockName>> = {
  order: 'order-reply',
  issue: 'issue',
  task: 'order-reply',
}; // a task is an order with a date of its own

/** Each policy dates its notices; those count that fall due while it is in force, as rungs of the ladder do. */
const owedBy = (
  subject: string,
  { kind, recurrence, from, due, project, unit, people, interview = false }: Deadline,
  { calendar, policies, policyOn }: Rules,
): readonly Reminder[] => {
  const receivers: readonly Addressee[] = [
    ...people.map((who) => addressed(unit, 'receiver', who)),
    ...(unit === null ? [] : [{ unit, role: 'owner-unit', person: null }]),
  ];
  const to = receivers.length === 0 ? [OFFICE] : receivers;
  return policies.flatMap(({ version: policyVersion, deadlines }) => {
    const dated: readonly (readonly [Rung, IsoDate, readonly Addressee[]])[] = [
      ['near-due', addDays(due, -deadlines[kind].nearDueDays), to],
      ['due', due, to],
      ['reminder', addDays(due, 1), [...to, OFFICE]],
      ...(interview
        ? [
            [
              'interview',
              addWorkingDays(due, deadlines.order.interviewWorkingDays, calendar).day,
              [...to, OFFICE],
            ] as const,
          ]
        : []),
    ];
    return dated
      .filter(([, on]) => on >= from && policyOn(on).version === policyVersion)
      .map(([rung, on, told]): Reminder => {
        const name: NoticeName = { subject, clock: CLOCKS[kind], policyVersion, rung, recurrence };
        return {
          ...name,
          key: keyOf(name),
          project,
          on,
          sendAt: sendingOf(nextWorkingDay(on, calendar).day),
          plan: 'send',
          to: told,
          why: null,
          ...WAITING,
        };
      });
  });
};

export type Owing = (history: readonly RecordedEvent[], rules: Rules) => readonly Reminder[];

/** An order without its reply: near-due, due, first day late, and the interview some working days later. */
export const orderRemindersOf: Owing = (history, rules) => {
  const order = foldMatter(
    ORDER,
    history.map(({ event }) => event as OrderEvent),
  );
  if (order.state !== 'issued' && order.state !== 'received') return [];
  if (order.rung === 'accountability') return []; // a proposal: a person decides
  const moves = history.filter(
    ({ event: { type, data } }) =>
      (type === 'ExtensionDecided' && (data as { granted: boolean }).granted) || type === 'OrderExcuseAccepted',
  ).length;
  const { project, unit, people, issuedOn, replyDue } = order;
  return owedBy(
    history[0]!.stream,
    {
      kind: 'order',
      recurrence: 1 + moves,
      from: issuedOn,
      due: replyDue,
      project,
      unit,
      people,
      interview: order.rung === 'supervision',
    },
    rules,
  );
};

/** An issue that is assigned and not resolved. */
const issueRemindersOf: Owing = (history, rules) => {
  const issue = foldMatter(
    ISSUE,
    history.map(({ event }) => event as IssueEvent),
  );
  if (issue.state !== 'assigned' || issue.due === null || issue.assignedOn === null) return [];
  const moves = history.filter(({ event: { type } }) => type === 'IssueEscalated' || type === 'IssueReopened').length;
  const { project, unit, people, assignedOn, due } = issue;
  return owedBy(
    history[0]!.stream,
    { kind: 'issue', recurrence: 1 + moves, from: assignedOn, due, project, unit, people },
    rules,
  );
};

/** The tasks that a meeting gave and that nobody has reported done: each an order with a date of its own. */
const meetingRemindersOf: Owing = (history, rules) => {
  const meeting = foldMatter(
    MEETING,
    history.map(({ event }) => event as MeetingEvent),
  );
  if (meeting.state === 'none') return [];
  return openTasks(meeting).flatMap(({ project, unit, people, assignedOn, due, task }) =>
    owedBy(
      history[0]!.stream,
      {
        kind: 'task',
        recurrence: 1 + meeting.tasks.findIndex((one) => one.task === task),
        from: assignedOn,
        due,
        project,
        unit,
        people,
      },
      rules,
    ),
  );
};

/** The matters whose dates owe notices, by the name of their streams. */
export const MATTERS_OWING: Readonly<Record<string, Owing>> = {
  order: orderRemindersOf,
  issue: issueRemindersOf,
  meeting: meetingRemindersOf,
};

import { isIsoDate, type IsoDate } from '../dates.ts';
import type { MatterLine, NoMatter } from '../matter.ts';
import { distinct, personOf, type Person } from '../person.ts';
import { alike } from '../words/sentence.ts';
import type { AgendaItem, MeetingEvent, MeetingKind } from './events.ts';

/** What a meeting gave somebody to do. A completed task is confirmed by somebody else, or goes back. */
export interface MeetingTask {
  readonly task: string; // unique within the meeting
  readonly state: 'open' | 'completed' | 'confirmed' | 'cancelled';
  readonly project: string | null; // id
  readonly text: string;
  readonly unit: string | null;
  readonly people: readonly Person[];
  readonly assignedOn: IsoDate;
  readonly due: IsoDate;
  readonly completed: { readonly on: IsoDate; readonly by: string; readonly text: string } | null; // the report in force
  readonly confirmed: { readonly on: IsoDate; readonly by: string } | null;
  readonly returned: readonly { readonly on: IsoDate; readonly by: string; readonly reason: string }[];
  readonly cancelled: { readonly on: IsoDate; readonly reason: string } | null;
}

/** A scheduling meeting 调度会 as its facts make it. */
export interface Meeting {
  readonly state: 'convened' | 'held' | 'closed' | 'called-off';
  readonly title: string;
  readonly kind: MeetingKind;
  readonly list: string | null;
  readonly unit: string | null;
  readonly previous: string | null; // id of the meeting before
  readonly convenedOn: IsoDate;
  readonly plannedOn: IsoDate; // the day in force
  readonly rescheduled?: readonly {
    readonly on: IsoDate;
    readonly before: IsoDate;
    readonly plannedOn: IsoDate;
    readonly reason: string;
  }[]; // absent, like calledOff, where it never happened: rows folded earlier stay as they are
  readonly calledOff?: { readonly on: IsoDate; readonly reason: string };
  readonly agenda: {
    readonly items: readonly AgendaItem[];
    readonly asOf: IsoDate;
    readonly logPosition: string;
  } | null;
  readonly heldOn: IsoDate | null;
  readonly attendees: readonly string[];
  readonly minutes: string | null;
  readonly tasks: readonly MeetingTask[];
  readonly closedOn: IsoDate | null;
}

const known = (meeting: Meeting | NoMatter): Meeting => {
  if (meeting.state === 'none') throw new TypeError('a meeting begins with MeetingConvened');
  return meeting;
};

const withTask = (
  before: Meeting | NoMatter,
  id: string,
  change: (task: MeetingTask) => Partial<MeetingTask>,
): Meeting => {
  const meeting = known(before);
  return { ...meeting, tasks: meeting.tasks.map((task) => (task.task === id ? { ...task, ...change(task) } : task)) };
};

type Agenda = Extract<MeetingEvent, { readonly type: 'AgendaSet' }>['data'];

/** An agenda as it is recorded; throws where what stands there is none. What changed since is asked of the log by its position. */
const agendaRead = (data: Agenda): Agenda => {
  const projects = data.items.map(({ project, name }): unknown[] => [project, name]);
  if (projects.flat().some((one) => typeof one !== 'string')) throw new TypeError('an item names no project');
  if (!isIsoDate(data.asOf) || !/^\d+$/.test(data.logPosition)) throw new TypeError('an agenda says not of when it is');
  return data;
};

export const evolveMeeting = (
  before: Meeting | NoMatter,
  { type, occurredOn: on, data }: MeetingEvent,
): Meeting | NoMatter => {
  switch (type) {
    case 'MeetingConvened':
      return {
        state: 'convened',
        title: data.title,
        kind: data.kind,
        list: data.list ?? null,
        unit: data.unit ?? null,
        previous: data.previous ?? null,
        convenedOn: on,
        plannedOn: data.plannedOn,
        agenda: null,
        heldOn: null,
        attendees: [],
        minutes: null,
        tasks: [],
        closedOn: null,
      };
    case 'AgendaSet':
      return { ...known(before), agenda: agendaRead(data) };
    case 'MeetingRescheduled': {
      const meeting = known(before);
      return {
        ...meeting,
        plannedOn: data.plannedOn,
        rescheduled: [
          ...(meeting.rescheduled ?? []),
          { on, before: meeting.plannedOn, plannedOn: data.plannedOn, reason: data.reason },
        ],
      };
    }
    case 'MeetingCalledOff':
      return { ...known(before), state: 'called-off', calledOff: { on, reason: data.reason } };
    case 'MeetingHeld':
      return { ...known(before), state: 'held', heldOn: on, attendees: data.attendees, minutes: data.minutes ?? null };
    case 'TaskAssigned': {
      const meeting = known(before);
      const { task, text, people, due } = data;
      const assigned: MeetingTask = {
        task,
        state: 'open',
        project: data.project ?? null,
        text,
        unit: data.unit ?? null,
        people: people.map(personOf),
        assignedOn: on,
        due,
        completed: null,
        confirmed: null,
        returned: [],
        cancelled: null,
      };
      return { ...meeting, tasks: [...meeting.tasks, assigned] };
    }
    case 'TaskCompleted':
      return withTask(before, data.task, () => ({
        state: 'completed',
        completed: { on, by: data.by, text: data.text },
      }));
    case 'TaskConfirmed':
      return withTask(before, data.task, () => ({ state: 'confirmed', confirmed: { on, by: data.by } }));
    case 'TaskReturned':
      return withTask(before, data.task, ({ returned }) => ({
        state: 'open',
        completed: null,
        returned: [...returned, { on, by: data.by, reason: data.reason }],
      }));
    case 'TaskCancelled':
      return withTask(before, data.task, () => ({ state: 'cancelled', cancelled: { on, reason: data.reason } }));
    case 'MeetingClosed':
      return { ...known(before), state: 'closed', closedOn: on };
  }
};

export const openTasks = ({ tasks }: Meeting): readonly MeetingTask[] => tasks.filter(({ state }) => state === 'open');
export const settled = ({ state }: MeetingTask): boolean => state === 'confirmed' || state === 'cancelled';

/** A meeting is due on the day that it is planned for, and once held with the earliest of its open tasks; its people are those who have one. */
export const meetingLine = (meeting: Meeting): MatterLine => {
  const open = openTasks(meeting);
  return {
    number: null,
    title: alike(meeting.title),
    project: null,
    unit: meeting.unit,
    people: distinct(open.flatMap(({ people }) => people)),
    state: meeting.state,
    open: meeting.state !== 'closed' && meeting.state !== 'called-off',
    due:
      meeting.state === 'convened'
        ? meeting.plannedOn
        : open.reduce<IsoDate | null>((first, { due }) => (first === null || due < first ? due : first), null),
    level: meeting.kind,
  };
};

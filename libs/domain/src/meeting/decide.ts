import type { IsoDate } from '../dates.ts';
import { inOrder, receivers, type Matter } from '../matter.ts';
import { filled } from '../project/decisions/decision.ts';
import { MEETING_COMMANDS, type MeetingCommand } from './commands.ts';
import type { MeetingEvent } from './events.ts';
import { evolveMeeting, meetingLine, settled, type Meeting, type MeetingTask } from './meeting.ts';
import { rejectMeeting } from './rejections.ts';

const notBefore = inOrder(() => rejectMeeting('meeting-step-too-early', 'occurredOn'));
/** The day on which its date was last set: when it was convened, or rescheduled. */
const lastPlannedOn = ({ convenedOn, rescheduled }: Meeting): IsoDate => rescheduled?.at(-1)?.on ?? convenedOn;
const taskOf = ({ tasks }: Meeting, id: string): MeetingTask =>
  tasks.find(({ task }) => task === id) ?? rejectMeeting('task-unknown', 'task');

const nextNumber = ({ tasks }: Meeting): string => {
  let number = tasks.length + 1;
  while (tasks.some(({ task }) => task === String(number))) number += 1;
  return String(number);
};

/** The scheduling meeting 调度会: an agenda frozen from a list, tasks with a date, each confirmed by a second person before the meeting is closed. */
export const MEETING: Matter<MeetingCommand, MeetingEvent, Meeting> = {
  name: 'meeting',
  title: { zh: '调度会', en: 'Scheduling meeting' },
  states: {
    convened: { zh: '待召开', en: 'Convened' },
    held: { zh: '已召开', en: 'Held' },
    closed: { zh: '已办结', en: 'Closed' },
    'called-off': { zh: '已取消', en: 'Called off' },
  },
  commands: MEETING_COMMANDS,
  titles: {
    ConveneMeeting: { zh: '召集会议', en: 'Convene a meeting' },
    SetAgenda: { zh: '确定议题', en: 'Set the agenda' },
    HoldMeeting: { zh: '记录召开', en: 'Record that it was held' },
    RescheduleMeeting: { zh: '改期', en: 'Change the day' },
    CallOffMeeting: { zh: '取消会议', en: 'Call the meeting off' },
    AssignTask: { zh: '交办任务', en: 'Assign a task' },
    CompleteTask: { zh: '报告任务完成', en: 'Report a task as done' },
    ConfirmTask: { zh: '确认任务完成', en: 'Confirm a task' },
    ReturnTask: { zh: '退回任务', en: 'Send a task back' },
    CancelTask: { zh: '取消任务', en: 'Cancel a task' },
    CloseMeeting: { zh: '办结', en: 'Close' },
  },
  needs: {
    ConveneMeeting: 'supervise',
    SetAgenda: 'supervise',
    HoldMeeting: 'supervise',
    RescheduleMeeting: 'supervise',
    CallOffMeeting: 'supervise',
    AssignTask: 'supervise',
    CompleteTask: 'answer',
    ConfirmTask: 'supervise',
    ReturnTask: 'supervise',
    CancelTask: 'supervise',
    CloseMeeting: 'supervise',
  },
  when: {
    ConveneMeeting: ['none'],
    SetAgenda: ['convened'],
    HoldMeeting: ['convened'],
    RescheduleMeeting: ['convened'],
    CallOffMeeting: ['convened'],
    AssignTask: ['held'],
    CompleteTask: ['held'],
    ConfirmTask: ['held'],
    ReturnTask: ['held'],
    CancelTask: ['held'],
    CloseMeeting: ['held'],
  },
  decisions: {
    ConveneMeeting: ({ title, kind, plannedOn, list, unit, previous }, _none, on) => {
      if (plannedOn < on) rejectMeeting('meeting-planned-too-early', 'plannedOn');
      return [
        { type: 'MeetingConvened', occurredOn: on, data: filled({ title, kind, plannedOn, list, unit, previous }) },
      ];
    },
    SetAgenda: ({ items, asOf, logPosition }, meeting, on, { today }) => {
      notBefore(meeting.convenedOn, on);
      if (asOf > today) rejectMeeting('agenda-from-the-future', 'asOf');
      if (new Set(items.map(({ project }) => project)).size < items.length)
        rejectMeeting('agenda-project-twice', 'items');
      return [
        {
          type: 'AgendaSet',
          occurredOn: on,
          data: { items: items.map((item) => filled({ ...item })), asOf, logPosition },
        },
      ];
    },
    HoldMeeting: ({ attendees, minutes }, meeting, on) => {
      notBefore(meeting.convenedOn, on);
      return [{ type: 'MeetingHeld', occurredOn: on, data: filled({ attendees, minutes }) }];
    },
    RescheduleMeeting: ({ plannedOn, reason }, meeting, on) => {
      notBefore(lastPlannedOn(meeting), on);
      if (plannedOn < on) rejectMeeting('meeting-rescheduled-too-early', 'plannedOn');
      if (plannedOn === meeting.plannedOn) rejectMeeting('meeting-day-unchanged', 'plannedOn');
      return [{ type: 'MeetingRescheduled', occurredOn: on, data: { plannedOn, reason } }];
    },
    CallOffMeeting: ({ reason }, meeting, on) => {
      notBefore(lastPlannedOn(meeting), on);
      return [{ type: 'MeetingCalledOff', occurredOn: on, data: { reason } }];
    },
    AssignTask: ({ task, project, text, unit, people = [], due }, meeting, on, situation) => {
      notBefore(meeting.heldOn, on);
      if (unit === undefined && people.length === 0) rejectMeeting('task-receiver-missing', 'unit');
      if (due < on) rejectMeeting('task-due-too-early', 'due');
      if (meeting.tasks.some((one) => one.task === task)) rejectMeeting('task-exists', 'task');
      return [
        {
          type: 'TaskAssigned',
          occurredOn: on,
          data: filled({
            task: task ?? nextNumber(meeting),
            project,
            text,
            unit,
            people: receivers(people, situation),
            due,
          }),
        },
      ];
    },
    CompleteTask: ({ task: id, text }, meeting, on, { actor }) => {
      const { state, assignedOn } = taskOf(meeting, id);
      if (state !== 'open') rejectMeeting('task-not-open', 'task');
      notBefore(assignedOn, on);
      return [{ type: 'TaskCompleted', occurredOn: on, data: { task: id, by: actor.user, text } }];
    },
    ConfirmTask: ({ task: id }, meeting, on, { actor }) => {
      const { state, completed } = taskOf(meeting, id);
      if (state !== 'completed') rejectMeeting('task-not-completed', 'task');
      if (completed?.by === actor.user) rejectMeeting('task-confirmed-by-its-author');
      notBefore(completed?.on, on);
      return [{ type: 'TaskConfirmed', occurredOn: on, data: { task: id, by: actor.user } }];
    },
    ReturnTask: ({ task: id, reason }, meeting, on, { actor }) => {
      const { state, completed } = taskOf(meeting, id);
      if (state !== 'completed') rejectMeeting('task-not-completed', 'task');
      notBefore(completed?.on, on);
      return [{ type: 'TaskReturned', occurredOn: on, data: { task: id, by: actor.user, reason } }];
    },
    CancelTask: ({ task: id, reason }, meeting, on) => {
      const task = taskOf(meeting, id);
      if (settled(task)) rejectMeeting('task-settled', 'task');
      notBefore(task.assignedOn, on);
      return [{ type: 'TaskCancelled', occurredOn: on, data: { task: id, reason } }];
    },
    CloseMeeting: ({ text }, meeting, on) => {
      if (!meeting.tasks.every(settled)) rejectMeeting('tasks-unsettled');
      notBefore(meeting.heldOn, on);
      return [{ type: 'MeetingClosed', occurredOn: on, data: filled({ text }) }];
    },
  },
  evolve: evolveMeeting,
  line: meetingLine,
};

import { inOrder, type Matter } from '../matter.ts';
import { filled } from '../project/decisions/decision.ts';
import { SCHEDULING_COMMANDS, type SchedulingCommand } from './commands.ts';
import type { SchedulingEvent } from './events.ts';
import { rejectScheduling } from './rejections.ts';
import { evolveSchedulingList, schedulingLine, type SchedulingList } from './scheduling-list.ts';

const notBefore = inOrder(() => rejectScheduling('scheduling-step-too-early', 'occurredOn'));

const mustBeOpen = ({ items }: SchedulingList, project: string): void => {
  const item =
    items.find(({ line }) => line.project === project) ?? rejectScheduling('scheduling-item-unknown', 'project');
  if (item.closedOff !== null) rejectScheduling('scheduling-item-closed-off', 'project');
};

/** The monthly scheduling list 项目调度清单: frozen when issued, numbered, closed off item by item (README, "Lists"). */
export const SCHEDULING_LIST: Matter<SchedulingCommand, SchedulingEvent, SchedulingList> = {
  name: 'scheduling-list',
  title: { zh: '项目调度清单', en: 'Scheduling list' },
  states: { issued: { zh: '销号中', en: 'Issued' }, closed: { zh: '已办结', en: 'Closed' } },
  commands: SCHEDULING_COMMANDS,
  titles: {
    IssueSchedulingList: { zh: '印发清单', en: 'Issue the list' },
    CloseOffItem: { zh: '销号', en: 'Close off an item' },
    NoteItem: { zh: '更新下一步', en: 'Note the next step' },
    CloseSchedulingList: { zh: '办结', en: 'Close the list' },
  },
  needs: {
    IssueSchedulingList: 'supervise',
    CloseOffItem: 'supervise',
    NoteItem: 'supervise',
    CloseSchedulingList: 'supervise',
  },
  when: {
    IssueSchedulingList: ['none'],
    CloseOffItem: ['issued'],
    NoteItem: ['issued'],
    CloseSchedulingList: ['issued'],
  },
  decisions: {
    IssueSchedulingList: ({ month, unit, number, asOf, position, items }, _none, on) => {
      if (month > on.slice(0, 'YYYY-MM'.length)) rejectScheduling('scheduling-month-ahead', 'month');
      if (asOf > on) rejectScheduling('scheduling-as-of-too-late', 'asOf');
      if (new Set(items.map(({ project }) => project)).size < items.length)
        rejectScheduling('scheduling-project-twice', 'items');
      return [
        {
          type: 'SchedulingListIssued',
          occurredOn: on,
          data: filled({
            month,
            unit,
            number: number ?? '',
            asOf,
            position,
            items: items.map((item) => filled({ ...item })),
          }),
        },
      ];
    },
    CloseOffItem: ({ project, basis, text }, list, on, { actor }) => {
      mustBeOpen(list, project);
      notBefore(list.issuedOn, on);
      return [
        {
          type: 'SchedulingItemClosedOff',
          occurredOn: on,
          data: { project, by: actor.user, basis: basis ?? rejectScheduling('close-off-basis-missing', 'basis'), text },
        },
      ];
    },
    NoteItem: ({ project, text }, list, on, { actor }) => {
      mustBeOpen(list, project);
      notBefore(list.issuedOn, on);
      return [{ type: 'SchedulingItemNoted', occurredOn: on, data: { project, by: actor.user, nextStep: text } }];
    },
    CloseSchedulingList: ({ text }, list, on) => {
      notBefore(list.issuedOn, on);
      return [{ type: 'SchedulingListClosed', occurredOn: on, data: filled({ text }) }];
    },
  },
  evolve: evolveSchedulingList,
  line: schedulingLine,
};

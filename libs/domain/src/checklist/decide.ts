import { inOrder, type Matter, type NoMatter } from '../matter.ts';
import { filled } from '../project/decisions/decision.ts';
import { checklistLine, evolveChecklist, type AddedItem, type Checklist } from './checklist.ts';
import { CHECKLIST_COMMANDS, type ChecklistCommand } from './commands.ts';
import { toldByEvents } from './derived-items.ts';
import type { ChecklistEvent } from './events.ts';
import { rejectChecklist } from './rejections.ts';

const notBefore = inOrder(() => rejectChecklist('item-step-too-early', 'occurredOn'));
const kept = (checklist: Checklist | NoMatter): Checklist | null => (checklist.state === 'none' ? null : checklist);

const itemOf = (checklist: Checklist | NoMatter, key: string): AddedItem => {
  if (toldByEvents(key)) rejectChecklist('item-told-by-events', 'key');
  return kept(checklist)?.items.find((item) => item.key === key) ?? rejectChecklist('item-unknown', 'key');
};

/** What people add to a project's checklist because no event can tell it: a paper instead, verified by a second person. One stream per project. */
export const CHECKLIST: Matter<ChecklistCommand, ChecklistEvent, Checklist> = {
  name: 'checklist',
  title: { zh: '督办清单', en: 'Checklist' },
  states: { open: { zh: '有未完成事项', en: 'Open' }, settled: { zh: '全部核实', en: 'Settled' } },
  commands: CHECKLIST_COMMANDS,
  titles: {
    AddItem: { zh: '列入事项', en: 'Add an item' },
    ReportItem: { zh: '报告完成', en: 'Report an item as done' },
    VerifyItem: { zh: '核实', en: 'Verify an item' },
    RemoveItem: { zh: '移除事项', en: 'Remove an item' },
  },
  needs: {
    AddItem: 'supervise',
    ReportItem: 'answer',
    VerifyItem: 'supervise',
    RemoveItem: 'supervise',
  },
  // ReportItem also before the first item: who ticks what an event tells must hear so, not that there is no checklist.
  when: {
    AddItem: ['none', 'open', 'settled'],
    ReportItem: ['none', 'open', 'settled'],
    VerifyItem: ['open'],
    RemoveItem: ['open'],
  },
  decisions: {
    AddItem: ({ project, projectName, key, text, due, owner }, before, on) => {
      const checklist = kept(before);
      const of = checklist?.project ?? project ?? rejectChecklist('checklist-project-missing', 'project');
      if (project !== undefined && project !== of) rejectChecklist('checklist-project-differs', 'project');
      if (toldByEvents(key)) rejectChecklist('item-told-by-events', 'key');
      if (checklist?.items.some((item) => item.key === key)) rejectChecklist('item-exists', 'key');
      if (due !== undefined && due < on) rejectChecklist('item-due-too-early', 'due');
      return [
        {
          type: 'ChecklistItemAdded',
          occurredOn: on,
          data: filled({ project: of, projectName, key, text, due, owner }),
        },
      ];
    },
    ReportItem: ({ key, text, evidence = [] }, checklist, on, { actor }) => {
      const { state, addedOn } = itemOf(checklist, key);
      if (state !== 'open') rejectChecklist('item-not-open', 'key');
      if (evidence.length === 0) rejectChecklist('item-evidence-missing', 'evidence');
      notBefore(addedOn, on);
      return [
        {
          type: 'ChecklistItemReported',
          occurredOn: on,
          data: { key, by: actor.user, text, evidence: evidence.map((paper) => filled({ ...paper })) },
        },
      ];
    },
    VerifyItem: ({ key, accepted, reason }, checklist, on, { actor }) => {
      const { state, report } = itemOf(checklist, key);
      if (state !== 'reported') rejectChecklist('item-not-reported', 'key');
      if (report?.by === actor.user) rejectChecklist('item-verified-by-reporter');
      if (!accepted && reason === undefined) rejectChecklist('item-reason-missing', 'reason');
      notBefore(report?.on, on);
      return [
        { type: 'ChecklistItemVerified', occurredOn: on, data: filled({ key, by: actor.user, accepted, reason }) },
      ];
    },
    RemoveItem: ({ key, reason }, checklist, on) => {
      const { state, addedOn } = itemOf(checklist, key);
      if (state === 'verified') rejectChecklist('item-verified', 'key');
      notBefore(addedOn, on);
      return [{ type: 'ChecklistItemRemoved', occurredOn: on, data: { key, reason } }];
    },
  },
  evolve: evolveChecklist,
  line: checklistLine,
};

export { checklistOf, type ChecklistItem } from './checklist-of.ts';
export { evolveChecklist, type AddedItem, type Checklist } from './checklist.ts';
export { CHECKLIST_COMMANDS, type ChecklistCommand } from './commands.ts';
export { CHECKLIST } from './decide.ts';
export { DERIVED_ITEMS, toldByEvents, type DoneBy } from './derived-items.ts';
export type { ChecklistEvent } from './events.ts';
export { PROJECT_MILESTONES, type ProjectMilestone } from './milestones.ts';
export { type ChecklistRejectionCode } from './rejections.ts';

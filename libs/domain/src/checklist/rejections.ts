import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of checklists that can say no. */
const CHECKLIST_REJECTIONS = {
  'item-told-by-events': {
    zh: '该事项由项目记录自动判定，不能手工勾选；请办理相应的业务。',
    en: 'The project’s own events tell this item; it is never ticked by hand. Record the fact itself.',
  },
  'item-exists': { zh: '清单中已有该代号的事项。', en: 'The checklist already has an item of that key.' },
  'item-unknown': { zh: '清单中没有这一事项。', en: 'The checklist has no such item.' },
  'item-due-too-early': { zh: '完成期限不能早于列入日期。', en: 'An item cannot be due before it is added.' },
  'item-step-too-early': { zh: '日期不能早于前一环节。', en: 'That day lies before the step that this one follows.' },
  'item-not-open': { zh: '该事项已报告完成。', en: 'That item was already reported as done.' },
  'item-not-reported': { zh: '该事项没有待核实的报告。', en: 'That item has no report to verify.' },
  'item-verified': { zh: '已核实的事项不能移除。', en: 'A verified item cannot be removed.' },
  'item-verified-by-reporter': {
    zh: '事项须由报告人以外的人核实。',
    en: 'An item is verified by somebody other than who reported it.',
  },
  'item-reason-missing': { zh: '不认可时须写明理由。', en: 'Say why the report is not accepted.' },
  'item-evidence-missing': { zh: '报告完成须附佐证材料。', en: 'Reporting an item needs a paper as evidence.' },
  'checklist-project-missing': {
    zh: '清单的第一个事项须写明项目。',
    en: 'The first item of a checklist names the project.',
  },
  'checklist-project-differs': { zh: '这份清单属于另一个项目。', en: 'This checklist belongs to another project.' },
} as const satisfies Record<string, Sentence>;
export type ChecklistRejectionCode = keyof typeof CHECKLIST_REJECTIONS;

export const rejectChecklist = rejecting(CHECKLIST_REJECTIONS);

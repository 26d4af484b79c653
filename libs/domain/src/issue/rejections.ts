import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of the issue ledger that can say no. */
const ISSUE_REJECTIONS = {
  'issue-receiver-missing': {
    zh: '须写明承办单位或承办人。',
    en: 'Name the unit or the people who are to resolve it.',
  },
  'issue-due-too-early': { zh: '办理期限不能早于交办日期。', en: 'It cannot be due before it is assigned.' },
  'issue-due-not-later': { zh: '改派不能推迟办理期限。', en: 'Handing an issue over does not put off its due date.' },
  'issue-level-by-escalation': {
    zh: '交办之后只能通过提级改变协调层级。',
    en: 'Once assigned, an issue changes its level by escalation only.',
  },
  'issue-level-not-higher': { zh: '只能提级到更高的层级。', en: 'An issue can be escalated to a higher level only.' },
  'issue-step-too-early': { zh: '日期不能早于前一环节。', en: 'That day lies before the step that this one follows.' },
  'visited-by-resolver': {
    zh: '回访须由办理人以外的人进行。',
    en: 'The return visit is made by somebody other than who resolved the issue.',
  },
  'return-visit-missing': {
    zh: '回访满意后才能销号。',
    en: 'The issue can be closed only after a return visit that found satisfaction.',
  },
} as const satisfies Record<string, Sentence>;
export type IssueRejectionCode = keyof typeof ISSUE_REJECTIONS;

export const rejectIssue = rejecting(ISSUE_REJECTIONS);

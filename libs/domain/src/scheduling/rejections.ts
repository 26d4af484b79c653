import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of scheduling lists that can say no. */
const SCHEDULING_REJECTIONS = {
  'scheduling-step-too-early': { zh: '日期不能早于清单印发日期。', en: 'That day lies before the list was issued.' },
  'scheduling-project-twice': { zh: '同一项目在清单中出现两次。', en: 'A project stands on the list twice.' },
  'scheduling-as-of-too-late': {
    zh: '数据日期不能晚于清单印发日期。',
    en: 'A list cannot be as of a day after it is issued.',
  },
  'scheduling-month-ahead': {
    zh: '月份还没有到，不能印发清单。',
    en: 'A list cannot be issued for a month that has not begun.',
  },
  'scheduling-item-unknown': { zh: '清单中没有这个项目。', en: 'That project is not on the list.' },
  'scheduling-item-closed-off': { zh: '该项目已销号。', en: 'That item is already closed off.' },
  'close-off-basis-missing': {
    zh: '销号须写明依据（文号、合同号、凭证号）。',
    en: 'An item is closed off with a paper only: give its number as the basis.',
  },
} as const satisfies Record<string, Sentence>;
export type SchedulingRejectionCode = keyof typeof SCHEDULING_REJECTIONS;

export const rejectScheduling = rejecting(SCHEDULING_REJECTIONS);

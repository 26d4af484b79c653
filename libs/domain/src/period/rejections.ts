import { Rejected, type Sentence } from '../rejected.ts';

/** Every rule of reporting periods that can say no, and what the user is told. */
export const PERIOD_REJECTIONS = {
  'period-not-over': { zh: '该月尚未结束，不能关账。', en: 'That month is not over and cannot be closed.' },
  'period-closed-already': { zh: '该月已经关账。', en: 'That month is closed already.' },
  'period-not-closed': { zh: '该月没有关账。', en: 'That month is not closed.' },
  'reopening-asked-already': {
    zh: '该月已有人申请重开，正待批准。',
    en: 'Somebody has asked to reopen that month already: it waits for approval.',
  },
  'reopening-not-asked': {
    zh: '没有人申请重开该月：请先申请。',
    en: 'Nobody has asked to reopen that month: ask for it first.',
  },
  'reopening-approved-by-asker': {
    zh: '重开须由申请人以外的人登录批准。',
    en: 'Somebody other than who asked signs in and approves a reopening.',
  },
} as const satisfies Record<string, Sentence>;
export type PeriodRejectionCode = keyof typeof PERIOD_REJECTIONS;

export const rejectPeriod = (code: PeriodRejectionCode): never => {
  throw new Rejected(code, PERIOD_REJECTIONS[code], 'month');
};

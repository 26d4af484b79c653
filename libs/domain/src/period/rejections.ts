import { Rejected, type Sentence } from '../rejected.ts';

/** Every rule of reporting periods that can say no, and what the user is told. */
export const PERIOD_REJECTIONS = {
  'period-not-over': { zh: '该月尚未结束，不能关账。', en: 'That month is not over and cannot be closed.' },
  'period-closed-already': { zh: '该月已经关账。', en: 'That month is closed already.' },
  'period-not-closed': { zh: '该月没有关账。', en: 'That month is not closed.' },
} as const satisfies Record<string, Sentence>;
export type PeriodRejectionCode = keyof typeof PERIOD_REJECTIONS;

export const rejectPeriod = (code: PeriodRejectionCode): never => {
  throw new Rejected(code, PERIOD_REJECTIONS[code], 'month');
};

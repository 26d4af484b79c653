import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of targets that can say no, and what the user is told. */
const TARGET_REJECTIONS = {
  'target-exists': {
    zh: '该目标已下达且数值不同，请用“调整目标”并写明原因。',
    en: 'This target is set to another value; revise it and say why.',
  },
  'target-unknown': { zh: '还没有下达过这个目标。', en: 'There is no such target to revise.' },
  'target-needs-money': { zh: '该指标的目标须为金额。', en: 'The target of this metric is an amount of money.' },
  'target-needs-count': { zh: '该指标的目标须为个数。', en: 'The target of this metric is a count.' },
  'target-needs-percent': { zh: '该指标的目标须为百分比。', en: 'The target of this metric is a percentage.' },
  'target-needs-value': {
    zh: '目标须写明金额、个数、百分比三者之一。',
    en: 'A target is one of an amount, a count and a percentage.',
  },
  'target-negative': { zh: '目标不能为负数。', en: 'A target cannot be negative.' },
} as const satisfies Record<string, Sentence>;
export type TargetRejectionCode = keyof typeof TARGET_REJECTIONS;

export const rejectTarget = rejecting(TARGET_REJECTIONS);

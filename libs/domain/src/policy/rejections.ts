import { rejecting, rejectingField, type Sentence } from '../rejected.ts';

/** Every rule that can refuse a policy, a draft or a calendar. */
const POLICY_REJECTIONS = {
  'policy-invalid': { zh: '时限规则文件不正确。', en: 'The policy is not valid.' },
  'policy-not-later': {
    zh: '新规则的生效日期不能早于现行规则。',
    en: 'A new policy cannot be in force before the one it follows.',
  },
  'draft-unknown': { zh: '没有这份规则草案。', en: 'There is no such draft of the policy.' },
  'draft-published': { zh: '这份规则草案已经发布。', en: 'This draft is already published.' },
  'calendar-invalid': { zh: '工作日历不正确。', en: 'The calendar is not valid.' },
  'calendar-several-years': {
    zh: '一份工作日历只能写一个年份，请分年导入。',
    en: 'A calendar file holds one year; import each year by itself.',
  },
} as const satisfies Record<string, Sentence>;
export type PolicyRejectionCode = keyof typeof POLICY_REJECTIONS;

export const rejectPolicy = rejecting(POLICY_REJECTIONS);
/** Refuses `field`, saying in both languages what is wrong with it. */
export const refuse = rejectingField(POLICY_REJECTIONS);

import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of supervision orders that can say no. */
const ORDER_REJECTIONS = {
  'extension-too-late': {
    zh: '延期只能在回复期限之前申请。',
    en: 'An extension can be asked for only before the reply is due.',
  },
  'extension-not-later': {
    zh: '延期日期必须晚于现在的回复期限。',
    en: 'The new date must be later than the reply date in force.',
  },
  'extension-asked': {
    zh: '已有延期申请等待审批。',
    en: 'An extension has already been asked for and waits for its decision.',
  },
  'extension-not-asked': { zh: '没有待审批的延期申请。', en: 'There is no extension to decide.' },
  'reviewed-by-author': {
    zh: '回复须由回复人以外的人审核。',
    en: 'A reply is reviewed by somebody other than its author.',
  },
  'reply-not-accepted': {
    zh: '回复经审核认可后才能办结。',
    en: 'The order can be closed only after its reply was reviewed and accepted.',
  },
  'due-before-issue': { zh: '期限不能早于发出日期。', en: 'It cannot be due before it is issued.' },
  'received-by-issuer': {
    zh: '督办件须由承办方签收和回复，发出人不能代办。',
    en: 'An order is acknowledged and replied to by those it is addressed to, not by who issued it.',
  },
  'received-by-other': {
    zh: '督办件由承办单位或所列承办人（外出时由其代理人）签收和回复。承办单位不在组织树中的，请督办部门撤回后改发。',
    en: 'An order is acknowledged and replied to by its unit, by a person whom it names, or by the deputy of one who is away. Where the organisation has no such unit, the supervision office withdraws it and issues it anew.',
  },
  'before-issue': { zh: '日期不能早于督办件发出日期。', en: 'That day lies before the order was issued.' },
  'escalation-not-higher': { zh: '只能升级到更高的一级。', en: 'An order can be escalated to a higher rung only.' },
  'order-excuse-ended': {
    zh: '计时暂停至的日期不能早于认可日期。',
    en: 'The pause must not end before it is accepted.',
  },
} as const satisfies Record<string, Sentence>;
export type OrderRejectionCode = keyof typeof ORDER_REJECTIONS;

export const rejectOrder = rejecting(ORDER_REJECTIONS);

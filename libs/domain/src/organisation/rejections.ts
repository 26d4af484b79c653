import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of the organisation that can say no, and what the user is told. */
export const ORGANISATION_REJECTIONS = {
  'unit-unknown': { zh: '组织树中没有这个单位。', en: 'The organisation has no such unit.' },
  'unit-exists': { zh: '该单位编码已被使用。', en: 'This unit code is already used.' },
  'unit-closed': { zh: '该单位已撤销，不能再变更。', en: 'This unit is closed and cannot change any more.' },
  'unit-has-units': {
    zh: '该单位之下还有单位，请先移走或撤销下级单位。',
    en: 'Other units belong to this one; move or close them first.',
  },
  'code-missing': { zh: '缺少单位编码。', en: 'The unit has no code.' },
  'name-missing': { zh: '缺少单位名称。', en: 'The unit has no name.' },
  'parent-unknown': { zh: '找不到上级单位。', en: 'There is no such parent unit.' },
  'parent-ambiguous': {
    zh: '上级单位有重名，请改用单位编码。',
    en: 'Several units bear the name of the parent; give its code.',
  },
  'parent-closed': {
    zh: '上级单位已撤销，请先恢复上级单位。',
    en: 'Its parent unit is closed; reopen that one first.',
  },
  'parent-cycle': {
    zh: '单位不能隶属于自己或自己的下级。',
    en: 'A unit cannot belong to itself or to a unit below it.',
  },
  'code-repeated': {
    zh: '同一文件中该单位编码已出现且内容不同。',
    en: 'The same code stands in the file before, with other data.',
  },
  'not-appointed': { zh: '此人没有在该单位担任这一职责。', en: 'This person does not hold that role in the unit.' },
  'person-unknown': {
    zh: '没有这个账号。未开通账号的人员请直接填写姓名。',
    en: 'Nobody has this account. Write the name of whoever has none.',
  },
  'person-ambiguous': {
    zh: '有多人同名，请从名单中选定其中一人。',
    en: 'Several people bear this name; choose one of them by account.',
  },
  'leave-ends-before-it-begins': { zh: '离岗的结束日期早于开始日期。', en: 'The leave ends before it begins.' },
} as const satisfies Record<string, Sentence>;
export type OrganisationRejectionCode = keyof typeof ORGANISATION_REJECTIONS;

export const rejectUnit = rejecting(ORGANISATION_REJECTIONS);

import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of approvals that can say no. */
const APPROVAL_REJECTIONS = {
  'approved-by-asker': {
    zh: '须由申请人以外的人批准或不批准。',
    en: 'Somebody other than who asked approves or refuses.',
  },
  'withdrawn-by-other': { zh: '只有申请人可以撤回。', en: 'Only who asked can take it back.' },
  'approval-body-invalid': { zh: '请批内容不正确。', en: 'What is to be approved is no command.' },
} as const satisfies Record<string, Sentence>;
export type ApprovalRejectionCode = keyof typeof APPROVAL_REJECTIONS;

export const rejectApproval = rejecting(APPROVAL_REJECTIONS);

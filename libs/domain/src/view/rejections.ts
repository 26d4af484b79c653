import { rejecting, type Sentence } from '../rejected.ts';

/** Every rule of saved views that can say no, and what the user is told. */
const VIEW_REJECTIONS = {
  'view-unknown': { zh: '没有这个视图，可能已被删除。', en: 'There is no such view; it may have been removed.' },
  'view-of-another': {
    zh: '这是他人的视图，不能修改；可以另存为自己的视图。',
    en: 'This view is somebody else’s and cannot be changed; save it as one of your own.',
  },
  'view-title-taken': { zh: '您已有同名的视图，请换一个名称。', en: 'You have a view of this name; choose another.' },
  'views-full': { zh: '每人最多保存 50 个视图，请先删除不用的。', en: 'Fifty views a person: remove one first.' },
  'view-without-unit': {
    zh: '您的账号没有所属单位，不能与本单位共用。',
    en: 'Your account has no unit to share a view with.',
  },
  'view-not-for-all': {
    zh: '只有督办人员和管理员可以把视图共用给所有人。',
    en: 'Only the supervision office and administrators share a view with everybody.',
  },
} as const satisfies Record<string, Sentence>;
export type ViewRejectionCode = keyof typeof VIEW_REJECTIONS;

export const rejectView = rejecting(VIEW_REJECTIONS);

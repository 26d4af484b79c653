import { rejecting, type Sentence } from '../rejected.ts';

const OUTREACH_REJECTIONS = {
  'trip-not-over': {
    zh: '行程尚未结束：天数只能登记到今天为止。',
    en: 'The trip is not over: its days can be registered up to today.',
  },
  'outreach-incomplete': {
    zh: '请补全：外出须写城市和天数，走访和接待须写企业，推介须写活动名称。',
    en: 'Something is missing: a trip has a city and days, a visit and a reception a firm, a promotion a title.',
  },
} as const satisfies Record<string, Sentence>;

export const rejectOutreach = rejecting(OUTREACH_REJECTIONS);

import { rejecting, rejectingWrong, type Sentence } from '../rejected.ts';

/** Every rule of boards that can say no, and what the user is told. */
const BOARD_REJECTIONS = {
  'board-invalid': { zh: '榜单有误：', en: 'The board is wrong:' },
  'board-unknown': { zh: '没有这个榜单。', en: 'There is no such board.' },
  'board-month-not-over': { zh: '该月尚未结束，不能定榜。', en: 'That month is not over; its board cannot be frozen.' },
  'board-frozen-already': { zh: '该月的榜单已经定榜。', en: 'The board of that month is frozen already.' },
} as const satisfies Record<string, Sentence>;
export type BoardRejectionCode = keyof typeof BOARD_REJECTIONS;

export const rejectBoard = rejecting(BOARD_REJECTIONS);

/** Throws Rejected 'board-invalid' that names the field and what is wrong with it. */
export const refuseBoard = rejectingWrong(BOARD_REJECTIONS, 'board-invalid');

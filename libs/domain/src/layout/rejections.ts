import { rejecting, rejectingWrong, type Sentence } from '../rejected.ts';

/** Every rule of layouts that can say no, and what the user is told. */
const LAYOUT_REJECTIONS = {
  'layout-invalid': { zh: '版式有误：', en: 'The layout is wrong:' },
  'layout-unknown': {
    zh: '没有这个导出版式。standard 为常用列，full 为全部列，本局的版式见“导出版式”。',
    en: 'There is no such layout. standard has the usual columns, full has all; those of the bureau stand under “Export layouts”.',
  },
  'layouts-full': {
    zh: '最多 50 个导出版式，请先删除不用的。',
    en: 'Fifty layouts are the most; remove one that is not used.',
  },
} as const satisfies Record<string, Sentence>;
export type LayoutRejectionCode = keyof typeof LAYOUT_REJECTIONS;

export const rejectLayout = rejecting(LAYOUT_REJECTIONS);
/** Throws Rejected 'layout-invalid' that names the field and what is wrong with it. */
export const refuseLayout = rejectingWrong(LAYOUT_REJECTIONS, 'layout-invalid');

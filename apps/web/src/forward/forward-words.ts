import { w, type Sentence } from '../words/sentence.ts';

/** The words of the view ahead, beside those of WORDS. */
export const FORWARD_WORDS = {
  forwardPage: w('到期预警', 'View ahead'),
  forwardAbout: w(
    '假定不再有新的进展，按今天的事实和已发布的规则推算。',
    'If nothing more happens: by the facts of today and the published rules.',
  ),
  nextDays: w('未来', 'Next'),
  days: w('天', 'days'),
  byWeek: w('按周', 'By week'),
  weekOf: w('起的一周', 'week of'),
  nothingAhead: w(
    '这段时间没有到期、提醒，也没有项目将变红。',
    'Nothing falls due, no notice, no project turns red in this time.',
  ),
  day: w('日期', 'Day'),
  ahead: w('种类', 'Kind'),
  sentLater: w('发送', 'sent on'),
  allWeeks: w('全部各周', 'All weeks'),
  moreProjects: w('更多项目', 'More projects'),
  table: w('明细', 'In detail'),
} as const satisfies Record<string, Sentence>;

export type Coming = 'dues' | 'notices' | 'reds';
export const COMING: Readonly<Record<Coming, { readonly name: Sentence; readonly paint: string }>> = {
  dues: { name: w('到期', 'Due'), paint: 'var(--blue)' },
  notices: { name: w('提醒', 'Notices'), paint: 'var(--accent-3)' },
  reds: { name: w('将变红', 'Turning red'), paint: 'var(--red)' },
};

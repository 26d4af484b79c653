import { w, type Sentence } from '../words/sentence.ts';

export const BOARD_WORDS = {
  boardPage: w('看板', 'Board'),
  timelinePage: w('时间轴', 'Timeline'),
  regionsPage: w('区域', 'Regions'),
  noRegion: w('未填区域', 'No region told'),
  emptyColumn: w('没有项目', 'None'),
  seeAllOf: w('全部', 'All'),
  barsAbout: w(
    '空心：签约到约定开工；实心：签约到认定开工；斜纹：尚未开工，到所看的这一天。',
    'Hollow: from signing to the agreed start. Solid: to the certified start. Hatched: not started by the day shown.',
  ),
  bars: w('进程', 'Course'),
  backlogOrStarted: w('范围', 'Which'),
  notStartedYet: w('尚未开工', 'not started'),
} as const satisfies Record<string, Sentence>;

import { w, type Sentence } from '../words/sentence.ts';

/** The words of the numbers pages. */
export const NUMBERS_WORDS = {
  figure: w('数字的构成', 'What a figure is made of'),
  period: w('期间', 'Period'),
  definition: w('口径', 'Definition'),
  numerator: w('分子', 'Numerator'),
  denominator: w('分母', 'Denominator'),
  madeOf: w('构成', 'Made of'),
  byWhichFact: w('依据的记录', 'By which fact'),
  paper: w('文号', 'Paper'),
  counts2: w('计入', 'Counted'),
  lastYear: w('上年同期', 'A year before'),
  yearOnYear: w('同比', 'Year on year'),
  targetWord: w('任务', 'Target'),
  progressWord: w('完成进度', 'Progress'),
  noParts: w('没有计入的项目。', 'No project counts.'),
  noneNamed: w('（未填）', '(not given)'),
  defaultDefinition: w('默认', 'default'),
  versionNo: w('版本', 'version'),
  moreRows: w('显示更多', 'Show more'),
} as const satisfies Record<string, Sentence>;

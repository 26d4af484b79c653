import { w, type Sentence } from '../words/sentence.ts';

export const CHART_WORDS = {
  asChart: w('图', 'Chart'),
  asTable: w('表', 'Table'),
  chartOrTable: w('图或表', 'chart or table'),
} as const satisfies Record<string, Sentence>;

import type { Sentence } from '../rejected.ts';

/** What a bureau prints, by the name that scripts use (libs/reporting/README.md, "Reports"). */
// prettier-ignore
export const REPORTS = {
  circular: { zh: '情况通报', en: 'Circular' },
  ranking: { zh: '指标排名表', en: 'Ranking table' },
  scheduling: { zh: '项目调度清单', en: 'Scheduling list' },
  'supervision-order': { zh: '督办函', en: 'Supervision order' },
  'half-year': { zh: '工作报告', en: 'Work report' },
} as const satisfies Readonly<Record<string, Sentence>>;
export type ReportName = keyof typeof REPORTS;
export const REPORT_NAMES = Object.keys(REPORTS) as readonly ReportName[];
export const isReportName = (text: string): text is ReportName => Object.hasOwn(REPORTS, text);

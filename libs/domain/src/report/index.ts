export { FreezeReport, PublishTemplate } from './commands.ts';
export {
  FROZEN_FORMATS,
  type FrozenFormat,
  type FrozenIssue,
  type PrintedFigure,
  type ReportEvent,
  type Template,
} from './events.ts';
export {
  foldReports,
  freezeReport,
  isRepeated,
  publishTemplate,
  REPORT_STREAM,
  templateOf,
  type Printed,
} from './issues.ts';
export { isReportName, REPORT_NAMES, REPORTS, type ReportName } from './reports.ts';
export {
  listsIn,
  metricsIn,
  readTemplate,
  type Aspect,
  type ListAspect,
  type Phrase,
  type Piece,
  type Said,
  type TemplateLine,
} from './template.ts';

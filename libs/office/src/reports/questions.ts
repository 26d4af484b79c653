import { field, type IsoDate, type ReportName } from '#domain';
import type { Question } from '../ask.ts';
import { lookAt } from '../audit/looks.ts';
import { AsOfQuery } from '../projects/queries.ts';
import { printReport, REPORT_FORMATS, type PrintedReport, type ReportFormat } from './print-report.ts';

/** Which report: of which period and unit, as of when, as known when. */
export class ReportQuery extends AsOfQuery {
  @field.text({
    zh: '期间（2023、2023-Q1、2023-H1、2023-03 或 起..止）',
    en: 'Period: 2023, 2023-Q1, 2023-H1, 2023-03 or first..last day',
    max: 30,
  })
  period!: string;
  @field.text({
    zh: '单位（编码或名称，含下级）',
    en: 'Unit (code or name), with those below',
    optional: true,
    max: 200,
  })
  unit?: string;
  @field.choice(REPORT_FORMATS, { zh: '格式', en: 'Format', optional: true }) format?: ReportFormat;
}

/** A template to be looked at with its figures, before anybody publishes it. */
export class PreviewReport {
  @field.text({ zh: '期间', en: 'Period', max: 30 }) period!: string;
  @field.text({ zh: '单位编码', en: 'Unit (code)', optional: true, max: 200 }) unit?: string;
  @field.longText({ zh: '模板', en: 'Template' }) text!: string;
}

interface ReportOf {
  readonly name: ReportName;
  readonly period: string;
  readonly unit?: string;
  readonly asOf?: IsoDate;
  readonly asKnown?: string;
  readonly format?: ReportFormat;
}

/** A report as a file, by the bureau's template. That it left the house is remembered. */
export const showReport: Question<ReportOf, PrintedReport> = {
  look: ({ name, asOf, asKnown }) => lookAt('report', name, { asOf, asKnown }),
  answer: ({ office, caller }, { name, format = 'json', ...asked }) => printReport(office, caller, name, asked, format),
};

/** A report by a template that nobody has published. Throws Rejected with the line at fault. */
export const previewReport: Question<PreviewReport & { readonly name: ReportName }, PrintedReport> = {
  answer: ({ office, caller }, { name, text, period, unit }) =>
    printReport(office, caller, name, { period, unit }, 'json', text),
};

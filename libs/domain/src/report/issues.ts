import type { IsoDate } from '../dates.ts';
import type { Definition } from '../metrics/definition.ts';
import { DEFAULT_TEMPLATES } from './default-templates.ts';
import type { FrozenIssue, ReportEvent, Template } from './events.ts';
import { rejectReport } from './rejections.ts';
import type { ReportName } from './reports.ts';
import { readTemplate } from './template.ts';

/** Issues and templates are a few dozen a year: one stream of them, so that a number is used once. */
export const REPORT_STREAM = 'reports';

/** What was frozen, by number, and the templates of each report in their order. */
export interface Printed {
  readonly issues: ReadonlyMap<string, FrozenIssue>;
  readonly templates: readonly Template[];
}
const NOTHING_PRINTED: Printed = { issues: new Map(), templates: [] };

export const foldReports = (events: readonly ReportEvent[], before: Printed = NOTHING_PRINTED): Printed => {
  const issues = new Map(before.issues);
  const templates = [...before.templates];
  for (const event of events)
    if (event.type === 'ReportFrozen') issues.set(event.data.number, event.data);
    else templates.push(event.data);
  return { issues, templates };
};

/** The template of a report in a version; version 0 came with the product, and null asks for the latest. */
export const templateOf = ({ templates }: Printed, report: ReportName, version: number | null): Template | null => {
  const own = templates.filter((one) => one.report === report);
  const shipped: Template = { report, version: 0, text: DEFAULT_TEMPLATES[report], note: null };
  return [shipped, ...own].findLast((one) => version === null || one.version === version) ?? null;
};

/** What is asked for under a number: the same again is a repetition. */
type AskedFor = Pick<FrozenIssue, 'number' | 'report' | 'format' | 'period' | 'unit'>;
const saysAgain = (a: AskedFor, b: AskedFor): boolean =>
  a.report === b.report && a.format === b.format && a.period === b.period && a.unit === b.unit;

/** Whether a number stands already on just what is asked for; throws Rejected 'report-number-used' where it stands on something else. */
export const isRepeated = ({ issues }: Printed, issue: AskedFor): boolean => {
  const before = issues.get(issue.number);
  if (before === undefined) return false;
  return saysAgain(before, issue) || rejectReport('report-number-used', 'number');
};

/** An issue under its number. The same asked for again changes nothing. Throws Rejected 'report-number-used'. */
export const freezeReport = (issue: FrozenIssue, printed: Printed, today: IsoDate): readonly ReportEvent[] =>
  isRepeated(printed, issue) ? [] : [{ type: 'ReportFrozen', occurredOn: today, data: issue }];

/** A template in its next version, none where it says what stands. `definition`: of today, in which its metrics are. Throws Rejected with the line at fault. */
export const publishTemplate = (
  report: ReportName,
  text: string,
  note: string | null,
  printed: Printed,
  { today, definition }: { readonly today: IsoDate; readonly definition: Definition },
): readonly ReportEvent[] => {
  readTemplate(text, definition);
  const before = templateOf(printed, report, null)!;
  if (before.text === text) return [];
  const data: Template = { report, version: before.version + 1, text, note };
  return [{ type: 'ReportTemplatePublished', occurredOn: today, data }];
};

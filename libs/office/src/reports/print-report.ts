import { createHash } from 'node:crypto';
import { isReportName, REPORT_NAMES, REPORTS, templateOf, type ReportName, type Sentence } from '#domain';
import type { Caller } from '#identity';
import { docxOf, fillTemplate, htmlOf, pdfOf, printedFigures, reportWorkbook, type Report } from '#reporting';
import type { Office } from '../office.ts';
import { instantPosition } from '../projects/instant.ts';
import { refused } from '../refusals.ts';
import { rowsBehind, type Composed } from './figure-rows.ts';
import { printedSoFar } from './printed.ts';
import { reportFacts, type ReportAsked, type Signed } from './report-facts.ts';

export const REPORT_FORMATS = ['json', 'docx', 'xlsx', 'html', 'pdf'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** A report as a file. `notes`: what its reader should know of it, such as faces that stand in for others. */
export interface PrintedReport {
  readonly report: Report;
  readonly format: ReportFormat;
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly notes: readonly string[];
}

/** Throws Rejected 'report-unknown'. */
export const reportNamed = (name: string): ReportName => {
  if (!isReportName(name)) throw refused('report-unknown', 'report');
  return name;
};

/** The reports that there are. */
export const reportList = (): readonly { readonly name: ReportName; readonly title: Sentence }[] =>
  REPORT_NAMES.map((name) => ({ name, title: REPORTS[name] }));

/** A report by a template, with its figures. Throws Rejected, naming the figure that cannot be printed and why. */
export const composeReport = async (
  office: Office,
  caller: Caller,
  name: ReportName,
  asked: ReportAsked,
  signed: Signed,
  text: string,
): Promise<Composed> => {
  const { lines, facts } = await reportFacts(office, caller, text, asked, signed);
  return { report: fillTemplate(name, lines, facts), lists: facts.lists };
};

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The bytes of a report in a format, as an edition of the writers gives them. */
export const writeReport = async (
  office: Office,
  caller: Caller,
  composed: Composed,
  asked: ReportAsked,
  format: ReportFormat,
  edition?: number,
): Promise<PrintedReport> => {
  const { report } = composed;
  const done = (bytes: Buffer, notes: readonly string[] = []): PrintedReport => ({
    report,
    format,
    name: `${report.title}-${report.standing.asOf}.${format}`,
    bytes,
    sha256: sha256Of(bytes),
    notes,
  });
  switch (format) {
    case 'json':
      return done(Buffer.from(`${JSON.stringify({ ...report, printed: printedFigures(report) }, null, 2)}\n`));
    case 'docx':
      return done(await docxOf(report, edition));
    case 'xlsx':
      return done(await reportWorkbook(report, await rowsBehind(office, caller, composed, asked)));
    case 'html':
      return done(htmlOf(report, await rowsBehind(office, caller, composed, asked)));
    case 'pdf': {
      const { bytes, standIns } = await pdfOf(await docxOf(report, edition));
      return done(bytes, standIns);
    }
  }
};

/** What somebody asks for, by an instant or by none. */
type ReportWanted = Omit<ReportAsked, 'at'> & { readonly asKnown?: string | undefined };

/** The question with the position on which all of its figures stand: what is recorded meanwhile is in none of them. */
export const atOneMoment = async (
  office: Office,
  { asKnown, ...wanted }: ReportWanted,
): Promise<{ readonly asked: ReportAsked; readonly asKnown: string }> => {
  const reached = await office.numbers.catchUp();
  const at = (await instantPosition(office.store, asKnown)) ?? reached;
  return { asked: { ...wanted, at: at < reached ? at : reached }, asKnown: asKnown ?? office.now().toISOString() };
};

/** A report as it stands, by the bureau's template or by `text` (a preview): a draft without a number. */
export const printReport = async (
  office: Office,
  caller: Caller,
  name: ReportName,
  given: ReportWanted,
  format: ReportFormat,
  text?: string,
): Promise<PrintedReport> => {
  const template = text ?? templateOf(await printedSoFar(office.store), name, null)!.text;
  const { asked, asKnown } = await atOneMoment(office, given);
  const signed = { number: null, day: office.today(), asKnown };
  return writeReport(office, caller, await composeReport(office, caller, name, asked, signed, template), asked, format);
};

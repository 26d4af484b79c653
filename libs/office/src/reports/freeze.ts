import {
  freezeReport,
  isRepeated,
  templateOf,
  type FreezeReport,
  type FrozenIssue,
  type Printed,
  type ReportName,
} from '#domain';
import type { Caller } from '#identity';
import { EDITION, printedFigures } from '#reporting';
import { commandKey } from '../command-key.ts';
import { actorOf } from '../given.ts';
import type { Office } from '../office.ts';
import { periodOf } from '../numbers/question.ts';
import { refused } from '../refusals.ts';
import { atOneMoment, composeReport, writeReport, type PrintedReport } from './print-report.ts';
import { giveReport, printedSoFar } from './printed.ts';
import type { ReportAsked } from './report-facts.ts';

/** An issue is the bureau's: who sees only some of the projects would freeze other figures under its number. Throws Rejected 'report-beyond-scope'. */
export const needsAll = ({ scope }: Caller): void => {
  if (scope.kind !== 'all') throw refused('report-beyond-scope');
};

/** What an issue follows from. */
type Cause = Omit<FrozenIssue, 'sha256' | 'figures' | 'definition' | 'calendar' | 'rounding' | 'edition'>;

const READ_ANEW = 3; // the first edition that tells units as they stood on the day, and what was merged once

const CURRENCIES_APART = 4; // the first that tells no 0 for last year's money in another currency

/** How the figures of an edition were read. */
export const readingOf = (edition: number): ReportAsked['reading'] => {
  if (edition < READ_ANEW) return 'first';
  return edition < CURRENCIES_APART ? 'second' : undefined;
};

/** An issue as it follows from its causes. */
const made = async (
  office: Office,
  caller: Caller,
  { number, report: name, format, period, unit, position, asOf, asKnown, signedOn, template }: Cause,
  edition: number,
): Promise<PrintedReport> => {
  const asked = { period, unit: unit ?? undefined, asOf, at: BigInt(position), reading: readingOf(edition) };
  const signed = { number, day: signedOn, asKnown };
  const composed = await composeReport(office, caller, name, asked, signed, template.text);
  return writeReport(office, caller, composed, asked, format, edition);
};

const calendarOf = async (office: Office, asOf: FrozenIssue['asOf']): Promise<FrozenIssue['calendar']> => {
  const { policyOn, notices } = await office.rules();
  return { policy: policyOn(asOf).version, years: [...new Set(notices.map(({ year }) => year))].sort() };
};

interface GivenToFreeze {
  readonly caller: Caller;
  readonly key: string;
  readonly report: ReportName;
  readonly body: FreezeReport;
}

const causeOf = async (office: Office, { report, body }: GivenToFreeze, printed: Printed): Promise<Cause> => {
  const { asked, asKnown } = await atOneMoment(office, { period: body.period });
  const today = office.today();
  const end = periodOf(body.period).to;
  const { version, text } = templateOf(printed, report, null)!;
  return {
    number: body.number.trim(),
    report,
    format: body.format ?? 'docx',
    period: body.period,
    unit: body.unit ?? null,
    position: String(asked.at),
    asOf: end < today ? end : today,
    asKnown,
    signedOn: today,
    template: { version, text },
  };
};

/** Freezes a report under a number: whatever is recorded later, it is printed again just so. The same asked for again answers what stands. Throws Rejected 'report-number-used'. */
export const freeze = async (office: Office, given: GivenToFreeze): Promise<FrozenIssue> => {
  const { caller, key, body } = given;
  needsAll(caller);
  const printed = await printedSoFar(office.store);
  const cause = await causeOf(office, given, printed);
  const before = isRepeated(printed, cause) ? printed.issues.get(cause.number) : undefined;
  if (before !== undefined) return before;
  const { report, sha256 } = await made(office, caller, cause, EDITION);
  const { definition, rounding } = report;
  const issue: FrozenIssue = {
    ...cause,
    definition,
    calendar: await calendarOf(office, cause.asOf),
    rounding,
    edition: EDITION,
    sha256,
    figures: printedFigures(report),
  };
  await giveReport(office.store, {
    actor: actorOf(caller),
    key: commandKey(caller.account, key, body.type, { ...body, report: given.report }),
    decide: (stands) => freezeReport(issue, stands, office.today()),
  });
  return (await printedSoFar(office.store)).issues.get(issue.number)!;
};

/** Throws Rejected 'report-number-unknown'. */
export const issueNumbered = ({ issues }: Printed, number: string): FrozenIssue => {
  const issue = issues.get(number.trim());
  if (issue === undefined) throw refused('report-number-unknown', 'number');
  return issue;
};

/** An issue printed again, and whether it is the same to the last byte. */
export interface Reproduced {
  readonly issue: FrozenIssue;
  readonly file: PrintedReport;
  readonly same: boolean;
}

/** Prints an issue again from what it follows from. Throws Rejected 'report-number-unknown'. */
export const reproduce = async (office: Office, caller: Caller, number: string): Promise<Reproduced> => {
  needsAll(caller);
  const printed = await printedSoFar(office.store);
  const issue = issueNumbered(printed, number);
  await office.numbers.catchUp();
  const file = await made(office, caller, issue, issue.edition);
  return { issue, file, same: file.sha256 === issue.sha256 };
};

/** Every issue so far, the latest last. */
export const frozenIssues = async (office: Office, caller: Caller): Promise<readonly FrozenIssue[]> => {
  needsAll(caller);
  return [...(await printedSoFar(office.store)).issues.values()];
};

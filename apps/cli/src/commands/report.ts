import type { Command } from 'commander';
import { FreezeReport, readCommand } from '#domain';
import {
  ask,
  freeze,
  freshKey,
  OPERATOR,
  reportList,
  reportNamed,
  ReportQuery,
  reproduce,
  restatements,
  showReport,
  upToDate,
  type OpenOffice,
} from '#office';
import { moments, type Commands } from '../command-line.ts';
import { answer, EXIT, say, table, type Options } from '../output.ts';
import { instantOf } from '../time.ts';
import { periodNamed, usage } from '../usage.ts';
import { filled, writeFile } from './export.ts';

interface ReportOptions {
  readonly period?: string;
  readonly unit?: string;
  readonly asOf?: string;
  readonly asKnown?: string;
  readonly format?: string;
  readonly out?: string;
  readonly number?: string;
}

const listReports = (options: Options): void => {
  const reports = reportList();
  if (options.json) answer({ reports });
  else process.stdout.write(`${table(reports.map(({ name, title }) => [name, title[options.lang]]))}\n`);
};

const FORMAT_OF_FILE = /\.(json|docx|xlsx|html|pdf)$/;

/** As what a report is written: as it was asked for, else as the name of the file says. Throws Usage where the two differ. */
const formatOf = ({ format, out = '' }: ReportOptions): string | undefined => {
  const named = FORMAT_OF_FILE.exec(out)?.[1];
  if (format !== undefined && named !== undefined && format !== named)
    throw usage(`--out ${out} 与 --format ${format} 不一致`, `--out ${out} is not what --format ${format} says`);
  return format ?? named;
};

const report = async (
  office: OpenOffice,
  name: string,
  { out, ...given }: ReportOptions,
  options: Options,
): Promise<void> => {
  periodNamed(given.period);
  const written = filled({ ...given, format: formatOf({ ...given, out }) });
  const asked = { ...readCommand(ReportQuery, written), name: reportNamed(name) };
  await upToDate(office);
  const printed = await ask(office, OPERATOR, showReport, asked);
  const { format, sha256, report: composed } = printed;
  const file = out ?? (format === 'json' ? null : printed.name);
  if (file !== null) await writeFile(file, [printed.bytes]);
  for (const note of printed.notes) say(note);
  const { figures, standing } = composed;
  const told = { report: name, format, file, sha256, position: standing.position, figures };
  if (options.json) answer(format === 'json' ? { ...told, document: composed } : told);
  else if (file === null) process.stdout.write(printed.bytes);
  else say(`${file} ${sha256}`);
};

const freezeOne = async (office: OpenOffice, name: string, given: ReportOptions, options: Options): Promise<void> => {
  await upToDate(office);
  const { period, number, unit, format } = given;
  const body = readCommand(FreezeReport, filled({ period, number, unit, format }));
  const issue = await freeze(office, { caller: OPERATOR, key: freshKey(), report: reportNamed(name), body });
  if (options.json) answer({ issue: { ...issue, position: Number(issue.position) } });
  else say(`${issue.number} ${issue.sha256}`);
};

const reproduceOne = async (
  office: OpenOffice,
  number: string,
  out: string | undefined,
  options: Options,
): Promise<void> => {
  await upToDate(office);
  const { issue, file, same } = await reproduce(office, OPERATOR, number);
  if (out !== undefined) await writeFile(out, [file.bytes]);
  if (options.json) answer({ number: issue.number, sha256: file.sha256, same });
  else say(`${issue.number} ${file.sha256} ${same ? '=' : '≠'} ${issue.sha256}`);
  if (!same) process.exitCode = EXIT.refused;
};

const tellRestatements = async (office: OpenOffice, since: string | undefined, options: Options): Promise<void> => {
  await upToDate(office);
  const found = await restatements(office, OPERATOR, since ?? null);
  if (options.json) answer(found);
  else
    process.stdout.write(
      `${table(found.rows.map(({ issue, figure, printed, now, because }) => [issue, figure, printed, now ?? '—', because.map(({ project, type }) => `${project.code} ${type}`).join(' ')]))}\n`,
    );
};

/** The commands of what is printed: reports, issues under a number, and what has changed since. */
export const offerReports = ({ command, working, optionsOf }: Commands): void => {
  const asked = (one: Command): Command =>
    one.option('--period <period>', '2023, 2023-Q1, 2023-H1, 2023-03, 2023-01-01..2023-03-31').option('--unit <code>');
  moments(asked(command('report [name]', 'a report as a file; alone, the names of all')))
    .option('--format <format>', 'json, docx, xlsx, html, pdf')
    .option('--out <file>')
    .action((name: string | undefined, given: ReportOptions, self: Command) => {
      const options = optionsOf(self);
      return name === undefined
        ? listReports(options)
        : working(options, (one) => report(one, name, reportOptions(given), options));
    });
  asked(command('freeze <name>', 'a report under a number, the same for ever'))
    .requiredOption('--number <number>')
    .option('--format <format>', 'docx, xlsx, html, json')
    .action((name: string, given: ReportOptions, self: Command) =>
      working(optionsOf(self), (one) => freezeOne(one, name, given, optionsOf(self))),
    );
  command('reproduce <number>', 'print an issue again, and whether it is the same')
    .option('--out <file>')
    .action((number: string, { out }: { out?: string }, self: Command) =>
      working(optionsOf(self), (one) => reproduceOne(one, number, out, optionsOf(self))),
    );
  command('restatements', 'printed figures that are otherwise now')
    .option('--since <number>')
    .action(({ since }: { since?: string }, self: Command) =>
      working(optionsOf(self), (one) => tellRestatements(one, since, optionsOf(self))),
    );
};

const reportOptions = ({ period, unit, asOf, asKnown, format, out }: ReportOptions): ReportOptions =>
  filled({ period, unit, asOf, asKnown: instantOf(asKnown), format, out });

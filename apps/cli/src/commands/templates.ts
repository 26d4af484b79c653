import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { PublishTemplate, readCommand } from '#domain';
import {
  ask,
  freshKey,
  giveTemplate,
  OPERATOR,
  PreviewReport,
  previewReport,
  reportNamed,
  showTemplate,
  upToDate,
  type OpenOffice,
} from '#office';
import type { Commands } from '../command-line.ts';
import { answer, Refused, type Options } from '../output.ts';
import { filled } from './export.ts';

const textIn = async (file: string): Promise<string> => {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new Refused('file-missing', {
      zh: `读不到文件：${file}。请检查路径。`,
      en: `The file could not be read: ${file}. Look whether it stands there.`,
    });
  }
};

/** `{template: {report, version, text, note}, versions: [{version, note}]}`; without `--json` the text, which may be changed and published. */
const tellTemplate = async (office: OpenOffice, name: string, options: Options): Promise<void> => {
  const shown = await showTemplate(office, reportNamed(name));
  if (options.json) answer(shown);
  else process.stdout.write(`${shown.template.text}\n`);
};

const publishTemplateFile = async (
  office: OpenOffice,
  name: string,
  file: string,
  note: string | undefined,
  options: Options,
): Promise<void> => {
  const body = readCommand(PublishTemplate, filled({ text: await textIn(file), note }));
  const given = { caller: OPERATOR, key: freshKey(), ifVersion: null, report: reportNamed(name), body };
  const shown = await giveTemplate(office, given);
  if (options.json) answer(shown);
  else process.stdout.write(`${name} ${shown.template.version}\n`);
};

/** The figures that a template would print, before anybody publishes it. */
const previewTemplateFile = async (
  office: OpenOffice,
  name: string,
  file: string,
  asked: { readonly period?: string; readonly unit?: string },
  options: Options,
): Promise<void> => {
  await upToDate(office);
  const query = readCommand(PreviewReport, filled({ ...asked, text: await textIn(file) }));
  const { report } = await ask(office, OPERATOR, previewReport, { ...query, name: reportNamed(name) });
  if (options.json) answer(report);
  else for (const { key, printed, follows } of report.figures) process.stdout.write(`${printed}  ${key}  ${follows}\n`);
};

/** `template show`, `preview` and `publish`: the words of a report. */
export const offerTemplates = ({ group, working, optionsOf }: Commands): void => {
  const template = group('template', 'the words of a report');
  template('show <report>', 'as it stands; without --json its text alone').action(
    (name: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => tellTemplate(office, name, optionsOf(self))),
  );
  template('preview <report> <file>', 'what it would print')
    .requiredOption('--period <period>')
    .option('--unit <code>')
    .action((name: string, file: string, asked: { period: string; unit?: string }, self: Command) =>
      working(optionsOf(self), (office) =>
        previewTemplateFile(
          office,
          name,
          file,
          { period: asked.period, ...filled({ unit: asked.unit }) },
          optionsOf(self),
        ),
      ),
    );
  template('publish <report> <file>', 'in the place of the one before; issues keep theirs')
    .option('--note <text>')
    .action((name: string, file: string, { note }: { note?: string }, self: Command) =>
      working(optionsOf(self), (office) => publishTemplateFile(office, name, file, note, optionsOf(self))),
    );
};

import { ask, OPERATOR, showPastImport, showPastImports, takeBackImport, upToDate, type OpenOffice } from '#office';
import { answer, table, type Options } from '../output.ts';
import type { Command } from 'commander';
import { within, type Commands } from '../command-line.ts';
import { runImport, type ImportOptions } from './import.ts';

/** Imports that were finished, the latest first: `{imports: […]}`. */
const listImports = async (office: OpenOffice, options: Options): Promise<void> => {
  const { imports } = await ask(office, OPERATOR, showPastImports, {});
  if (options.json) {
    answer({ imports });
    return;
  }
  const head =
    options.lang === 'zh' ? ['导入', '文件', '时间', '状态', '待决定'] : ['import', 'file', 'at', 'state', 'held'];
  const rows = imports.map(({ id, file, at, state, held }) => [id, file, at, state, String(held.length)]);
  process.stdout.write(`${table([head, ...rows])}\n`);
};

/** One import with what it wrote: `{import, projects}`. */
const showImport = async (office: OpenOffice, id: string, options: Options): Promise<void> => {
  const { import: found, projects } = await ask(office, OPERATOR, showPastImport, { id });
  if (options.json) {
    answer({ import: found, projects });
    return;
  }
  const rows = projects.map(({ code, name, created, events }) => [code, name, created ? '+' : '', String(events)]);
  const returned = [...found.rejected, ...found.held].map(({ sheet, row, code, name, reasons }) => [
    `${sheet} ${row}`,
    code ?? '',
    name ?? '',
    reasons.map((reason) => reason[options.lang]).join(' '),
  ]);
  process.stdout.write(`${found.file}\n${table(rows)}\n${returned.length === 0 ? '' : `${table(returned)}\n`}`);
};

/** Takes an import back: `{importId, projects, voided, staying}`. */
const takeBack = async (office: OpenOffice, id: string, reason: string, options: Options): Promise<void> => {
  const reverted = await takeBackImport(office, OPERATOR, id, reason);
  await upToDate(office);
  if (options.json) answer(reverted);
  else process.stdout.write(`${reverted.importId}: ${reverted.projects} / ${reverted.voided}\n`);
};

/** An import, and those that were made. */
export const offerImports = ({ command, working, optionsOf }: Commands): void => {
  const imports = command('import <file>', 'import a ledger')
    .option('--dry-run', 'say what would happen')
    .option('--sheet <name>')
    .option('--mapping <file>', 'which column is what, as JSON')
    .option('--remember', 'use this mapping for files of the same headers from now on')
    .option('--decisions <file>', 'what was decided about rows that wait, as JSON')
    .action((file: string, asked: ImportOptions, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => runImport(office, file, asked, options));
    });
  const ofImports = within(imports);
  ofImports('list', 'imports so far').action((_asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (office) => listImports(office, options));
  });
  ofImports('show <id>', 'what an import wrote').action((id: string, _asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (office) => showImport(office, id, options));
  });
  ofImports('revert <id>', 'take an import back')
    .requiredOption('--reason <text>')
    .action((id: string, { reason }: { reason: string }, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => takeBack(office, id, reason, options));
    });
};

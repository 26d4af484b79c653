import { pastImport, pastImports, projectsOf, revertImport } from '#imports';
import { actorOf, OPERATOR, upToDate, type OpenOffice } from '#office';
import { answer, Refused, table, type Options } from '../output.ts';
import type { Command } from 'commander';
import { within, type Commands } from '../command-line.ts';
import { runImport, type ImportOptions } from './import.ts';

const unknown = (id: string): never => {
  throw new Refused('import-unknown', { zh: `没有这次导入：${id}`, en: `There is no such import: ${id}` });
};

/** Imports that were finished, the latest first: `{imports: […]}`. */
const listImports = async ({ store }: OpenOffice, options: Options): Promise<void> => {
  const imports = await pastImports(store);
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
const showImport = async ({ store }: OpenOffice, id: string, options: Options): Promise<void> => {
  const found = (await pastImport(store, id)) ?? unknown(id);
  const projects = await projectsOf(store, id);
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
const takeBackImport = async (
  office: OpenOffice,
  importId: string,
  reason: string,
  options: Options,
): Promise<void> => {
  const reverted = await revertImport(office.store, {
    importId,
    reason,
    today: office.today(),
    actor: actorOf(OPERATOR),
    closedMonths: (await office.periods.books()).months,
  });
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
      return working(options, (office) => takeBackImport(office, id, reason, options));
    });
};

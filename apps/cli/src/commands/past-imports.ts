import { pastImport, pastImports, projectsOf, revertImport } from '#imports';
import { actorOf, OPERATOR, type OpenOffice } from '#office';
import { upToDate } from '../installation.ts';
import { answer, Refused, table, type Options } from '../output.ts';

const unknown = (id: string): never => {
  throw new Refused('import-unknown', { zh: `没有这次导入：${id}`, en: `There is no such import: ${id}` });
};

/** Imports that were finished, the latest first: `{imports: […]}`. */
export const listImports = async ({ store }: OpenOffice, options: Options): Promise<void> => {
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
export const showImport = async ({ store }: OpenOffice, id: string, options: Options): Promise<void> => {
  const found = (await pastImport(store, id)) ?? unknown(id);
  const projects = await projectsOf(store, id);
  if (options.json) {
    answer({ import: found, projects });
    return;
  }
  const rows = projects.map(({ code, name, created, events }) => [code, name, created ? '+' : '', String(events)]);
  process.stdout.write(`${found.file}\n${table(rows)}\n`);
};

/** Takes an import back: `{importId, projects, voided, staying}`. */
export const takeBackImport = async (
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

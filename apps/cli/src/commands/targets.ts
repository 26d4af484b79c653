import { basename } from 'node:path';
import { importWorkbook, type ImportReport } from '#imports';
import {
  freshKey,
  importToolsOf,
  OPERATOR,
  stateAllTargets,
  targetsOfLedger,
  unitsUnknown,
  upToDate,
  type OpenOffice,
} from '#office';
import { answer, Refused, say, type Options } from '../output.ts';

/** Rows of targets of which a cell was not understood: none of them is set. */
const notRead = ({ sheets, rows }: ImportReport) => {
  const ofTargets = new Set(sheets.filter(({ kind }) => kind === 'targets').map(({ sheet }) => sheet));
  return rows
    .filter(({ sheet, verdict }) => verdict === 'reject' && ofTargets.has(sheet))
    .flatMap(({ row, findings }) =>
      findings.map(({ code, cell, read, message }) => ({
        row,
        code,
        message: {
          zh: `${cell ?? ''}“${read ?? ''}”：${message.zh}`,
          en: `${cell ?? ''} "${read ?? ''}": ${message.en}`,
        },
      })),
    );
};

/** Targets from a sheet with one column a metric: set where new, revised where they differ, told line by line. The same sheet again leaves all unchanged. */
export const importTargets = async (office: OpenOffice, file: string, options: Options): Promise<void> => {
  await upToDate(office);
  const { tree } = await office.organisation.current();
  const tools = await importToolsOf(office);
  const today = office.today();
  const actor = { user: OPERATOR.user, unit: null };
  const { report } = await importWorkbook({ path: file, dryRun: true, today, actor }, tools);
  const unread = notRead(report);
  if (report.targets.length + unread.length === 0)
    throw new Refused('targets-missing', {
      zh: '文件里没有目标：须有一列单位，其余每列一个指标，标题写明“目标”或“任务”。',
      en: 'There are no targets in the file: one column of units, then one column a metric whose head says it is a target.',
    });
  const lines = targetsOfLedger(report.targets, tree);
  const stated = await stateAllTargets(office.store, lines, {
    actor,
    key: freshKey(),
    today,
    reason: basename(file),
  });
  const unknown = unitsUnknown(lines, tree).join(options.lang === 'zh' ? '、' : ', ');
  if (unknown !== '')
    say(
      options.lang === 'zh'
        ? `组织树中没有这些单位，目标按所写名称保留：${unknown}`
        : `The organisation has no such units; their targets are kept as written: ${unknown}`,
    );
  const outcome = { ...stated, rejected: [...unread, ...stated.rejected].sort((a, b) => a.row - b.row) };
  if (options.json) answer(outcome);
  else {
    const { created, changed, unchanged, rejected } = outcome;
    process.stdout.write(
      options.lang === 'zh'
        ? `新增 ${created}，调整 ${changed}，未变 ${unchanged}，拒绝 ${rejected.length}\n`
        : `created ${created}, changed ${changed}, unchanged ${unchanged}, rejected ${rejected.length}\n`,
    );
    for (const { row, message } of rejected) process.stdout.write(`${row}: ${message[options.lang]}\n`);
  }
  if (outcome.rejected.length > 0) process.exitCode = 1;
};

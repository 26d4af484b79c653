import { basename } from 'node:path';
import { importWorkbook } from '#imports';
import { importToolsOf, OPERATOR, stateAllTargets, targetsOfLedger, upToDate, type OpenOffice } from '#office';
import { answer, Refused, type Options } from '../output.ts';

/** Targets from a sheet with one column a metric: set where new, revised where they differ, told line by line. */
export const importTargets = async (office: OpenOffice, file: string, options: Options): Promise<void> => {
  await upToDate(office);
  const { tree } = await office.organisation.current();
  const tools = await importToolsOf(office);
  const today = office.today();
  const actor = { user: OPERATOR.user, unit: null };
  const { report } = await importWorkbook({ path: file, dryRun: true, today, actor }, tools);
  if (report.targets.length === 0)
    throw new Refused('targets-missing', {
      zh: '文件里没有目标：须有一列单位，其余每列一个指标，标题写明“目标”或“任务”。',
      en: 'There are no targets in the file: one column of units, then one column a metric whose head says it is a target.',
    });
  const outcome = await stateAllTargets(office.store, targetsOfLedger(report.targets, tree), {
    actor,
    key: report.sha256,
    today,
    reason: basename(file),
  });
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

import { projectNamed } from '../installation.ts';
import {
  examine,
  MODEL_NAMES,
  rebuildModel,
  renewSeals,
  type ModelName,
  upToDate,
  verifyLog,
  type OpenOffice,
} from '#office';
import { answer, EXIT, Refused, say, type Options } from '../output.ts';
import type { Command } from 'commander';
import type { Commands } from '../command-line.ts';

const verifyRecords = async (
  office: OpenOffice,
  {
    from,
    project,
    renewSeals: renew,
  }: { readonly from?: string; readonly project?: string; readonly renewSeals?: true },
  options: Options,
): Promise<void> => {
  if (from !== undefined && !/^\d{1,18}$/.test(from))
    throw new Refused('position-invalid', { zh: '位置必须是整数。', en: 'A position is a whole number.' });
  if (renew === true) say(`${await renewSeals(office)} seals added to seals.jsonl`);
  const outcome = await verifyLog(office, {
    ...(from === undefined ? {} : { from: BigInt(from) }),
    ...(project === undefined ? {} : { project: (await projectNamed(office, project)).id }),
  });
  if (options.json) answer(outcome);
  else
    process.stdout.write(
      `${outcome.ok ? 'ok' : `first bad: ${JSON.stringify(outcome.firstBad)}`} · ${outcome.events} events · ${outcome.streams} streams · ${outcome.seconds} s · ${outcome.seals} seals, ${outcome.unsealed.events} events not sealed yet\n`,
    );
  if (!outcome.ok) process.exitCode = EXIT.refused;
};

const isModel = (name: string): name is ModelName => MODEL_NAMES.some((one) => one === name);
const told = (events: number): void => {
  if (events % 10_000 < 500) say(`${events} events`);
};

export const rebuild = async (office: OpenOffice, model: string | undefined, options: Options): Promise<void> => {
  if (model !== undefined && !isModel(model))
    throw new Refused(
      'model-unknown',
      { zh: `没有这个读模型：${model}`, en: `There is no such read model: ${model}` },
      { models: MODEL_NAMES },
    );
  await upToDate(office);
  const models: Awaited<ReturnType<typeof rebuildModel>>[] = [];
  for (const name of model === undefined ? MODEL_NAMES : [model]) models.push(await rebuildModel(office, name, told));
  if (options.json) answer({ models });
  else
    for (const { name, events, seconds, differences } of models)
      process.stdout.write(`${name}: ${events} events, ${seconds} s, ${differences} differences\n`);
  if (models.some(({ differences }) => differences > 0)) process.exitCode = EXIT.refused;
};

/** Looks at everything that an installation stands on, and says what to do about each thing that is wrong. */
const doctor = async (office: OpenOffice, options: Options): Promise<void> => {
  const { ok, checks } = await examine(office);
  if (options.json) answer({ ok, checks });
  else
    for (const { name, ok: fine, detail, whatToDo } of checks)
      process.stdout.write(`${fine ? '✓' : '✗'} ${name}: ${detail}${whatToDo === null ? '' : ` → ${whatToDo}`}\n`);
  if (!ok) process.exitCode = EXIT.refused;
};

/** What keeps an installation sound. */
export const offerUpkeep = ({ command, working, optionsOf }: Commands): void => {
  command('verify', 'check that no record was changed')
    .option('--from <position>')
    .option('--project <project>')
    .option('--renew-seals', 'add to seals.jsonl what it lacks of the seals in the database, and say so in the log')
    .action((asked: { from?: string; project?: string; renewSeals?: true }, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => verifyRecords(office, asked, options));
    });
  command('rebuild [model]', 'build read models anew, compare, swap').action(
    (model: string | undefined, _asked: unknown, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => rebuild(office, model, options));
    },
  );
  command('doctor', 'what this installation stands on').action((_asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (office) => doctor(office, options));
  });
};

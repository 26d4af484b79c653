import { rebuildMatters, rebuildProjects } from '#projections';
import { holderIn, rebuildReminders } from '#reminders';
import { projectNamed, upToDate } from '../installation.ts';
import { examine, verifyLog, type OpenOffice } from '#office';
import { answer, EXIT, Refused, say, type Options } from '../output.ts';
import type { Command } from 'commander';
import type { Commands } from '../command-line.ts';

const verifyRecords = async (
  office: OpenOffice,
  { from, project }: { readonly from?: string; readonly project?: string },
  options: Options,
): Promise<void> => {
  if (from !== undefined && !/^\d{1,18}$/.test(from))
    throw new Refused('position-invalid', { zh: '位置必须是整数。', en: 'A position is a whole number.' });
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

interface Rebuilt {
  readonly name: string;
  readonly events: number;
  readonly seconds: number;
  readonly differences: number;
}

/** Every read model, by name: each folded anew from the log and compared with the one that serves. */
const MODELS: Readonly<Record<string, (office: OpenOffice) => Promise<Rebuilt>>> = {
  project: ({ pool, store, rules }) =>
    rebuildProjects(pool, store, rules, (events) => {
      if (events % 10_000 < 500) say(`${events} events`);
    }),
  matter: ({ pool, store }) => rebuildMatters(pool, store),
  reminders: ({ pool, store, rules, now, organisation, reminders: { ledger } }) =>
    rebuildReminders(pool, {
      store,
      rules,
      ledger,
      now,
      holder: async () => holderIn((await organisation.current()).tree),
    }),
};

export const rebuild = async (office: OpenOffice, model: string | undefined, options: Options): Promise<void> => {
  const names = Object.keys(MODELS);
  if (model !== undefined && !Object.hasOwn(MODELS, model))
    throw new Refused(
      'model-unknown',
      { zh: `没有这个读模型：${model}`, en: `There is no such read model: ${model}` },
      { models: names },
    );
  await upToDate(office);
  const models: Rebuilt[] = [];
  for (const name of model === undefined ? names : [model]) models.push(await MODELS[name]!(office));
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
    .action((asked: { from?: string; project?: string }, self: Command) => {
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

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dayInShanghai, DEFAULT_RULES, workingDayBefore } from '#domain';
import { openInstallation } from '../installation.ts';
import { say, type Options } from '../output.ts';
import { laySample } from '../sample/lay-sample.ts';
import { importFile } from './import.ts';
import type { Command } from 'commander';
import type { Commands } from '../command-line.ts';

interface StartOptions {
  readonly port?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROGRAMS = join(__dirname, '../../..'); // the built apps, each a program of its own

/** Starts another program of the product in this process, and tells it what an operator would tell it: its environment. */
const run = async (app: 'api' | 'worker', { data }: Options, more: Environment = {}): Promise<void> => {
  const program: unknown = await import(pathToFileURL(join(PROGRAMS, app, 'src/main.js')).href);
  const { serve } = program as { readonly serve: (environment: Environment) => Promise<void> };
  await serve({
    ...process.env,
    LUODI_DATA: data,
    LUODI_LOG_LEVEL: process.env['LUODI_LOG_LEVEL'] ?? 'warn',
    ...more,
  });
};

/** Everything in this process: database, log, read models, HTTP, page. */
export const start = ({ port }: StartOptions, options: Options): Promise<void> =>
  run('api', options, {
    LUODI_WEB: process.env['LUODI_WEB'] ?? join(PROGRAMS, '../web'),
    ...(port === undefined ? {} : { LUODI_PORT: port }),
  });

/** The reminders in a process of their own, beside a server with LUODI_WORKER=apart. Several may run: each notice is claimed once. */
export const worker = (options: Options): Promise<void> => run('worker', options);

/** The morning on which the bureau of the sample took its ledger over: the working day before this one, so that what it owed then has been told at whatever hour somebody looks. */
const takenOver = (): Date =>
  new Date(`${workingDayBefore(dayInShanghai(new Date().toISOString()), DEFAULT_RULES.calendar)}T08:00:00+08:00`);

/** The same with some 300 invented projects; a second start finds them there. */
const demo = async (asked: StartOptions, options: Options): Promise<void> => {
  const office = await openInstallation(options, takenOver);
  try {
    if ((await office.store.head()) === 0n) {
      const { organisation, ledger } = await laySample(office, options.data);
      say(`示例数据 · sample: ${organisation} units`);
      const report = await importFile(office, ledger, {}, options);
      for (const { sheet, rows } of report.sheets) say(`  ${sheet}: ${rows.accepted + rows.warned} / ${rows.read}`);
    }
  } finally {
    await office.close();
  }
  await start(asked, options);
};

/** The programs of the product. */
export const offerPrograms = ({ command, optionsOf }: Commands): void => {
  command('start', 'start everything in one process')
    .option('--port <port>')
    .action((asked: StartOptions, self: Command) => start(asked, optionsOf(self)));
  command('worker', 'run the reminders apart from the server (LUODI_WORKER=apart there)').action(
    (_asked: unknown, self: Command) => worker(optionsOf(self)),
  );
  command('demo', 'start with a sample ledger')
    .option('--port <port>')
    .action((asked: StartOptions, self: Command) => demo(asked, optionsOf(self)));
};

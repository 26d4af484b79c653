#!/usr/bin/env node
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { Unreachable } from '#database';
import { InvalidCommand, Rejected } from '#domain';
import { ConfigRefused } from '#office';
import { importCalendar, replayCalendar } from './commands/calendar.ts';
import { runImport, type ImportOptions } from './commands/import.ts';
import { listImports, showImport, takeBackImport } from './commands/past-imports.ts';
import { offerExports } from './commands/export.ts';
import { offerFigures } from './commands/figures.ts';
import { list, listNames, type ListOptions } from './commands/list.ts';
import { importUnitsFrom } from './commands/organisation.ts';
import { explainProject, projectHistory } from './commands/project.ts';
import { several } from './commands/offering.ts';
import { offerPeriods } from './commands/offer-periods.ts';
import { draftPolicyFile, publishPolicyFile, showPolicy } from './commands/policy.ts';
import { reminders, type RemindersOptions } from './commands/reminders.ts';
import { demo, start, worker, type StartOptions } from './commands/start.ts';
import { checklist, orders, type OrdersOptions } from './commands/supervision.ts';
import { replayPolicy, type ReplayOptions } from './commands/replay.ts';
import { doctor, rebuild, verifyRecords } from './commands/upkeep.ts';
import { openInstallation } from './installation.ts';
import type { OpenOffice } from '#office';
import { answer, EXIT, Refused, say, type Options } from './output.ts';
import { Usage, type Moment } from './time.ts';

const { version } = JSON.parse(readFileSync(join(__dirname, '../../../../package.json'), 'utf8')) as {
  version: string;
};

const program = new Command('luodi')
  .description('Luodi 落地: project lifecycle engine for investment promotion')
  .version(version, '-V')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) });

const optionsOf = (command: Command): Options => {
  const {
    json = false,
    data,
    lang = 'zh',
  } = command.optsWithGlobals<{ json?: boolean; data?: string; lang?: string }>();
  if (lang !== 'zh' && lang !== 'en') throw new Usage(`--lang is zh or en, not ${lang}`);
  return { json, data: data ?? (process.env['LUODI_DATA'] || './data'), lang };
};

/** A command with the options that all take, working on the opened installation. */
const command = (usage: string, about: string): Command =>
  program
    .command(usage)
    .description(about)
    .option('--json', 'one JSON document on stdout')
    .option('--data <dir>', 'data folder (else LUODI_DATA, else ./data)')
    .option('--lang <lang>', 'zh or en');

const working = async (options: Options, work: (office: OpenOffice) => Promise<void>): Promise<void> => {
  const office = await openInstallation(options);
  try {
    await work(office);
  } finally {
    await office.close();
  }
};

const moments = (one: Command): Command =>
  one.option('--as-of <day>', 'business day').option('--as-known <instant>', 'as known at this instant');

const organisation = program.command('organisation').description('units and regions');
organisation
  .command('import <file>')
  .description('import units from csv or xlsx')
  .option('--json')
  .option('--data <dir>')
  .option('--lang <lang>')
  .action((file: string, _asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => importUnitsFrom(one, file, options));
  });
const imports = command('import <file>', 'import a ledger')
  .option('--dry-run', 'say what would happen')
  .option('--sheet <name>')
  .option('--mapping <file>', 'which column is what, as JSON')
  .option('--remember', 'use this mapping for files of the same headers from now on')
  .option('--decisions <file>', 'what was decided about rows that wait, as JSON')
  .action((file: string, asked: ImportOptions, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => runImport(one, file, asked, options));
  });
const ofImports = (usage: string, about: string): Command =>
  imports.command(usage).description(about).option('--json').option('--data <dir>').option('--lang <lang>');
ofImports('list', 'imports so far').action((_asked: unknown, self: Command) => {
  const options = optionsOf(self);
  return working(options, (one) => listImports(one, options));
});
ofImports('show <id>', 'what an import wrote').action((id: string, _asked: unknown, self: Command) => {
  const options = optionsOf(self);
  return working(options, (one) => showImport(one, id, options));
});
ofImports('revert <id>', 'take an import back')
  .requiredOption('--reason <text>')
  .action((id: string, { reason }: { reason: string }, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => takeBackImport(one, id, reason, options));
  });
moments(command('list [name]', 'a list; alone, the names of all'))
  .option('--unit <code>')
  .option('--where <condition>', 'field=value, may be repeated', several)
  .action((name: string | undefined, asked: ListOptions, self: Command) => {
    const options = optionsOf(self);
    return name === undefined ? listNames(options) : working(options, (one) => list(one, name, asked, options));
  });
moments(command('explain <project>', 'why a project has its colour')).action(
  (project: string, asked: Moment, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => explainProject(one, project, asked, options));
  },
);
command('history <project>', 'every fact of a project').action((project: string, _asked: unknown, self: Command) => {
  const options = optionsOf(self);
  return working(options, (one) => projectHistory(one, project, options));
});
const policy = program.command('policy').description('the rules of time');
const ofPolicy = (usage: string, about: string): Command =>
  policy.command(usage).description(about).option('--json').option('--data <dir>').option('--lang <lang>');
ofPolicy('show', 'the policy in force, or a draft')
  .option('--draft [number]', 'a draft; alone, the latest')
  .action((asked: { draft?: string | true }, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => showPolicy(one, asked.draft, options));
  });
ofPolicy('draft <file>', 'keep a policy as a draft; it counts for nothing yet')
  .option('--note <text>')
  .action((file: string, asked: { note?: string }, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => draftPolicyFile(one, file, asked.note, options));
  });
ofPolicy('publish [file]', 'publish a policy from a JSON file, or a draft')
  .option('--draft <number>')
  .action((file: string | undefined, asked: { draft?: string }, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => publishPolicyFile(one, file, asked.draft, options));
  });
const days = (one: Command): Command => one.option('--from <day>', 'first day').option('--to <day>', 'last day');
days(command('replay [file]', 'what another policy would have changed'))
  .option('--draft <number>', 'a draft instead of a file')
  .action((file: string | undefined, asked: ReplayOptions, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => replayPolicy(one, file, asked, options));
  });
const calendar = program.command('calendar').description('working days');
const ofCalendar = (usage: string, about: string): Command =>
  calendar.command(usage).description(about).option('--json').option('--data <dir>').option('--lang <lang>');
ofCalendar('import <file>', 'publish the notice of a year from json, csv or xlsx').action(
  (file: string, _asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => importCalendar(one, file, options));
  },
);
days(ofCalendar('replay <file>', 'which deadlines a notice would move')).action(
  (file: string, asked: ReplayOptions, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => replayCalendar(one, file, asked, options));
  },
);
offerFigures({ command, working, optionsOf });
offerExports({ command, working, optionsOf });
offerPeriods({ command, working, optionsOf });
command('reminders', 'every notice that the policy owes in a window')
  .requiredOption('--from <day>')
  .requiredOption('--to <day>')
  .option('--project <project>')
  .action((asked: RemindersOptions, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => reminders(one, asked, options));
  });
command('orders', 'supervision orders, open ones first')
  .option('--unit <code>')
  .option('--open', 'open ones only')
  .action((asked: OrdersOptions, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => orders(one, asked, options));
  });
command('checklist <project-or-unit>', 'the checklist of a project, or of a unit').action(
  (named: string, _asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => checklist(one, named, options));
  },
);
command('verify', 'check that no record was changed')
  .option('--from <position>')
  .option('--project <project>')
  .action((asked: { from?: string; project?: string }, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => verifyRecords(one, asked, options));
  });
command('rebuild [model]', 'build read models anew, compare, swap').action(
  (model: string | undefined, _asked: unknown, self: Command) => {
    const options = optionsOf(self);
    return working(options, (one) => rebuild(one, model, options));
  },
);
command('doctor', 'what this installation stands on').action((_asked: unknown, self: Command) => {
  const options = optionsOf(self);
  return working(options, (one) => doctor(one, options));
});
command('version', 'versions').action((_asked: unknown, self: Command) => {
  const document = { version, schema: 1, node: process.version };
  if (optionsOf(self).json) answer(document);
  else process.stdout.write(`luodi ${version}, node ${process.version}\n`);
});
command('start', 'start everything in one process')
  .option('--port <port>')
  .action((asked: StartOptions, self: Command) => start(asked, optionsOf(self)));
command('worker', 'run the reminders apart from the server (LUODI_WORKER=apart there)').action(
  (_asked: unknown, self: Command) => worker(optionsOf(self)),
);
command('demo', 'start with a sample ledger')
  .option('--port <port>')
  .action((asked: StartOptions, self: Command) => demo(asked, optionsOf(self)));

const failed = (error: unknown): number => {
  const json = process.argv.includes('--json');
  const lang = process.argv[process.argv.indexOf('--lang') + 1] === 'en' ? 'en' : 'zh';
  const tell = (
    code: string,
    sentence: { readonly zh: string; readonly en: string },
    more: object,
    exit: number,
  ): number => {
    if (json) answer({ error: { code, message: sentence, ...more } });
    say(`${code}: ${sentence[lang]}`);
    return exit;
  };
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Usage) {
    say(error.message);
    if (json) answer({ error: { code: 'usage', message: { zh: error.message, en: error.message } } });
    return EXIT.usage;
  }
  if (error instanceof InvalidCommand) {
    const [first] = error.errors;
    const message = { zh: `${first?.field}：${first?.zh}`, en: `${first?.field}: ${first?.en}` };
    return tell('usage', message, { errors: error.errors }, EXIT.usage);
  }
  if (error instanceof ConfigRefused) {
    say(error.message);
    return EXIT.usage;
  }
  if (error instanceof Unreachable) return tell(error.code, error.sentence, { detail: error.detail }, EXIT.unreachable);
  if (error instanceof Refused) return tell(error.code, error.sentence, error.more, EXIT.refused);
  if (error instanceof Rejected) return tell(error.code, error.sentence, { field: error.field }, EXIT.refused);
  const { message, stack } = error as Error;
  say(process.env['LUODI_DEBUG'] === '1' ? (stack ?? message) : message);
  if (json) answer({ error: { code: 'unexpected', message: { zh: message, en: message } } });
  return EXIT.refused;
};

program.parseAsync().catch((error: unknown) => {
  process.exitCode = failed(error);
});

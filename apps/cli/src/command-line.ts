import { Command } from 'commander';
import type { OpenOffice } from '#office';
import { openInstallation } from './installation.ts';
import type { Options } from './output.ts';
import { instantOf } from './time.ts';
import { usage } from './usage.ts';

/** What the program offers to those who add commands to it. */
export interface Commands {
  readonly command: (usage: string, about: string) => Command;
  readonly group: (name: string, about: string) => Commands['command'];
  readonly working: (options: Options, work: (office: OpenOffice) => Promise<void>) => Promise<void>;
  readonly optionsOf: (command: Command) => Options;
}

const optionsOf = (command: Command): Options => {
  const {
    json = false,
    data,
    lang = 'zh',
  } = command.optsWithGlobals<{ json?: boolean; data?: string; lang?: string }>();
  if (lang !== 'zh' && lang !== 'en')
    throw usage(`--lang 为 zh 或 en，不是 ${lang}`, `--lang is zh or en, not ${lang}`);
  return { json, data: data ?? (process.env['LUODI_DATA'] || './data'), lang };
};

/** Opens the installation of these options for the work, and closes it however the work ends. */
const working: Commands['working'] = async (options, work) => {
  const office = await openInstallation(options);
  try {
    await work(office);
  } finally {
    await office.close();
  }
};

/** A command with the options that all take. */
const offered = (one: Command, about: string): Command =>
  one
    .description(about)
    .option('--json', 'one JSON document on stdout')
    .option('--data <dir>', 'data folder (else LUODI_DATA, else ./data)')
    .option('--lang <lang>', 'zh or en');

/** Commands of one more word each: `policy show`. */
export const within =
  (parent: Command): Commands['command'] =>
  (usage, about) =>
    offered(parent.command(usage), about);

export const commandsOf = (program: Command): Commands => ({
  command: within(program),
  group: (name, about) => within(program.command(name).description(about)),
  working,
  optionsOf,
});

const OF_ALL = new Set(['json', 'data', 'lang']);

/** What was asked beside the options that all commands take. */
export const askedOf = (command: Command): object => {
  const { asKnown, ...asked } = command.opts<Record<string, unknown> & { asKnown?: string }>();
  const instant = instantOf(asKnown);
  return {
    ...Object.fromEntries(Object.entries(asked).filter(([name]) => !OF_ALL.has(name))),
    ...(instant === undefined ? {} : { asKnown: instant }),
  };
};

/** An option that may be given several times. */
export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The moment that a command looks at. */
export const moments = (one: Command): Command =>
  one.option('--as-of <day>', 'business day').option('--as-known <instant>', 'as known at this instant');

/** Which rows of a list. */
export const narrowed = (one: Command): Command =>
  one.option('--unit <code>').option('--where <condition>', 'field=value, may be repeated', several);

/** A window of business days. */
export const window = (one: Command): Command =>
  one.option('--from <day>', 'first day').option('--to <day>', 'last day');

import type { Command } from 'commander';
import type { OpenOffice } from '#office';
import type { Options } from '../output.ts';

/** What a process of commands offers to those who add some. */
export interface Commands {
  readonly command: (usage: string, about: string) => Command;
  readonly working: (options: Options, work: (office: OpenOffice) => Promise<void>) => Promise<void>;
  readonly optionsOf: (command: Command) => Options;
}

/** A command below another (`period close`), with the options that all take. */
export const below = (parent: Command, usage: string, about: string): Command =>
  parent.command(usage).description(about).option('--json').option('--data <dir>').option('--lang <lang>');

const OWN = new Set(['json', 'data', 'lang']);

/** What was asked beside the options that all commands take. */
export const askedOf = (command: Command): object =>
  Object.fromEntries(Object.entries(command.opts()).filter(([name]) => !OWN.has(name)));

export const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

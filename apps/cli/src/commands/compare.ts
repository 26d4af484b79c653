import { readCommand } from '#domain';
import { compareLists, CompareQuery, OPERATOR, upToDate, type OpenOffice } from '#office';
import { UnknownField } from '#projections';
import type { Options } from '../output.ts';
import { dayOption, instantOf } from '../time.ts';
import { unknownField } from './list.ts';
import { wordsIn } from '../words.ts';
import { print } from './figure-words.ts';
import type { Command } from 'commander';
import { narrowed, type Commands } from '../command-line.ts';

interface CompareOptions {
  readonly from: string;
  readonly to: string;
  readonly asKnown?: string;
  readonly unit?: string;
  readonly where?: readonly string[];
}

/** A list on two days, whole. */
export const compare = async (
  office: OpenOffice,
  name: string,
  { from, to, asKnown, unit, where }: CompareOptions,
  options: Options,
): Promise<void> => {
  await upToDate(office);
  const given = { from: dayOption(from), to: dayOption(to), asKnown: instantOf(asKnown), unit, where };
  const asked = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const asking = { office, caller: OPERATOR, scope: { all: true } as const };
  const compared = async () => {
    try {
      return await compareLists(asking, name, readCommand(CompareQuery, asked), null);
    } catch (error) {
      if (error instanceof UnknownField) throw unknownField(error);
      throw error;
    }
  };
  const found = await compared();
  const words = wordsIn(options.lang);
  print(options, found, () => [
    ...found.entered.map(({ code, name: title }) => ['+', code ?? '', title ?? '', '']),
    ...found.left.map(({ project, because: { phase, event } }) => [
      '-',
      project.code ?? '',
      project.name ?? '',
      event === null ? words.phase(phase) : `${words.event(event.type)} ${event.on}`,
    ]),
    ...found.changed.map(({ project, field, before, after }) => [
      '~',
      project.code ?? '',
      project.name ?? '',
      `${words.column(field)} ${words.cell(field, before)} → ${words.cell(field, after)}`,
    ]),
  ]);
};

/** A list on two days. */
export const offerComparison = ({ command, working, optionsOf }: Commands): void => {
  narrowed(command('compare <list>', 'a list on two days: who came, who left and why, what changed'))
    .requiredOption('--from <day>')
    .requiredOption('--to <day>')
    .option('--as-known <instant>', 'as known at this instant')
    .action((name: string, asked: CompareOptions, self: Command) => {
      const options = optionsOf(self);
      return working(options, (office) => compare(office, name, asked, options));
    });
};

import type { Command } from 'commander';
import { askedOf, type Commands } from '../command-line.ts';
import { listTargets, reviseTarget, setTarget } from './target-lines.ts';
import { importTargets } from './targets.ts';

/** `target import`, `list`, `set` and `revise`. */
export const offerTargets = ({ group, working, optionsOf }: Commands): void => {
  const target = group('target', 'targets of a year');
  target('import <file>', 'set or revise targets from a sheet').action((file: string, _asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => importTargets(office, file, optionsOf(self))),
  );
  target('list', 'the targets of a year, each with its history')
    .requiredOption('--year <year>')
    .option('--metric <key>')
    .option('--unit <code>')
    .option('--issuer <name>')
    .action((_asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => listTargets(office, askedOf(self), optionsOf(self))),
    );
  const line = (usage: string, about: string): Command =>
    target(usage, about)
      .requiredOption('--metric <key>')
      .requiredOption('--issuer <name>', 'who set it')
      .requiredOption('--year <year>')
      .option('--unit <code>', 'left out: the whole bureau')
      .option('--within <unit>', 'a sub-line of this unit')
      .option('--definition <name>')
      .option('--amount <amount>', 'in 元, for an amount')
      .option('--currency <code>', 'CNY unless it is said')
      .option('--count <number>', 'for a count')
      .option('--percent <number>', 'for a rate')
      .option('--provisional')
      .option('--basis <number>', 'of the document');
  line('set', 'set a target').action((_asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => setTarget(office, askedOf(self), optionsOf(self))),
  );
  line('revise', 'revise a target')
    .requiredOption('--reason <text>')
    .action((_asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => reviseTarget(office, askedOf(self), optionsOf(self))),
    );
};

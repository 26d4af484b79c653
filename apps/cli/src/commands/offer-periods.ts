import type { Command } from 'commander';
import type { Commands } from '../command-line.ts';
import { closeMonth, reopenMonth, tellPeriods, tellRestatement } from './periods.ts';

/** `period list`, `close`, `reopen` and `restated`. */
export const offerPeriods = ({ group, working, optionsOf }: Commands): void => {
  const period = group('period', 'months whose figures have been reported');
  period('list', 'months that were closed').action((_asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => tellPeriods(office, optionsOf(self))),
  );
  period('close <month>', 'what is told of it later needs a second person').action(
    (month: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => closeMonth(office, month, optionsOf(self))),
  );
  period('reopen <month>', 'with a reason and whoever has approved it')
    .requiredOption('--reason <text>')
    .requiredOption('--approver <user>')
    .action((month: string, { reason, approver }: { reason: string; approver: string }, self: Command) =>
      working(optionsOf(self), (office) => reopenMonth(office, { month, reason, approver }, optionsOf(self))),
    );
  period('restated <month>', 'what of a closed month is otherwise since, and because of which events').action(
    (month: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => tellRestatement(office, month, optionsOf(self))),
  );
};

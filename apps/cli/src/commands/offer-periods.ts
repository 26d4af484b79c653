import type { Command } from 'commander';
import { below, type Commands } from './offering.ts';
import { closeMonth, reopenMonth, tellPeriods, tellRestatement } from './periods.ts';

/** `period list`, `close`, `reopen` and `restated`. */
export const offerPeriods = ({ command, working, optionsOf }: Commands): void => {
  const period = command('period', 'months whose figures have been reported');
  below(period, 'list', 'months that were closed').action((_asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => tellPeriods(office, optionsOf(self))),
  );
  below(period, 'close <month>', 'what is told of it later needs a second person').action(
    (month: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => closeMonth(office, month, optionsOf(self))),
  );
  below(period, 'reopen <month>', 'with a reason and an approver')
    .requiredOption('--reason <text>')
    .requiredOption('--approver <user>')
    .action((month: string, { reason, approver }: { reason: string; approver: string }, self: Command) =>
      working(optionsOf(self), (office) => reopenMonth(office, { month, reason, approver }, optionsOf(self))),
    );
  below(period, 'restated <month>', 'what of a closed month is otherwise since, and because of which events').action(
    (month: string, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => tellRestatement(office, month, optionsOf(self))),
  );
};

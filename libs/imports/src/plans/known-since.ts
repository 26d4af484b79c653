import { PROJECT_COMMANDS, readCommand, type ProjectCommand } from '#domain';
import type { LedgerRow } from '../rows/ledger-row.ts';
import type { Planned } from './planned.ts';

const INTRODUCES: ReadonlySet<string> = new Set(['RecordProject', 'RegisterLead', 'AssignOwner']);

const onDay = (step: Planned, on: Planned['on']): Planned => ({
  ...step,
  on,
  month: true,
  command: readCommand(PROJECT_COMMANDS[step.command.type] as new () => ProjectCommand, {
    ...step.command,
    occurredOn: on,
  }),
});

/** A project of which nobody tells since when it is known was known by its earliest fact: also by money that came in months before those that are told one by one. */
export const knownByThen = (planned: readonly Planned[], main: LedgerRow | null): readonly Planned[] => {
  const first = planned.find(({ command, source }) => source === main && INTRODUCES.has(command.type));
  if (main === null || first === undefined || main.days.knownOn !== undefined || main.days.receivedOn !== undefined)
    return planned;
  const facts = planned.filter(({ byImport, command }) => !byImport && !INTRODUCES.has(command.type));
  const earliest = facts.reduce((day, { on }) => (on < day ? on : day), first.on);
  if (earliest === first.on) return planned;
  return planned.map((step) =>
    step.on === first.on && INTRODUCES.has(step.command.type) ? onDay(step, earliest) : step,
  );
};

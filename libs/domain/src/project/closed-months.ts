import type { IsoDate } from '../dates.ts';
import type { ProjectCommand } from './commands.ts';
import { inBusinessOrder } from './corrections.ts';
import type { Told } from './known-facts.ts';

/** The business days whose figures a command may change: its own; of a correction or a void that of the fact it is about, and that to which it moves it. */
const daysTouched = (command: ProjectCommand, on: IsoDate, told: Told): readonly IsoDate[] => {
  if (command.type !== 'CorrectFact' && command.type !== 'VoidFact') return [on];
  const target = inBusinessOrder(told.facts()).find(({ version }) => version === command.target);
  const moved = command.type === 'CorrectFact' && command.field === 'occurredOn' ? [String(command.to) as IsoDate] : [];
  return [...(target === undefined ? [] : [target.occurredOn]), ...moved];
};

/** Whether a command changes what was reported of a closed month: it then needs a second person (README, "Periods"). */
export const reachesClosedMonth = (
  command: ProjectCommand,
  on: IsoDate,
  closedMonths: ReadonlySet<string>,
  told: Told,
): boolean => closedMonths.size > 0 && daysTouched(command, on, told).some((day) => closedMonths.has(day.slice(0, 7)));

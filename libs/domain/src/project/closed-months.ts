import type { IsoDate } from '../dates.ts';
import type { ProjectCommand } from './commands.ts';
import { inBusinessOrder, type Placed } from './corrections.ts';

/** The business days whose figures a command may change: its own; of a correction or a void that of the fact it is about, and that to which it moves it. */
const daysTouched = (command: ProjectCommand, on: IsoDate, history: readonly Placed[]): readonly IsoDate[] => {
  if (command.type !== 'CorrectFact' && command.type !== 'VoidFact') return [on];
  const target = inBusinessOrder(history).find(({ version }) => version === command.target);
  const moved = command.type === 'CorrectFact' && command.field === 'occurredOn' ? [String(command.to) as IsoDate] : [];
  return [...(target === undefined ? [] : [target.occurredOn]), ...moved];
};

/** Whether a command changes what was reported of a closed month: it then needs a second person (README, "Periods"). */
export const reachesClosedMonth = (
  command: ProjectCommand,
  on: IsoDate,
  closedMonths: ReadonlySet<string>,
  history: readonly Placed[],
): boolean =>
  closedMonths.size > 0 && daysTouched(command, on, history).some((day) => closedMonths.has(day.slice(0, 7)));

import { stateTargets, type Actor, type IsoDate, type RejectedTarget, type StatedTarget } from '#domain';
import { commandHandler, type EventStore } from '#event-store';
import { commandKey } from '../command-key.ts';
import { targetAggregate } from './target-aggregate.ts';

/** What a table of targets did, line by line (the command line's `target import`). */
interface StatedTargets {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedTarget[];
}

interface Statement {
  readonly actor: Actor;
  readonly key: string; // given twice, it acts once
  readonly today: IsoDate;
  readonly reason: string; // why what differs is revised
}

const yearOf = ({ body }: StatedTarget): number => Number((body as { readonly year?: unknown }).year) || 0;

/** Sets what is new and revises what differs, year by year; a line that cannot be is answered with its reason, the others count. */
export const stateAllTargets = async (
  store: EventStore,
  lines: readonly StatedTarget[],
  { actor, key, today, reason }: Statement,
): Promise<StatedTargets> => {
  const handle = commandHandler(store, targetAggregate, 0);
  const sums = { created: 0, changed: 0, unchanged: 0 };
  const rejected: RejectedTarget[] = [];
  for (const year of new Set(lines.map(yearOf))) {
    const mine = lines.filter((line) => yearOf(line) === year);
    const outcome = { ...sums, rejected: [] as readonly RejectedTarget[] };
    await handle({
      actor,
      key: commandKey(actor.user, `${key}/${year}`, 'StateTargets', mine),
      year,
      decide: (targets) => {
        const { events, ...told } = stateTargets(mine, targets, today, reason);
        Object.assign(outcome, told);
        return events;
      },
    });
    sums.created += outcome.created;
    sums.changed += outcome.changed;
    sums.unchanged += outcome.unchanged;
    rejected.push(...outcome.rejected);
  }
  return { ...sums, rejected };
};

import { randomUUID } from 'node:crypto';
import { foldPeriods, PERIODS, schemaVersionOf, type Actor, type PeriodEvent, type Periods } from '#domain';
import type { Aggregate } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

/** A change of a month on its way: who gives it, with which key and whose approval, and what it makes of the months that stand. */
export interface PeriodOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly approver: string | null;
  readonly decide: (periods: Periods) => readonly PeriodEvent[];
}

/** Reporting months, as the command handler runs them. */
export const periodAggregate: Aggregate<PeriodOrder, Periods> = {
  streamOf: () => PERIODS,
  commandId: ({ key }) => key.id,
  fold: (history) => foldPeriods(history.map(({ event }) => event as PeriodEvent)),
  decide: ({ actor, key, approver, decide }, { state, history }) => {
    checkKey(history, key);
    const meta = { actor, commandId: key.id, ...(approver === null ? {} : { approver }) };
    return decide(state).map((event) => ({
      id: randomUUID(),
      event,
      schemaVersion: schemaVersionOf(event.type),
      meta,
    }));
  },
};

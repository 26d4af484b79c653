import { randomUUID } from 'node:crypto';
import { foldReports, REPORT_STREAM, schemaVersionOf, type Actor, type Printed, type ReportEvent } from '#domain';
import { commandHandler, type Aggregate, type EventStore, type Handled } from '#event-store';
import { checkKey, type CommandKey } from '../command-key.ts';

/** What is to be printed or said anew on its way: by whom, with which key, and what it makes of what stands. */
interface ReportOrder {
  readonly actor: Actor;
  readonly key: CommandKey;
  readonly decide: (printed: Printed) => readonly ReportEvent[];
}

const aggregate: Aggregate<ReportOrder, Printed> = {
  streamOf: () => REPORT_STREAM,
  commandId: ({ key }) => key.id,
  fold: (history) => foldReports(history.map(({ event }) => event as ReportEvent)),
  decide: ({ actor, key, decide }, { state, history }) => {
    checkKey(history, key);
    const meta = { actor, commandId: key.id };
    return decide(state).map((event) => ({
      id: randomUUID(),
      event,
      schemaVersion: schemaVersionOf(event.type),
      meta,
    }));
  },
};

export const giveReport = (store: EventStore, order: ReportOrder): Promise<Handled> =>
  commandHandler(store, aggregate, 0)(order, null);

/** Every issue and template. Cost: the issues so far, a few dozen a year. */
export const printedSoFar = async (store: EventStore): Promise<Printed> =>
  foldReports((await store.readStream(REPORT_STREAM)).map(({ event }) => event as ReportEvent));

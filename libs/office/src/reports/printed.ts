import { foldReports, REPORT_STREAM, type Printed, type ReportEvent } from '#domain';
import { commandHandler, type EventStore, type Handled } from '#event-store';
import { changesOf, type Change } from '../changes.ts';

const printed = changesOf(REPORT_STREAM, foldReports);

export const giveReport = (store: EventStore, change: Change<Printed, ReportEvent>): Promise<Handled> =>
  commandHandler(store, printed, 0)(change, null);

/** Every issue and template. Cost: the issues so far, a few dozen a year. */
export const printedSoFar = async (store: EventStore): Promise<Printed> =>
  foldReports((await store.readStream(REPORT_STREAM)).map(({ event }) => event as ReportEvent));

import { foldPeriods, PERIODS, type ClosedMonth, type PeriodEvent, type Periods } from '#domain';
import type { EventStore } from '#event-store';
import type { Caller } from '#identity';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';
import { restatedFigures, type RestatedFigure } from './restated.ts';

/** What of a month that was closed is otherwise now than when it was. */
export interface Restatement {
  readonly month: string;
  readonly state: ClosedMonth['state'];
  readonly position: number;
  readonly rows: readonly RestatedFigure[];
}

/** Every month that was ever closed. */
export const periodsOf = async (store: EventStore): Promise<Periods> =>
  foldPeriods((await store.readStream(PERIODS)).map(({ event }) => event as PeriodEvent));

/** The month as it was last closed; null where it never was. */
export const closedMonth = async ({ store }: Office, month: string): Promise<ClosedMonth | null> =>
  (await periodsOf(store)).get(month) ?? null;

/** The figures of a closed month that are otherwise now, and because of which events. Throws Rejected 'period-never-closed'. */
export const restatement = async (office: Office, caller: Caller, month: string): Promise<Restatement> => {
  const closed = await closedMonth(office, month);
  if (closed === null) throw refused('period-never-closed', 'month');
  const { position, asOf, metrics, definition } = closed.snapshot;
  const query = { period: month, asOf, metric: [...metrics], definition: `${definition.name}@${definition.version}` };
  return {
    month,
    state: closed.state,
    position: Number(position),
    rows: await restatedFigures(office, caller, query, BigInt(position)),
  };
};

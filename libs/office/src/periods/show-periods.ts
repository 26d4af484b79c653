import { foldPeriods, PERIODS, type Actor, type PeriodEvent, type RecordedEvent } from '#domain';
import type { Office } from '../office.ts';

/** A month that was closed at least once: where its figures stand, who closed it, who asks to reopen it, and who reopened it why and with whose approval. */
interface ShownMonth {
  readonly month: string;
  readonly state: 'closed' | 'reopened';
  readonly position: number;
  readonly hash: string;
  readonly closedBy: Actor;
  readonly closedAt: string;
  readonly asked: {
    readonly by: Actor;
    readonly at: string;
    readonly approver: string; // login
    readonly reason: string;
  } | null;
  readonly reopened: {
    readonly by: Actor;
    readonly at: string;
    readonly approver: string | null;
    readonly reason: string;
  } | null;
}
interface ShownPeriods {
  readonly version: number;
  readonly months: readonly ShownMonth[];
}

const eventOf = ({ event }: RecordedEvent): PeriodEvent => event as PeriodEvent;

/** Every month that was ever closed, the latest first. */
export const showPeriods = async ({ store }: Office): Promise<ShownPeriods> => {
  const history = await store.readStream(PERIODS);
  const last = (type: PeriodEvent['type'], month: string): RecordedEvent | undefined =>
    history.findLast((one) => eventOf(one).type === type && eventOf(one).data.month === month);
  const shown = [...foldPeriods(history.map(eventOf)).values()].map(
    ({ month, state, snapshot, reason, asked }): ShownMonth => {
      const closed = last('PeriodClosed', month)!;
      const asking = last('ReopeningAsked', month);
      const opened = state === 'reopened' ? last('PeriodReopened', month)! : null;
      return {
        month,
        state,
        position: Number(snapshot.position),
        hash: snapshot.hash,
        closedBy: closed.meta.actor,
        closedAt: closed.recordedAt,
        asked:
          asked === null
            ? null
            : {
                by: asking!.meta.actor,
                at: asking!.recordedAt,
                approver: asked.approver,
                reason: asked.reason,
              },
        reopened:
          opened === null
            ? null
            : {
                by: (asking ?? opened).meta.actor, // an older release recorded it at once
                at: opened.recordedAt,
                approver: opened.meta.approver ?? null,
                reason: reason ?? '',
              },
      };
    },
  );
  return { version: history.length, months: shown.sort((a, b) => (a.month < b.month ? 1 : -1)) };
};

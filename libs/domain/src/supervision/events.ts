import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Named } from '../person.ts';
import type { Rung } from '../policy/policy.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** Rungs that open an order: a supervision order, an interview appointment, a proposal of accountability. */
export type OrderRung = Extract<Rung, 'supervision' | 'interview' | 'accountability'>;

/** A clock of the project that was not kept, and the day by which it was due. */
export interface Breach {
  readonly clock: ClockName;
  readonly due: IsoDate;
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;

export type OrderEvent =
  | E<
      'OrderIssued',
      {
        number: string; // serial number, 督办〔2026〕12号
        project: string;
        projectName: string;
        rung: OrderRung;
        clock?: ClockName;
        breached?: readonly Breach[]; // told by the reminder process
        rule?: string; // what it is about in a person's own words
        unit?: string;
        people: readonly Named[];
        receiptDue: IsoDate;
        replyDue: IsoDate;
      }
    >
  | E<'OrderAcknowledged', { by: string }> // 签收
  | E<'OrderReplied', { by: string; text: string }>
  | E<'ExtensionRequested', { by: string; until: IsoDate; reason: string }>
  | E<'ExtensionDecided', { granted: boolean; until?: IsoDate; reason?: string }>
  | E<'OrderExcuseAccepted', { until: IsoDate; reason: string; clock?: ClockName }> // the project's clock pauses by a fact of the project's own
  | E<'ReplyReviewed', { by: string; accepted: boolean; reason?: string }>
  | E<'OrderEscalated', { rung: OrderRung; reason: string }>
  | E<'OrderClosed', { text?: string }> // 办结
  | E<'OrderWithdrawn', { reason: string }>; // the clock stopped, or a correction moved it

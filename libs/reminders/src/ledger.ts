import type { Reminder } from './reminder.ts';

/** A delivery through a channel beside the inbox. `message`: the digest that has taken it; null while it waits. */
export interface WaitingDelivery { readonly key: string; readonly channel: string; readonly to: string; readonly project: string | null; readonly at: string; readonly attempt: number }
export interface DeliveryChange { readonly key: string; readonly channel: string; readonly to: string; readonly state: DeliveryState; readonly at: string; readonly message: string | null; readonly attempt: number; readonly detail: string | null }
/** waiting → taken (a worker is at it) → accepted by the provider, or given up; a temporary refusal goes back to waiting. */
export type DeliveryState = 'waiting' | 'taken' | 'accepted' | 'given-up';

/** What one step of the fold writes. All of it, or nothing. */
export interface LedgerChange {
  readonly position: bigint;
  readonly rules: string; // id of the rules that the rows follow from
  readonly add: readonly Reminder[]; // keys that the ledger does not hold yet
  readonly change: readonly Reminder[];
  readonly onlyIssued: readonly Reminder[]; // of which nothing changes but that they are sent, and when
  readonly drop: readonly string[]; // keys
  readonly deliveries: readonly DeliveryChange[];
}
export type DueAfter = Pick<Reminder, 'sendAt' | 'subject' | 'key'>;
export interface LedgerAt { readonly position: bigint; readonly rules: string }

/**
 * The reminder ledger: a read model of the log, and the indexed table behind the alarm clock. It can be dropped and comes back the same:
 * what was issued, sent or suppressed stands in the log.
 */
export interface ReminderLedger {
  /** Runs one step alone: no other process folds meanwhile. The step answers what is to be written; null writes nothing. */
  readonly step: (work: (at: LedgerAt) => Promise<LedgerChange | null>) => Promise<boolean>;
  readonly rowsOf: (subjects: readonly string[]) => Promise<readonly Reminder[]>;
  readonly byKeys: (keys: readonly string[]) => Promise<readonly Reminder[]>;
  /** Waiting reminders whose time has come, the earliest first and those of one subject together; from past `after` on. Cost: log n + limit. */
  readonly due: (now: string, limit: number, after?: DueAfter | null) => Promise<readonly Reminder[]>;
  /** Waiting deliveries whose time has come, the earliest first. */
  readonly deliverable: (now: string, limit: number) => Promise<readonly WaitingDelivery[]>;
  /** Deliveries that a message has taken before `before` and never settled: its worker died. */
  readonly stuck: (before: string, limit: number) => Promise<readonly (WaitingDelivery & { readonly message: string })[]>;
  /** When somebody must next be woken; null where nothing waits. */
  readonly nextAt: () => Promise<string | null>;
  /** Forgets everything: the next steps fold the log from its beginning. */
  readonly clear: () => Promise<void>;
}

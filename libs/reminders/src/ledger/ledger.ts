import type { Carried, Delivery } from '#domain';
import { NOTHING_ASIDE, type AsideChange } from '#event-store';
import type { Reminder } from '../owed/reminder.ts';

/** Notices that wait for one recipient of a channel beside the inbox, from one instant on. `attempt`: how often they were tried. */
export interface WaitingDelivery extends Delivery {
  readonly at: string;
  readonly attempt: number;
  readonly keys: readonly string[];
}

/** What waits for one recipient of one channel. `version`: of the recipient's outbox, as the ledger has folded it: the claim to carry all this. */
export interface WaitingDigest extends Delivery {
  readonly version: number;
  readonly notices: readonly Carried[];
}

/** taken (a worker is at it) → accepted by the provider, refused and to be tried again, or given up. */
export type MessageState = 'taken' | 'accepted' | 'refused' | 'given-up';
export interface StartedMessage extends Delivery {
  readonly message: string;
  readonly at: string;
  readonly attempt: number;
  readonly keys: readonly string[];
}
export interface EndedMessage {
  readonly message: string;
  readonly at: string;
  readonly state: Exclude<MessageState, 'taken'>;
  readonly detail: string | null;
}

/** What a step changes about deliveries: first those that wait no more go, then the new ones come. */
export interface PostChange {
  readonly taken: readonly (Delivery & { readonly keys: readonly string[] })[]; // a recipient once
  readonly waiting: readonly WaitingDelivery[];
  readonly started: readonly StartedMessage[];
  readonly ended: readonly EndedMessage[];
  readonly outboxes: readonly (Delivery & { readonly version: number })[];
}

/** How far the ledger has folded the log. `dispatched`: version of the dispatch stream so far: the claim to settle what is due. */
export interface LedgerAt {
  readonly position: bigint;
  readonly rules: string;
  readonly dispatched: number;
}

/** What one step of the fold writes. All of it, or nothing. */
export interface LedgerChange extends LedgerAt {
  readonly anew?: true; // the log is folded from its beginning: what is known of deliveries goes
  readonly add: readonly Reminder[]; // keys that the ledger does not hold yet
  readonly change: readonly { readonly before: Reminder; readonly after: Reminder }[];
  readonly issued: readonly Reminder[]; // of which nothing changes but that they are sent, when, and by which record
  readonly drop: readonly Reminder[];
  readonly opening: { readonly add: readonly string[]; readonly done: readonly string[] }; // keys of notices whose orders are still to be opened
  readonly post: PostChange;
  readonly aside: AsideChange; // subjects whose reminders cannot be reckoned: what they owed stays as it was
}
const NO_POST: PostChange = { taken: [], waiting: [], started: [], ended: [], outboxes: [] };
export const UNCHANGED = {
  add: [],
  change: [],
  issued: [],
  drop: [],
  opening: { add: [], done: [] },
  post: NO_POST,
  aside: NOTHING_ASIDE,
} as const;

export type DueAfter = Pick<Reminder, 'sendAt' | 'subject' | 'key'>;
/** Due rows, and where the ledger stood when they were read. */
export interface Due {
  readonly at: LedgerAt;
  readonly rows: readonly Reminder[];
}

/** What became of a notice at one recipient of one channel. */
export interface DeliveryState extends Delivery {
  readonly state: 'waiting' | MessageState;
  readonly at: string;
  readonly attempts: number;
  readonly detail: string | null;
}

/**
 * The reminder ledger: a read model of the log, and the indexed table behind the alarm clock. It can be dropped and comes back the same:
 * what was issued, sent or suppressed stands in the log.
 */
export interface ReminderLedger {
  /** Runs one step: `work` answers what is to be written; null writes nothing. Where another process has moved the ledger meanwhile nothing is written, and `work` is asked again. */
  readonly step: (work: (at: LedgerAt) => Promise<LedgerChange | null>) => Promise<boolean>;
  readonly rowsOf: (subjects: readonly string[]) => Promise<readonly Reminder[]>;
  /** Rows that were named in the notices of these keys. */
  readonly namedIn: (keys: readonly string[]) => Promise<readonly Reminder[]>;
  readonly byKeys: (keys: readonly string[]) => Promise<readonly Reminder[]>;
  /** Waiting reminders whose time has come, the earliest first and those of one subject together; from past `after` on. Cost: log n + limit. */
  readonly due: (now: string, limit: number, after?: DueAfter | null) => Promise<Due>;
  /** Issued notices whose orders nobody has opened yet. */
  readonly unopened: (limit: number) => Promise<readonly Reminder[]>;
  /** Deliveries whose time has come, by recipient, the earliest first. `limit`: of rows that wait; a digest holds all that its rows hold. */
  readonly deliverable: (now: string, limit: number) => Promise<readonly WaitingDigest[]>;
  /** Messages that were started before `before` and never ended: their worker died. */
  readonly stuck: (before: string, limit: number) => Promise<readonly StartedMessage[]>;
  /** What became of a notice at these recipients; `since`: when it was issued. */
  readonly deliveriesOf: (key: string, places: readonly Delivery[], since: string) => Promise<readonly DeliveryState[]>;
  /** When somebody must next be woken; null where nothing waits. */
  readonly nextAt: () => Promise<string | null>;
  /** Forgets everything: the next steps fold the log from its beginning. */
  readonly clear: () => Promise<void>;
}

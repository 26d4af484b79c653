import type { IsoDate } from './dates.ts';

/** Who acted: a user and the unit they acted for. Ids and codes only; names are looked up when shown. */
export interface Actor {
  readonly user: string;
  readonly unit: string | null;
}

/** A paper behind a fact. `sha256` of the file, what kind of paper it is, its printed number. */
export interface Evidence {
  readonly sha256?: string;
  readonly kind: string;
  readonly number?: string;
}

/** Where an imported fact was read: it is marked for ever as not entered by a person on the page. */
interface ImportedFrom {
  readonly importId: string;
  readonly sheet: string;
  readonly row: number;
  readonly warnings?: readonly string[]; // codes of what the import found odd and stored all the same
  readonly kept?: Readonly<Record<string, string>>; // header → what the row says beyond its facts
  readonly datedByImport?: true; // nobody told the day: it is the day of the import
}

/** What every event carries beside its data. Plain JSON: this is the storage format (README, "Commands and events"). */
export interface EventMeta {
  readonly actor: Actor;
  readonly onBehalfOf?: Actor;
  readonly commandId: string; // idempotency: one effect and one answer per stream and id
  readonly causationId?: string;
  readonly correlationId?: string;
  readonly evidence?: readonly Evidence[];
  readonly basis?: string; // document, contract or voucher number
  readonly note?: string;
  readonly approver?: string; // facts in a closed period, extensions, corrections
  readonly imported?: ImportedFrom;
  readonly datePrecision?: 'month'; // known to the month only: counted on its last day, printed as a month
}

/** A fact as a decider returns it. `occurredOn` is the business day (Asia/Shanghai); `recordedAt` is set by the store. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly occurredOn: IsoDate;
  readonly data: Data;
}

/** A fact on its way into the log. */
export interface NewEvent<E extends DomainEvent = DomainEvent> {
  readonly id: string; // uuid, given by the caller: an append repeated with the same ids is the same append
  readonly event: E;
  readonly schemaVersion: number;
  readonly meta: EventMeta;
}

/** A fact read back from the log. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> extends NewEvent<E> {
  readonly stream: string; // "project-<uuid>", "policy-default" …
  readonly version: number; // from 1, without gaps within a stream
  readonly position: bigint; // grows over the whole log, need not be consecutive
  readonly recordedAt: string; // ISO 8601 instant, set by the store, never earlier than that of the position before
  readonly previousHash: string; // hex; of the predecessor in the stream, 64 zeros for the first
  readonly hash: string; // hex sha256 of this record's canonical content and previousHash
}

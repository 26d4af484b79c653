import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { PersonId } from '../person.ts';
import type { Rung } from '../policy/policy.ts';
import type { Reason } from './reasons.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** What makes a notice the same notice: each rung is issued exactly once per (subject, clock, policy version, rung, recurrence). */
export interface NoticeName {
  readonly subject: string; // stream of the project, order or issue whose clock it is
  readonly clock: ClockName;
  readonly policyVersion: number;
  readonly rung: Rung;
  readonly recurrence: number;
}

/** Somebody a notice is for: a person, a unit by code or name, or a role that is looked up on the day of sending. A person without `id` is a name as it was written: nobody's inbox. */
export interface Addressee {
  readonly unit: string | null;
  readonly role: string;
  readonly person: string | null;
  readonly id?: PersonId;
}

/** A notice on its way through one channel other than the inbox. `to`: a person's id (up to 0.2 the name, as it was written), or the group that a robot serves. */
export interface Delivery {
  readonly channel: string;
  readonly to: string;
}

type E<Type extends string, Data> = DomainEvent<Type, Data>;
type About = NoticeName & { readonly project: string | null; readonly on: IsoDate };

/** A notice that was issued: it lies in the inboxes of `to` and goes through `deliveries`. A rung that opens an order opens it under this key. */
export interface IssuedNotice extends About {
  readonly key: string;
  readonly to: readonly Addressee[];
  readonly deliveries: readonly Delivery[];
  readonly covers: readonly (NoticeName & { readonly on: IsoDate })[]; // other clocks that owe the same people the same rung on the same day: named in this one
  readonly why?: Reason;
}
export interface SuppressedNotices {
  readonly subject: string;
  readonly project: string | null;
  readonly why: Reason;
  readonly notices: readonly (Omit<NoticeName, 'subject'> & { readonly on: IsoDate })[];
}
export interface WithdrawnNotice extends About {
  readonly key: string;
  readonly why: Reason;
}

/**
 * Stream "dispatch": what became of notices whose time had come, many in one record. It is appended at the version that its worker has folded, so no two
 * records ever settle the same notice: a worker that has not seen what another one dispatched is refused, and looks again.
 */
export type DispatchEvent = E<
  'NoticesDispatched',
  { issued: readonly IssuedNotice[]; suppressed: readonly SuppressedNotices[]; withdrawn: readonly WithdrawnNotice[] }
>;

/** Stream "notice-<key>": what people and channels did with one notice after it was issued. */
export type NoticeEvent =
  E<'NoticeAcknowledged', { by: string }> | E<'NoticeFellBack', { from: Delivery; to: Addressee; why: Reason }>;

/** As release 0.2 settled notices: one record each, in the stream "notice-<key>" that claimed it. Read for ever, written no more. */
export type NoticeEvent02 =
  | E<
      'NoticeIssued',
      Omit<IssuedNotice, 'key' | 'covers'> & {
        covers: readonly NoticeName[];
        order?: { readonly id: string; readonly number: string };
      }
    >
  | E<'NoticeMerged', About & { into: string }> // a claim for the notice that was to name it
  | E<'NoticeWithdrawn', About & { why: Reason }>
  | E<'NoticesSuppressed', SuppressedNotices>; // stream "notice-<key of the first>.suppressed"

/** A notice in a message, and which attempt to deliver it this is. */
export interface Carried {
  readonly key: string;
  readonly attempt: number;
}
type Message = Delivery & { readonly message: string };
type Carrying = Message & { readonly notices: readonly Carried[] };

/**
 * Stream "outbox-<id>": all that was ever handed to one recipient through one channel. A message is started before it is sent, at the version that its
 * worker has folded: two workers cannot both carry a notice, and one that dies in between leaves it started, so that nobody sends it again.
 */
export type MessageEvent =
  | E<'MessageStarted', Carrying>
  | E<'MessageAccepted', Message & { providerId?: string }> // by the provider: not the same as read
  | E<'MessageRefused', Carrying & { code: string; retryAt?: string }>; // without `retryAt` it is given up

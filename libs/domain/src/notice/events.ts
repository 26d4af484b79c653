import type { ClockName } from '../clocks/names.ts';
import type { IsoDate } from '../dates.ts';
import type { DomainEvent } from '../event.ts';
import type { Rung } from '../policy/policy.ts';

// STORED FOR EVER: these names and shapes are the storage format. Plain JSON only.

/** What makes a notice the same notice: each rung is issued exactly once per (subject, clock, policy version, rung, recurrence). */
export interface NoticeName {
  readonly subject: string; // stream of the project, order or issue whose clock it is
  readonly clock: ClockName;
  readonly policyVersion: number;
  readonly rung: Rung;
  readonly recurrence: number;
}

/** Somebody a notice is for: a person by name, a unit by code or name, or a role that is looked up on the day of sending. */
export interface Addressee { readonly unit: string | null; readonly role: string; readonly person: string | null }

/** A notice on its way through one channel other than the inbox. `to`: a person's name, or the group that a robot serves. */
export interface Delivery { readonly channel: string; readonly to: string }

type E<Type extends string, Data> = DomainEvent<Type, Data>;
type About = NoticeName & { readonly project: string | null; readonly on: IsoDate };

/** Stream "notice-<key>": creating it claims the rung, so two workers cannot both issue it. */
export type NoticeEvent =
  | E<'NoticeIssued', About & {
      to: readonly Addressee[]; deliveries: readonly Delivery[];
      covers: readonly NoticeName[]; // other clocks that owe the same people the same rung on the same day: named in this one
      order?: { readonly id: string; readonly number: string };
      unaddressed?: string; // nobody held the role: the supervision office was told instead
      why?: string;
    }>
  | E<'NoticeMerged', About & { into: string }> // key of the notice that names it
  | E<'NoticeWithdrawn', About & { why: string }>
  | E<'NoticeAcknowledged', { by: string }>
  | E<'NoticeFellBack', { from: Delivery; to: Addressee; why: string }>
  | E<'NoticesSuppressed', { subject: string; project: string | null; why: string; notices: readonly (Omit<NoticeName, 'subject'> & { readonly on: IsoDate })[] }>; // stream "notice-<key of the first>.suppressed"

/** A notice in a message, and which attempt to deliver it this is. */
export interface Carried { readonly key: string; readonly attempt: number }
type Message = Delivery & { readonly message: string; readonly notices: readonly Carried[] };

/**
 * Stream "outbox-<id>": all that was ever handed to one recipient through one channel. A message is started before it is sent, under the version that its
 * worker has seen: two workers cannot both carry a notice, and one that dies in between leaves it started, so that nobody sends it again.
 */
export type MessageEvent =
  | E<'MessageStarted', Message>
  | E<'MessageAccepted', Message & { providerId?: string }> // by the provider: not the same as read
  | E<'MessageRefused', Message & { code: string; retryAt?: string }>; // without `retryAt` it is given up

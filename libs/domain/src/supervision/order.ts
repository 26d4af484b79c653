import type { IsoDate } from '../dates.ts';
import type { ClockName } from '../clocks/names.ts';
import type { MatterLine, NoMatter } from '../matter.ts';
import { personOf, type Person } from '../person.ts';
import { breachesIn } from '../words/breaches.ts';
import { alike, saidOf } from '../words/sentence.ts';
import type { Sentence } from '../rejected.ts';
import type { Breach, OrderEvent, OrderRung } from './events.ts';

/** A supervision order 督办件 as its facts make it. `state` walks issued → received → replied → reviewed → closed; a reply that is sent back stands at received. */
export interface Order {
  readonly state: 'issued' | 'received' | 'replied' | 'reviewed' | 'closed' | 'withdrawn';
  readonly number: string;
  readonly project: string;
  readonly projectName: string;
  readonly rung: OrderRung;
  readonly clock: ClockName | null;
  readonly breached: readonly Breach[];
  readonly rule: string | null; // in a person's own words
  readonly unit: string | null;
  readonly people: readonly Person[];
  readonly issuedOn: IsoDate;
  readonly receiptDue: IsoDate;
  readonly replyDue: IsoDate; // as extended
  readonly received: { readonly on: IsoDate; readonly by: string } | null;
  readonly replies: readonly {
    readonly on: IsoDate;
    readonly by: string;
    readonly text: string;
    readonly accepted: boolean | null;
    readonly reviewedBy: string | null;
    readonly reason: string | null;
  }[];
  readonly extension: { readonly until: IsoDate; readonly reason: string; readonly by: string } | null; // asked for, not yet decided
  readonly excuse: { readonly until: IsoDate; readonly reason: string } | null;
  readonly closedOn: IsoDate | null;
}

const known = (order: Order | NoMatter): Order => {
  if (order.state === 'none') throw new Error('an order begins with OrderIssued');
  return order;
};

export const evolveOrder = (before: Order | NoMatter, { type, occurredOn: on, data }: OrderEvent): Order | NoMatter => {
  switch (type) {
    case 'OrderIssued':
      return {
        ...data,
        state: 'issued',
        clock: data.clock ?? null,
        breached: data.breached ?? [],
        rule: data.rule ?? null,
        people: data.people.map(personOf),
        unit: data.unit ?? null,
        issuedOn: on,
        received: null,
        replies: [],
        extension: null,
        excuse: null,
        closedOn: null,
      };
    case 'OrderAcknowledged':
      return { ...known(before), state: 'received', received: { on, by: data.by } };
    case 'OrderReplied': {
      const order = known(before);
      return {
        ...order,
        state: 'replied',
        received: order.received ?? { on, by: data.by },
        replies: [...order.replies, { on, ...data, accepted: null, reviewedBy: null, reason: null }],
      };
    }
    case 'ExtensionRequested':
      return { ...known(before), extension: data };
    case 'ExtensionDecided': {
      const order = known(before);
      return { ...order, extension: null, replyDue: data.granted && data.until ? data.until : order.replyDue };
    }
    case 'OrderExcuseAccepted': {
      const order = known(before);
      return {
        ...order,
        excuse: { until: data.until, reason: data.reason },
        replyDue: data.until > order.replyDue ? data.until : order.replyDue,
      };
    }
    case 'ReplyReviewed': {
      const order = known(before);
      const last = order.replies.length - 1;
      const replies = order.replies.map((reply, index) =>
        index === last
          ? { ...reply, accepted: data.accepted, reviewedBy: data.by, reason: data.reason ?? null }
          : reply,
      );
      return { ...order, state: data.accepted ? 'reviewed' : 'received', replies };
    }
    case 'OrderEscalated':
      return { ...known(before), rung: data.rung };
    case 'OrderClosed':
      return { ...known(before), state: 'closed', closedOn: on, extension: null };
    case 'OrderWithdrawn':
      return { ...known(before), state: 'withdrawn', closedOn: on, extension: null };
  }
};

/** What an order is about: the clocks that were not kept, or a person's own words. */
const aboutOf = ({ breached, rule }: Order): Sentence | null => {
  if (breached.length > 0) return breachesIn(breached);
  return rule === null ? null : alike(rule);
};

/** Who must act next, and by when: the receiver until a reply is in, the supervision office after it. */
export const orderLine = (order: Order): MatterLine => {
  const open = order.closedOn === null;
  const waits = order.state === 'issued' || order.state === 'received';
  return {
    number: order.number,
    title: saidOf(order.projectName, aboutOf(order)),
    project: order.project,
    unit: order.unit,
    people: order.people,
    state: order.state,
    open,
    due: !open || !waits ? null : order.state === 'issued' ? order.receiptDue : order.replyDue,
    level: order.rung,
  };
};

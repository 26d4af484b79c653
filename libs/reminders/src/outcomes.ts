import type { NoticeEvent, NoticeName, RecordedEvent } from '#domain';
import { keyOf, NOTICE_STREAMS } from './names.ts';
import type { DeliveryChange } from './ledger.ts';
import type { Reminder } from './reminder.ts';

type Recorded = RecordedEvent<NoticeEvent>;

/** Keys of the ledger's rows that an event of a notice settles. */
export const keysOf = ({ event: { type, data }, stream }: Recorded): readonly string[] => {
  switch (type) {
    case 'NoticeIssued': return [keyOf(data), ...data.covers.map(keyOf)];
    case 'NoticesSuppressed': return data.notices.map((one) => keyOf({ ...one, subject: data.subject }));
    case 'DeliveryTaken': case 'DeliveryAccepted': case 'DeliveryRefused': return []; // they concern the delivery, not the notice
    default: return [stream.slice(NOTICE_STREAMS.length)];
  }
};

const blank = (name: NoticeName, about: { readonly project: string | null; readonly on: Reminder['on'] }, recordedAt: string): Reminder => ({
  subject: name.subject, clock: name.clock, policyVersion: name.policyVersion, rung: name.rung, recurrence: name.recurrence, key: keyOf(name), project: about.project, on: about.on, sendAt: recordedAt, plan: 'send',
  to: [], why: null, state: 'waiting', settledAt: null, into: null, order: null, deliveries: [], acknowledgedBy: [],
});

/** What an event of a notice makes of the ledger: rows by key are changed in place of the old ones, deliveries are answered. */
export const applyOutcome = (rows: Map<string, Reminder>, recorded: Recorded): readonly DeliveryChange[] => {
  const { event: { type, data }, recordedAt, stream } = recorded;
  const own = stream.slice(NOTICE_STREAMS.length);
  const settle = (key: string, row: Reminder, more: Partial<Reminder>): void => { if (row.state === 'waiting') rows.set(key, { ...row, settledAt: recordedAt, ...more }); };
  switch (type) {
    case 'NoticeIssued': {
      const key = keyOf(data);
      settle(key, rows.get(key) ?? blank(data, data, recordedAt), {
        state: data.unaddressed === undefined ? 'sent' : 'failed', to: data.to, order: data.order?.id ?? null, deliveries: data.deliveries, why: data.unaddressed ?? data.why ?? null,
      });
      for (const name of data.covers) settle(keyOf(name), rows.get(keyOf(name)) ?? blank(name, data, recordedAt), { state: 'merged', into: key, why: null });
      return data.deliveries.map((one) => ({ ...one, key, state: 'waiting', at: recordedAt, message: null, attempt: 0, detail: null }));
    }
    case 'NoticeMerged': { // claimed for another notice, and told once that one is issued: until then it still waits
      const row = rows.get(own) ?? blank(data, data, recordedAt);
      if (row.state === 'waiting') rows.set(own, { ...row, into: data.into });
      return [];
    }
    case 'NoticeWithdrawn': settle(own, rows.get(own) ?? blank(data, data, recordedAt), { state: 'withdrawn', why: data.why }); return [];
    case 'NoticesSuppressed': {
      for (const one of data.notices) {
        const name = { ...one, subject: data.subject };
        settle(keyOf(name), rows.get(keyOf(name)) ?? blank(name, { project: data.project, on: one.on }, recordedAt), { state: 'suppressed', why: data.why });
      }
      return [];
    }
    case 'NoticeAcknowledged': {
      const row = rows.get(own);
      if (row !== undefined && !row.acknowledgedBy.includes(data.by)) rows.set(own, { ...row, acknowledgedBy: [...row.acknowledgedBy, data.by] });
      return [];
    }
    case 'NoticeFellBack': {
      const row = rows.get(own);
      if (row !== undefined) rows.set(own, { ...row, to: [...row.to, data.to] });
      return [];
    }
    case 'DeliveryTaken': return [{ channel: data.channel, to: data.to, key: own, state: 'taken', at: recordedAt, message: data.message, attempt: data.attempt, detail: null }];
    case 'DeliveryAccepted': return [{ channel: data.channel, to: data.to, key: own, state: 'accepted', at: recordedAt, message: null, attempt: data.attempt, detail: data.providerId ?? null }];
    case 'DeliveryRefused': return [{
      channel: data.channel, to: data.to, key: own, state: data.retryAt === undefined ? 'given-up' : 'waiting', at: data.retryAt ?? recordedAt, message: null, attempt: data.attempt, detail: data.code,
    }];
  }
};

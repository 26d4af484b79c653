import type { MessageEvent, NoticeEvent, NoticeName, RecordedEvent } from '#domain';
import { keyOf, NOTICE_STREAMS } from './names.ts';
import type { DeliveryChange } from './ledger.ts';
import type { Reminder } from './reminder.ts';

type Recorded = RecordedEvent<NoticeEvent>;

/** Keys of the ledger's rows that an event of a notice settles. */
export const keysOf = ({ event: { type, data }, stream }: Recorded): readonly string[] => {
  const own = stream.slice(NOTICE_STREAMS.length);
  switch (type) {
    case 'NoticeIssued': return [own, ...data.covers.map(keyOf)];
    case 'NoticesSuppressed': return data.notices.map((one) => keyOf({ ...one, subject: data.subject }));
    default: return [own];
  }
};

const blank = (name: NoticeName, about: { readonly project: string | null; readonly on: Reminder['on'] }, recordedAt: string): Reminder => ({
  subject: name.subject, clock: name.clock, policyVersion: name.policyVersion, rung: name.rung, recurrence: name.recurrence, key: keyOf(name), project: about.project, on: about.on, sendAt: recordedAt, plan: 'send',
  to: [], why: null, state: 'waiting', settledAt: null, into: null, order: null, acknowledgedBy: [],
});

/** What an event of a notice makes of the ledger: rows by key are changed in place of the old ones, deliveries are answered. */
export const applyOutcome = (rows: Map<string, Reminder>, recorded: Recorded): readonly DeliveryChange[] => {
  const { event: { type, data }, recordedAt, stream } = recorded;
  const own = stream.slice(NOTICE_STREAMS.length);
  const settle = (key: string, row: Reminder, more: Partial<Reminder>): void => { if (row.state === 'waiting') rows.set(key, { ...row, settledAt: recordedAt, ...more }); };
  switch (type) {
    case 'NoticeIssued': {
      const key = own;
      settle(key, rows.get(key) ?? blank(data, data, recordedAt), {
        state: data.unaddressed === undefined ? 'sent' : 'failed', to: data.to, order: data.order?.id ?? null, why: data.unaddressed ?? data.why ?? null,
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
  }
};

/** What an event of an outbox makes of the deliveries that its message carries. */
export const applyMessage = ({ event: { type, data }, recordedAt }: RecordedEvent<MessageEvent>): readonly DeliveryChange[] => data.notices.map(({ key, attempt }): DeliveryChange => {
  const place = { key, channel: data.channel, to: data.to, attempt };
  switch (type) {
    case 'MessageStarted': return { ...place, state: 'taken', at: recordedAt, message: data.message, detail: null };
    case 'MessageAccepted': return { ...place, state: 'accepted', at: recordedAt, message: data.message, detail: data.providerId ?? null };
    case 'MessageRefused': return { ...place, state: data.retryAt === undefined ? 'given-up' : 'waiting', at: data.retryAt ?? recordedAt, message: data.message, detail: data.code };
  }
});

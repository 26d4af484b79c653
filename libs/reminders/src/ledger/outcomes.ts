import { ORDER_RUNGS, type NoticeEvent, type NoticeName, type RecordedEvent } from '#domain';
import { keyOf, PROJECT_STREAMS } from '../owed/names.ts';
import { WAITING, type Reminder } from '../owed/reminder.ts';
import { noticeKeyOf, type Settlement } from './settlements.ts';

type Rows = Map<string, Reminder>;

export const opensOrder = (rung: string): boolean => (ORDER_RUNGS as readonly string[]).includes(rung);

/** A circular names other projects than its own. */
const projectOf = (subject: string): string | null =>
  subject.startsWith(PROJECT_STREAMS) ? subject.slice(PROJECT_STREAMS.length) : null;

const blank = (
  key: string,
  name: NoticeName,
  about: Pick<Reminder, 'project' | 'on'>,
  recordedAt: string,
): Reminder => ({
  subject: name.subject,
  clock: name.clock,
  policyVersion: name.policyVersion,
  rung: name.rung,
  recurrence: name.recurrence,
  key,
  project: about.project,
  on: about.on,
  sendAt: recordedAt,
  plan: 'send',
  to: [],
  why: null,
  ...WAITING,
});

/** What a settlement makes of the ledger's rows: those that still wait are changed in place of the old ones. */
export const applySettlement = (
  rows: Rows,
  { issued, suppressed, withdrawn }: Settlement,
  { recordedAt, position }: RecordedEvent,
): void => {
  const settled = { settledAt: recordedAt, settledIn: String(position) };
  const settle = (
    key: string,
    name: NoticeName,
    about: Pick<Reminder, 'project' | 'on'>,
    more: Partial<Reminder>,
  ): void => {
    const row = rows.get(key) ?? blank(key, name, about, recordedAt);
    if (row.state === 'waiting') rows.set(key, { ...row, ...settled, ...more });
  };
  for (const one of issued) {
    settle(one.key, one, one, {
      state: one.why?.code === 'nobody-holds' ? 'failed' : 'sent',
      to: one.to,
      order: opensOrder(one.rung) ? one.key : null,
      why: one.why ?? null,
    });
    for (const name of one.covers)
      settle(
        keyOf(name),
        name,
        { project: name.subject === one.subject ? one.project : projectOf(name.subject), on: name.on },
        { state: 'merged', into: one.key, why: null },
      );
  }
  for (const one of withdrawn) settle(one.key, one, one, { state: 'withdrawn', why: one.why });
  for (const { subject, project, why, notices } of suppressed)
    for (const one of notices) {
      const name = { ...one, subject };
      settle(keyOf(name), name, { project, on: one.on }, { state: 'suppressed', why });
    }
};

/** What people and channels did with a notice after it was issued. */
export const applyAfterwards = (rows: Rows, recorded: RecordedEvent<NoticeEvent>): void => {
  const key = noticeKeyOf(recorded);
  const row = rows.get(key);
  if (row === undefined) return;
  const { type, data } = recorded.event;
  switch (type) {
    case 'NoticeAcknowledged':
      if (!row.acknowledgedBy.includes(data.by))
        rows.set(key, { ...row, acknowledgedBy: [...row.acknowledgedBy, data.by] });
      return;
    case 'NoticeFellBack':
      rows.set(key, { ...row, to: [...row.to, data.to] });
      return;
  }
};

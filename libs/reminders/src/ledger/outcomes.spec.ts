import type { IssuedNotice, NoticeEvent, NoticeName } from '#domain';
import { recordOf, waiting } from '../../../../test/support/reminders.ts';
import type { Reminder } from '../owed/reminder.ts';
import { applyAfterwards, applySettlement, opensOrder } from './outcomes.ts';
import type { Settlement } from './settlements.ts';

const NOTHING: Settlement = { issued: [], suppressed: [], withdrawn: [] };
const record = recordOf('dispatch', 'NoticesDispatched', NOTHING);
const SETTLED = { settledAt: record.recordedAt, settledIn: '7' };
const STOPPED = { code: 'clock-stopped', data: { on: '2026-05-30' } } as Reminder['why'] & object;

const nameOf = ({ subject, clock, policyVersion, rung, recurrence }: Reminder): NoticeName => ({
  ...{ subject, clock, policyVersion, rung, recurrence },
});
const issue = (row: Reminder, more: Partial<IssuedNotice> = {}): IssuedNotice => ({
  ...nameOf(row),
  ...{ key: row.key, project: row.project, on: row.on, to: row.to, deliveries: [], covers: [] },
  ...more,
});
/** What the rows have become, by key. */
const after = (rows: readonly Reminder[], settlement: Partial<Settlement>): ReadonlyMap<string, Reminder> => {
  const all = new Map(rows.map((row) => [row.key, row]));
  applySettlement(all, { ...NOTHING, ...settlement }, record);
  return all;
};

it.each([
  ['near-due', false],
  ['due', false],
  ['reminder', false],
  ['supervision', true],
  ['circular', false],
  ['interview', true],
  ['accountability', true],
])('the rung %s opens an order: %s', (rung, opens) => expect(opensOrder(rung)).toBe(opens));

it('a notice that was issued is sent to whom the record says, with its reason', () => {
  const row = waiting();
  const to = [{ unit: '09', role: 'supervision-office', person: '督查员' }];
  const why = { code: 'handed-over', data: { roles: ['steward'] } } as NonNullable<Reminder['why']>;
  expect(after([row], { issued: [issue(row, { to, why })] }).get(row.key)).toEqual({
    ...row,
    ...SETTLED,
    ...{ state: 'sent', to, why, order: null },
  });
});

it('a notice for which nobody was there has failed, though the supervision office was told', () => {
  const row = waiting();
  const why = { code: 'nobody-holds', data: { roles: ['steward'] } } as NonNullable<Reminder['why']>;
  expect(after([row], { issued: [issue(row, { why })] }).get(row.key)).toMatchObject({ state: 'failed', why });
});

it('a rung that opens an order opens it under the key of its notice', () => {
  const row = waiting({ rung: 'supervision' });
  expect(after([row], { issued: [issue(row)] }).get(row.key)).toMatchObject({ state: 'sent', order: row.key });
});

it('what a notice names beside itself is merged into it: of its own project, and of others where it is a circular', () => {
  const row = waiting({ rung: 'circular' });
  const [floor, other, matter] = [
    waiting({ rung: 'circular', clock: 'start-floor', why: STOPPED }),
    waiting({ rung: 'circular', subject: 'project-b' }),
    waiting({ rung: 'circular', subject: 'issue-7', clock: 'issue', project: null }),
  ];
  const covers = [floor, other, matter].map((one) => ({ ...nameOf(one), on: one.on }));
  const rows = after([row, floor], { issued: [issue(row, { covers })] });
  expect(rows.get(floor.key)).toEqual({ ...floor, ...SETTLED, state: 'merged', into: row.key, why: null });
  expect(rows.get(other.key)).toMatchObject({ project: 'b', state: 'merged', into: row.key, on: other.on });
  expect(rows.get(matter.key)).toMatchObject({ project: null, state: 'merged' });
});

it('what waits for a notice that belongs to no project belongs to none itself', () => {
  const [row, beside] = [
    waiting({ subject: 'issue-7', clock: 'issue', project: null }),
    waiting({ subject: 'issue-7', clock: 'order-reply', project: null }),
  ];
  const rows = after([row], { issued: [issue(row, { covers: [{ ...nameOf(beside), on: beside.on }] })] });
  expect(rows.get(beside.key)).toMatchObject({ project: null, subject: 'issue-7', clock: 'order-reply' });
});

it('withdrawn and suppressed say why', () => {
  const [gone, kept] = [waiting(), waiting({ rung: 'due' })];
  const { rung, clock, policyVersion, recurrence, on } = kept;
  const why = { code: 'known-too-late', data: {} } as NonNullable<Reminder['why']>;
  const rows = after([gone, kept], {
    withdrawn: [{ ...nameOf(gone), key: gone.key, project: 'a', on: gone.on, why: STOPPED }],
    suppressed: [
      { subject: 'project-a', project: 'a', why, notices: [{ rung, clock, policyVersion, recurrence, on }] },
    ],
  });
  expect(rows.get(gone.key)).toEqual({ ...gone, ...SETTLED, state: 'withdrawn', why: STOPPED });
  expect(rows.get(kept.key)).toEqual({ ...kept, ...SETTLED, state: 'suppressed', why });
});

it('what has come to an outcome keeps it', () => {
  const sent = waiting({ state: 'sent', settledAt: 'then', settledIn: '3' });
  const rows = after([sent], {
    withdrawn: [{ ...nameOf(sent), key: sent.key, project: 'a', on: sent.on, why: STOPPED }],
  });
  expect(rows.get(sent.key)).toBe(sent);
});

it('what the ledger did not know is written down as the log has it', () => {
  const row = waiting({ rung: 'due', project: 'a' });
  expect(after([], { issued: [issue(row)] }).get(row.key)).toEqual({
    ...row,
    ...{ sendAt: record.recordedAt, state: 'sent', order: null },
    ...SETTLED,
  });
});

describe('afterwards', () => {
  const row = waiting({ state: 'sent' });
  const stream = `notice-${row.key}`;
  const acknowledge = (rows: Map<string, Reminder>, by: string): void =>
    applyAfterwards(rows, recordOf<NoticeEvent>(stream, 'NoticeAcknowledged', { by }));

  it('who acknowledges is noted, each of them once', () => {
    const rows = new Map([[row.key, row]]);
    for (const by of ['zhang', 'li', 'zhang']) acknowledge(rows, by);
    expect(rows.get(row.key)!.acknowledgedBy).toEqual(['zhang', 'li']);
    const known = rows.get(row.key);
    acknowledge(rows, 'li');
    expect(rows.get(row.key)).toBe(known);
  });

  it('who is told instead of somebody who cannot be reached is told beside him', () => {
    const rows = new Map([[row.key, row]]);
    const to = { unit: '01', role: 'deputy', person: '副组长' };
    const why = { code: 'not-delivered', data: { failure: 'bounced' } } as never;
    const from = { channel: 'mail', to: 'zhang' };
    applyAfterwards(rows, recordOf<NoticeEvent>(stream, 'NoticeFellBack', { from, to, why }));
    expect(rows.get(row.key)).toEqual({ ...row, to: [...row.to, to] });
  });

  it('a notice that the ledger does not know is no notice', () => {
    const rows = new Map<string, Reminder>();
    acknowledge(rows, 'zhang');
    expect(rows.size).toBe(0);
  });
});

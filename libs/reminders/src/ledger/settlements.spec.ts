import type { DispatchEvent, IssuedNotice, NoticeEvent02, NoticeName } from '#domain';
import { recordOf, waiting } from '../../../../test/support/reminders.ts';
import type { Reminder } from '../owed/reminder.ts';
import { aboutNotice, keysOf, settlementOf } from './settlements.ts';

const nameOf = ({ subject, clock, policyVersion, rung, recurrence }: Reminder): NoticeName => ({
  ...{ subject, clock, policyVersion, rung, recurrence },
});
const [row, beside, late, gone] = [
  waiting(),
  waiting({ clock: 'start-floor' }),
  waiting({ rung: 'due' }),
  waiting({ rung: 'reminder' }),
];
const why = { code: 'known-too-late', data: {} } as const;
const { subject: _subject, ...lateName } = { ...nameOf(late), on: late.on };
const covered = { ...nameOf(beside), on: beside.on };
const issued: IssuedNotice = {
  ...{ ...nameOf(row), key: row.key, project: 'a', on: row.on, to: row.to, deliveries: [], covers: [covered] },
};
const withdrawn = { ...nameOf(gone), key: gone.key, project: 'a', on: gone.on, why };
const suppressed = { subject: 'project-a', project: 'a', why, notices: [lateName] };
const SETTLEMENT = { issued: [issued], suppressed: [suppressed], withdrawn: [withdrawn] };
const dispatched = recordOf<DispatchEvent>('dispatch', 'NoticesDispatched', SETTLEMENT);

it('a record of the dispatch settles what it says', () => {
  expect(settlementOf(dispatched)).toEqual(SETTLEMENT);
  expect(keysOf(SETTLEMENT)).toEqual([row.key, beside.key, late.key, gone.key]);
});

describe('a record of release 0.2', () => {
  const stream = `notice-${row.key}`;
  const old = <E extends NoticeEvent02>(type: E['type'], data: E['data']) =>
    settlementOf(recordOf<E>(stream, type, data));

  it('issues one notice, which names others on its own day', () => {
    const { key: _key, ...told } = issued;
    expect(old('NoticeIssued', { ...told, covers: [nameOf(beside)] })).toEqual({
      ...{ issued: [{ ...issued, covers: [covered] }], suppressed: [], withdrawn: [] },
    });
  });
  it('withdraws one, or suppresses several', () => {
    const { key: _key, ...name } = withdrawn;
    expect(old('NoticeWithdrawn', name)).toEqual({
      ...{ issued: [], suppressed: [], withdrawn: [{ ...withdrawn, key: row.key }] },
    });
    expect(old('NoticesSuppressed', suppressed)).toEqual({ issued: [], suppressed: [suppressed], withdrawn: [] });
  });
  it('settles nothing where it claims a notice for another, which names it', () => {
    expect(old('NoticeMerged', { ...nameOf(beside), project: 'a', on: beside.on, into: row.key })).toBeNull();
  });
});

it('what is recorded of a project, or of a notice that was issued before, settles nothing', () => {
  expect(settlementOf(recordOf('project-a', 'ProgressReported', { text: '会谈' }))).toBeNull();
  expect(settlementOf(recordOf(`notice-${row.key}`, 'NoticeAcknowledged', { by: 'zhang' }))).toBeNull();
});

it.each([
  ['issued', row.key, { type: 'NoticeIssued', data: issued }],
  ['named in another', beside.key, { type: 'NoticeMerged', data: { ...covered, into: row.key } }],
  [
    'suppressed',
    late.key,
    { type: 'NoticeSuppressed', data: { subject: 'project-a', project: 'a', why, ...lateName } },
  ],
  ['withdrawn', gone.key, { type: 'NoticeWithdrawn', data: withdrawn }],
  ['not settled there', 'another', null],
])('of a notice that was %s the record has its own words', (_how, key, words) => {
  expect(aboutNotice(dispatched, key)).toEqual(words);
});

it('a record that settles nothing has no words about a notice', () => {
  expect(aboutNotice(recordOf('project-a', 'ProgressReported', { text: '会谈' }), row.key)).toBeNull();
});

import { NO_ORGANISATION, type Addressee, type IsoDate, type Organisation } from '#domain';
import { waiting } from '../../../../test/support/reminders.ts';
import type { Reminder } from '../owed/reminder.ts';
import { dispatchOf, groupedBy } from './dispatch.ts';

const TODAY = '2026-06-01' as IsoDate;
const STEWARD: Addressee = { unit: '01', role: 'steward', person: '管家' };
const LIAISON: Addressee = { unit: '01', role: 'liaison', person: '联络员' };
const byMail = ({ person }: Addressee) => (person === null ? [] : [{ channel: 'mail', to: person }]);

const dispatched = (rows: readonly Reminder[], tree: Organisation = NO_ORGANISATION, routes = byMail) =>
  dispatchOf(rows, { tree, routes, today: TODAY }).map(({ data }) => data);
const named = (all: readonly { readonly subject: string; readonly clock: string; readonly recurrence: number }[]) =>
  all.map(({ subject, clock, recurrence }) => `${subject} ${clock} ${recurrence}`);

it('groups keep the order in which they begin, and each the order of its own', () => {
  const groups = groupedBy([5, 2, 7, 4, 1], (n) => (n % 2 === 0 ? 'even' : 'odd'));
  expect([...groups]).toEqual([
    ['odd', [5, 7, 1]],
    ['even', [2, 4]],
  ]);
});

it('a notice says what it is about, whom it is for and through which channels it goes', () => {
  const row = waiting({ to: [STEWARD, LIAISON] });
  const [{ issued, suppressed, withdrawn }] = dispatched([row]) as [ReturnType<typeof dispatched>[number]];
  const { key, subject, clock, policyVersion, rung, recurrence, project, on, to } = row;
  expect(issued).toEqual([
    {
      ...{ key, subject, clock, policyVersion, rung, recurrence, project, on, to, covers: [] },
      deliveries: [
        { channel: 'mail', to: '管家' },
        { channel: 'mail', to: '联络员' },
      ],
    },
  ]);
  expect([suppressed, withdrawn]).toEqual([[], []]);
});

it('who is told in two roles is told once through each channel', () => {
  const both = [STEWARD, { ...STEWARD, role: 'liaison' }];
  const routes = (): { channel: string; to: string }[] => [
    { channel: 'mail', to: '管家' },
    { channel: 'chat', to: '管家' },
  ];
  expect(dispatched([waiting({ to: both })], NO_ORGANISATION, routes)[0]!.issued[0]!.deliveries).toEqual(routes());
});

it('a notice that goes to others than the ladder names says why', () => {
  const why = { code: 'handed-over', data: { roles: ['steward'] } } as NonNullable<Reminder['why']>;
  expect(dispatched([waiting({ why })])[0]!.issued[0]!.why).toEqual(why);
  expect(dispatched([waiting()])[0]!.issued[0]).not.toHaveProperty('why');
});

it('all clocks of a project that owe the same people the same rung on one day are one notice, the first of the ladder before the others', () => {
  const [start, floor, again] = [
    waiting({ clock: 'agreed-start' }),
    waiting({ clock: 'start-floor' }),
    waiting({ clock: 'agreed-start', recurrence: 2 }),
  ];
  const [{ issued }] = dispatched([floor, again, start]) as [ReturnType<typeof dispatched>[number]];
  expect(named(issued)).toEqual(['project-a agreed-start 1']);
  expect(issued[0]!.key).toBe(start.key);
  expect(named(issued[0]!.covers)).toEqual(['project-a agreed-start 2', 'project-a start-floor 1']);
  expect(issued[0]!.covers.every(({ on }) => on === start.on)).toBe(true);
});

it.each([
  ['another project', { subject: 'project-b' }],
  ['another rung', { rung: 'due', clock: 'start-floor' }],
  ['other people', { to: [LIAISON], clock: 'start-floor' }],
  ['another day of sending', { sendAt: '2026-06-02T01:00:00.000Z', clock: 'start-floor' }],
] as const)('what is for %s is a notice of its own', (_what, other) => {
  expect(dispatched([waiting(), waiting(other)])[0]!.issued).toHaveLength(2);
});

it('a circular is one for all projects in it', () => {
  const rows = ['b', 'c', 'a'].map((id) => waiting({ rung: 'circular', subject: `project-${id}` }));
  const [{ issued }] = dispatched(rows) as [ReturnType<typeof dispatched>[number]];
  expect(issued).toHaveLength(1);
  expect(named([issued[0]!, ...issued[0]!.covers])).toEqual([
    'project-a agreed-start 1',
    'project-b agreed-start 1',
    'project-c agreed-start 1',
  ]);
});

it('who is away is stood in for: people are looked up on the day of sending, for each notice', () => {
  const leave = { person: { id: null, name: '管家' }, from: TODAY, until: TODAY, deputy: { id: null, name: '代管' } };
  const rows = [waiting(), waiting({ subject: 'project-b' }), waiting({ subject: 'project-c', to: [LIAISON] })];
  expect(
    dispatched(rows, { ...NO_ORGANISATION, leaves: [leave] })[0]!.issued.map(({ to }) =>
      to.map(({ person }) => person),
    ),
  ).toEqual([['管家', '代管'], ['管家', '代管'], ['联络员']]);
});

it('what is suppressed is told project by project and reason by reason, without a notice', () => {
  const why = { code: 'before-adoption', data: {} } as NonNullable<Reminder['why']>;
  const [first, second, other, third] = [
    waiting({ plan: 'suppress', why }),
    waiting({ plan: 'suppress', why, rung: 'due' }),
    waiting({ plan: 'suppress' }),
    waiting({ plan: 'suppress', why, subject: 'project-b' }),
  ];
  const [{ issued, suppressed }] = dispatched([first, second, other, third]) as [ReturnType<typeof dispatched>[number]];
  expect(issued).toEqual([]);
  expect(suppressed.map((one) => [one.project, one.why.code, one.notices.map(({ rung }) => rung)])).toEqual([
    ['a', 'before-adoption', ['near-due', 'due']],
    ['a', 'known-too-late', ['near-due']],
    ['b', 'before-adoption', ['near-due']],
  ]);
  const { clock, policyVersion, rung, recurrence, on } = first;
  expect(suppressed[0]!.notices[0]).toEqual({ clock, policyVersion, rung, recurrence, on });
  expect(suppressed.map(({ subject }) => subject)).toEqual(['project-a', 'project-a', 'project-b']);
});

it('what is withdrawn says why', () => {
  const why = { code: 'clock-stopped', data: { on: TODAY } } as NonNullable<Reminder['why']>;
  const [told, bare] = [waiting({ plan: 'withdraw', why }), waiting({ plan: 'withdraw', rung: 'due' })];
  const { key, subject, clock, policyVersion, rung, recurrence, project, on } = told;
  const [{ withdrawn }] = dispatched([told, bare]) as [ReturnType<typeof dispatched>[number]];
  expect(withdrawn[0]).toEqual({ key, subject, clock, policyVersion, rung, recurrence, project, on, why });
  expect(withdrawn[1]!.why).toEqual({ code: 'no-longer-owed', data: {} });
});

it('a record holds two hundred of each at most, so that a page of the log stays small', () => {
  const rows = (count: number, plan: Reminder['plan']) =>
    Array.from({ length: count }, (_, n) => waiting({ subject: `project-${plan}-${n}`, plan }));
  const sizes = dispatched([...rows(200, 'send'), ...rows(401, 'suppress'), ...rows(150, 'withdraw')]).map((one) => [
    one.issued.length,
    one.suppressed.length,
    one.withdrawn.length,
  ]);
  expect(sizes).toEqual([
    [200, 200, 150],
    [0, 200, 0],
    [0, 1, 0],
  ]);
  expect(dispatched([])).toEqual([]);
  expect(dispatchOf([waiting()], { tree: NO_ORGANISATION, routes: byMail, today: TODAY })[0]).toMatchObject({
    type: 'NoticesDispatched',
    occurredOn: TODAY,
  });
});

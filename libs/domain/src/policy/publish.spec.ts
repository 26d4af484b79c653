import { addWorkingDays } from '../calendar/calendar.ts';
import type { IsoDate } from '../dates.ts';
import { DEFAULT_DEADLINES } from './deadlines.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { publishCalendar } from './calendar-notice.ts';
import { calendarOfRows } from './calendar-rows.ts';
import { draftNumbered, draftPolicy, draftsOf, publishDraft } from './drafts.ts';
import { publishPolicy } from './publish.ts';
import type { PolicyRejectionCode } from './rejections.ts';
import { DEFAULT_RULES, rulesOf } from './rules.ts';

const TODAY = '2026-01-05' as IsoDate;
const file = (change: object = {}): unknown =>
  JSON.parse(JSON.stringify({ ...DEFAULT_POLICY, validFrom: '2026-02-01', ...change }));

it('a published policy is the next version, in force from its day and not before', () => {
  const policy = publishPolicy(file({ fundsPercent: 20 }), DEFAULT_RULES, TODAY);
  expect([policy.version, policy.validFrom, policy.fundsPercent]).toEqual([2, '2026-02-01', 20]);
  const rules = rulesOf([{ type: 'PolicyPublished', data: { policy } }]);
  expect([rules.policyOn('2026-01-31' as IsoDate).version, rules.policyOn('2026-02-01' as IsoDate).version]).toEqual([
    1, 2,
  ]);
  expect(rules.id).not.toBe(DEFAULT_RULES.id);
});
it('a published calendar counts, and its year is no longer flagged', () => {
  const calendar = publishCalendar({
    year: 2027,
    off: ['2027-01-01..2027-01-03'],
    worked: ['2027-01-09'],
    notice: '国办发明电〔2026〕1号',
  });
  const rules = rulesOf([{ type: 'CalendarPublished', data: { calendar } }]);
  expect(addWorkingDays('2026-12-31' as IsoDate, 6, rules.calendar)).toMatchObject({
    day: '2027-01-09',
    unpublished: [],
  }); // 4 to 8 January and a worked Saturday
});
it('a draft counts for nothing until it is published, and is then the next version', () => {
  const drafted = draftPolicy(
    file({ fundsPercent: 20, validFrom: undefined }),
    [],
    DEFAULT_RULES,
    TODAY,
    'as the county asked',
  );
  expect([drafted.draft, drafted.from, drafted.note]).toEqual([1, null, 'as the county asked']);
  const facts = [{ type: 'PolicyDrafted', data: drafted }];
  expect([rulesOf(facts).policies, rulesOf(facts).id]).toEqual([DEFAULT_RULES.policies, DEFAULT_RULES.id]);
  const later = '2026-03-01' as IsoDate;
  const published = publishDraft(draftNumbered(draftsOf(facts), 1), rulesOf(facts), later);
  expect([published.policy.version, published.policy.validFrom, published.policy.fundsPercent]).toEqual([2, later, 20]); // named no day: in force from the day of publication
  const after = [...facts, { type: 'PolicyPublished', data: published }];
  expect([
    draftsOf(after)[0]!.publishedAs,
    draftPolicy(file({ validFrom: later }), draftsOf(after), rulesOf(after), later).draft,
  ]).toEqual([2, 2]);
});
describe('the deadlines of orders, issues and tasks', () => {
  const longer = { ...DEFAULT_DEADLINES, issue: { workingDays: { unit: 6, district: 12, city: 24 }, nearDueDays: 3 } };
  const { deadlines: _named, ...before } = file() as { deadlines: unknown };
  it('are the default ones in a policy or a draft that an earlier release wrote', () => {
    const { deadlines: _today, ...stored } = publishPolicy(file(), DEFAULT_RULES, TODAY);
    const facts = [
      { type: 'PolicyDrafted', data: { draft: 1, from: null, policy: stored } },
      { type: 'PolicyPublished', data: { policy: stored } },
    ];
    expect([rulesOf(facts).policies.at(-1)!.deadlines, draftsOf(facts)[0]!.policy.deadlines]).toEqual([
      DEFAULT_DEADLINES,
      DEFAULT_DEADLINES,
    ]);
  });
  it('stay as they are where a file names none', () => {
    const policy = publishPolicy(file({ deadlines: longer }), DEFAULT_RULES, TODAY);
    expect(policy.deadlines).toEqual(longer);
    expect(
      publishPolicy(
        { ...before, validFrom: '2026-03-01' },
        rulesOf([{ type: 'PolicyPublished', data: { policy } }]),
        TODAY,
      ).deadlines,
    ).toEqual(longer);
  });
  it.each<[string, object]>([
    ['deadlines.order', { order: undefined }],
    ['deadlines.order.replyWorkingDays', { order: { ...DEFAULT_DEADLINES.order, replyWorkingDays: 2 } }],
    ['deadlines.order.nearDueDays', { order: { ...DEFAULT_DEADLINES.order, nearDueDays: 0 } }],
    ['deadlines.order.reply', { order: { ...DEFAULT_DEADLINES.order, reply: 9 } }],
    [
      'deadlines.issue.workingDays.city',
      { issue: { ...DEFAULT_DEADLINES.issue, workingDays: { unit: 5, district: 10 } } },
    ],
    ['deadlines.issue.nearDueDays', { issue: { ...DEFAULT_DEADLINES.issue, nearDueDays: '2' } }],
    ['deadlines.task', { task: null }],
  ])('are refused at %s', (field, change) =>
    expect(() => publishPolicy(file({ deadlines: { ...DEFAULT_DEADLINES, ...change } }), DEFAULT_RULES, TODAY)).toThrow(
      expect.objectContaining({ code: 'policy-invalid', field }),
    ),
  );
});
describe('the rungs of one clock', () => {
  const own = (name: keyof typeof DEFAULT_POLICY.clocks, ladder: unknown, change: object = {}): unknown =>
    file({ clocks: { ...DEFAULT_POLICY.clocks, [name]: { ...DEFAULT_POLICY.clocks[name], ladder } }, ...change });
  it('are published as they were written', () => {
    const ladder = {
      supervision: { when: null },
      circular: { to: ['supervision-office'] },
      reminder: { when: { onColour: 'yellow', everyDays: 7 }, to: ['steward'] },
      'near-due': { when: { daysBeforeDue: [14] } },
    };
    const { clocks } = publishPolicy(own('agreed-start', ladder), DEFAULT_RULES, TODAY);
    expect(clocks).toEqual({
      ...DEFAULT_POLICY.clocks,
      'agreed-start': { ...DEFAULT_POLICY.clocks['agreed-start'], ladder },
    });
  });
  it.each<[string, keyof typeof DEFAULT_POLICY.clocks, unknown, object?]>([
    ['', 'agreed-start', []],
    ['.shout', 'agreed-start', { shout: { when: null } }],
    ['.due', 'agreed-start', { due: {} }],
    ['.due', 'agreed-start', { due: null }],
    ['.due.to', 'agreed-start', { due: { to: [] } }],
    ['.due.when', 'agreed-start', { due: { when: {} } }],
    ['.reminder.when.everyDays', 'agreed-start', { reminder: { when: { onColour: 'yellow', everyDays: 0 } } }],
    ['.supervision.when.onColour', 'signed-one-year', { supervision: { when: { onColour: 'orange' } } }], // red is the only colour of lateness that it has
    ['.supervision.when.onColour', 'agreed-start', { supervision: { when: { onColour: 'green' } } }],
    ['.due.to', 'agreed-start', { due: { when: { onDue: true } } }, { ladder: [] }],
    ['.due.when', 'agreed-start', { due: { to: ['steward'] } }, { ladder: [] }],
    ['', 'idle-land', { due: { when: null } }],
    ['', 'issue', { due: { when: null } }],
    ['', 'order-reply', {}],
  ])('are refused at clocks.….ladder%s of %s: %j', (at, name, ladder, change = {}) =>
    expect(() => publishPolicy(own(name, ladder, change), DEFAULT_RULES, TODAY)).toThrow(
      expect.objectContaining({ code: 'policy-invalid', field: `clocks.${name}.ladder${at}` }),
    ),
  );
});
it('a table of days becomes the notice of its year', () => {
  const calendar = calendarOfRows([
    { row: 2, date: '2027-01-01', kind: '休', name: '元旦' },
    { row: 3, date: '2027-01-02', kind: 'off', name: '元旦' },
    { row: 4, date: '2027-01-09', kind: '班', name: '' },
  ]);
  expect(calendar).toEqual({ year: 2027, off: { 元旦: ['2027-01-01', '2027-01-02'] }, worked: ['2027-01-09'] });
});

const row = (date: string, kind = 'off') => ({ row: 2, date, kind, name: '' });
const clock = (name: string, rule: object) => file({ clocks: { ...DEFAULT_POLICY.clocks, [name]: rule } });
const drafted = draftsOf([{ type: 'PolicyDrafted', data: draftPolicy(file(), [], DEFAULT_RULES, TODAY) }]);

const refusals: Record<PolicyRejectionCode, readonly (() => unknown)[]> = {
  'policy-invalid': [
    () => publishPolicy([], DEFAULT_RULES, TODAY),
    () => publishPolicy(file({ fundsPercent: 1.5 }), DEFAULT_RULES, TODAY),
    () =>
      publishPolicy(
        file({ scale: { blueDaysBefore: 30, yellowDaysLate: 31, orangeDaysLate: 1, redDaysLate: 91 } }),
        DEFAULT_RULES,
        TODAY,
      ),
    () => publishPolicy(file({ clocks: { ...DEFAULT_POLICY.clocks, moon: {} } }), DEFAULT_RULES, TODAY),
    () =>
      publishPolicy(
        file({ ladder: [{ rung: 'shout', when: { onDue: true }, to: ['steward'] }] }),
        DEFAULT_RULES,
        TODAY,
      ),
    () => publishPolicy(clock('first-funds', { length: null, pausedByHold: false }), DEFAULT_RULES, TODAY), // nothing to count
    () =>
      publishPolicy(
        clock('first-funds', { length: { value: 60, unit: 'weeks' }, pausedByHold: false }),
        DEFAULT_RULES,
        TODAY,
      ),
    () =>
      publishPolicy(
        file({ ladder: Array.from({ length: 101 }, () => DEFAULT_POLICY.ladder[1]) }),
        DEFAULT_RULES,
        TODAY,
      ),
    () => draftPolicy(file({ fundsPercent: 0 }), [], DEFAULT_RULES, TODAY),
  ],
  'draft-unknown': [() => draftNumbered(drafted, 2)],
  'draft-published': [() => publishDraft({ ...drafted[0]!, publishedAs: 2 }, DEFAULT_RULES, TODAY)],
  'calendar-several-years': [() => calendarOfRows([row('2026-12-31'), row('2027-01-01')])],
  'policy-not-later': [
    () =>
      publishPolicy(
        file({ validFrom: '2025-01-01' }),
        rulesOf([{ type: 'PolicyPublished', data: { policy: publishPolicy(file(), DEFAULT_RULES, TODAY) } }]),
        TODAY,
      ),
  ],
  'calendar-invalid': [
    () => publishCalendar({ year: 2027, off: ['2027-02-30'], worked: [] }),
    () => publishCalendar({ year: 'x', off: [], worked: [] }),
    () => publishCalendar({ year: 2027, off: [] }),
    () => publishCalendar({ year: 2027, off: ['2027-01-01..2027-12-31'], worked: [] }),
    () => calendarOfRows([]),
    () => calendarOfRows([row('2027-2-30')]),
    () => calendarOfRows([row('2027-01-01', 'maybe')]),
    () => calendarOfRows([row('2027-01-01'), row('2027-01-01')]),
    () => calendarOfRows([row('2027-01-05', '班')]), // a Tuesday
  ],
};
it.each(Object.entries(refusals).flatMap(([code, all]) => all.map((run, index) => [code, index, run] as const)))(
  'refuses: %s (%d)',
  (code, _index, run) => expect(run).toThrow(expect.objectContaining({ code })),
);

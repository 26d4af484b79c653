import type { IsoDate } from '../dates.ts';
import { DEFAULT_DEADLINES } from './deadlines.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { publishPolicy } from './publish.ts';
import { DEFAULT_RULES, rulesOf } from './rules.ts';

const TODAY = '2026-01-05' as IsoDate;
const { scale, clocks, leadSteps, ladder, deadlines, secondPerson } = DEFAULT_POLICY;
const read = (change: object, rules = DEFAULT_RULES) =>
  publishPolicy(JSON.parse(JSON.stringify({ ...DEFAULT_POLICY, ...change })), rules, TODAY);
const clock = (name: keyof typeof clocks, change: object) => ({
  clocks: { ...clocks, [name]: { ...clocks[name], ...change } },
});
const rung = (change: object) => ({ ladder: [{ ...ladder[0], ...change }] });
const days = (value: unknown, unit = 'days') => ({ value, unit });
const due = { rung: 'due', when: { onDue: true }, to: ['steward'] };

it('the default pack can be published as it is shown, and is in force from today', () =>
  expect(read({})).toEqual({ ...DEFAULT_POLICY, version: 2, validFrom: TODAY }));
it('a policy may begin on the first day of the one that it follows, and is then in force from today', () => {
  const rules = rulesOf([{ type: 'PolicyPublished', data: { policy: read({ validFrom: '2026-02-01' }) } }]);
  expect(read({ validFrom: '2026-02-02' }, rules)).toMatchObject({ version: 3, validFrom: '2026-02-02' });
  expect(() => read({ validFrom: '2026-01-31' }, rules)).toThrow(expect.objectContaining({ code: 'policy-not-later' }));
});

it.each<[string, object, object]>([
  ['the largest numbers', { fundsPercent: 10_000 }, { fundsPercent: 10_000 }],
  [
    'the smallest',
    { scale: { blueDaysBefore: 0, yellowDaysLate: 1, orangeDaysLate: 2, redDaysLate: 3 } },
    { scale: { blueDaysBefore: 0 } },
  ],
  [
    'a reply as soon as the receipt',
    { deadlines: { ...deadlines, order: { ...deadlines.order, replyWorkingDays: 3 } } },
    { deadlines: { order: { replyWorkingDays: 3 } } },
  ],
  [
    'limits of one person',
    { secondPerson: { correctionDays: 1, correctionWan: 2, amendmentYi: 3 } },
    { secondPerson: { correctionDays: 1, correctionWan: 2, amendmentYi: 3 } },
  ],
  ['no limits: those in force stay', { secondPerson: undefined }, { secondPerson }],
  [
    'a clock in other units',
    clock('first-funds', { length: days(60, 'working-days') }),
    { clocks: { 'first-funds': { length: days(60, 'working-days') } } },
  ],
  [
    'a clock that its own colour counts',
    clock('statistical-entry', { length: null }),
    { clocks: { 'statistical-entry': { length: null } } },
  ],
  [
    'a clock whose date comes from the project',
    clock('agreed-start', { length: undefined }),
    { clocks: { 'agreed-start': { length: null } } },
  ],
  [
    'a ladder of a hundred rungs',
    { ladder: Array.from({ length: 100 }, () => due) },
    { ladder: Array.from({ length: 100 }, () => due) },
  ],
  [
    'a rung of a hundred days',
    rung({ when: { daysBeforeDue: Array.from({ length: 100 }, () => 1) } }),
    { ladder: [{ rung: 'near-due' }] },
  ],
  ['a rung some days late', rung({ when: { daysLate: 9 } }), { ladder: [{ when: { daysLate: 9 } }] }],
  ['a rung on a colour, once', rung({ when: { onColour: 'red' } }), { ladder: [{ when: { onColour: 'red' } }] }],
])('%s are taken', (_what, change, expected) => expect(read(change)).toMatchObject(expected));

it('a rung on a colour that is not repeated says nothing of days', () =>
  expect(read(rung({ when: { onColour: 'red' } })).ladder[0]!.when).toEqual({ onColour: 'red' }));

it.each<[string, object]>([
  ['validFrom', { validFrom: '2026-02-30' }],
  ['validFrom', { validFrom: 20260201 }],
  ['fundsPercent', { fundsPercent: 0 }],
  ['fundsPercent', { fundsPercent: 10_001 }],
  ['fundsPercent', { fundsPercent: '15' }],
  ['scale', { scale: null }],
  ['scale', { scale: [] }],
  ['scale', { scale: { ...scale, orangeDaysLate: 1 } }],
  ['scale', { scale: { ...scale, redDaysLate: 31 } }],
  ['scale.blueDaysBefore', { scale: { ...scale, blueDaysBefore: -1 } }],
  ['scale.yellowDaysLate', { scale: { ...scale, yellowDaysLate: 0 } }],
  ['scale.orangeDaysLate', { scale: { ...scale, orangeDaysLate: 0 } }],
  ['scale.redDaysLate', { scale: { ...scale, redDaysLate: 0 } }],
  ['leadSteps', { leadSteps: 7 }],
  ['leadSteps.acknowledged', { leadSteps: { ...leadSteps, acknowledged: 0 } }],
  ['leadSteps.screened', { leadSteps: { ...leadSteps, screened: 0 } }],
  ['leadSteps.fedBack', { leadSteps: { ...leadSteps, fedBack: 0 } }],
  ['secondPerson.correctionDays', { secondPerson: { ...secondPerson, correctionDays: 0 } }],
  ['secondPerson.days', { secondPerson: { ...secondPerson, days: 1 } }],
  ['deadlines.task.nearDueDays', { deadlines: { ...DEFAULT_DEADLINES, task: {} } }],
  ['clocks.moon', { clocks: { ...clocks, moon: {} } }],
  ['clocks.issue', { clocks: { ...clocks, issue: undefined } }],
  ['clocks.first-funds.pausedByHold', clock('first-funds', { pausedByHold: 'no' })],
  ['clocks.first-funds.length', clock('first-funds', { length: null })],
  ['clocks.first-funds.length', clock('first-funds', { length: null, own: { red: days(3) } })],
  ['clocks.first-funds.length', clock('first-funds', { length: 3 })],
  ['clocks.first-funds.length.value', clock('first-funds', { length: days(0) })],
  ['clocks.first-funds.length.unit', clock('first-funds', { length: days(3, 'years') })],
  ['clocks.no-progress.length', clock('no-progress', { length: null, own: { red: days(9) } })],
  ['clocks.signed-one-year.length', clock('signed-one-year', { length: null, own: undefined })],
  ['clocks.no-progress.own', clock('no-progress', { own: 'red' })],
  ['clocks.no-progress.own.red.value', clock('no-progress', { own: { red: days(1.5) } })],
  ['clocks.no-progress.own.blueAfter.unit', clock('no-progress', { own: { blueAfter: { value: 3 } } })],
  ['ladder', { ladder: {} }],
  ['ladder', { ladder: Array.from({ length: 101 }, () => due) }],
  ['ladder.0', { ladder: [null] }],
  ['ladder.0.rung', rung({ rung: 'shout' })],
  ['ladder.0.when', rung({ when: undefined })],
  ['ladder.0.when', rung({ when: { onColour: 'violet' } })],
  ['ladder.0.when', rung({ when: { onDue: 'yes' } })],
  ['ladder.0.when.daysBeforeDue', rung({ when: { daysBeforeDue: Array.from({ length: 101 }, () => 1) } })],
  ['ladder.0.when.daysBeforeDue.1', rung({ when: { daysBeforeDue: [7, 0] } })],
  ['ladder.0.when.daysLate', rung({ when: { daysLate: 0 } })],
  ['ladder.0.when.everyDays', rung({ when: { onColour: 'yellow', everyDays: 0 } })],
  ['ladder.0.to', rung({ to: [] })],
  ['ladder.0.to', rung({ to: 'steward' })],
  ['ladder.0.to', rung({ to: ['steward', 'mayor'] })],
])('at %s a policy is refused: %j', (field, change) =>
  expect(() => read(change)).toThrow(expect.objectContaining({ code: 'policy-invalid', field })),
);

it('a rung of one clock on a colour that it shows is taken: blue, its own, or any of a clock without its own', () => {
  const on = (onColour: string) => ({ supervision: { when: { onColour } } });
  for (const [name, colour] of [
    ['no-progress', 'blue'],
    ['no-progress', 'red'],
    ['agreed-start', 'orange'],
  ] as const)
    expect(read(clock(name, { ladder: on(colour) })).clocks[name].ladder).toEqual(on(colour));
  expect(() => read(clock('no-progress', { ladder: on('orange') }))).toThrow(
    expect.objectContaining({ field: 'clocks.no-progress.ladder.supervision.when.onColour' }),
  );
});
it('a rung that the general ladder has not is said whole, or said to be none', () => {
  const only = (line: object) => ({ ...clock('agreed-start', { ladder: { due: line } }), ladder: [] });
  const { rung: _rung, ...whole } = due;
  expect(read(only(whole)).clocks['agreed-start'].ladder).toEqual({ due: whole });
  expect(read(only({ when: null })).clocks['agreed-start'].ladder).toEqual({ due: { when: null } });
});

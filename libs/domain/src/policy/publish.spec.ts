import { addWorkingDays } from '../calendar/calendar.ts';
import type { IsoDate } from '../dates.ts';
import { DEFAULT_POLICY } from './policy.ts';
import { publishCalendar, publishPolicy, type PolicyRejectionCode } from './publish.ts';
import { DEFAULT_RULES, rulesOf } from './rules.ts';

const TODAY = '2026-01-05' as IsoDate;
const file = (change: object = {}): unknown => JSON.parse(JSON.stringify({ ...DEFAULT_POLICY, validFrom: '2026-02-01', ...change }));

it('a published policy is the next version, in force from its day and not before', () => {
  const policy = publishPolicy(file({ fundsPercent: 20 }), DEFAULT_RULES, TODAY);
  expect([policy.version, policy.validFrom, policy.fundsPercent]).toEqual([2, '2026-02-01', 20]);
  const rules = rulesOf([{ type: 'PolicyPublished', data: { policy } }]);
  expect([rules.policyOn('2026-01-31' as IsoDate).version, rules.policyOn('2026-02-01' as IsoDate).version]).toEqual([1, 2]);
  expect(rules.id).not.toBe(DEFAULT_RULES.id);
});
it('a published calendar counts, and its year is no longer flagged', () => {
  const calendar = publishCalendar({ year: 2027, off: ['2027-01-01..2027-01-03'], worked: ['2027-01-09'], notice: '国办发明电〔2026〕1号' });
  const rules = rulesOf([{ type: 'CalendarPublished', data: { calendar } }]);
  expect(addWorkingDays('2026-12-31' as IsoDate, 6, rules.calendar)).toMatchObject({ day: '2027-01-09', unpublished: [] }); // 4 to 8 January and a worked Saturday
});

const refusals: Record<PolicyRejectionCode, readonly (() => unknown)[]> = {
  'policy-invalid': [
    () => publishPolicy([], DEFAULT_RULES, TODAY), () => publishPolicy(file({ fundsPercent: 1.5 }), DEFAULT_RULES, TODAY), () => publishPolicy(file({ scale: { blueDaysBefore: 30, yellowDaysLate: 31, orangeDaysLate: 1, redDaysLate: 91 } }), DEFAULT_RULES, TODAY),
    () => publishPolicy(file({ clocks: { ...DEFAULT_POLICY.clocks, moon: {} } }), DEFAULT_RULES, TODAY), () => publishPolicy(file({ ladder: [{ rung: 'shout', when: { onDue: true }, to: ['steward'] }] }), DEFAULT_RULES, TODAY),
  ],
  'policy-not-later': [() => publishPolicy(file({ validFrom: '2025-01-01' }), rulesOf([{ type: 'PolicyPublished', data: { policy: publishPolicy(file(), DEFAULT_RULES, TODAY) } }]), TODAY)],
  'calendar-invalid': [() => publishCalendar({ year: 2027, off: ['2027-02-30'], worked: [] }), () => publishCalendar({ year: 'x', off: [], worked: [] }), () => publishCalendar({ year: 2027, off: [] })],
};
it.each(Object.entries(refusals).flatMap(([code, all]) => all.map((run, index) => [code, index, run] as const)))('refuses: %s (%d)', (code, _index, run) => expect(run).toThrow(expect.objectContaining({ code })));

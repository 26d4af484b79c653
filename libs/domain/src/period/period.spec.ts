import type { IsoDate } from '../dates.ts';
import type { PersonId } from '../person.ts';
import { ApproveReopening, ClosePeriod, RefuseReopening, ReopenPeriod, type PeriodCommand } from './commands.ts';
import { decidePeriod } from './decide.ts';
import type { PeriodEvent } from './events.ts';
import { closedMonthsOf, foldPeriods } from './period.ts';
import type { PeriodRejectionCode } from './rejections.ts';

const today = '2023-07-03' as IsoDate;
const snapshot = {
  position: '40',
  asOf: '2023-06-30' as IsoDate,
  definition: { name: 'default', version: 1 },
  metrics: ['signed'],
  hash: 'a'.repeat(64),
};
const close = (month: string): PeriodCommand => Object.assign(new ClosePeriod(), { month });
const reopen = (month: string, approver = 'li'): PeriodCommand =>
  Object.assign(new ReopenPeriod(), { month, approver, reason: 'a contract was found' });
const approve = (month: string): PeriodCommand => Object.assign(new ApproveReopening(), { month });
const refuse = (month: string): PeriodCommand => Object.assign(new RefuseReopening(), { month, reason: 'no paper' });
const given = (past: readonly PeriodEvent[], command: PeriodCommand, giver = 'wang', vouches = false) =>
  decidePeriod(command, foldPeriods(past), {
    today,
    giver,
    people: new Map([['li' as PersonId, '李']]),
    vouches,
    snapshot,
  });
const closed = (month: string): PeriodEvent => ({
  type: 'PeriodClosed',
  occurredOn: today,
  data: { month, ...snapshot },
});
const asked = (month: string): PeriodEvent => ({
  type: 'ReopeningAsked',
  occurredOn: today,
  data: { month, reason: 'a contract was found', by: 'wang', approver: 'li' },
});
const refused = (past: readonly PeriodEvent[], command: PeriodCommand, code: string) =>
  expect(() => given(past, command)).toThrow(expect.objectContaining({ code }));

it('a month that is over is closed with its figures, and reopened by two people; it may then be closed again', () => {
  const first = given([], close('2023-06'));
  expect(first).toEqual([closed('2023-06')]);
  expect([...closedMonthsOf(foldPeriods(first))]).toEqual(['2023-06']);
  expect(given(first, reopen('2023-06', '@li'))).toEqual([asked('2023-06')]);
  const waiting = [...first, asked('2023-06')];
  expect([...closedMonthsOf(foldPeriods(waiting))]).toEqual(['2023-06']); // closed until somebody else approves
  const second = given(waiting, approve('2023-06'), 'li');
  expect(second).toMatchObject([
    { type: 'PeriodReopened', data: { month: '2023-06', reason: 'a contract was found' } },
  ]);
  const both = [...waiting, ...second];
  expect([...closedMonthsOf(foldPeriods(both))]).toEqual([]);
  expect(given(both, close('2023-06'))).toEqual([closed('2023-06')]);
});

it('at the machine itself it is reopened with the asking, by whom it names, who must have an account', () => {
  const past = [closed('2023-06')];
  const both = given(past, reopen('2023-06'), 'wang', true);
  expect(both).toMatchObject([asked('2023-06'), { type: 'PeriodReopened', data: { month: '2023-06' } }]);
  expect([...closedMonthsOf(foldPeriods([...past, ...both]))]).toEqual([]);
  expect(() => given(past, reopen('2023-06', 'nobody'), 'wang', true)).toThrow(
    expect.objectContaining({ code: 'approver-unknown' }),
  );
});

it('a reopening that is refused, or taken back, leaves the month closed and may be asked for again', () => {
  const past = [closed('2023-06'), asked('2023-06')];
  for (const giver of ['li', 'wang']) {
    const after = [...past, ...given(past, refuse('2023-06'), giver)];
    expect([...closedMonthsOf(foldPeriods(after))]).toEqual(['2023-06']);
    refused(after, approve('2023-06'), 'reopening-not-asked');
    expect(given(after, reopen('2023-06'))).toEqual([asked('2023-06')]);
  }
});

// Every rule has its line here: a new code in PERIOD_REJECTIONS does not compile without one.
const refusals: Record<PeriodRejectionCode, () => void> = {
  'period-not-over': () => refused([], close('2023-07'), 'period-not-over'),
  'period-closed-already': () => refused([closed('2023-06')], close('2023-06'), 'period-closed-already'),
  'period-not-closed': () => refused([closed('2023-05')], reopen('2023-06'), 'period-not-closed'),
  'reopening-asked-already': () =>
    refused([closed('2023-06'), asked('2023-06')], reopen('2023-06'), 'reopening-asked-already'),
  'reopening-not-asked': () => refused([closed('2023-06')], approve('2023-06'), 'reopening-not-asked'),
  'reopening-approved-by-asker': () =>
    refused([closed('2023-06'), asked('2023-06')], approve('2023-06'), 'reopening-approved-by-asker'),
};
it.each(Object.entries(refusals))('%s is refused', (_code, scenario) => scenario());

it('who reopens a month names somebody else who has an account', () => {
  refused([closed('2023-06')], reopen('2023-06', 'wang'), 'approver-is-giver');
  refused([closed('2023-06')], reopen('2023-06', 'nobody'), 'approver-unknown');
});

import { isoDate } from '../dates.ts';
import { readCommand } from '../fields/read-command.ts';
import { Rejected } from '../rejected.ts';
import { ReviseTarget, SetTarget } from './commands.ts';
import { decideTarget } from './decide.ts';
import type { TargetRejectionCode } from './rejections.ts';
import { foldTargets, NO_TARGETS, saidUntil, type Targets } from './target.ts';

const TODAY = isoDate('2023-01-15');
const yuan = (amount: string) => ({ amount, currency: 'CNY' });
const amountOf = (amount: string, more: object = {}): SetTarget =>
  readCommand(SetTarget, { metric: 'signed-amount', issuer: '市领导小组', year: 2023, money: yuan(amount), ...more });
const revise = (more: object): ReviseTarget =>
  readCommand(ReviseTarget, { metric: 'signed-amount', issuer: '市领导小组', year: 2023, reason: '中期调整', ...more });
const after = (...commands: (SetTarget | ReviseTarget)[]): Targets =>
  commands.reduce((targets, command) => foldTargets(decideTarget(command, targets, TODAY), targets), NO_TARGETS);
const set = after(amountOf('6000000.00'));

it('a target is set once, and saying it again says nothing new', () => {
  expect(decideTarget(amountOf('6000000'), set, TODAY)).toEqual([]);
  expect([...set.values()]).toMatchObject([
    { definition: 'default', unit: null, value: { money: yuan('6000000.00') } },
  ]);
});
it('units and issuers have targets of their own, which need not add up', () =>
  expect(after(amountOf('6'), amountOf('2', { unit: 'A' }), amountOf('9', { issuer: '省' })).size).toBe(3));
it('a revision keeps what stood before, and why', () => {
  expect(decideTarget(revise({ money: yuan('5') }), set, TODAY)).toMatchObject([
    {
      type: 'TargetRevised',
      data: { from: { money: yuan('6000000.00') }, value: { money: yuan('5.00') }, reason: '中期调整' },
    },
  ]);
  expect(decideTarget(revise({ money: yuan('6000000') }), set, TODAY)).toEqual([]);
  expect([...after(amountOf('6'), revise({ money: yuan('5') })).values()]).toMatchObject([{ revised: 1 }]);
});
it('a provisional target is confirmed by a revision', () =>
  expect(decideTarget(revise({ money: yuan('6') }), after(amountOf('6', { provisional: true })), TODAY)).toHaveLength(
    1,
  ));

it('a revision is counted for each time, also where only it is known', () => {
  const twice = after(amountOf('6'), revise({ money: yuan('5') }), revise({ money: yuan('4') }));
  expect([...twice.values()]).toMatchObject([{ revised: 2, value: { money: yuan('4.00') } }]);
  const alone = foldTargets(decideTarget(revise({ money: yuan('5') }), set, TODAY));
  expect([...alone.values()]).toMatchObject([{ revised: 1 }]);
});
it('a sub-line stays one where a revision does not say so again, and moves where it says otherwise', () => {
  const line = after(amountOf('6', { within: '一科' }), revise({ money: yuan('5') }));
  expect([...line.values()]).toMatchObject([{ within: '一科' }]);
  const moved = foldTargets(decideTarget(revise({ money: yuan('4'), within: '二科' }), line, TODAY), line);
  expect([...moved.values()]).toMatchObject([{ within: '二科' }]);
  expect([...set.values()][0]).not.toHaveProperty('within');
});

describe('what was said of targets until a day', () => {
  const said = (command: SetTarget | ReviseTarget, on: string, before: Targets = set) =>
    decideTarget(command, before, isoDate(on)).map((event) => ({ event: { ...event, occurredOn: isoDate(on) } }));
  const [setLate] = said(amountOf('6'), '2023-08-01', NO_TARGETS);
  const [lowered] = said(revise({ money: yuan('5') }), '2023-07-01');
  const [afterwards] = said(revise({ money: yuan('4') }), '2024-01-02');
  const all = [setLate!, lowered!, afterwards!];

  it('is its first saying and what was said after the year, whatever the day', () =>
    expect(saidUntil(all, isoDate('2023-06-30'))).toEqual([setLate, afterwards]));
  it('is a revision within the year from its own day on', () => {
    expect(saidUntil(all, isoDate('2023-07-01'))).toEqual(all);
    expect(saidUntil([...said(revise({ money: yuan('3') }), '2023-12-31')], isoDate('2023-12-30'))).toEqual([]);
  });
});

it('a target is told on a day that has come, today if nothing is said', () => {
  expect(decideTarget(amountOf('6'), NO_TARGETS, TODAY)).toMatchObject([{ occurredOn: TODAY }]);
  expect(decideTarget(amountOf('6', { occurredOn: TODAY }), NO_TARGETS, TODAY)).toMatchObject([{ occurredOn: TODAY }]);
  expect(() => decideTarget(amountOf('6', { occurredOn: '2023-01-16' }), NO_TARGETS, TODAY)).toThrow(
    expect.objectContaining({ code: 'occurred-in-future' }),
  );
});

it('one of amount, count and percent says how much: none of them and two of them say nothing', () => {
  for (const [metric, ...values] of [
    ['signed', { count: 3 }],
    ['start-rate', { percent: '80' }],
    ['亩均税收', { percent: '80' }],
  ] as const)
    for (const value of values)
      expect(decideTarget(amountOf('1', { metric, money: undefined, ...value }), NO_TARGETS, TODAY)).toHaveLength(1);
  const none = amountOf('1', { metric: 'signed', money: undefined });
  const both = amountOf('1', { metric: 'signed', count: 3 });
  for (const command of [none, both])
    expect(() => decideTarget(command, NO_TARGETS, TODAY)).toThrow(
      expect.objectContaining({ code: 'target-needs-count', field: 'count' }),
    );
});

it('a rate below nothing is refused, and nothing at all is a target', () => {
  const rate = (percent: string) => amountOf('1', { metric: 'start-rate', money: undefined, percent });
  expect(() => decideTarget(rate('-1'), NO_TARGETS, TODAY)).toThrow(
    expect.objectContaining({ code: 'target-negative', field: 'percent' }),
  );
  expect(decideTarget(amountOf('0'), NO_TARGETS, TODAY)).toHaveLength(1);
});

it('a metric of the bureau’s own is kept in its words', () =>
  expect([...after(amountOf('7', { metric: '亩均税收' })).values()]).toMatchObject([{ metric: '亩均税收' }]));

const refused: Record<TargetRejectionCode, () => unknown> = {
  'target-exists': () => decideTarget(amountOf('7'), set, TODAY),
  'target-unknown': () => decideTarget(revise({ money: yuan('7') }), NO_TARGETS, TODAY),
  'target-needs-money': () => decideTarget(amountOf('7', { money: undefined, count: 3 }), set, TODAY),
  'target-needs-count': () => decideTarget(amountOf('7', { metric: 'signed' }), set, TODAY),
  'target-needs-percent': () => decideTarget(amountOf('7', { metric: 'start-rate', percent: '80' }), set, TODAY),
  'target-needs-value': () => decideTarget(amountOf('7', { metric: '亩均税收', count: 3 }), set, TODAY),
  'target-negative': () => decideTarget(amountOf('-7'), set, TODAY),
};
it.each(Object.entries(refused))('%s is refused', (code, act) => {
  let met: unknown = null;
  try {
    act();
  } catch (error) {
    met = error instanceof Rejected ? error.code : error;
  }
  expect(met).toBe(code);
});

import { isoDate } from '../dates.ts';
import { readCommand } from '../fields/read-command.ts';
import { Rejected } from '../rejected.ts';
import { ReviseTarget, SetTarget } from './commands.ts';
import { decideTarget } from './decide.ts';
import type { TargetRejectionCode } from './rejections.ts';
import { foldTargets, NO_TARGETS, type Targets } from './target.ts';

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

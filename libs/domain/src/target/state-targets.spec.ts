import { isoDate } from '../dates.ts';
import { stateTargets, type StatedTarget } from './state-targets.ts';
import { foldTargets, NO_TARGETS, targetId, type Targets } from './target.ts';

const TODAY = isoDate('2023-02-15');
const key = { definition: 'default', issuer: '市领导小组', unit: null, year: 2023 };
const line = (row: number, metric: string, more: object): StatedTarget => ({
  row,
  body: { metric, issuer: '市领导小组', year: 2023, ...more },
});
const yuan = (amount: string) => ({ money: { amount, currency: 'CNY' } });
const stated = (lines: readonly StatedTarget[], before: Targets = NO_TARGETS) =>
  stateTargets(lines, before, TODAY, '目标表.xlsx');
const standing = foldTargets(stated([line(2, 'signed-amount', yuan('6')), line(3, 'signed', { count: 20 })]).events);

it('what a sheet says for the first time is set, and what it says again stands', () => {
  const first = stated([
    line(2, 'signed-amount', yuan('6')),
    line(3, 'signed', { count: 20 }),
    line(4, 'signed', { count: 20 }),
  ]);
  expect(first).toMatchObject({ created: 2, changed: 0, unchanged: 1, rejected: [] });
  expect(first.events).toMatchObject([
    { type: 'TargetSet', occurredOn: TODAY, data: { ...key, metric: 'signed-amount', value: yuan('6.00') } },
    { type: 'TargetSet', occurredOn: TODAY, data: { ...key, metric: 'signed', value: { count: '20' } } },
  ]);
  expect(stated([line(2, 'signed-amount', yuan('6.00'))], standing)).toMatchObject({
    created: 0,
    changed: 0,
    unchanged: 1,
    events: [],
  });
});

it('what differs is revised, and the file is the reason; a later line of it differs from an earlier one', () => {
  const { events, ...counts } = stated([line(2, 'signed', { count: 25 }), line(3, 'signed', { count: 30 })], standing);
  expect(counts).toEqual({ created: 0, changed: 2, unchanged: 0, rejected: [] });
  expect(events).toMatchObject([
    { type: 'TargetRevised', data: { from: { count: '20' }, value: { count: '25' }, reason: '目标表.xlsx' } },
    { type: 'TargetRevised', data: { from: { count: '25' }, value: { count: '30' }, reason: '目标表.xlsx' } },
  ]);
  const [target] = [...foldTargets(events, standing).values()].filter(({ metric }) => metric === 'signed');
  expect(target).toMatchObject({ value: { count: '30' }, revised: 2 });
});

it('a line that cannot be comes back with its row and the reason, and the others are taken', () => {
  const missing = { row: 5, body: { metric: 'signed', year: 2023, count: 3 } };
  const lines = [line(2, 'signed-amount', { count: 3 }), line(3, 'signed', { count: 20 }), missing];
  expect(stated(lines)).toMatchObject({
    created: 1,
    changed: 0,
    unchanged: 0,
    rejected: [
      { row: 2, code: 'target-needs-money', message: { zh: expect.any(String) } },
      { row: 5, code: 'invalid-field', message: { zh: '必填', en: 'is required' } },
    ],
  });
});

it('a fault of the product itself is no rejection', () => {
  const broken = new Map([[targetId({ ...key, metric: 'signed' }), null]]);
  expect(() => stated([line(2, 'signed', { count: 3 })], broken as never)).toThrow(TypeError);
});

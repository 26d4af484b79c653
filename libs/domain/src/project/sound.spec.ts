import { e, recorded, signed, yuan } from '../../../../test/support/project-facts.ts';
import { fold } from './fold.ts';
import type { RejectionCode } from './rejections.ts';
import { bears, holds, splitTotal } from './sound.ts';
import type { KnownProject } from './state.ts';
import type { ProjectEvent, ProjectEventOf } from './events.ts';

const ON = '2025-09-20';
const contract = (data: object) => e('ContractSigned', ON, { contracted: yuan('100.00'), ...data });
const instalments = (...amounts: readonly string[]) => ({
  fundingSchedule: amounts.map((amount) => ({ due: '2026-01-01', amount: yuan(amount) })),
});
const money = (foreign: object) =>
  e('ArrivalReported', ON, { arrival: 'V1', amount: yuan('7.00'), kind: 'land', foreign });
const dollars = { amount: yuan('1.00', 'USD'), rate: '7.1', rateOn: ON };
const child = (id: string, more: object = {}) => ({
  id,
  code: `A${id}`,
  title: '二期',
  contracted: yuan('40.00'),
  ...more,
});
const split = (children: readonly object[], rest = yuan('0.00')) => e('ProjectSplit', ON, { children, rest });
const credit = (...percents: readonly string[]) =>
  e('CreditSet', ON, { shares: percents.map((percent, index) => ({ unit: `${index}`, percent })) });

it.each<[string, ProjectEvent]>([
  ['a contract paid in instalments', contract(instalments('60.00', '40.00'))],
  ['a fixed-asset part in the currency of the whole', contract({ fixedAssets: yuan('60.00') })],
  ['foreign money with its rate', money(dollars)],
  ['a hold that ends on the day it begins', e('ProjectSuspended', ON, { reason: 'x', expectedEnd: ON })],
  ['a hold without an end', e('ProjectSuspended', ON, { reason: 'x' })],
  ['an excuse for one day', e('ExcuseAccepted', ON, { clock: 'agreed-start', until: ON, reason: 'x' })],
  ['a split that leaves nothing', split([child('1'), child('2')])],
  ['credit in parts', credit('33.3', '33.3', '33.4')],
  ['credit of a unit that has none of it', credit('100', '0')],
  ['a lead of which no amount is known', e('LeadRegistered', ON, { code: 'A1', title: '轴承' })],
])('%s is a fact that can be', (_what, fact) => expect(() => holds(fact)).not.toThrow());

it.each<[string, ProjectEvent, RejectionCode, string]>([
  ['an instalment of nothing', contract(instalments('60.00', '0.00')), 'amount-not-positive', 'fundingSchedule'],
  ['foreign money at no rate', money({ ...dollars, rate: '0' }), 'amount-not-positive', 'foreign'],
  ['foreign money of nothing', money({ ...dollars, amount: yuan('0.00', 'USD') }), 'amount-not-positive', 'foreign'],
  [
    'a hold that ends before it begins',
    e('ProjectSuspended', ON, { reason: 'x', expectedEnd: '2025-09-19' }),
    'date-not-later',
    'expectedEnd',
  ],
  ['an excuse that is over', e('ExcuseAccepted', ON, { until: '2025-09-19', reason: 'x' }), 'excuse-ended', 'until'],
  ['a split into nothing', split([]), 'nothing-changes', 'children'],
  [
    'a child without an amount',
    split([child('1'), child('2', { contracted: yuan('0.00') })]),
    'amount-not-positive',
    'children',
  ],
  ['a rest below nothing', split([child('1')], yuan('-1.00')), 'amount-not-positive', 'rest'],
  [
    'a child in another currency',
    split([child('1'), child('2', { contracted: yuan('1.00', 'USD') })]),
    'currency-differs',
    'children',
  ],
  ['two children of one number', split([child('1'), child('2', { code: 'A1' })]), 'child-twice', 'children'],
  ['a child without a name', split([child('1'), child('2', { title: ' ' })]), 'title-blank', 'children'],
  [
    'a merger that brings nothing',
    e('ProjectsMerged', ON, { absorbed: 'x', contracted: yuan('0.00') }),
    'amount-not-positive',
    'contracted',
  ],
  ['credit below nothing', credit('110', '-10'), 'credit-not-100', 'shares'],
  ['a project without a name', e('ProjectRecorded', ON, { code: 'A1', title: ' ' }), 'title-blank', 'title'],
  [
    'a lead of no amount',
    e('LeadRegistered', ON, { code: 'A1', title: 'x', intendedAmount: yuan('0.00') }),
    'amount-not-positive',
    'intendedAmount',
  ],
])('%s is none, and its field is named, or that of the correction', (_what, fact, code, field) => {
  expect(() => holds(fact)).toThrow(expect.objectContaining({ code, field }));
  expect(() => holds(fact, 'to')).toThrow(expect.objectContaining({ code, field: 'to' }));
});

it('a contract, too, must be one that a figure can be kept of', () => {
  const known = (...events: readonly ProjectEvent[]) =>
    fold(events.map((event, index) => ({ ...event, version: index + 1 }))) as KnownProject;
  const grown = (amount: string) => e('ProjectsMerged', ON, { absorbed: 'x', contracted: yuan(amount) });
  expect(() => bears(known(recorded), 'amount')).not.toThrow();
  expect(() => bears(known(recorded, signed, grown('999999900000000.00')), 'amount')).not.toThrow();
  expect(() => bears(known(recorded, signed, grown('999999900000000.01')), 'amount')).toThrow(
    expect.objectContaining({ code: 'amount-too-large', field: 'amount' }),
  );
});

it('the sum of a split is that of its children and what the parent keeps', () => {
  const { data } = split([child('1'), child('2')], yuan('0.50')) as ProjectEventOf<'ProjectSplit'>;
  expect(splitTotal(data)).toEqual(yuan('80.50'));
});

import { arrival, certified, e, lead, opened, signed, yuan } from '../../../../test/support/project-facts.ts';
import type { Placed } from './corrections.ts';
import { doubtsOf } from './doubts.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';
import type { KnownProject } from './state.ts';

const doubted = (...events: ProjectEvent[]): readonly string[] =>
  doubtsOf(fold(events.map((event, index): Placed => ({ ...event, version: index + 1 }))) as KnownProject).map(
    ({ code }) => code,
  );
const named = (creditCode: string) => e('LeadRegistered', '2025-01-06', { code: 'A1', title: 'Bearings', creditCode });

it('an ordinary project is not doubted', () => {
  expect(doubted(lead, opened, signed, arrival, certified)).toEqual([]);
});

it('what is not known is not doubted: a negotiation, a contract or money without the others', () => {
  expect(doubted(lead)).toEqual([]);
  expect(doubted(lead, opened)).toEqual([]);
  expect(doubted(lead, signed)).toEqual([]);
  expect(doubted(lead, opened, arrival, certified)).toEqual([]);
});

it('a credit code whose check character does not fit is recorded, and doubted', () => {
  expect(doubted(named('91350100M000100Y43'))).toEqual([]);
  expect(doubted(named('91350100M000100Y44'))).toEqual(['credit-code-check']);
  expect(doubted(named('9135'))).toEqual(['credit-code-check']);
});

it('a contract that is dated before its negotiation is doubted, in whatever order the two were recorded', () => {
  const early = e('ContractSigned', '2025-02-02', { contracted: yuan('1.00') });
  expect(doubted(lead, opened, early)).toEqual(['signed-before-negotiation']);
  expect(doubted(lead, early, opened)).toEqual(['signed-before-negotiation']);
  expect(doubted(lead, opened, { ...early, occurredOn: opened.occurredOn })).toEqual([]);
});

it('a part above its whole and more money than the contract are doubted, each within its own currency', () => {
  const contract = (fixed: string, currency = 'CNY') =>
    e('ContractSigned', '2025-04-01', { contracted: yuan('4000000.00', currency), fixedAssets: yuan(fixed, currency) });
  expect(doubted(lead, opened, contract('4000000.01'))).toEqual(['part-above-whole']);
  expect(doubted(lead, opened, contract('1.00'), arrival, certified)).toEqual(['arrivals-above-contract']);
  expect(doubted(lead, opened, contract('1.00', 'USD'), arrival, certified)).toEqual([]);
  expect(doubted(lead, opened, contract('1.00'), arrival)).toEqual([]); // not certified
  expect(doubted(lead, opened, contract('4000000.00'))).toEqual([]);
});

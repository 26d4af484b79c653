import { given } from '../../../../test/support/specify-project.ts';
import { arrival, c, certified, e, recorded, signed, yuan } from '../../../../test/support/project-facts.ts';
import { InvalidCommand } from '../fields/invalid.ts';
import { CORRECTABLE_FACTS, correctableFields, readCorrected } from './correctable.ts';
import type { ProjectEvent } from './events.ts';
import { fold } from './fold.ts';

const correct = (target: number, field: string, from: unknown, to: unknown) =>
  c('CorrectFact', { target, field, from, to, reason: '笔误', approver: 'head' });
const correction = (target: number, field: string, from: unknown, to: unknown): ProjectEvent =>
  e('FactCorrected', '2026-01-05', { target, field, from, to, reason: '笔误' });
const folded = (...facts: readonly ProjectEvent[]) =>
  fold(facts.map((fact, index) => ({ ...fact, version: index + 1 })));

it('takes a corrected value as the command takes it, whatever it is written like', () =>
  given([recorded, signed])
    .when(correct(2, 'contracted', { amount: '100000000', currency: 'CNY' }, { amount: '7', currency: 'CNY' }))
    .then([correction(2, 'contracted', yuan('100000000.00'), yuan('7.00'))]));

it.each([
  ['money in words', 2, 'contracted', yuan('100000000.00'), { amount: 'oops', currency: 'CNY' }],
  ['money as a number', 2, 'contracted', yuan('100000000.00'), 5],
  ['no money where there must be some', 2, 'contracted', yuan('100000000.00'), null],
  ['a day in the year 1', 2, 'agreedStart', '2025-09-01', '0001-01-01'],
  ['a day in the year 9999', 2, 'occurredOn', '2025-04-01', '9999-12-31'],
  ['no day', 2, 'occurredOn', '2025-04-01', null],
  ['tags as an object', 2, 'tags', null, { 0: 'x' }],
  ['an investor as an object', 1, 'investor', null, { name: 'x' }],
  ['a title that says nothing', 1, 'title', 'Bearings', '  '],
  ['a title too long', 1, 'title', 'Bearings', '桥'.repeat(301)],
  ['a choice that there is not', 2, 'landMode', null, 'stolen'],
])('refuses %s', (_what, target, field, from, to) =>
  given([recorded, signed])
    .when(correct(target, field, from, to))
    .rejected('correction-invalid'),
);

it('what a command would refuse a correction is refused too', () => {
  const corrected = (past: readonly ProjectEvent[], target: number, field: string, from: unknown, to: unknown) =>
    given([recorded, signed, ...past]).when(correct(target, field, from, to));
  corrected([], 2, 'contracted', yuan('100000000.00'), yuan('-5.00')).rejected('amount-not-positive');
  corrected([], 2, 'fixedAssets', null, yuan('5.00', 'USD')).rejected('currency-differs');
  corrected([arrival], 3, 'amount', yuan('5000000.00'), yuan('0.00')).rejected('amount-not-positive');
  corrected([e('ProjectSuspended', '2025-05-01', { reason: 'x' })], 3, 'expectedEnd', null, '2025-04-30').rejected(
    'date-not-later',
  );
  const excuse = e('ExcuseAccepted', '2025-05-01', { clock: 'agreed-start', until: '2025-06-01', reason: 'x' });
  corrected([excuse], 3, 'until', '2025-06-01', '2025-04-30').rejected('excuse-ended');
  corrected([excuse], 3, 'occurredOn', '2025-05-01', '2025-06-02').rejected('excuse-ended');
  const credit = e('CreditSet', '2025-05-01', { shares: [{ unit: 'A', percent: '100' }] });
  corrected([credit], 3, 'shares', [{ unit: 'A', percent: '100' }], [{ unit: 'A', percent: '99' }]).rejected(
    'credit-not-100',
  );
  corrected([arrival, certified], 3, 'amount', yuan('5000000.00'), yuan('1000000000000000.00')).then([
    correction(3, 'amount', yuan('5000000.00'), yuan('1000000000000000.00')),
  ]);
});

it('what ties facts together, and what the product wrote, cannot be corrected', () => {
  given([recorded, signed, arrival])
    .when(correct(3, 'arrival', 'V1', 'V2'))
    .rejected('field-unknown');
  given([recorded, signed, e('ProjectsMerged', '2025-05-01', { absorbed: 'x' })])
    .when(correct(3, 'absorbed', 'x', 'y'))
    .rejected('field-unknown');
  given([recorded, correction(1, 'title', 'A', 'B')])
    .when(correct(2, 'occurredOn', '2026-01-05', '2026-01-04'))
    .rejected('fact-unknown');
});

it('a contract and its amendments stay in one currency', () => {
  const amended = e('ContractAmended', '2025-06-01', {
    kind: 'increase',
    contractedFrom: yuan('1.00'),
    contractedTo: yuan('2.00'),
  });
  given([recorded, signed, amended])
    .when(correct(2, 'contracted', yuan('100000000.00'), yuan('5.00', 'USD')))
    .rejected('currency-differs');
  given([recorded, signed])
    .when(correct(2, 'contracted', yuan('100000000.00'), yuan('5.00', 'USD')))
    .then([correction(2, 'contracted', yuan('100000000.00'), yuan('5.00', 'USD'))]);
});

it('the latest correction of a field that stands is the value that a further one must start from', () => {
  const twice = [
    recorded,
    correction(1, 'title', 'Bearings', 'Gears'),
    correction(1, 'title', 'Gears', 'Rings'),
    correction(1, 'investor', null, 'Li'),
  ];
  given(twice)
    .when(correct(1, 'title', 'Gears', 'Wheels'))
    .rejected('field-differs');
  given(twice)
    .when(correct(1, 'title', 'Rings', 'Wheels'))
    .then([correction(1, 'title', 'Rings', 'Wheels')]);
  given(twice)
    .when(correct(1, 'title', 'Rings', 'Rings'))
    .then([]);
  const voided = [...twice, e('FactVoided', '2026-01-05', { target: 3, reason: 'x' })];
  given(voided)
    .when(correct(1, 'title', 'Gears', 'Wheels'))
    .then([correction(1, 'title', 'Gears', 'Wheels')]);
});

it('a fact whose void was voided can be corrected and voided again', () => {
  const back = [
    recorded,
    signed,
    e('FactVoided', '2026-01-02', { target: 2, reason: 'x' }),
    e('FactVoided', '2026-01-03', { target: 3, reason: 'x' }),
  ];
  given(back.slice(0, 3))
    .when(correct(2, 'number', 'C-1', 'C-2'))
    .rejected('fact-voided');
  given(back)
    .when(correct(2, 'number', 'C-1', 'C-2'))
    .then([correction(2, 'number', 'C-1', 'C-2')]);
  given(back)
    .when(c('VoidFact', { target: 2, reason: 'y' }))
    .then([e('FactVoided', '2026-01-05', { target: 2, reason: 'y' })]);
});

it('a correction that 0.2.0 stored and no field takes is passed over, and a new one mends it', () => {
  const poisoned = [
    recorded,
    signed,
    correction(2, 'contracted', yuan('100000000.00'), { amount: 'oops', currency: 'CNY' }),
    correction(2, 'tags', null, { 0: 'x' }),
  ];
  expect(folded(...poisoned)).toMatchObject({ contract: { contracted: yuan('100000000.00') }, tags: [] });
  given(poisoned)
    .when(correct(2, 'contracted', yuan('100000000.00'), yuan('7.00')))
    .then([correction(2, 'contracted', yuan('100000000.00'), yuan('7.00'))]);
});

it('every field that can be corrected is a field of a command', () => {
  for (const type of CORRECTABLE_FACTS)
    for (const field of correctableFields(type))
      try {
        readCorrected(type, field, []);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidCommand);
      }
});

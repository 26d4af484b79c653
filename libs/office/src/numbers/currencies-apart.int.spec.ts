import { readCommand } from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { OPERATOR } from '../operator.ts';
import { indicators } from './indicators.ts';
import { noteInWords } from './money-notes.ts';
import { openFigure } from './open-figure.ts';
import { FigureQuery, IndicatorsQuery } from './queries.ts';
import type { Fixed } from './question.ts';

/** What arrived from abroad: in 2012 dollars, in 2013 euros, in 2014 nothing, in 2015 both. */
const ARRIVED = [
  ['2012-03-01', '5.00', 'USD', '一局'],
  ['2013-03-01', '10.00', 'EUR', '二局'],
  ['2015-03-01', '1.00', 'EUR', '一局'],
  ['2015-04-01', '2.00', 'USD', '二局'],
] as const;

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
  for (const [on, amount, currency, unit] of ARRIVED)
    await b.record(on, [
      e('ProjectRecorded', '2011-01-05', { code: on, title: on, unit }),
      e('ContractSigned', '2011-02-01', { contracted: yuan('100.00') }),
      e('ArrivalReported', on, { arrival: on, amount: yuan(amount, currency), kind: 'equipment', origin: 'overseas' }),
      e('ArrivalCertified', on, { arrival: on }),
    ]);
  await b.record('dollars', [
    e('ProjectRecorded', '2012-01-05', { code: 'dollars', title: 'dollars' }),
    e('ContractSigned', '2012-02-01', { contracted: yuan('7.00', 'USD') }),
  ]);
  await b.record('yuan', [
    e('ProjectRecorded', '2013-01-05', { code: 'yuan', title: 'yuan' }),
    e('ContractSigned', '2013-02-01', { contracted: yuan('8.00') }),
  ]);
}, 600_000);
afterAll(() => b.close());

const table = (period: string, metric = 'foreign-arrived', fixed: Fixed = {}) =>
  indicators(b.office, OPERATOR, readCommand(IndicatorsQuery, { period, metric: [metric] }), fixed);
const told = async (period: string, metric = 'foreign-arrived', fixed: Fixed = {}) => {
  const { total, notes } = await table(period, metric, fixed);
  const { value, previous, yearOnYear } = total.figures[metric]!;
  return [value, previous, yearOnYear?.percent ?? null, notes];
};

it.each([
  ['2012', yuan('5.00', 'USD'), yuan('0.00', 'USD'), null, []],
  ['2013', yuan('10.00', 'EUR'), null, null, ['foreign-arrived: last-year USD 5.00']],
  ['2014', yuan('0.00', 'EUR'), yuan('10.00', 'EUR'), '-100.00', []],
  ['2015', yuan('2.00', 'USD'), yuan('0.00', 'USD'), null, ['foreign-arrived: EUR 1.00']],
  ['2016', yuan('0.00', 'USD'), yuan('2.00', 'USD'), '-100.00', ['foreign-arrived: last-year EUR 1.00']],
  ['2018', yuan('0.00', 'USD'), yuan('0.00', 'USD'), null, []],
])('%s is told in one currency, and last year’s money in another is no 0: it is named', async (period, ...expected) => {
  expect(await told(period)).toEqual(expected);
});

it('contracts in dollars last year are no 0 元 either, and the note says so in words', async () => {
  const [value, previous, growth, notes] = await told('2013', 'signed-amount');
  expect([value, previous, growth]).toEqual([yuan('8.00'), null, null]);
  expect(notes).toEqual(['signed-amount: last-year USD 7.00']);
  expect(noteInWords('signed-amount: last-year USD 7.00', () => '签约额', 'zh')).toBe(
    '签约额 上年同期 USD 7.00，币种不同，不作同比',
  );
});

it('a unit whose last year stands in another currency is told none; one that had nothing is told so', async () => {
  const { rows } = await table('2013');
  const previous = rows.map(({ key, figures }) => [key, figures['foreign-arrived']!.previous]);
  expect(Object.fromEntries(previous)).toEqual({ 一局: null, 二局: yuan('0.00', 'EUR') });
});

it('an opened figure is told in the currency of its table', async () => {
  const opened = await openFigure(b.office, OPERATOR, 'foreign-arrived', readCommand(FigureQuery, { period: '2014' }));
  expect([opened.figure.value, opened.numerator.value]).toEqual([yuan('0.00', 'EUR'), yuan('0.00', 'EUR')]);
});

it('what was printed before is read as it was then', async () => {
  expect((await told('2014', 'foreign-arrived', { reading: 'second' })).slice(0, 2)).toEqual([
    yuan('0.00', 'USD'),
    yuan('0.00', 'USD'),
  ]);
  expect((await told('2013', 'foreign-arrived', { reading: 'second' }))[1]).toEqual(yuan('0.00', 'EUR'));
});

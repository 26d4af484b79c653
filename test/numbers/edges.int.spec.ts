import { readCommand, type ProjectEvent } from '#domain';
import { indicators, IndicatorsQuery, OPERATOR } from '#office';
import { bureau, type Bureau } from '../support/bureau.ts';
import { e, yuan } from '../support/project-facts.ts';

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
});
afterAll(() => b.close());

const signed = (code: string, on: string): readonly ProjectEvent[] => [
  e('ProjectRecorded', '2022-01-05', { code, title: code }),
  e('ContractSigned', on, { contracted: yuan('1000.00') }),
];
const arrived = (arrival: string, on: string, amount: string, certifiedOn = on): readonly ProjectEvent[] => [
  e('ArrivalReported', on, { arrival, amount: yuan(amount), kind: 'building' }),
  e('ArrivalCertified', certifiedOn, { arrival }),
];
const reversed = (arrival: string, on: string): ProjectEvent => e('ArrivalReversed', on, { arrival, reason: '退回' });

/** A figure as its numerator over its denominator, or its amount; in a period, as of a day. */
const figure = async (metric: string, period: string, asOf: string): Promise<string> => {
  const query = readCommand(IndicatorsQuery, { period, asOf, metric: [metric] });
  const { value } = (await indicators(b.office, OPERATOR, query)).total.figures[metric]!;
  if (value === null || typeof value === 'string') return String(value);
  return 'amount' in value ? value.amount : `${value.numerator}/${value.denominator}`;
};

it('the stock at the beginning of a period is what was signed in years before and neither started nor ended before its first day', async () => {
  const stock: Readonly<Record<string, readonly ProjectEvent[]>> = {
    'signed on the last day of the year before, started on the first day of the period': [
      ...signed('A', '2022-12-31'),
      e('StartCertified', '2023-06-01'),
    ],
    'signed on the first day of this year, and no stock': [...signed('B', '2023-01-01')],
    'ended on the first day of the period': [
      ...signed('C', '2022-05-04'),
      e('ProjectTerminated', '2023-06-01', { kind: 'by-investor', reason: '撤资' }),
    ],
    'ended the day before, and no stock': [
      ...signed('D', '2022-05-04'),
      e('ProjectTerminated', '2023-05-31', { kind: 'by-investor', reason: '撤资' }),
    ],
    'started the day before, and no stock': [...signed('E', '2022-05-04'), e('StartCertified', '2023-05-31')],
    'started on the last day of the period': [...signed('F', '2022-05-04'), e('StartCertified', '2023-06-30')],
    'started the day after, not cleared': [...signed('G', '2022-05-04'), e('StartCertified', '2023-07-01')],
    'not started at all': [...signed('H', '2022-05-04')],
  };
  for (const [index, facts] of Object.values(stock).entries()) await b.record(`S${index}`, facts);
  expect(await figure('backlog-cleared', '2023-06', '2023-07-31')).toBe('2/5'); // A and F of A, C, F, G, H
});

it('money counts from the day on which it arrived and was certified up to the day before it is reversed', async () => {
  await b.record('M', [
    ...signed('M', '2023-01-10'),
    ...arrived('before', '2023-06-29', '1.00'),
    ...arrived('on', '2023-06-30', '2.00'),
    ...arrived('certified-on', '2023-06-28', '4.00', '2023-06-30'),
    ...arrived('certified-after', '2023-06-28', '8.00', '2023-07-01'),
    ...arrived('reversed-on', '2023-06-28', '16.00'),
    reversed('reversed-on', '2023-06-30'),
    ...arrived('reversed-after', '2023-06-28', '32.00'),
    reversed('reversed-after', '2023-07-01'),
    ...arrived('after', '2023-07-01', '64.00'),
  ]);
  const until = (asOf: string): Promise<string> => figure('domestic-arrived', '2023', asOf);
  expect(await until('2023-06-29')).toBe('49.00'); // before, reversed-on, reversed-after
  expect(await until('2023-06-30')).toBe('39.00'); // before, on, certified-on, reversed-after
  expect(await until('2023-07-01')).toBe('79.00'); // before, on, certified-on, certified-after, after
  expect(await figure('domestic-arrived', '2023-06', '2023-07-01')).toBe('15.00');
});

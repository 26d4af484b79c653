import { readCommand } from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { indicators } from '../numbers/indicators.ts';
import { openFigure } from '../numbers/open-figure.ts';
import { FigureQuery, IndicatorsQuery } from '../numbers/queries.ts';
import { OPERATOR } from '../operator.ts';
import { ReplayDefinition } from './bodies.ts';
import { giveDefinition, type DefinitionChange } from './give-definition.ts';
import { replayDefinition } from './replay-definition.ts';

let b: Bureau;
let key = 0;
const give = (body: DefinitionChange) =>
  giveDefinition(b.office, { caller: OPERATOR, body, key: `d${(key += 1)}`, ifVersion: null });
const table = async (more: object = {}) =>
  (await indicators(b.office, OPERATOR, readCommand(IndicatorsQuery, { period: '2023-Q2', ...more }))).total.figures;

const CITY = {
  name: 'city',
  terminated: 'dropped',
  contract: 'original',
  window: 'year',
  rounding: { mode: 'truncate', places: 0 },
  conversions: [{ currency: 'USD', rate: '7.1234', on: '2023-06-30' }],
  boundary: ['overseas', 'out-of-province'],
  metrics: {
    'large-share': {
      title: { zh: '大项目占比', en: 'Share of large signings' },
      formula: {
        numerator: { of: 'signing', measure: 'count', filter: [{ field: 'contracted', from: '300.00' }] }, // as signed, as the definition counts
        denominator: { of: 'signing', measure: 'count' },
      },
    },
    'chips-arrived': {
      title: { zh: '芯片到位资金', en: 'Arrived on chips' },
      formula: { value: { of: 'arrival', measure: 'amount', filter: [{ field: 'chain', is: ['芯片'] }] } },
    },
  },
};

beforeAll(async () => {
  b = await bureau();
  const signed = (code: string, on: string, amount: string, chain: string) => [
    e('ProjectRecorded', '2023-01-05', { code, title: code, unit: '一局', chain }),
    e('ContractSigned', on, { contracted: yuan(amount), landMode: 'lease' }),
  ];
  const money = (id: string, on: string, amount: string, currency: string, origin?: string) => [
    e('ArrivalReported', on, {
      arrival: id,
      amount: yuan(amount, currency),
      kind: 'building',
      ...(origin ? { origin } : {}),
    }),
    e('ArrivalCertified', on, { arrival: id }),
  ];
  await b.record('A', [...signed('A', '2023-02-01', '600.00', '芯片'), e('StartCertified', '2023-03-01')]);
  await b.record('B', [
    ...signed('B', '2023-04-10', '300.00', '芯片'),
    e('ContractAmended', '2023-05-01', {
      kind: 'increase',
      contractedFrom: yuan('300.00'),
      contractedTo: yuan('500.00'),
    }),
    ...money('1', '2023-05-10', '100.00', 'CNY', 'out-of-province'),
    ...money('2', '2023-05-11', '33.33', 'USD', 'overseas'),
    ...money('3', '2023-05-12', '50.00', 'CNY', 'local'),
  ]);
  await b.record('C', [...signed('C', '2023-04-11', '100.00', '轴承'), e('StartCertified', '2023-05-01')]);
  await b.record('D', [
    ...signed('D', '2023-04-12', '100.00', '轴承'),
    e('ProjectTerminated', '2023-05-20', { kind: 'by-investor', reason: 'gone' }),
  ]);
}, 600_000);
afterAll(() => b.close());

it('says which figures a definition would change before it is published, and drafts count for nothing', async () => {
  expect((await give({ type: 'DraftDefinition', definition: CITY })).draft).toBe(1);
  await expect(table({ definition: 'city' })).rejects.toMatchObject({ code: 'definition-unknown' });
  const asked = readCommand(ReplayDefinition, { period: '2023-Q2', draft: 1 });
  const { from, to, differences } = await replayDefinition(b.office, OPERATOR, asked);
  expect([from, to]).toEqual([
    { name: 'default', version: 1 },
    { name: 'city', version: 1 },
  ]);
  const whole = differences.filter((one) => one.whole);
  expect(whole.find(({ metric }) => metric === 'signed')).toMatchObject({ before: '3', after: '2' });
  expect(whole.map(({ metric }) => metric)).toContain('large-share');
  expect(whole.map(({ metric }) => metric)).not.toContain('started');
});

it('every switch of a published definition is in its figures, which name it', async () => {
  await give({ type: 'PublishDefinitionDraft', draft: 1 });
  const mine = await table({ definition: 'city' });
  expect(mine.signed!.value).toBe('2'); // the terminated one is dropped
  expect(mine['signed-amount']!.value).toEqual(yuan('400.00')); // as signed: 300 and 100
  expect(mine['start-rate']!.value).toEqual({ numerator: '2', denominator: '3', percent: '66' }); // of the year, truncated
  expect(mine['foreign-arrived']!.value).toEqual(yuan('237.42')); // 33.33 × 7.1234 = 237.422922
  expect(mine['domestic-arrived']!.value).toEqual(yuan('100.00')); // local money lies beyond the boundary
  const plain = await table();
  expect(plain['start-rate']!.value).toEqual({ numerator: '1', denominator: '3', percent: '33.33' });
  expect(plain['foreign-arrived']!.value).toEqual(yuan('33.33', 'USD'));
  expect(plain['domestic-arrived']!.value).toEqual(yuan('150.00'));
});

it('a metric of the bureau’s own is a figure like any other, and opens', async () => {
  const mine = await table({ definition: 'city', metric: ['large-share', 'chips-arrived'] });
  expect(mine['large-share']!.value).toEqual({ numerator: '1', denominator: '2', percent: '50' });
  expect(mine['chips-arrived']!.value).toEqual(yuan('337.42'));
  const query = readCommand(FigureQuery, { period: '2023-Q2', definition: 'city' });
  const opened = await openFigure(b.office, OPERATOR, 'large-share', query);
  expect(opened.numerator.rows.map(({ project }) => project.code)).toEqual(['B']);
  expect(opened.denominator!.rows.map(({ project }) => project.code)).toEqual(['B', 'C']);
  expect(opened.figure.open).toContain('definition=city');
  await expect(table({ metric: ['large-share'] })).rejects.toMatchObject({ code: 'metric-unknown' });
});

it('a version stays what it was, and what was not published yet at an instant is not known then', async () => {
  const before = new Date().toISOString();
  expect((await give({ type: 'PublishDefinition', definition: CITY })).published).toBeNull(); // nothing new
  await give({ type: 'PublishDefinition', definition: { ...CITY, terminated: 'kept' } });
  expect((await table({ definition: 'city' })).signed!.value).toBe('3');
  expect((await table({ definition: 'city@1' })).signed!.value).toBe('2');
  expect((await table({ definition: 'city', asKnown: before })).signed!.value).toBe('2');
  await expect(table({ definition: 'city@3' })).rejects.toMatchObject({ code: 'definition-unknown' });
});

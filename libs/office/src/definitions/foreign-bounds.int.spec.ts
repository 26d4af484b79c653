import { readCommand } from '#domain';
import { bureau, type Bureau } from '../../../../test/support/bureau.ts';
import { e, yuan } from '../../../../test/support/project-facts.ts';
import { noteInWords } from '../numbers/money-notes.ts';
import { indicators } from '../numbers/indicators.ts';
import { openFigure } from '../numbers/open-figure.ts';
import { FigureQuery, IndicatorsQuery } from '../numbers/queries.ts';
import { OPERATOR } from '../operator.ts';
import { giveDefinition } from './give-definition.ts';

let b: Bureau;
let key = 0;
const publish = (definition: object) =>
  giveDefinition(b.office, {
    caller: OPERATOR,
    body: { type: 'PublishDefinition', definition },
    key: `d${(key += 1)}`,
    ifVersion: null,
  });

const bounded = (of: string, measure: string, bounds: object) => ({
  title: { zh: '大项目', en: 'Large' },
  formula: { value: { of, measure, window: 'period', filter: [{ field: 'contracted', ...bounds }] } },
});
/** Metrics of contracts of 1 亿元 and more, and of less. */
const METRICS = {
  large: bounded('signing', 'count', { from: '100000000' }),
  small: bounded('signing', 'count', { to: '99999999.99' }),
  'large-arrived': bounded('arrival', 'amount', { from: '100000000' }),
};
const RATE = [{ currency: 'USD', rate: '7.1', on: '2023-06-30' }];

beforeAll(async () => {
  b = await bureau();
  const signed = (code: string, amount: string, currency: string) =>
    b.record(code, [
      e('ProjectRecorded', '2023-01-05', { code, title: code }),
      e('ContractSigned', '2023-02-01', { contracted: yuan(amount, currency) }),
      e('ArrivalReported', '2023-03-01', { arrival: code, amount: yuan('10.00'), kind: 'building' }),
      e('ArrivalCertified', '2023-03-01', { arrival: code }),
    ]);
  await signed('yuan-large', '100000000.00', 'CNY');
  await signed('yuan-small', '99999999.99', 'CNY');
  await signed('dollars', '20000000.00', 'USD'); // 1.42 亿元 at 7.1
  await signed('few-dollars', '10000000.00', 'USD'); // 0.71 亿元
  await signed('yen', '100000000.00', 'JPY'); // some 5 million 元, whatever its digits
  await b.record('grown', [
    e('ProjectRecorded', '2022-01-05', { code: 'grown', title: 'grown' }),
    e('ContractSigned', '2022-02-01', { contracted: yuan('90000000.00') }),
    e('ContractAmended', '2022-03-01', {
      kind: 'increase',
      contractedFrom: yuan('90000000.00'),
      contractedTo: yuan('120000000.00'),
    }),
  ]);
  await publish({ name: 'as-signed', metrics: METRICS, contract: 'original' });
  await publish({ name: 'as-amended', metrics: METRICS, contract: 'amended' });
  await publish({ name: 'with-rate', metrics: METRICS, conversions: RATE });
  await publish({ name: 'without-rate', metrics: METRICS });
}, 600_000);
afterAll(() => b.close());

const told = async (definition: string) => {
  const query = readCommand(IndicatorsQuery, { period: '2023', metric: Object.keys(METRICS), definition });
  const { total, notes } = await indicators(b.office, OPERATOR, query);
  return { figures: Object.keys(METRICS).map((metric) => total.figures[metric]!.value), notes };
};
const behind = async (metric: string, definition: string) => {
  const opened = await openFigure(b.office, OPERATOR, metric, readCommand(FigureQuery, { period: '2023', definition }));
  return opened.numerator.rows.map(({ project }) => project.code).sort();
};

it('an own metric bounded by an amount compares foreign contracts in 元, at the rate of its definition', async () => {
  expect((await told('with-rate')).figures).toEqual(['2', '2', yuan('20.00')]);
  expect(await behind('large', 'with-rate')).toEqual(['dollars', 'yuan-large']);
  expect(await behind('small', 'with-rate')).toEqual(['few-dollars', 'yuan-small']);
});

it('a contract without a rate is within no bounds, and the table says how many are left out', async () => {
  const { figures, notes } = await told('without-rate');
  expect(figures).toEqual(['1', '1', yuan('10.00')]);
  expect(await behind('large', 'without-rate')).toEqual(['yuan-large']);
  expect(notes).toEqual(['large: 3 uncompared', 'small: 3 uncompared', 'large-arrived: 3 uncompared']);
  expect(noteInWords(notes[0]!, () => '大项目', 'zh')).toBe('大项目 3 项以外币计，口径未定汇率，无法与元比较，未计入');
  expect((await told('with-rate')).notes.filter((note) => note.startsWith('large: '))).toEqual(['large: 1 uncompared']); // the yen
});

it('a bound is asked of the amount that the definition counts: as signed, or as amended', async () => {
  const large = async (definition: string) => {
    const query = readCommand(FigureQuery, { period: '2022', definition });
    const { numerator } = await openFigure(b.office, OPERATOR, 'large', query);
    return numerator.rows.map(({ project }) => project.code);
  };
  expect(await large('as-signed')).toEqual([]);
  expect(await large('as-amended')).toEqual(['grown']);
});

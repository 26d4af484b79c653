import { readCommand, type ProjectEvent } from '#domain';
import {
  FigureQuery,
  giveDefinition,
  indicators,
  IndicatorsQuery,
  openFigure,
  OPERATOR,
  structure,
  StructureQuery,
} from '#office';
import { bureau, type Bureau } from '../support/bureau.ts';
import { e, yuan } from '../support/project-facts.ts';

const DEFINITIONS = [
  { name: 'original', contract: 'original' },
  { name: 'dropped', terminated: 'dropped' },
];

let b: Bureau;
beforeAll(async () => {
  b = await bureau();
  for (const definition of DEFINITIONS)
    await giveDefinition(b.office, {
      caller: OPERATOR,
      body: { type: 'PublishDefinition', definition },
      key: definition.name,
      ifVersion: null,
    });
  const signed = (code: string, on: string, amount: string, unit: string): readonly ProjectEvent[] => [
    e('ProjectRecorded', '2024-01-05', { code, title: code, unit }),
    e('ContractSigned', on, { contracted: yuan(amount) }),
  ];
  const arrived = (on: string, amount: string): readonly ProjectEvent[] => [
    e('ArrivalReported', on, { arrival: '1', amount: yuan(amount), kind: 'building' }),
    e('ArrivalCertified', on, { arrival: '1' }),
  ];
  // Signed in 2024, split in 2025: what the parent keeps and what its children take over.
  const child = (id: string, amount: string) => ({ id, code: id, title: id, contracted: yuan(amount) });
  const children = [child('W1', '300.00'), child('W2', '200.00')];
  await b.record('W', [
    ...signed('W', '2024-12-30', '900.00', '一局'),
    e('ProjectSplit', '2025-01-02', { children, rest: yuan('400.00') }),
  ]);
  for (const { id, contracted } of children)
    await b.record(id, [
      e('ProjectSplitOff', '2025-01-02', {
        parent: 'W',
        code: id,
        title: id,
        unit: '一局',
        contracted,
        signedOn: '2024-12-30',
      }),
      ...arrived('2025-02-01', '90.00'),
    ]);
  // One contract that stood in the ledger twice, under two units: signed, started and entered, then merged.
  const course = [e('StartCertified', '2025-04-01'), e('StatisticsEntered', '2025-05-01', {})];
  await b.record('S', [
    ...signed('S', '2025-03-01', '50.00', '二局'),
    ...course,
    e('ProjectsMerged', '2025-06-02', { absorbed: 'A' }),
  ]);
  await b.record('A', [
    ...signed('A', '2025-03-01', '50.00', '三局'),
    ...course,
    e('ProjectAbsorbed', '2025-06-02', { survivor: 'S' }),
  ]);
  // Money came, then the investor went.
  await b.record('T', [
    ...signed('T', '2025-03-01', '100.00', '四局'),
    ...arrived('2025-04-01', '60.00'),
    e('ProjectTerminated', '2025-06-01', { kind: 'by-investor', reason: '撤资' }),
  ]);
}, 600_000);
afterAll(() => b.close());

type Told = Readonly<Record<string, string>>;
const figures = async (asked: object, fixed = {}): Promise<Told> => {
  const { total } = await indicators(b.office, OPERATOR, readCommand(IndicatorsQuery, asked), fixed);
  return Object.fromEntries(
    Object.entries(total.figures).map(([metric, figure]) => {
      const value = figure!.value;
      if (value === null || typeof value === 'string') return [metric, String(value)];
      return [metric, 'amount' in value ? value.amount : `${value.numerator}/${value.denominator}`];
    }),
  );
};

const SIGNED = ['signed', 'signed-amount', 'funds-in-place-rate'];
it.each([
  ['before the split', { asOf: '2024-12-31' }, ['1', '900.00', '0/1']],
  ['after it: one signing, of which the parts make the amount', { asOf: '2025-12-31' }, ['1', '900.00', '1/5']],
  ['as signed, the parent keeps the whole', { asOf: '2025-12-31', definition: 'original' }, ['1', '900.00', '1/5']],
])('a project that was split is counted once, %s', async (_when, asked, expected) => {
  const told = await figures({ period: '2024', unit: undefined, metric: SIGNED, ...asked });
  expect(SIGNED.map((metric) => told[metric])).toEqual(expected);
});

it('the amount of a split opens into the parent and its children, and the structure of the year makes it', async () => {
  const query = { period: '2024', asOf: '2025-12-31' };
  const opened = await openFigure(b.office, OPERATOR, 'signed-amount', readCommand(FigureQuery, query));
  expect(opened.numerator.rows.map(({ project, value }) => [project.code, value])).toEqual([
    ['W', yuan('400.00')],
    ['W1', yuan('300.00')],
    ['W2', yuan('200.00')],
  ]);
  const { rows, total } = await structure(
    b.office,
    OPERATOR,
    readCommand(StructureQuery, { ...query, by: 'unit', of: 'signed' }),
  );
  expect([rows.map(({ key, count, amount }) => [key, count, amount]), total]).toEqual([
    [['一局', '1', yuan('900.00')]],
    { count: '1', amount: yuan('900.00') },
  ]);
});

it('what was merged into another is that one: signed, started and entered once, and counted apart before', async () => {
  const metric = ['signed', 'signed-amount', 'started', 'started-amount', 'start-rate', 'entered'];
  const asked = { period: '2025', metric };
  expect(await figures({ ...asked, asOf: '2025-05-31' })).toEqual({
    signed: '3',
    'signed-amount': '200.00',
    started: '2',
    'started-amount': '100.00',
    'start-rate': '2/3',
    entered: '2',
  });
  expect(await figures({ ...asked, asOf: '2025-12-31' })).toEqual({
    signed: '2',
    'signed-amount': '150.00',
    started: '1',
    'started-amount': '50.00',
    'start-rate': '1/2',
    entered: '1',
  });
});

it('a rate is of the projects by whose contracts it is divided: where the terminated are dropped, so is their money', async () => {
  const rate = async (definition: string) =>
    (await figures({ period: '2025', metric: ['funds-in-place-rate'], definition }))['funds-in-place-rate'];
  expect([await rate('default'), await rate('dropped')]).toEqual(['2/5', '0/1']);
});

it('what was printed by the first reading comes out as it was: a merged one twice, a split without its children', async () => {
  const metric = ['signed', 'signed-amount', 'started', 'start-rate', 'entered', 'funds-in-place-rate'];
  const first = { reading: 'first' };
  expect(await figures({ period: '2025', asOf: '2025-12-31', metric }, first)).toEqual({
    signed: '3',
    'signed-amount': '200.00',
    started: '2',
    'start-rate': '2/3',
    entered: '2',
    'funds-in-place-rate': '3/10',
  });
  expect(await figures({ period: '2024', asOf: '2025-12-31', metric: ['signed-amount'] }, first)).toEqual({
    'signed-amount': '400.00',
  });
});

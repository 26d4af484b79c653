import { randomUUID } from 'node:crypto';
import { schemaVersionOf, type Money, type ProjectEvent, type Ratio } from '#domain';
import { type Indicators, type OpenedFigure, type Structure } from '#office';
import { testApi, type TestApi } from '../support/api.ts';
import { e, yuan } from '../support/project-facts.ts';

const dollars = (amount: string): Money => ({ amount, currency: 'USD' });
const euros = (amount: string): Money => ({ amount, currency: 'EUR' });

/** Projects of which each says less than the one before, with money of three currencies. */
const BUREAU: Readonly<Record<string, readonly ProjectEvent[]>> = {
  A: [
    e('ProjectRecorded', '2023-01-05', { code: 'A', title: '甲', unit: '一局', chain: '芯片', hostRegion: '一镇' }),
    e('ProjectTagged', '2023-01-05', { add: ['主导产业', '新兴产业'], remove: [] }),
    e('ContractSigned', '2023-02-01', { contracted: yuan('600000000.00'), landMode: 'lease' }),
    e('ContractAmended', '2023-02-20', {
      kind: 'increase',
      contractedFrom: yuan('600000000.00'),
      contractedTo: yuan('2600000000.00'),
    }),
    e('StartCertified', '2023-03-01'),
    e('ArrivalReported', '2023-03-05', { arrival: '1', amount: yuan('70.00'), kind: 'building', origin: 'local' }),
    e('ArrivalCertified', '2023-03-05', { arrival: '1' }),
  ],
  B: [
    e('ProjectRecorded', '2023-01-05', { code: 'B', title: '乙', unit: '二局' }),
    e('ContractSigned', '2023-02-01', { contracted: dollars('100000000.00') }),
    e('ArrivalReported', '2023-03-05', { arrival: '1', amount: dollars('5.00'), kind: 'building', origin: 'overseas' }),
    e('ArrivalCertified', '2023-03-05', { arrival: '1' }),
  ],
  C: [
    e('ProjectRecorded', '2023-01-05', { code: 'C', title: '丙' }),
    e('ContractSigned', '2023-02-02', { contracted: euros('900.00') }),
    e('ArrivalReported', '2023-04-05', { arrival: '1', amount: euros('9.00'), kind: 'building', origin: 'overseas' }),
    e('ArrivalCertified', '2023-04-05', { arrival: '1' }),
    e('ArrivalReported', '2023-04-06', { arrival: '2', amount: yuan('3.00'), kind: 'building' }),
    e('ArrivalCertified', '2023-04-06', { arrival: '2' }),
  ],
};

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin', 'supervisor']);
  for (const [project, facts] of Object.entries(BUREAU))
    for (const [expected, event] of facts.entries())
      await t.office.store.append(`project-${project}`, expected, [
        {
          id: randomUUID(),
          event,
          schemaVersion: schemaVersionOf(event.type),
          meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
        },
      ]);
}, 600_000);
afterAll(() => t.close());

const got = async <Answer>(path: string): Promise<Answer> =>
  (await t.http().get(path).set('cookie', admin).expect(200)).body as Answer;
const sent = async (path: string, body: object): Promise<void> => {
  const { status, body: answer } = await t.http().post(path).set('cookie', admin).send(body);
  expect([path, status, status < 300 ? null : (answer as object)]).toEqual([path, expect.any(Number), null]);
};

const METRICS = [
  'signed',
  'signed-amount',
  'start-rate',
  'foreign-arrived',
  'domestic-arrived',
  'all-arrived',
  'backlog',
];

it.each(['unit', 'region', 'chain', 'leader', 'team'])(
  'each figure by %s opens where it says, at the same value, also of what is not said',
  async (by) => {
    const asked = METRICS.map((metric) => `&metric=${metric}`).join('');
    const { rows, total } = await got<Indicators>(`/api/indicators?period=2023&by=${by}${asked}`);
    expect(rows.some(({ key }) => key === null)).toBe(true);
    for (const { key, figures } of [...rows, { key: 'whole', ...total }])
      for (const metric of METRICS) {
        const figure = figures[metric]!;
        const opened = await got<OpenedFigure>(figure.open);
        const parts = opened.denominator === null ? opened.numerator.value : opened.figure.value;
        expect({ key, metric, value: opened.figure.value, parts }).toEqual({
          key,
          metric,
          value: figure.value,
          parts: figure.value,
        });
      }
  },
);

const BY = ['size-band', 'chain', 'land-mode', 'origin', 'month', 'region', 'unit', 'tag'];
const OF = { signed: 'signed-amount', started: 'started-amount', arrived: 'all-arrived' } as const;
const CITY = { name: 'city', contract: 'original', conversions: [{ currency: 'USD', rate: '7.1', on: '2023-06-30' }] };

describe.each(['default', 'city'])('by the definition %s', (definition) => {
  beforeAll(async () => {
    if (definition === 'city') await sent('/api/definitions', { definition: CITY });
  });

  it.each(BY.flatMap((by) => Object.keys(OF).map((of) => [by, of] as const)))(
    'the structure by %s of the %s makes its whole, which is the figure of the table, and each row opens at its own',
    async (by, of) => {
      const asked = `period=2023&definition=${definition}`;
      const { rows, total } = await got<Structure>(`/api/structure?${asked}&by=${by}&of=${of}`);
      const metric = OF[of as keyof typeof OF];
      const table = await got<Indicators>(`/api/indicators?${asked}&metric=${metric}`);
      expect(total.amount).toEqual(table.total.figures[metric]!.value);
      if (by !== 'tag') expect(rows.reduce((sum, { count }) => sum + Number(count), 0)).toBe(Number(total.count));
      for (const { key, amount } of rows) {
        const row = `by=${by}&key=${encodeURIComponent(key ?? '')}`;
        const opened = await got<OpenedFigure>(`/api/figures/${metric}?${asked}&${row}`);
        expect({ key, amount: opened.numerator.value }).toEqual({ key, amount });
      }
    },
  );
});

it('a contract lies in the band of the amount that counts, told in 元 where the definition has a rate, else in none', async () => {
  const banded = async (definition: string): Promise<Record<string, string>> => {
    const { rows } = await got<Structure>(`/api/structure?period=2023&by=size-band&definition=${definition}`);
    return Object.fromEntries(rows.filter(({ count }) => count !== '0').map(({ key, count }) => [String(key), count]));
  };
  expect(await banded('default')).toEqual({ '>=20': '1', null: '2' });
  expect(await banded('city')).toEqual({ '[5,10)': '2', null: '1' });
});

it('what is told in other money stands beside, and a rate with its day', async () => {
  const { total, notes } = await got<Structure>('/api/structure?period=2023&by=unit&definition=city');
  expect(total.amount).toEqual(yuan('1310000000.00'));
  expect(notes).toEqual(['signed-amount: EUR 900.00', '1 USD = 7.1 CNY (2023-06-30)']);
});

it('what has two tags counts once in the whole', async () => {
  const { figure, numerator } = await got<OpenedFigure>('/api/figures/signed?period=2023&by=tag');
  expect([figure.value, numerator.rows.length]).toEqual(['3', 3]);
});

it('progress is dollars over dollars, and 元 are no part of it', async () => {
  const target = { issuer: '市', year: 2023, metric: 'foreign-arrived' };
  const progress = async (issuer: string): Promise<Ratio | null> => {
    const path = `/api/indicators?period=2023&metric=foreign-arrived&issuer=${encodeURIComponent(issuer)}`;
    return (await got<Indicators>(path)).total.figures['foreign-arrived']!.progress;
  };
  await sent('/api/targets', { ...target, money: dollars('20.00') });
  await sent('/api/targets', { ...target, issuer: '省', money: yuan('20.00') });
  expect(await progress('市')).toEqual({ numerator: '1', denominator: '4', percent: '25.00' });
  expect(await progress('省')).toBeNull();
});

it('asked for the targets of one issuer, a figure opens with that issuer’s', async () => {
  const path = `/api/indicators?period=2023&metric=foreign-arrived&issuer=${encodeURIComponent('省')}`;
  const listed = (await got<Indicators>(path)).total.figures['foreign-arrived']!;
  const { figure } = await got<OpenedFigure>(listed.open);
  expect([listed.target, figure.target]).toEqual([yuan('20.00'), yuan('20.00')]);
});

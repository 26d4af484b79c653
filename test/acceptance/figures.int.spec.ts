import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fenOf, readCommand, type Money } from '#domain';
import { importWorkbook } from '#imports';
import {
  FigureQuery,
  freshKey,
  importOrganisation,
  importTools,
  indicators,
  IndicatorsQuery,
  openFigure,
  OPERATOR,
  structure,
  StructureQuery,
} from '#office';
import { testApi, type TestApi } from '../support/api.ts';
import { readAnswer, readDocx, readHtml, readWorkbook } from '../support/printed-report.ts';

interface Share {
  readonly numerator: string;
  readonly denominator: string;
  readonly percent: string;
}
const expected = JSON.parse(readFileSync(join(__dirname, 'expected-ledger.json'), 'utf8')) as {
  regionsToConfigure: string[];
  organisation: { code: string; name: string; kind: string; parent: string | null }[];
  figures: {
    bands: { band: string; count: number; wan: string }[];
    chains: { chain: string; count: number; wan: string }[];
    funds: { byOrigin: { origin: string; wan: string }[] };
    backlog: { codes: string[] };
  };
  perUnit: {
    code: string;
    signed: number;
    wan: string;
    startedOfSigned: number;
    startRate: string | null;
    rankByStartRate: number | null;
    startedInPeriod: number;
    targetWan: string;
    progress: string;
    rankByProgress: number | null;
    backlog: number;
    leads: number;
    valuable: number;
    valuableRate: string | null;
  }[];
};

let t: TestApi;
let office: TestApi['office'];
let admin: string;
beforeAll(async () => {
  t = await testApi();
  office = t.office;
  admin = await t.signedIn('root', ['admin']);
  const regions = expected.regionsToConfigure.map((name, index) => ({
    code: `R${index}`,
    name,
    kind: '区域',
    parent: null,
  }));
  const units = [...expected.organisation, ...regions].map(({ parent, ...unit }, row) => ({
    ...unit,
    row: row + 2,
    ...(parent === null ? {} : { parent }),
  }));
  expect(await importOrganisation(office, { caller: OPERATOR, key: freshKey(), ifVersion: null }, units)).toMatchObject(
    { rejected: [] },
  );
  const { tree } = await office.organisation.current();
  await importWorkbook(
    {
      path: join(__dirname, 'sample-ledger.xlsx'),
      dryRun: false,
      today: office.today(),
      actor: { user: 'clerk', unit: null },
    },
    importTools(office.pool, office.store, tree),
  );
}, 600_000);
afterAll(() => t.close());

const table = (more: object = {}) =>
  indicators(office, OPERATOR, readCommand(IndicatorsQuery, { period: '2022-H1', ...more }));
const wan = (value: unknown): string => String(fenOf((value as Money).amount) / 1_000_000n);
const percent = (value: unknown): string | null => (value as Share | null)?.percent ?? null;

it('prints the figures of the district, with last year’s', async () => {
  const { total, timeProportional, asOf } = await table();
  const { figures } = total;
  expect([asOf, timeProportional.percent]).toEqual(['2022-06-30', '50.00']);
  expect(figures.signed).toMatchObject({ value: '66', previous: '47', yearOnYear: { percent: '40.43' } });
  expect(wan(figures['signed-amount']!.value)).toBe('3457000');
  expect(figures['signed-amount']!.yearOnYear).toMatchObject({ percent: '92.50' });
  expect(figures['start-rate']!.value).toEqual({ numerator: '1', denominator: '2', percent: '50.00' });
  expect(figures['three-year-start-rate']!.value).toEqual({ numerator: '16', denominator: '23', percent: '69.57' });
  expect(figures.started).toMatchObject({ value: '51', previous: '43', yearOnYear: { percent: '18.60' } });
  expect(wan(figures['started-amount']!.value)).toBe('1269300');
  expect(figures['started-amount']!.yearOnYear).toMatchObject({ percent: '46.10' });
  expect(figures.backlog!.value).toBe('42');
  expect(percent(figures['backlog-cleared']!.value)).toBe('56.25');
  expect(figures.leads!.value).toBe('196');
  expect(percent(figures['valuable-information-rate']!.value)).toBe('34.18');
  expect(percent(figures['pre-review-pass-rate']!.value)).toBe('72.73');
  expect(percent(figures['funds-in-place-rate']!.value)).toBe('6.47');
  expect(wan(figures['domestic-arrived']!.value)).toBe('290410');
  expect(figures.entered!.value).toBe('51');
});

it('prints the row of every unit, also of those that have nothing to show', async () => {
  const { rows } = await table();
  for (const unit of expected.perUnit) {
    const { figures } = rows.find(({ key }) => key === unit.code)!;
    expect({
      signed: figures.signed!.value,
      wan: wan(figures['signed-amount']!.value),
      startRate: percent(figures['start-rate']!.value),
      rank: figures['start-rate']!.rank,
      started: figures.started!.value,
      backlog: figures.backlog!.value,
      leads: figures.leads!.value,
      valuableRate: percent(figures['valuable-information-rate']!.value),
    }).toEqual({
      signed: String(unit.signed),
      wan: unit.wan,
      startRate: unit.startRate,
      rank: unit.rankByStartRate,
      started: String(unit.startedInPeriod),
      backlog: String(unit.backlog),
      leads: String(unit.leads),
      valuableRate: unit.valuableRate,
    });
  }
  expect(rows.map(({ key }) => key).sort()).toEqual(expected.perUnit.map(({ code }) => code).sort());
});

it('measures progress against the targets of the sheet, which do not add up', async () => {
  const { rows, total, targets } = await table({ metric: ['signed-amount'] });
  for (const { code, targetWan, progress, rankByProgress } of expected.perUnit) {
    const figure = rows.find(({ key }) => key === code)!.figures['signed-amount']!;
    expect([wan(figure.target), figure.progress!.percent, figure.rank]).toEqual([targetWan, progress, rankByProgress]);
  }
  const whole = total.figures['signed-amount']!;
  expect([wan(whole.target), whole.progress!.percent, whole.shortfall]).toEqual(['6000000', '57.62', null]);
  expect(rows.find(({ key }) => key === 'XL-DX')!.figures['signed-amount']!.shortfall).toBe('4.00');
  expect(targets.map(({ parent, sumOfChildren }) => [wan(parent), wan(sumOfChildren)])).toEqual([
    ['6000000', '5960000'],
  ]);
});

it('counts by the latest day as well, where the rows that stand open are asked', async () => {
  const { total, asOf } = await table({ period: '2026', metric: ['signed', 'start-rate', 'domestic-arrived'] });
  expect([asOf, total.figures.signed!.value, total.figures['start-rate']!.value]).toEqual([office.today(), '0', null]);
});

const structured = (by: string, of: string) =>
  structure(office, OPERATOR, readCommand(StructureQuery, { period: '2022-H1', by, of }));

it('tells the signed apart by size and chain, and the arrived by origin', async () => {
  const bands = (await structured('size-band', 'signed')).rows;
  expect(bands.map(({ key, count, amount }) => ({ band: key, count: Number(count), wan: wan(amount) }))).toEqual(
    expected.figures.bands.map(({ band, count, wan: amount }) => ({ band, count, wan: amount })),
  );
  const chains = (await structured('chain', 'signed')).rows;
  for (const { chain, count, wan: amount } of expected.figures.chains)
    expect(chains.find(({ key }) => key === chain)).toMatchObject({
      count: String(count),
      amount: { amount: `${amount}0000.00` },
    });
  const origins = (await structured('origin', 'arrived')).rows;
  expect(origins.map(({ label }) => label).sort()).toEqual(['区外', '市外', '省外']);
  expect(origins.map(({ amount }) => wan(amount)).sort()).toEqual(
    expected.figures.funds.byOrigin.map(({ wan: amount }) => amount).sort(),
  );
});

it('lists the months of the period, those without a start too, and of land modes only those that occur', async () => {
  const months = (await structured('month', 'started')).rows;
  expect(months.map(({ key }) => key)).toEqual(['2022-01', '2022-02', '2022-03', '2022-04', '2022-05', '2022-06']);
  expect(months.reduce((sum, { count }) => sum + Number(count), 0)).toBe(51);
  const modes = (await structured('land-mode', 'signed')).rows;
  expect(modes.map(({ label, count }) => [label, count]).sort()).toEqual([
    ['征地', '32'],
    ['租赁', '34'],
  ]);
});

it('opens a figure into projects, events and papers', async () => {
  const open = (metric: string, more: object = {}) =>
    openFigure(office, OPERATOR, metric, readCommand(FigureQuery, { period: '2022-H1', limit: 500, ...more }));
  const backlog = await open('backlog');
  expect(backlog.numerator.rows.map(({ project }) => project.code).sort()).toEqual(expected.figures.backlog.codes);
  const rate = await open('start-rate');
  expect([rate.numerator.rows.length, rate.denominator!.rows.length]).toEqual([33, 66]);
  expect(rate.numerator.rows[0]!.event).toMatchObject({ type: 'ContractSigned', basis: expect.any(String) });
  const arrived = await open('domestic-arrived', { by: 'unit', key: expected.perUnit[0]!.code });
  const total = arrived.numerator.rows.reduce((sum, { value }) => sum + fenOf((value as Money).amount), 0n);
  expect(arrived.numerator.rows.every(({ event }) => event!.type === 'ArrivalReported')).toBe(true);
  expect(arrived.figure.value).toEqual(arrived.numerator.value);
  expect(wan(arrived.numerator.value)).toBe(String(total / 1_000_000n));
});

it('answers the same by HTTP, where every figure names the address at which it opens', async () => {
  const asked = async (path: string) => (await t.http().get(path).set('cookie', admin).expect(200)).body as object;
  const { asKnown: _then, ...table2022 } = await table();
  const { asKnown: _now, ...answered } = (await asked('/api/indicators?period=2022-H1')) as typeof table2022 & {
    asKnown: string;
  };
  expect(answered).toEqual(JSON.parse(JSON.stringify(table2022)));
  const unit = answered.rows.find(({ figures }) => figures['signed-amount']!.rank === 1)!;
  for (const metric of ['signed-amount', 'start-rate'] as const) {
    const { open, value } = unit.figures[metric]!;
    expect(await asked(open)).toMatchObject({ metric, figure: { value }, restated: null });
  }
});

it.each(['half-year', 'circular'])(
  'prints the %s with the same figures as document, page, workbook and answer',
  async (name) => {
    const file = async (format: string): Promise<Buffer> => {
      const asked = t.http().get(`/api/reports/${name}/file?period=2022-H1&format=${format}`).set('cookie', admin);
      return Buffer.from((await asked.responseType('blob').expect(200)).body as Buffer);
    };
    const { body } = await t.http().get(`/api/reports/${name}?period=2022-H1`).set('cookie', admin).expect(200);
    const { lines, tables, cited } = readAnswer(body as Parameters<typeof readAnswer>[0]);
    const signed = expected.perUnit.reduce((sum, unit) => sum + unit.signed, 0);
    expect(cited.find(([key]) => key === 'signed.value')).toEqual(['signed.value', String(signed), '签约项目数']);
    for (const read of [await readDocx(await file('docx')), readHtml(await file('html'))]) {
      expect(read.lines).toEqual(expect.arrayContaining([...lines]));
      expect([read.tables, read.cited]).toEqual([tables, cited]);
    }
    const book = await readWorkbook(await file('xlsx'));
    expect(lines.filter((line) => book.lines.includes(line))).toEqual(book.lines);
    expect([book.tables, book.cited]).toEqual([tables, cited]);
  },
);

it('tells who sees one unit the figures, the target and the progress of that unit, and ranks nobody unseen', async () => {
  const { code, signed, targetWan, progress } = expected.perUnit[0]!;
  const clerk = await t.signedIn('clerk-of-one', ['clerk'], { unit: code, scope: 'unit-and-below' });
  const asked = async (path: string) => (await t.http().get(path).set('cookie', clerk).expect(200)).body as object;
  const { rows, total } = (await asked('/api/indicators?period=2022-H1&metric=signed&metric=signed-amount')) as Awaited<
    ReturnType<typeof table>
  >;
  expect(rows.map(({ key }) => key)).toEqual([code]);
  const whole = total.figures['signed-amount']!;
  expect([total.figures.signed!.value, wan(whole.target), whole.progress!.percent]).toEqual([
    String(signed),
    targetWan,
    progress,
  ]);
});

it('compares what lies in several hands, and in nobody’s sight as a whole, with no target', async () => {
  const units = expected.perUnit.slice(0, 2).map(({ code }) => code);
  const clerk = await t.signedIn('clerk-of-two', ['clerk'], { unit: units[0], scope: 'units', units });
  const { body } = await t
    .http()
    .get('/api/indicators?period=2022-H1&metric=signed-amount')
    .set('cookie', clerk)
    .expect(200);
  const { rows, total } = body as Awaited<ReturnType<typeof table>>;
  expect(rows.map(({ key }) => key).sort()).toEqual([...units].sort());
  expect(rows.every(({ figures }) => figures['signed-amount']!.target !== null)).toBe(true);
  expect([total.figures['signed-amount']!.target, total.figures['signed-amount']!.progress]).toEqual([null, null]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '#database';
import {
  DEFAULT_DEFINITION,
  foldOrganisation,
  fraction,
  METRICS,
  percentOf,
  readPeriod,
  type IsoDate,
  type MetricKey,
  type OrganisationEvent,
} from '#domain';
import { postgresStore } from '#event-store';
import { importWorkbook } from '#imports';
import { importTools, officeMigrations } from '#office';
import { arrivalModel, NOTHING, projectModel, rulesNow, tally, type Tally } from '#projections';
import { freshDatabase } from '../support/postgres.ts';

const expected = JSON.parse(readFileSync(join(__dirname, 'expected-ledger.json'), 'utf8')) as {
  regionsToConfigure: string[];
  figures: Record<string, never>;
  perUnit: Record<string, string | number | null>[];
};
const TODAY = '2026-11-25' as IsoDate;

const district = async () => {
  const database = await freshDatabase();
  await migrate(database.pool, officeMigrations);
  const store = postgresStore(database);
  const tree = foldOrganisation(
    expected.regionsToConfigure.map((region, index): OrganisationEvent => ({
      type: 'UnitAdded',
      occurredOn: TODAY,
      data: { code: `R${index}`, name: region, kind: 'region', parent: null },
    })),
  );
  const path = join(__dirname, 'sample-ledger.xlsx');
  await importWorkbook(
    { path, dryRun: false, today: TODAY, actor: { user: 'clerk', unit: null } },
    importTools(database.pool, store, tree),
  );
  await projectModel(database.pool, store, rulesNow(store)).catchUp();
  await arrivalModel(database.pool, store).catchUp();
  return { database, store };
};

let there: Awaited<ReturnType<typeof district>>;
beforeAll(async () => {
  there = await district();
});
afterAll(async () => {
  await there.store.close();
  await there.database.drop();
});

const measured = async (metric: MetricKey, by: 'unit' | null = null) => {
  const formula = METRICS[metric];
  const parts = 'numerator' in formula ? [formula.numerator, formula.denominator] : [formula.value];
  return tally(there.database.pool, parts, {
    period: readPeriod('2022-H1')!,
    definition: DEFAULT_DEFINITION,
    asOf: { day: '2022-06-30' as IsoDate, position: null },
    scope: { all: true },
    where: [],
    by,
  });
};
const wan = ({ fen }: Tally): string => String((fen.get('CNY') ?? 0n) / 1_000_000n);
const rate = ([numerator = NOTHING, denominator = NOTHING]: readonly Tally[]): string =>
  percentOf(fraction(numerator.count, denominator.count)!);

it('prints the figures of the district', async () => {
  const all = async (metric: MetricKey) => (await measured(metric)).get('')!;
  expect(String((await all('signed'))[0]!.count)).toBe('66');
  expect(wan((await all('signed-amount'))[0]!)).toBe('3457000');
  expect(rate(await all('start-rate'))).toBe('50.00');
  expect(rate(await all('three-year-start-rate'))).toBe('69.57');
  expect((await all('started'))[0]!.count).toBe(51n);
  expect(wan((await all('started-amount'))[0]!)).toBe('1269300');
  expect((await all('backlog'))[0]!.count).toBe(42n);
  expect((await all('backlog-cleared')).map(({ count }) => count)).toEqual([18n, 32n]);
  expect((await all('leads'))[0]!.count).toBe(196n);
  expect(rate(await all('valuable-information-rate'))).toBe('34.18');
  expect((await all('pre-review-pass-rate')).map(({ count }) => count)).toEqual([88n, 121n]);
  expect((await all('funds-in-place-rate')).map(wan)).toEqual(['223620', '3457000']);
  expect(wan((await all('domestic-arrived'))[0]!)).toBe('290410');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Money, Ratio } from '#domain';
import { openDoors, type Asked, type Bureau, type Door } from './doors.ts';
import { definitionOf, growthOf, laterLedger, rate, VECTORS } from './printed-reports.ts';

interface Expected {
  readonly regionsToConfigure: readonly string[];
  readonly organisation: readonly { code: string; name: string; kind: string; parent: string | null }[];
  readonly perUnit: readonly Readonly<Record<string, string | number | null>>[];
  readonly figures: Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any -- a file of acceptance
  readonly projects: readonly { readonly code: string; readonly signedOn: string | null }[];
}
interface Figure {
  readonly value: Money | Ratio | string | null;
  readonly previous: Money | string | null;
  readonly yearOnYear: Ratio | null;
  readonly target: Money | null;
  readonly progress: Ratio | null;
  readonly shortfall: string | null;
  readonly rank: number | null;
}
interface Table {
  readonly timeProportional: Ratio;
  readonly rows: readonly { readonly key: string; readonly figures: Record<string, Figure> }[];
  readonly total: { readonly figures: Record<string, Figure> };
  readonly targets: readonly { readonly parent: Money; readonly sumOfChildren: Money }[];
}
interface Told {
  readonly rows: readonly {
    readonly label: string;
    readonly key: string;
    readonly count: string;
    readonly amount: Money;
    readonly shareOfCount: Ratio;
    readonly shareOfAmount: Ratio;
  }[];
}
interface Opened {
  readonly numerator: Part;
  readonly denominator: Part;
}
interface Part {
  readonly value: Money | string;
  readonly rows: readonly { readonly project: { code: string }; readonly event: { on: string; type: string } }[];
}

const expected = JSON.parse(readFileSync(join(__dirname, 'expected-ledger.json'), 'utf8')) as Expected;
const { figures, perUnit } = expected;
const CHAINS = (figures['chains'] as { chain: string }[]).map(({ chain }) => chain);

let bureau: Bureau;
let imported: Record<string, unknown>;
let later: { sheets: unknown; rows: { findings: { code: string; read: string }[] }[] };
beforeAll(async () => {
  bureau = await openDoors();
  const { luodi, file } = bureau;
  const units = expected.organisation.map(({ code, name, kind, parent }) => `${code},${name},${kind},${parent ?? ''}`);
  const regions = expected.regionsToConfigure.map((name, index) => `R${index},${name},区域,`);
  const tree = ['code,name,kind,parent', ...units, ...regions].join('\n');
  expect(await luodi('organisation', 'import', await file('tree.csv', tree))).toMatchObject({ rejected: [] });
  imported = await luodi('import', await file('sample-ledger.xlsx'));
  later = await luodi('import', await file('later.csv', laterLedger()));
  expect(later.sheets).toMatchObject([{ kind: 'projects', rows: { read: 1111, rejected: 0, held: 0 } }]);
  const definitions = [
    ...[0, 1, 2].map((places) => definitionOf('half-up', places, CHAINS)),
    ...[0, 2].map((places) => definitionOf('truncate', places, CHAINS)),
    { name: 'dropped', terminated: 'dropped' },
  ];
  for (const [at, definition] of definitions.entries())
    await luodi('definition', 'publish', await file(`definition-${at}.json`, JSON.stringify(definition)));
  for (const [metric, unit, definition, ...value] of [
    ['signed', 'XL-GY', 'half-up-0', '--count', '40'],
    ['signed-amount', 'XL-KC', 'half-up-1', '--amount', '12000000000.00'],
    ['signed-amount', 'XL-KC', 'half-up-0', '--amount', '16000000000.00'],
    ['signed', 'XL-WW', 'half-up-1', '--count', '11'],
    ['start-rate', 'XL-DX', 'half-up-0', '--percent', '80'],
  ] as const) {
    const line = { metric, unit, definition, issuer: '市', year: '2024' };
    await luodi('target', 'set', ...Object.entries(line).flatMap(([name, one]) => [`--${name}`, one]), ...value);
  }
}, 900_000);
afterAll(() => bureau.close());

const wan = (value: unknown): string => (value as Money).amount.replace(/0000\.00$/, '').replace(/^0\.00$/, '0');
const percent = (value: unknown): string | null => (value as Ratio | null)?.percent ?? null;
const H1 = { period: '2022-H1' };

it('the ledger is read through the command line as it must be', () => {
  expect(imported['sheets']).toMatchObject([
    { kind: 'notes' },
    { kind: 'leads', rows: { accepted: 207, warned: 0, held: 0, rejected: 0 } },
    { kind: 'projects', rows: { accepted: 165, warned: 1, held: 0, rejected: 0 } },
    { kind: 'arrivals', rows: { accepted: 111, warned: 0, held: 0, rejected: 0 } },
    { kind: 'targets' },
  ]);
});

it('of credit codes only those whose check fails are warned of, and they are stored', () => {
  const doubted = later.rows.flatMap(({ findings }) => findings.filter(({ code }) => code === 'credit-code-check'));
  expect(doubted.map(({ read }) => read)).toEqual(VECTORS.creditCodes.issuedButFailingCheck);
});

describe.each(['commandLine', 'api'] as const)('through the %s', (name) => {
  const ask = (): Door => bureau[name];
  const table = (asked: Asked): Promise<Table> => ask().indicators({ ...H1, ...asked });
  const told = async (asked: Asked): Promise<Told['rows']> => (await ask().structure<Told>({ ...H1, ...asked })).rows;
  const opened = (metric: string, asked: Asked = {}): Promise<Opened> => ask().figure(metric, { ...H1, ...asked });

  it('every figure of the district and every row of its units', async () => {
    const { rows, total, timeProportional, targets } = await table({});
    const whole = total.figures;
    const { signed, startedInPeriod: started, funds, district, leads, reviews } = figures;
    const grown = (figure: Figure): unknown[] => [figure.value, figure.previous, percent(figure.yearOnYear)];
    expect(grown(whole['signed']!)).toEqual([String(signed.count), '47', signed.countYearOnYear.percent]);
    expect(wan(whole['signed-amount']!.value)).toBe(signed.wan);
    expect(wan(whole['signed-amount']!.previous)).toBe(signed.previous.wan);
    expect(percent(whole['signed-amount']!.yearOnYear)).toBe(signed.amountYearOnYear.percent);
    expect(grown(whole['started']!)).toEqual([String(started.count), '43', started.countYearOnYear.percent]);
    expect(wan(whole['started-amount']!.value)).toBe(started.wan);
    expect(wan(whole['started-amount']!.previous)).toBe(started.previous.wan);
    expect(percent(whole['started-amount']!.yearOnYear)).toBe(started.amountYearOnYear.percent);
    expect(whole['entered']!.value).toBe(String(started.alsoEnteredInPeriod));
    expect(percent(whole['start-rate']!.value)).toBe(figures['startRateOfNewSignings'].percentHalfUp2);
    expect(percent(whole['three-year-start-rate']!.value)).toBe(figures['threeYearStartRate'].percentHalfUp2);
    expect(percent(whole['funds-in-place-rate']!.value)).toBe(funds.fundsInPlaceRate.percentHalfUp2);
    expect(wan(whole['domestic-arrived']!.value)).toBe(funds.certifiedInPeriod.wan);
    expect(whole['backlog']!.value).toBe(String(figures['backlog'].count));
    expect(percent(whole['backlog-cleared']!.value)).toBe(figures['backlogCleared'].percent);
    expect(whole['leads']!.value).toBe(String(leads.reported));
    expect(percent(whole['valuable-information-rate']!.value)).toBe(leads.rate.percent);
    expect(percent(whole['pre-review-pass-rate']!.value)).toBe(reviews.rate.percent);
    expect(percent(whole['signed-amount']!.progress)).toBe(district.progress.percentHalfUp2);
    expect([percent(timeProportional), whole['signed-amount']!.shortfall]).toEqual([district.timeProportional, null]);
    expect(targets.map(({ parent, sumOfChildren }) => [wan(parent), wan(sumOfChildren)])).toEqual([
      [district.target.wan, district.sumOfUnitTargetsWan],
    ]);
    const found = rows.map(({ key: code, figures: of }) => ({
      code,
      signed: Number(of['signed']!.value),
      wan: wan(of['signed-amount']!.value),
      startRate: percent(of['start-rate']!.value),
      rankByStartRate: of['start-rate']!.rank,
      startedInPeriod: Number(of['started']!.value),
      targetWan: wan(of['signed-amount']!.target),
      progress: percent(of['signed-amount']!.progress),
      rankByProgress: of['signed-amount']!.rank,
      backlog: Number(of['backlog']!.value),
      leads: Number(of['leads']!.value),
      valuableRate: percent(of['valuable-information-rate']!.value),
    }));
    expect(found.map(({ code }) => code).sort()).toEqual(perUnit.map(({ code }) => code).sort());
    for (const unit of perUnit) expect(unit).toMatchObject(found.find(({ code }) => code === unit['code'])!);
    expect(found.filter((unit) => unit.leads === 0)).toHaveLength(leads.unitsThatReportedNothing.length);
  }, 300_000);

  it('bands, chains, origins and tags, each with its shares', async () => {
    const bands = async (asked: Asked) => (await told({ by: 'size-band', ...asked })).map(({ count }) => Number(count));
    const rows = await told({ by: 'size-band' });
    expect(rows.map(({ key, count, amount }) => ({ band: key, count: Number(count), wan: wan(amount) }))).toEqual(
      figures['bands'].map(({ unit: _unit, ...band }: { unit: string }) => band),
    );
    const { '>=20': huge, '[10,20)': large, '[5,10)': middle, 'rest >=1': rest } = VECTORS.bands.counts;
    expect(rows.map(({ count }) => Number(count))).toEqual([huge, large, middle, rest, 0]);
    const tenAndMore = ([first = 0, second = 0]: readonly number[]): number => first + second;
    expect(tenAndMore(await bands({ period: '2021-H1' }))).toBe(figures['tenAndMore'].previous);
    expect(tenAndMore(await bands({ of: 'started' }))).toBe(figures['startedInPeriod'].tenAndMore);
    const chains = await told({ by: 'chain' });
    for (const { chain, count, wan: amount } of figures['chains']) {
      const row = chains.find(({ label }) => label === chain)!;
      expect([chain, row.count, wan(row.amount)]).toEqual([chain, String(count), amount]);
    }
    const origins = await told({ by: 'origin', of: 'arrived' });
    for (const { origin, wan: amount } of figures['funds'].byOrigin)
      expect([origin, wan(origins.find(({ label }) => label === origin)!.amount)]).toEqual([origin, amount]);
    const kinds = [...(await told({ by: 'tag' })), ...(await told({ by: 'land-mode' }))];
    for (const [label, key] of [
      ['主导产业', 'leadingIndustries'],
      ['战略性新兴产业', 'emerging'],
      ['征地', 'landPurchase'],
      ['租赁', 'landLease'],
      ['上市公司', 'listedOrHeadFirms'],
      ['高新技术企业', 'highTechFirms'],
    ] as const) {
      const { numerator, percent: shareOfCount, contractedWan, shareOfAmount } = figures['shares'][key];
      const row = kinds.find((one) => one.label === label)!;
      expect([label, row.count, percent(row.shareOfCount), wan(row.amount), percent(row.shareOfAmount)]).toEqual([
        label,
        numerator,
        shareOfCount,
        contractedWan,
        shareOfAmount,
      ]);
    }
  }, 300_000);

  it('rates as reports print them: their parts, their places, their rounding', async () => {
    const printed: Record<string, Record<string, Figure>> = {};
    for (const definition of ['half-up-0', 'half-up-1', 'half-up-2', 'truncate-0', 'truncate-2', 'dropped'])
      printed[definition] = (await table({ definition })).total.figures;
    const of = (definition: string, metric: string) => percent(printed[definition]![metric]!.value);
    for (const [id, metric] of [
      ['chain-share', 'key-chain-share'],
      ['leading-industry-share-20yi', 'leading-share-20'],
      ['leading-industry-share', 'leading-share'],
      ['emerging-share', 'emerging-share'],
      ['listed-company-share', 'listed-share'],
      ['land-purchase-share', 'purchase-share'],
      ['lease-share', 'lease-share'],
      ['valuable-information-rate', 'valuable-information-rate'],
    ] as const) {
      const { rounding, places, printed: as, numerator, denominator } = rate(id);
      const value = printed[`${rounding}-${places}`]![metric]!.value as Ratio;
      expect([id, value.percent]).toEqual([id, as]);
      expect(BigInt(value.numerator) * BigInt(denominator)).toBe(BigInt(value.denominator) * BigInt(numerator));
    }
    const { shares, startRateOfNewSignings, threeYearStartRate: three, funds, district } = figures;
    expect(of('half-up-2', 'manufacturing-share')).toBe(shares.manufacturing.percent);
    expect(of('half-up-0', 'manufacturing-share')).toBe(shares.manufacturing.printed);
    expect(of('half-up-1', 'leading-share-10')).toBe(shares.leadingAmong10To20.printed);
    expect(of('half-up-0', 'listed-share')).toBe(shares.listedOrHeadFirms.printed);
    expect(of('half-up-1', 'pre-review-pass-rate')).toBe(figures['reviews'].rate.printed);
    expect(of('dropped', 'start-rate')).toBe(figures['startRateIfTerminatedWereDropped']);
    for (const [metric, rounded] of [
      ['start-rate', startRateOfNewSignings],
      ['three-year-start-rate', three],
      ['funds-in-place-rate', funds.fundsInPlaceRate],
    ] as const)
      expect([of('half-up-2', metric), of('truncate-2', metric), of('half-up-1', metric)]).toEqual([
        rounded.percentHalfUp2,
        rounded.percentTruncated2,
        rounded.percentHalfUp1,
      ]);
    for (const [id, metric] of [
      ['signed-count', 'signed'],
      ['started-count', 'started'],
    ] as const)
      expect(percent(printed['half-up-1']![metric]!.yearOnYear)).toBe(growthOf(id).printed);
    expect(district.progress.lowestTerms).toBe('3457/6000');
  }, 300_000);

  it('targets, growth and goals of later years, told as of their days', async () => {
    const year = { period: '2024', metric: ['signed', 'signed-amount', 'leading-share', 'start-rate'] };
    const units = async (asked: Asked) =>
      Object.fromEntries((await table({ ...year, ...asked })).rows.map(({ key, figures: of }) => [key, of]));
    const [whole, tenths] = [await units({ definition: 'half-up-0' }), await units({ definition: 'half-up-1' })];
    expect(percent(whole['XL-GY']!['signed']!.progress)).toBe(rate('contracts-of-target').printed);
    expect(percent(tenths['XL-KC']!['signed-amount']!.progress)).toBe(rate('contract-amount-of-city-target').printed);
    expect(percent(whole['XL-KC']!['signed-amount']!.progress)).toBe(
      rate('contract-amount-of-district-target').printed,
    );
    expect(percent(tenths['XL-QJ']!['leading-share']!.value)).toBe(rate('five-plus-one-share').printed);
    expect(percent(tenths['XL-WW']!['signed']!.progress)).toBe(rate('named-class-progress').printed);
    expect(tenths['XL-SS']!['signed']).toMatchObject({ value: '227', previous: '185' });
    expect(percent(tenths['XL-SS']!['signed']!.yearOnYear)).toBe(growthOf('registered-count').printed);
    const reached = (of: typeof whole) => {
      const { numerator, denominator } = of['XL-DX']!['start-rate']!.progress!;
      return BigInt(numerator) >= BigInt(denominator);
    };
    const dayBefore = await units({ definition: 'half-up-0', asOf: '2024-11-29' });
    expect([reached(dayBefore), reached(whole)]).toEqual([false, true]); // 314 of 393 started, then 315
    const stock = await table({ period: '2024', metric: ['backlog', 'backlog-cleared'] });
    const { backlog, 'backlog-cleared': cleared } = stock.rows.find(({ key }) => key === 'XL-SW')!.figures;
    expect([backlog!.value, cleared!.value]).toMatchObject(['48', { numerator: '15', denominator: '31' }]); // 45 of 93
  }, 300_000);

  it('figures open into the projects, meetings and money behind them', async () => {
    const backlog = await opened('backlog');
    expect(backlog.numerator.rows.map(({ project }) => project.code).sort()).toEqual(figures['backlog'].codes);
    const signedIn = (codes: readonly string[]): Record<string, number> => {
      const years: Record<string, number> = {};
      for (const { code, signedOn } of expected.projects)
        if (codes.includes(code)) years[signedOn!.slice(0, 4)] = (years[signedOn!.slice(0, 4)] ?? 0) + 1;
      return years;
    };
    expect(signedIn(backlog.numerator.rows.map(({ project }) => project.code))).toEqual(
      figures['backlog'].bySigningYear,
    );
    const cleared = await opened('backlog-cleared');
    expect([cleared.numerator.value, cleared.denominator.value].map(Number)).toEqual([
      figures['backlogCleared'].started,
      figures['backlogCleared'].atOpening,
    ]);
    const funds = await opened('funds-in-place-rate');
    expect(wan(funds.numerator.value)).toBe(figures['funds'].onTheWindowsProjects.wan);
    const three = await opened('three-year-start-rate');
    expect([three.numerator.rows.length, three.denominator.rows.length].map(String)).toEqual([
      figures['threeYearStartRate'].numerator,
      figures['threeYearStartRate'].denominator,
    ]);
    const reviewed = await opened('pre-review-pass-rate');
    const { reviews } = VECTORS;
    expect([reviewed.numerator.rows.length, reviewed.denominator.rows.length]).toEqual([
      reviews.passed,
      reviews.reviewed,
    ]);
    const held = (part: Part, on: string): number => part.rows.filter(({ event }) => event.on === on).length;
    for (const meeting of figures['reviews'].byMeeting)
      expect([meeting.on, held(reviewed.denominator, meeting.on), held(reviewed.numerator, meeting.on)]).toEqual([
        meeting.on,
        meeting.reviewed,
        meeting.passed,
      ]);
    expect(new Set(reviewed.denominator.rows.map(({ event }) => event.on)).size).toBe(reviews.meetings);
  }, 300_000);

  it('the lists of the day hold as many', async () => {
    const day = { asOf: '2022-06-30' };
    expect(await ask().list('negotiation', day)).toMatchObject({ total: figures['negotiation'].count });
    const backlog = await ask().list('signed-not-started', day);
    expect(backlog).toMatchObject({ total: figures['backlog'].count });
    expect(JSON.stringify(backlog)).toContain(`${figures['backlog'].wan}0000.00`);
  }, 300_000);
});

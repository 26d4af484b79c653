import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrate } from '#database';
import {
  fenOf,
  foldOrganisation,
  fold,
  type IsoDate,
  type OrganisationEvent,
  type Placed,
  type ProjectEvent,
} from '#domain';
import { postgresStore } from '#event-store';
import { importWorkbook } from '#imports';
import {
  explain,
  listNamed,
  listRows,
  listTotals,
  projectModel,
  rebuildProjects,
  rulesNow,
  unitNames,
  type ListRow,
} from '#projections';
import { officeMigrations, importTools } from '#office';
import { freshDatabase } from '../support/postgres.ts';

const read = <T>(name: string): T => JSON.parse(readFileSync(join(__dirname, `expected-${name}.json`), 'utf8')) as T;
const TODAY = '2026-11-25' as IsoDate;

const installation = async (name: string, regions: readonly string[]) => {
  const database = await freshDatabase();
  await migrate(database.pool, officeMigrations);
  const store = postgresStore(database);
  const rules = rulesNow(store);
  const model = projectModel(database.pool, store, rules);
  const tree = foldOrganisation(
    regions.map((region, index): OrganisationEvent => ({
      type: 'UnitAdded',
      occurredOn: TODAY,
      data: { code: `R${index}`, name: region, kind: 'region', parent: null },
    })),
  );
  const importAgain = async () => {
    await model.catchUp();
    const done = await importWorkbook(
      {
        path: join(__dirname, `sample-${name}.xlsx`),
        dryRun: false,
        today: TODAY,
        actor: { user: 'clerk', unit: null },
      },
      importTools(database.pool, store, tree),
    );
    await model.catchUp();
    return done.report;
  };
  const list = async (listName: string, day: string) => {
    const question = {
      list: listNamed(listName)!,
      asOf: { day: day as IsoDate, position: null },
      scope: { all: true } as const,
      limit: null,
    };
    return {
      ...(await listRows(database.pool, question, unitNames([]))),
      ...(await listTotals(database.pool, question)),
    };
  };
  return { database, store, rules, importAgain, list };
};

const wanOf = (rows: readonly ListRow[]): string =>
  String(rows.reduce((sum, row) => sum + fenOf(row.contracted!.amount), 0n) / 1_000_000n);

interface View {
  backlog: {
    count: number;
    byColour: Record<string, number>;
    bySigningYear: Record<string, Record<string, number>>;
    contractedWan: string;
    onHold: number;
  };
  started: number;
  terminated: number;
  live: { byColour: Record<string, number> };
  projects: { code: string; colour: string | null; ageMonths?: number; decides: string[]; inBacklog: boolean }[];
  negotiation: { code: string; colour: string | null; state: string }[];
}

describe('the county’s backlog, imported and listed', () => {
  const expected = read<{ placesToConfigure: string[]; views: Record<string, View> }>('backlog');
  let county: Awaited<ReturnType<typeof installation>>;
  beforeAll(async () => {
    county = await installation('backlog', expected.placesToConfigure);
    await county.importAgain();
  });
  afterAll(async () => {
    await county.store.close();
    await county.database.drop();
  });

  it.each(Object.entries(expected.views))('on %s by colour, year, clock and age', async (day, view) => {
    const { rows, total, colours, sums } = await county.list('signed-not-started', day);
    expect([total, colours, rows.filter(({ onHold }) => onHold).length]).toEqual([
      view.backlog.count,
      view.backlog.byColour,
      view.backlog.onHold,
    ]);
    expect(sums.contracted).toEqual([{ amount: `${view.backlog.contractedWan}0000.00`, currency: 'CNY' }]);
    for (const [year, { count, ...byColour }] of Object.entries(view.backlog.bySigningYear)) {
      const mine = rows.filter(({ signedOn }) => signedOn!.startsWith(year));
      expect(mine).toHaveLength(count!);
      for (const [colour, number] of Object.entries(byColour))
        expect(mine.filter((row) => row.colour === colour)).toHaveLength(number);
    }
    for (const wanted of view.projects.filter(({ inBacklog }) => inBacklog)) {
      const row = rows.find(({ code }) => code === wanted.code)!;
      expect([row.colour, row.ageMonths]).toEqual([wanted.colour, wanted.ageMonths]);
      if (row.clock !== null) expect([row.clock, ...row.alsoAtWorst].sort()).toEqual([...wanted.decides].sort());
    }
    const started = await county.list('started', day);
    expect([started.total, (await county.list('terminated', day)).total]).toEqual([view.started, view.terminated]);
    const live = [...rows, ...started.rows].reduce<Record<string, number>>(
      (counts, { colour }) => ({ ...counts, [colour!]: (counts[colour!] ?? 0) + 1 }),
      {},
    );
    for (const [colour, number] of Object.entries(view.live.byColour)) expect(live[colour] ?? 0).toBe(number);
    const talks = await county.list('negotiation', day);
    expect(talks.rows.map(({ code, colour }) => [code, colour]).sort()).toEqual(
      view.negotiation
        .filter(({ state }) => state === 'in negotiation')
        .map(({ code, colour }) => [code, colour])
        .sort(),
    );
  });
  it('says of every listed project the same as its explanation', async () => {
    const { rows } = await county.list('stalled', '2022-12-31');
    for (const row of rows) {
      const history = await county.store.readStream(`project-${row.id}`);
      const why = explain(history, await county.rules(), row.id, {
        day: '2022-12-31' as IsoDate,
        position: null,
      });
      expect([why!.colour, why!.clock, why!.alsoAtWorst]).toEqual([row.colour, row.clock, row.alsoAtWorst]);
    }
  });
  it('changes nothing when the same file comes again', async () => {
    const head = await county.store.head();
    const report = await county.importAgain();
    expect([report.repeatOf === null, await county.store.head()]).toEqual([false, head]);
  });
  it('is rebuilt to exactly the same rows', async () => {
    expect(await rebuildProjects(county.database.pool, county.store, county.rules)).toMatchObject({ differences: 0 });
  });
});

describe('the district’s half-year, imported and listed', () => {
  const expected = read<{
    regionsToConfigure: string[];
    figures: {
      signed: { count: number; wan: string };
      backlog: { count: number; bySigningYear: Record<string, number>; codes: string[] };
      negotiation: { count: number };
      threeYearStartRate: { numerator: string; denominator: string };
      startedInPeriod: { count: number };
      leads: { reported: number; valuable: number };
    };
  }>('ledger');
  let district: Awaited<ReturnType<typeof installation>>;
  beforeAll(async () => {
    district = await installation('ledger', expected.regionsToConfigure);
    await district.importAgain();
  });
  afterAll(async () => {
    await district.store.close();
    await district.database.drop();
  });
  const { figures } = expected;
  const inHalf = (day: string | null): boolean => day !== null && day >= '2022-01-01' && day <= '2022-06-30';

  it('counts the signings of the half-year once, without frameworks', async () => {
    const signed = (await district.list('signed', '2022-06-30')).rows;
    const mine = signed.filter(({ signedOn }) => inHalf(signedOn));
    expect([mine.length, wanOf(mine)]).toEqual([figures.signed.count, figures.signed.wan]);
    const three = signed.filter(({ signedOn }) => signedOn! >= '2020-01-01');
    expect([String(three.filter(({ startedOn }) => startedOn !== null).length), String(three.length)]).toEqual([
      figures.threeYearStartRate.numerator,
      figures.threeYearStartRate.denominator,
    ]);
  });
  it('lists the backlog, the starts, the negotiations and the leads of the day', async () => {
    const backlog = await district.list('signed-not-started', '2022-06-30');
    expect(backlog.rows.map(({ code }) => code).sort()).toEqual([...figures.backlog.codes].sort());
    expect(
      (await district.list('started', '2022-06-30')).rows.filter(({ startedOn }) => inHalf(startedOn)),
    ).toHaveLength(figures.startedInPeriod.count);
    expect((await district.list('negotiation', '2022-06-30')).total).toBe(figures.negotiation.count);
  });
  it('answers as the naive fold of the log for any day and position', async () => {
    const { store, database } = district;
    const head = await store.head();
    const columns = 'project_id, phase, code, signed_on::text as signed_on, contracted::text as contracted, version';
    for (const [position, day] of [
      [head, '2022-03-31'],
      [head / 2n, '2022-06-30'],
      [head / 3n, '2021-05-15'],
      [head, '2026-11-25'],
    ] as const) {
      const transaction = (await store.readAll(position - 1n, 1))[0]!.recordedAt;
      const known = await store.positionAt(transaction);
      const { rows } = await database.pool.query<{
        project_id: string;
        phase: string;
        code: string;
        signed_on: string | null;
        contracted: string | null;
        version: number;
      }>(
        `select ${columns} from project_span where from_day <= $1::date and to_day > $1::date and from_pos <= $2 and to_pos > $2 order by project_id`,
        [day, String(known)],
      );
      const wanted = [];
      for await (const events of store.readByStream('project-', known)) {
        const facts = events
          .map(({ event, version }): Placed => ({ ...(event as ProjectEvent), version }))
          .filter(({ occurredOn }) => occurredOn <= day);
        const project = fold(facts);
        if (project.phase !== 'none')
          wanted.push({
            project_id: events[0]!.stream.slice(8),
            phase: project.phase,
            code: project.code,
            signed_on: project.contract?.on ?? null,
            contracted: project.contract?.contracted.amount ?? null,
            version: Math.max(...facts.map(({ version }) => version)),
          });
      }
      expect(rows).toEqual(wanted.sort((a, b) => (a.project_id < b.project_id ? -1 : 1)));
      expect(rows.length).toBeGreaterThan(0);
    }
  });
});

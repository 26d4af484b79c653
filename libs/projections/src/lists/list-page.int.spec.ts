import { randomUUID } from 'node:crypto';
import { migrate } from '#database';
import { addDays, CLOCK_NAMES, DEFAULT_RULES, type IsoDate, type ProjectEvent } from '#domain';
import { eventStoreMigrations, postgresStore, type EventStore } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { cellOf, dayNumber, DAYS, POSITIONS } from '../projects/cells.ts';
import { LIST_FIELDS, orders } from './list-fields.ts';
import type { Condition } from './list-filter.ts';
import { compareDays } from './compare-days.ts';
import { listRows } from './list-query.ts';
import type { AsOf } from './list-question.ts';
import { listGroups, listTotals } from './list-totals.ts';
import type { Scope } from '../projects/seen.ts';
import { listNamed, LISTS } from './lists.ts';
import { projectMigrations, projectModel } from '../projects/project-model.ts';
import { rebuildProjects } from '../projects/rebuild.ts';
import { unitNames } from '../organisation/units.ts';

const day = (offset: number): IsoDate => addDays('2022-01-01' as IsoDate, offset);
const fact = (type: ProjectEvent['type'], on: IsoDate, data: object): ProjectEvent =>
  ({ type, occurredOn: on, data }) as ProjectEvent;

/** Facts in the order in which they become known: some late, some corrected, some projects over. */
const life = (index: number): readonly ProjectEvent[] => {
  const at = (index * 53) % 700;
  return [
    fact('ProjectRecorded', day(at), { code: `P${index}`, title: `Project ${index}`, unit: `U${index % 3}` }),
    fact('NegotiationOpened', day(at + 7), { class: 'standard' }),
    fact('ContractSigned', day(at + 40), {
      contracted: { amount: `${index + 1}00.00`, currency: index % 10 === 9 ? 'USD' : 'CNY' },
      agreedStart: day(at + 100),
      landMode: 'lease',
    }),
    fact('ProgressReported', day(at + 90), { text: 'later' }),
    fact('ProgressReported', day(at + 60), { text: 'earlier, told late' }),
    ...(index % 4 === 0
      ? [fact('StartCertified', day(at + 200), {}), fact('StatisticsEntered', day(at + 230), {})]
      : []),
    ...(index % 5 === 1 ? [fact('ProjectTerminated', day(at + 300), { kind: 'by-investor', reason: 'gone' })] : []),
  ];
};

describe('pages of past days and of past knowledge', () => {
  let database: TestDatabase;
  let store: EventStore;
  let head = 0n;
  beforeAll(async () => {
    database = await freshDatabase();
    await migrate(database.pool, [...eventStoreMigrations, ...projectMigrations]);
    store = postgresStore(database);
    const model = projectModel(database.pool, store, async () => DEFAULT_RULES);
    const lives = Array.from({ length: 90 }, (_, index) => life(index));
    for (let n = 0; n < 8; n += 1) {
      // some batches are projected while later facts are still unknown: rows cease to hold in the table itself
      await store.appendMany(
        lives.flatMap((facts, index) => {
          const event = facts[n];
          return event === undefined
            ? []
            : [
                {
                  stream: `project-${index}`,
                  expected: n,
                  events: [
                    {
                      id: randomUUID(),
                      event,
                      schemaVersion: 1,
                      meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
                    },
                  ],
                },
              ];
        }),
      );
      await model.catchUp();
    }
    head = await store.head();
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const days = [day(-1), day(0), day(50), day(101), day(333), day(555), day(730), day(1100), '2040-02-29' as IsoDate];
  const ask = async (
    name: string,
    asOf: AsOf,
    scope: Scope,
    where: readonly Condition[],
    limit: number | null,
    after: string | null,
  ) => listRows(database.pool, { list: listNamed(name)!, asOf, scope, where, limit, after }, unitNames([]));
  const paged = async (
    name: string,
    asOf: AsOf,
    scope: Scope = { all: true },
    where: readonly Condition[] = [],
  ): Promise<string[]> => {
    const codes: string[] = [];
    let after: string | null = null;
    do {
      const { rows, next }: Awaited<ReturnType<typeof ask>> = await ask(name, asOf, scope, where, 7, after);
      codes.push(...rows.map(({ code }) => code));
      after = next;
    } while (after !== null);
    return codes;
  };

  it.each(LISTS.map(({ name }) => name))('%s: page after page makes the whole list, in its order', async (name) => {
    let seen = 0;
    for (const on of days)
      for (const position of [null, head, head / 2n, head / 5n, 1n, 0n]) {
        const whole = (await ask(name, { day: on, position }, { all: true }, [], null, null)).rows.map(
          ({ code }) => code,
        );
        expect(await paged(name, { day: on, position })).toEqual(whole);
        seen += whole.length;
      }
    if (['signed-not-started', 'negotiation', 'signed', 'started', 'terminated', 'stalled'].includes(name))
      expect(seen).toBeGreaterThan(50);
  });
  it('narrows a past page by scope and by the asker’s conditions', async () => {
    const asOf = { day: day(400), position: head / 2n };
    const scope: Scope = { all: false, units: ['U1'] };
    const mine = await paged('signed-not-started', asOf, scope);
    expect(mine.length).toBeGreaterThan(7);
    expect(mine.every((code) => Number(code.slice(1)) % 3 === 1)).toBe(true);
    const red = (await ask('signed-not-started', asOf, scope, [], null, null)).rows
      .filter(({ colour }) => colour === 'red')
      .map(({ code }) => code);
    expect(await paged('signed-not-started', asOf, scope, [{ colour: ['red'] }])).toEqual(red);
    expect(await paged('signed-not-started', asOf, scope, [{ field: 'phase', is: ['start'] }])).toEqual([]);
    expect(await paged('signed-not-started', asOf, scope, [{ field: 'code', is: mine[0]! }])).toEqual([mine[0]]);
  });
  const ORDERS = LIST_FIELDS.filter(orders).map(({ name }) => name);
  it.each(ORDERS)(
    'ordered by %s, up and down, page after page makes the whole list; what is not known comes last',
    async (name) => {
      for (const asOf of [
        { day: '2040-02-29' as IsoDate, position: null },
        { day: day(400), position: head / 2n },
      ])
        for (const order of [[name], [`-${name}`]]) {
          const question = { list: listNamed('live')!, asOf, scope: { all: true } as const, order };
          const whole = (await listRows(database.pool, { ...question, limit: null }, unitNames([]))).rows;
          const values = whole.map((row) => row[name]).map((value) => (value === null ? null : JSON.stringify(value)));
          const known = values.filter((value) => value !== null);
          expect(values).toEqual([...known, ...Array<null>(values.length - known.length).fill(null)]);
          const codes: string[] = [];
          let after: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof listRows>> = await listRows(
              database.pool,
              { ...question, limit: 11, after },
              unitNames([]),
            );
            codes.push(...page.rows.map(({ code }) => code));
            after = page.next;
          } while (after !== null);
          expect(codes).toEqual(whole.map(({ code }) => code));
        }
    },
  );
  it('the largest contract comes first where that is asked for, and the earliest signing', async () => {
    const asOf = { day: '2040-02-29' as IsoDate, position: null };
    const by = async (order: string) =>
      (
        await listRows(
          database.pool,
          { list: listNamed('live')!, asOf, scope: { all: true }, order: [order], limit: null },
          unitNames([]),
        )
      ).rows;
    const amounts = (await by('-contracted')).flatMap(({ contracted }) =>
      contracted === null ? [] : [Number(contracted.amount)],
    );
    expect(amounts.length).toBeGreaterThan(30);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    const signings = (await by('signedOn')).flatMap(({ signedOn }) => signedOn ?? []);
    expect(signings).toEqual([...signings].sort());
  });
  it('a bound in 元 is asked of contracts in 元: dollars lie neither above nor below it', async () => {
    const asOf = { day: '2040-02-29' as IsoDate, position: null };
    const all = (await ask('live', asOf, { all: true }, [], null, null)).rows;
    const within = (holds: (amount: number) => boolean): readonly string[] =>
      all
        .filter(({ contracted }) => contracted?.currency === 'CNY' && holds(Number(contracted.amount)))
        .map(({ code }) => code);
    expect(all.some(({ contracted }) => contracted?.currency === 'USD')).toBe(true);
    expect(await paged('live', asOf, { all: true }, [{ field: 'contracted', from: '4000.00' }])).toEqual(
      within((amount) => amount >= 4000),
    );
    expect(await paged('live', asOf, { all: true }, [{ field: 'contracted', to: '4000.00' }])).toEqual(
      within((amount) => amount <= 4000),
    );
  });
  it('a clock narrows a list to the projects at whose colour it stands, as their rows say', async () => {
    let seen = 0;
    for (const on of days)
      for (const position of [null, head / 2n]) {
        const asOf = { day: on, position };
        const all = (await ask('live', asOf, { all: true }, [], null, null)).rows;
        for (const clock of CLOCK_NAMES) {
          const wanted = all
            .filter((row) => row.clock === clock || row.alsoAtWorst.includes(clock))
            .map(({ code }) => code);
          expect(await paged('live', asOf, { all: true }, [{ clock }])).toEqual(wanted);
          seen += wanted.length;
        }
      }
    expect(seen).toBeGreaterThan(100);
  });
  it('a search finds names of any width and case, numbers and parts, today and in the past', async () => {
    for (const asOf of [
      { day: '2040-02-29' as IsoDate, position: null },
      { day: day(700), position: head },
    ]) {
      expect(await paged('live', asOf, { all: true }, [{ search: 'ＰＲＯＪＥＣＴ 77' }])).toEqual(['P77']);
      expect(await paged('live', asOf, { all: true }, [{ search: 'p8' }])).toEqual(
        expect.arrayContaining(['P8', 'P80', 'P83']),
      );
      expect(await paged('live', asOf, { all: true }, [{ search: '%' }])).toEqual([]);
      expect((await paged('live', asOf, { all: true }, [{ search: '7' }])).length).toBeGreaterThan(8);
    }
  });
  it('the parts of a list told apart add up to the whole, in the order of their rows', async () => {
    const question = {
      list: listNamed('live')!,
      asOf: { day: '2040-02-29' as IsoDate, position: null },
      scope: { all: true } as const,
    };
    const { groups, totals } = await listGroups(database.pool, question, '-signingYear');
    expect(totals).toEqual(await listTotals(database.pool, question));
    expect(groups.reduce((sum, { total }) => sum + total, 0)).toBe(totals.total);
    const { rows } = await listRows(
      database.pool,
      { ...question, order: ['-signingYear'], limit: null },
      unitNames([]),
    );
    expect(groups.map(({ key }) => key)).toEqual([...new Set(rows.map(({ signingYear }) => signingYear))]);
  });
  it('two days compared tell who came, who left and who is another, as the lists of the two days do', async () => {
    const listedOn = async (name: string, asOf: AsOf, scope: Scope): Promise<ReadonlyMap<string, string>> => {
      const [{ rows }, since] = [
        await listRows(database.pool, { list: listNamed(name)!, asOf, scope, limit: null }, unitNames([])),
        await database.pool.query<{ id: string; day: string }>(
          `select project_id as id, from_day::text as day from project_span where from_day <= $1::date and to_day > $1::date and from_pos <= $2::bigint and to_pos > $2::bigint`,
          [asOf.day, String(asOf.position ?? head)],
        ),
      ];
      const from = new Map(since.rows.map(({ id, day }) => [id, day]));
      return new Map(rows.map(({ id, colour }) => [id, `${colour} since ${from.get(id)}`]));
    };
    const seen = { entered: 0, left: 0, stayed: 0 };
    for (const [from, to] of [
      [101, 103],
      [101, 333],
      [555, 333],
      [550, 1100],
    ].map((pair) => pair.map(day)))
      for (const position of [null, head / 2n])
        for (const scope of [{ all: true }, { all: false, units: ['U1'] }] as const)
          for (const name of ['signed-not-started', 'stalled', 'signed']) {
            const before = await listedOn(name, { day: from!, position }, scope);
            const after = await listedOn(name, { day: to!, position }, scope);
            const asked = { conditions: listNamed(name)!.where, from: from!, to: to!, position, scope };
            const whole = await compareDays(database.pool, { ...asked, limit: null });
            const wanted = {
              entered: [...after.keys()].filter((id) => !before.has(id)),
              left: [...before.keys()].filter((id) => !after.has(id)),
              stayed: [...after.keys()].filter((id) => before.has(id) && before.get(id) !== after.get(id)),
            };
            const few = await compareDays(database.pool, { ...asked, limit: 2 });
            for (const kind of ['entered', 'left', 'stayed'] as const) {
              expect([...whole[kind]].sort()).toEqual(wanted[kind].sort());
              expect(few[kind]).toEqual(whole[kind].slice(0, 2));
              expect([whole.counts[kind], few.counts[kind]]).toEqual([wanted[kind].length, wanted[kind].length]);
              seen[kind] += wanted[kind].length;
            }
          }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });
  it('keeps every row in the cell where its days and positions are looked for', async () => {
    const { rows } = await database.pool.query<{
      from_day: string;
      to_day: string;
      from_pos: string;
      to_pos: string;
      open: boolean;
      day_cell: number;
      known_cell: string | null;
    }>(
      `select from_day::text as from_day, to_day::text as to_day, from_pos::text as from_pos, to_pos::text as to_pos, to_pos = 9223372036854775807 as open, day_cell, known_cell::text as known_cell from project_span`,
    );
    expect(rows.filter(({ open }) => !open).length).toBeGreaterThan(100);
    for (const row of rows) {
      const last = row.to_day === 'infinity' ? 2n ** 20n : dayNumber(row.to_day) - 1n;
      expect([String(row.day_cell), row.known_cell]).toEqual([
        String(cellOf(DAYS, dayNumber(row.from_day), last)),
        row.open ? null : String(cellOf(POSITIONS, BigInt(row.from_pos), BigInt(row.to_pos) - 1n)),
      ]);
    }
  });
  it('rows laid bit by bit are those laid anew', async () => {
    expect(await rebuildProjects(database.pool, store, async () => DEFAULT_RULES)).toMatchObject({ differences: 0 });
  });
});

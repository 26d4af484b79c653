import { join } from 'node:path';
import { addDays, dayInShanghai, DEFAULT_POLICY, type IsoDate } from '#domain';
import { importWorkbook } from '#imports';
import { eachProject, forward, holderIn, reminderProcess, type Forward } from '#reminders';
import { live } from '../../../../test/simulation/world.ts';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { importTools } from '#office';
import { reminderTools } from '../../../../libs/office/src/reminders/reminder-tools.ts';
import type { Coming } from '../../../../libs/office/src/policy/coming-up.ts';

let t: TestApi;
let cookie: string;
let clock = Date.parse('2022-06-20T02:00:00Z');

/** What folding every history says, project by project. */
const folded = async (days: number): Promise<readonly Forward[]> => {
  const { store, rules, organisation } = t.office;
  const [now, { tree }, found] = [await rules(), await organisation.current(), [] as Forward[]];
  await eachProject(
    store,
    ({ end }) => end === null,
    {},
    (history) => {
      const ahead = forward(history, now, dayInShanghai(new Date(clock).toISOString()), days, holderIn(tree));
      if (ahead !== null) found.push(ahead);
    },
  );
  return found;
};
const asked = async (question: string): Promise<Coming> =>
  (await t.http().get(`/api/forward?${question}`).set('cookie', cookie).expect(200)).body as Coming;
const inPages = async (question: string, limit: number): Promise<readonly Forward[]> => {
  const rows: Forward[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Coming = await asked(`${question}&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
};
const byProject = (rows: readonly Forward[]): readonly Forward[] =>
  [...rows].sort((a, b) => (a.project.id < b.project.id ? -1 : 1));
const total = (rows: readonly Forward[], what: 'dues' | 'notices' | 'reds'): number =>
  rows.reduce((sum, row) => sum + row[what].length, 0);

beforeAll(async () => {
  t = await testApi({}, () => new Date(clock));
  cookie = await t.signedIn('root', ['admin']);
  const { pool, store, organisation } = t.office;
  const { tree } = await organisation.current();
  await importWorkbook(
    {
      path: join(__dirname, '../../../../test/acceptance/sample-backlog.xlsx'),
      dryRun: false,
      today: '2022-06-20' as IsoDate,
      actor: { user: 'clerk', unit: null },
    },
    importTools(pool, store, tree),
  );
});
afterAll(() => t.close());

const moveTo = async (day: IsoDate): Promise<void> => {
  clock = Math.max(clock, Date.parse(`${day}T02:00:00Z`)); // never back: the log refuses a clock behind its last record
  cookie = cookieOf(await t.http().post('/api/session').send({ user: 'root', password: PASSWORD }).expect(200)); // a session does not last a month
};
const send = (path: string, body: object, headers: Record<string, string> = {}) =>
  t.http().post(path).set('cookie', cookie).set(headers).send(body);
const KINDS = ['dues', 'notices', 'reds'] as const;
/** The counts of each day, from what folding says. */
const daysOf = (rows: readonly Forward[]): Coming['perDay'] => {
  const days = new Map<IsoDate, { on: IsoDate; dues: number; notices: number; reds: number }>();
  for (const kind of KINDS)
    for (const { on } of rows.flatMap((row): readonly { on: IsoDate }[] => row[kind])) {
      const day = days.get(on) ?? { on, dues: 0, notices: 0, reds: 0 };
      day[kind] += 1;
      days.set(on, day);
    }
  return [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
};

it.each([
  ['on the day of adoption', '2022-06-20'],
  ['after a month of notices', '2022-07-21'],
])('says %s what folding every history says, page after page, with the counts of all pages', async (_when, day) => {
  await moveTo(day as IsoDate);
  await reminderProcess(reminderTools(t.office), { set: async () => undefined }).wake();
  for (const days of [30, 90]) {
    const expected = await folded(days);
    expect(total(expected, 'notices')).toBeGreaterThan(20);
    expect(byProject(await inPages(`days=${days}`, 7))).toEqual(byProject(expected));
    const { counts, perDay } = await asked(`days=${days}`);
    expect(counts).toEqual({
      projects: expected.length,
      dues: total(expected, 'dues'),
      notices: total(expected, 'notices'),
      reds: total(expected, 'reds'),
    });
    expect(perDay).toEqual(daysOf(expected));
  }
});

it('says of a unit only what its projects have to expect', async () => {
  const { rows } = await t.office.pool.query<{ project_id: string; unit: string }>(
    `select project_id, unit from project_span where to_pos = 9223372036854775807 and to_day = 'infinity' and unit is not null`,
  );
  const unitOf = new Map(rows.map(({ project_id: id, unit }) => [id, unit]));
  const all = await folded(90);
  const unit = unitOf.get(all[0]!.project.id)!;
  const expected = all.filter(({ project }) => unitOf.get(project.id) === unit);
  expect(expected.length).toBeLessThan(all.length);
  const question = `days=90&unit=${encodeURIComponent(unit)}`;
  expect(byProject(await inPages(question, 50))).toEqual(byProject(expected));
  expect((await asked(question)).counts).toMatchObject({
    projects: expected.length,
    notices: total(expected, 'notices'),
  });
  expect(await asked('days=90&unit=nowhere')).toMatchObject({
    counts: { projects: 0, dues: 0, notices: 0, reds: 0 },
    perDay: [],
    rows: [],
    next: null,
  });
  const [first] = all[0]!.notices;
  const week = await asked(`days=90&limit=500&week=${first!.on}`);
  expect(week.rows.map(({ project }) => project.id)).toContain(all[0]!.project.id);
  expect([week.perDay, week.rows.length < all.length]).toEqual([(await asked('days=90')).perDay, true]);
  expect((await t.http().get('/api/forward?cursor=x').set('cookie', cookie)).body).toMatchObject({
    code: 'invalid-cursor',
  });
});

describe('of invented bureaus', () => {
  let last = '' as IsoDate;
  const counted = async (): Promise<Record<(typeof KINDS)[number], number>> => {
    const found = { dues: 0, notices: 0, reds: 0 };
    for (const days of [30, 90]) {
      const expected = await folded(days);
      const { counts, perDay } = await asked(`days=${days}`);
      expect(perDay).toEqual(daysOf(expected));
      expect(counts.projects).toBe(expected.length);
      expect(byProject(await inPages(`days=${days}`, 50)).map(({ project }) => project.id)).toEqual(
        byProject(expected).map(({ project }) => project.id),
      );
      for (const kind of KINDS) found[kind] += counts[kind];
    }
    return found;
  };
  beforeAll(async () => {
    const facts = (await Promise.all(Array.from({ length: 6 }, (_, seed) => live(seed + 1)))).flatMap(
      ({ events }, seed) =>
        events
          .filter(({ stream }) => stream.startsWith('project-'))
          .map((one) => ({ ...one, stream: one.stream.replace('project-', `project-${seed}-`) })),
    );
    for (const { stream, id, event, schemaVersion, meta, recordedAt } of facts.sort((a, b) =>
      a.recordedAt < b.recordedAt ? -1 : 1,
    )) {
      clock = Math.max(clock, Date.parse(recordedAt));
      await t.office.store.append(stream, 'any', [{ id, event, schemaVersion, meta }]);
    }
    last = dayInShanghai(new Date(clock).toISOString());
  });

  it('says what folding every history says where another policy will be in force within those days', async () => {
    await moveTo(last);
    const policy = {
      ...DEFAULT_POLICY,
      validFrom: addDays(last, 15),
      scale: { ...DEFAULT_POLICY.scale, orangeDaysLate: 9, redDaysLate: 15 },
    };
    const { draft, version } = (await send('/api/policy/drafts', { policy }).expect(201)).body as {
      draft: number;
      version: number;
    };
    await send(`/api/policy/drafts/${draft}/publish`, {}, { 'if-match': `"${version}"` }).expect(200);
    expect(Object.values(await counted()).every((count) => count > 0)).toBe(true);
  });
  it('says the same on day after day: excuses, amendments, idle land and all', async () => {
    const found = { dues: 0, notices: 0, reds: 0 };
    for (const later of [20, 130, 640]) {
      await moveTo(addDays(last, later));
      const { dues, notices, reds } = await counted();
      found.dues += dues;
      found.notices += notices;
      found.reds += reds;
    }
    expect(Math.min(found.dues, found.notices, found.reds)).toBeGreaterThan(10);
  });
});

import { join } from 'node:path';
import { dayInShanghai, type IsoDate } from '#domain';
import { importWorkbook } from '#imports';
import { eachProject, forward, holderIn, reminderProcess, type Forward } from '#reminders';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { reminderTools } from '../../../worker/src/reminder-tools.ts';
import { importTools } from '../imports/import-tools.ts';
import type { Ahead } from './forward-desk.ts';

let t: TestApi;
let cookie: string;
let clock = Date.parse('2022-06-20T02:00:00Z');

/** What folding every history says, project by project. */
const folded = async (days: number): Promise<readonly Forward[]> => {
  const { store, rules, organisation } = t.services;
  const [now, { tree }, found] = [await rules(), await organisation(), [] as Forward[]];
  await eachProject(store, { sees: ({ end }) => end === null }, (history) => {
    const ahead = forward(history, now, dayInShanghai(new Date(clock).toISOString()), days, holderIn(tree));
    if (ahead !== null) found.push(ahead);
  });
  return found;
};
const asked = async (question: string): Promise<Ahead> => (await t.http().get(`/api/forward?${question}`).set('cookie', cookie).expect(200)).body as Ahead;
const inPages = async (question: string, limit: number): Promise<readonly Forward[]> => {
  const rows: Forward[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Ahead = await asked(`${question}&limit=${limit}${cursor === '' ? '' : `&cursor=${cursor}`}`);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    rows.push(...page.rows);
    cursor = page.next;
  }
  return rows;
};
const byProject = (rows: readonly Forward[]): readonly Forward[] => [...rows].sort((a, b) => (a.project.id < b.project.id ? -1 : 1));
const total = (rows: readonly Forward[], what: 'dues' | 'notices' | 'reds'): number => rows.reduce((sum, row) => sum + row[what].length, 0);

beforeAll(async () => {
  t = await testApi({}, () => new Date(clock));
  cookie = await t.signedIn('root', ['admin']);
  const { pool, store, organisation } = t.services;
  const { tree } = await organisation();
  await importWorkbook({ path: join(__dirname, '../../../../test/acceptance/sample-backlog.xlsx'), dryRun: false, today: '2022-06-20' as IsoDate, actor: { user: 'clerk', unit: null } }, importTools(pool, store, tree));
});
afterAll(() => t.close());

it.each([['on the day of adoption', '2022-06-20'], ['after a month of notices', '2022-07-21']])('says %s what folding every history says, page after page, with the counts of all pages', async (_when, day) => {
  clock = Date.parse(`${day}T02:00:00Z`);
  cookie = cookieOf(await t.http().post('/api/session').send({ user: 'root', password: PASSWORD }).expect(200)); // a session does not last a month
  await reminderProcess(reminderTools(t.services), { set: async () => undefined }).wake();
  for (const days of [30, 90]) {
    const expected = await folded(days);
    expect(total(expected, 'notices')).toBeGreaterThan(20);
    expect(byProject(await inPages(`days=${days}`, 7))).toEqual(byProject(expected));
    const { counts, perDay } = await asked(`days=${days}`);
    expect(counts).toEqual({ projects: expected.length, dues: total(expected, 'dues'), notices: total(expected, 'notices'), reds: total(expected, 'reds') });
    expect(perDay.reduce((sum, { notices }) => sum + notices, 0)).toBe(counts.notices);
  }
});

it('says of a unit only what its projects have to expect', async () => {
  const { rows } = await t.services.pool.query<{ project_id: string; unit: string }>(`select project_id, unit from project_span where to_pos = 9223372036854775807 and to_day = 'infinity' and unit is not null`);
  const unitOf = new Map(rows.map(({ project_id: id, unit }) => [id, unit]));
  const all = await folded(90);
  const unit = unitOf.get(all[0]!.project.id)!;
  const expected = all.filter(({ project }) => unitOf.get(project.id) === unit);
  expect(expected.length).toBeLessThan(all.length);
  const question = `days=90&unit=${encodeURIComponent(unit)}`;
  expect(byProject(await inPages(question, 50))).toEqual(byProject(expected));
  expect((await asked(question)).counts).toMatchObject({ projects: expected.length, notices: total(expected, 'notices') });
  expect(await asked('days=90&unit=nowhere')).toMatchObject({ counts: { projects: 0, dues: 0, notices: 0, reds: 0 }, perDay: [], rows: [], next: null });
  const [first] = all[0]!.notices;
  const week = await asked(`days=90&limit=500&week=${first!.on}`);
  expect(week.rows.map(({ project }) => project.id)).toContain(all[0]!.project.id);
  expect([week.perDay, week.rows.length < all.length]).toEqual([(await asked('days=90')).perDay, true]);
  expect((await t.http().get('/api/forward?cursor=x').set('cookie', cookie)).body).toMatchObject({ code: 'invalid-cursor' });
});

import fc from 'fast-check';
import { MAY, type Role, type ScopeKind } from '#identity';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

const SEED = Number(process.env['CALLERS_SEED'] ?? 20260506);
const UNITS = [
  { code: '01', name: '甲局' },
  { code: '0101', name: '甲局一科', parent: '01' },
  { code: '0102', name: '甲局二科', parent: '01' },
  { code: '02', name: '乙局' },
  { code: '90', name: '督查室' },
] as const;
const HOLDING = ['01', '0101', '0102', '02', '甲局一科', '乙局'] as const; // by code, and as ledgers write them

interface Drawn {
  readonly user: string;
  readonly roles: Role[];
  readonly scope: ScopeKind;
  readonly unit: (typeof UNITS)[number]['code'];
  readonly units: string[];
}

const callers = (): readonly Drawn[] => {
  const unit = fc.constantFrom(...UNITS.slice(0, -1).map(({ code }) => code));
  const scope = fc.constantFrom<ScopeKind>('all', 'units', 'unit-and-below', 'unit', 'own-projects');
  const role = fc.constantFrom<Role>('clerk', 'supervisor', 'leader', 'auditor');
  const drawn = fc.record({ roles: fc.uniqueArray(role, { minLength: 1, maxLength: 2 }), scope, unit, other: unit });
  return fc
    .sample(drawn, { seed: SEED, numRuns: 12 })
    .map(({ other, ...one }, index) => ({
      ...one,
      user: `caller${index}`,
      units: one.scope === 'units' ? [other] : [],
    }));
};

/** Which units a scope covers, said once more in the plainest way. */
const covers = ({ scope, unit, units }: Drawn): readonly string[] => {
  const below = (code: string): string[] => UNITS.flatMap((one) => (one.code.startsWith(code) ? [one.code] : []));
  if (scope === 'unit') return [unit];
  if (scope === 'unit-and-below') return below(unit);
  return scope === 'units' ? units.flatMap(below) : [];
};

interface Known {
  readonly id: string;
  readonly unit: string; // its code
  readonly steward: string;
  readonly issue: string;
  readonly order: string;
}

let t: TestApi;
const cookies: Record<string, string> = {};
const projects: Known[] = [];
const people = callers();

const get = (who: string, url: string) => t.http().get(url).set('cookie', cookies[who]!);
const post = (who: string, url: string, body: object) => t.http().post(url).set('cookie', cookies[who]!).send(body);
const made = async (url: string, body: object): Promise<{ projectId: string; id: string }> =>
  (await post('boss', url, body).expect(201)).body as { projectId: string; id: string };

beforeAll(async () => {
  t = await testApi();
  cookies['boss'] = await t.signedIn('boss', ['admin']);
  await post('boss', '/api/organisation/import', { rows: UNITS.map((unit, index) => ({ row: index + 2, ...unit })) });
  for (const { user, ...more } of people) cookies[user] = await t.signedIn(user, more.roles, more);
  for (const [index, written] of HOLDING.entries()) {
    const { projectId: id } = await made('/api/projects', { title: `项目${index}`, code: `P-${index}` });
    const give = (command: string, body: object) => post('boss', `/api/projects/${id}/commands/${command}`, body);
    const steward = people[(index * 5) % people.length]!.user;
    await give('assign-owner', { unit: written, steward: `@${steward}` }).expect(200);
    await give('sign-contract', {
      number: `HT-${index}`,
      contracted: { amount: '100000000.00', currency: 'CNY' },
      agreedStart: '2030-01-01',
    }).expect(200);
    const issue = (await made('/api/issues', { project: id, factor: 'land', text: '缺地', level: 'city' })).id;
    const order = (await made('/api/orders', { project: id, rule: '逾期', unit: '90' })).id;
    const unit = UNITS.find(({ code, name }) => code === written || name === written)!.code;
    projects.push({ id, unit, steward, issue, order });
  }
});
afterAll(() => t.close());

const rowsOf = async (who: string, url: string): Promise<readonly { id: string }[]> =>
  ((await get(who, url).expect(200)).body as { rows: { id: string }[] }).rows;

/** In how many ways one and the same question is answered. */
const waysOf = async (who: Drawn, { id, issue, order }: Known): Promise<Readonly<Record<string, boolean>>> => {
  const there = async (url: string): Promise<boolean> => (await get(who.user, url)).status !== 404;
  const writes = who.roles.some((role) => MAY[role].includes('record-facts'));
  const command = () => post(who.user, `/api/projects/${id}/commands/report-progress`, { text: '推进' });
  return {
    list: (await rowsOf(who.user, '/api/lists/live?limit=500')).some((row) => row.id === id),
    page: await there(`/api/projects/${id}`),
    history: await there(`/api/projects/${id}/history`),
    issue: await there(`/api/issues/${issue}`),
    issues: (await rowsOf(who.user, `/api/issues?project=${id}`)).length > 0,
    order: await there(`/api/orders/${order}`),
    reminders: (await rowsOf(who.user, `/api/reminders?project=${id}`)).length > 0,
    ...(writes ? { command: (await command()).status !== 404 } : {}),
  };
};

it('whoever asks, a project is seen in every way or in none: list, page, matters, reminders, commands', async () => {
  const outcomes = new Set<boolean>();
  for (const who of people)
    for (const project of projects) {
      const seen = who.scope === 'all' || covers(who).includes(project.unit) || ownOf(who, project);
      const ways = await waysOf(who, project);
      expect({ who, project, ways }).toEqual({
        who,
        project,
        ways: Object.fromEntries(Object.keys(ways).map((way) => [way, seen])),
      });
      outcomes.add(seen);
    }
  expect([...outcomes].sort()).toEqual([false, true]);
}, 300_000);

const ownOf = ({ scope, user }: Drawn, { steward }: Known): boolean => scope === 'own-projects' && steward === user;

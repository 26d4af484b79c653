import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin', 'auditor']);
  const rows = [
    { row: 2, code: '01', name: '招商局' },
    { row: 3, code: '0101', name: '一组', parent: '招商局' },
    { row: 4, code: '0102', name: '二组', parent: '01' },
  ];
  await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows }).expect(200);
}, 600_000);
afterAll(() => t.close());

const asked = async (path: string, cookie: string): Promise<unknown> =>
  (await t.http().get(path).set('cookie', cookie).expect(200)).body as unknown;

it('an auditor of one unit reads what that unit looked at, also behind many looks of others', async () => {
  const registered = await t
    .http()
    .post('/api/projects')
    .set('cookie', admin)
    .send({ title: '轴承', unit: '0101', occurredOn: '2025-12-01' });
  const { projectId } = registered.body as { projectId: string };
  const [first, second] = [
    await t.signedIn('first', ['clerk'], { unit: '0101', scope: 'unit' }),
    await t.signedIn('second', ['clerk'], { unit: '0102', scope: 'all' }),
  ];
  await asked(`/api/projects/${projectId}`, first);
  for (let day = 10; day < 20; day += 1) await asked(`/api/projects/${projectId}?asOf=2026-01-${day}`, second);
  const readers = async (user: string, more: object): Promise<readonly string[]> => {
    const auditor = await t.signedIn(user, ['auditor'], more);
    const { looks } = (await asked('/api/audit/looks?limit=5', auditor)) as { looks: { user: string }[] };
    return [...new Set(looks.map((look) => look.user))];
  };
  expect(await readers('of-one', { unit: '0101', scope: 'unit' })).toEqual(['first']);
  expect(await readers('of-two', { unit: '0102', scope: 'unit' })).toEqual(['second']);
  expect(await readers('of-all', { scope: 'all' })).toEqual(['second']);
  expect(await readers('of-both', { unit: '01', scope: 'unit-and-below' })).toEqual(['second']);
  const { looks } = (await asked('/api/audit/looks', admin)) as { looks: unknown[] };
  expect(looks.length).toBeGreaterThanOrEqual(11);
}, 600_000);

it('a figure that is opened as of the past is remembered as a list of the past; as of now it is not', async () => {
  const opener = await t.signedIn('opener', ['admin']);
  await asked('/api/figures/signed?period=2026', opener);
  await asked('/api/figures/signed?period=2026&asOf=2026-01-31', opener);
  const { looks } = (await asked('/api/audit/looks', admin)) as { looks: { user: string }[] };
  expect(looks.filter(({ user }) => user === 'opener')).toMatchObject([
    { what: 'list', subject: 'signed', asOf: '2026-01-31' },
  ]);
});

interface Verified {
  readonly ok: boolean;
  readonly firstBad: { readonly stream: string; readonly version: number | null; readonly what: string } | null;
}
const verified = async (): Promise<Verified> =>
  (await t.http().post('/api/audit/verify').set('cookie', admin).send({}).expect(200)).body as Verified;

it.each([
  ['a role given', `update account set roles = '{clerk,admin}' where user_name = 'first'`],
  ['a scope widened', `update account set scope = 'all' where user_name = 'first'`],
  ['another unit', `update account set unit = '0102' where user_name = 'first'`],
  ['a suspension', `update account set disabled = true where user_name = 'first'`],
  [
    'an account that is gone',
    `delete from session where account = (select id from account where user_name = 'first');
     delete from account where user_name = 'first'`,
  ],
  [
    'an account that nobody made',
    `insert into account (id, user_name, name, unit, roles, scope, scope_units, password_hash, must_change_password, created_at)
     select gen_random_uuid(), 'ghost', name, unit, roles, scope, scope_units, password_hash, false, created_at from account where user_name = 'root'`,
  ],
])(
  '%s in the database alone is told by verify, and nothing of what administrators change',
  async (_what, sql) => {
    expect((await verified()).firstBad).toBeNull();
    await t.office.pool.query('create table as_it_was as table account');
    await t.office.pool.query(sql);
    const { ok, firstBad } = await verified();
    expect({ ok, ...firstBad }).toMatchObject({ ok: false, stream: 'identity-main', what: 'account-changed' });
    await t.office.pool.query(
      `delete from account where user_name = 'ghost';
       insert into account select * from as_it_was on conflict do nothing;
       update account a set roles = b.roles, scope = b.scope, unit = b.unit, disabled = b.disabled from as_it_was b where a.id = b.id;
       drop table as_it_was`,
    );
    const { accounts } = (await asked('/api/accounts', admin)) as { accounts: { id: string; user: string }[] };
    const { id } = accounts.find(({ user }) => user === 'second')!;
    const changes = { name: 'second', roles: ['clerk', 'auditor'], scope: 'units', units: ['0101'] };
    await t.http().put(`/api/accounts/${id}`).set('cookie', admin).send(changes).expect(200);
    expect((await verified()).ok).toBe(true);
  },
  600_000,
);

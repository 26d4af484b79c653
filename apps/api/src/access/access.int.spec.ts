import { COMMAND_NEEDS, MAY, ROLES, type Permission, type Role } from '#identity';
import { cookieOf, PASSWORD, testApi, type TestApi } from '../../../../test/support/api.ts';
import { begun } from '../../../../test/support/streams.ts';

let t: TestApi;
const cookies = {} as Record<Role, string>;
beforeAll(async () => {
  t = await testApi();
  for (const role of ROLES) cookies[role] = await t.signedIn(`the-${role}`, [role]);
});
afterAll(() => t.close());

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
interface Operation {
  readonly security?: readonly object[];
  readonly description?: string;
  readonly operationId?: string;
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>;
}
const routes = () =>
  Object.entries(t.api.document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs as Record<string, Operation>).map(([verb, operation]) => ({
      verb: verb as Verb,
      path,
      url: path.replace(/\{\w+\}/g, 'none'),
      operation,
      open: operation.security?.length === 0,
    })),
  );
const needOf = ({ description = '' }: Operation): Permission | 'signed-in' =>
  /needs: ([\w-]+)$/.exec(description)![1] as Permission;

it('every route but signing in, health and the document itself is closed to who has not signed in', async () => {
  expect(
    routes()
      .filter(({ open }) => open)
      .map(({ verb, path }) => `${verb} ${path}`)
      .sort(),
  ).toEqual(['get /api/health/live', 'get /api/health/ready', 'get /api/session', 'post /api/session']);
  const closed = routes().filter(({ open }) => !open);
  expect(closed.length).toBeGreaterThan(70);
  for (const { verb, url } of closed) {
    for (const headers of [
      {},
      { cookie: `luodi_session=${'x'.repeat(43)}` },
      { authorization: 'Bearer luodi_nobody_has_this_token' },
      { authorization: 'Basic YWRtaW46YWRtaW4=' },
    ]) {
      const { status, body } = await t
        .http()
        [verb](url)
        .set(headers)
        .send(verb === 'get' || verb === 'delete' ? undefined : {});
      expect([verb, url, status, body.code]).toEqual([verb, url, 401, 'not-signed-in']);
    }
  }
});

it('each role may call the routes of its permissions and no other', async () => {
  for (const role of ROLES)
    for (const { verb, url, operation } of routes().filter(
      ({ open, path }) => !open && path !== '/api/session' && !path.startsWith('/api/session/'),
    )) {
      const need = needOf(operation);
      const asked = t
        .http()
        [verb](url)
        .set('cookie', cookies[role])
        .send(verb === 'get' || verb === 'delete' ? undefined : {});
      const { status } = await begun(operation, asked);
      const allowed = need === 'signed-in' || MAY[role].includes(need);
      expect([role, verb, url, allowed ? status !== 403 && status !== 401 : status === 403]).toEqual([
        role,
        verb,
        url,
        true,
      ]);
      expect(status).toBeLessThan(500);
    }
}, 600_000);

it('every project command needs what the table says', () => {
  const documented = Object.fromEntries(
    routes().flatMap(({ operation }) =>
      operation.operationId !== undefined && operation.operationId in COMMAND_NEEDS
        ? [[operation.operationId, needOf(operation)]]
        : [],
    ),
  );
  const { RecordSplitOff, RecordAbsorption, RecordColumns, ...offered } = COMMAND_NEEDS;
  expect(documented).toEqual(offered);
  expect([RecordSplitOff, RecordAbsorption, RecordColumns]).toEqual(['decide', 'decide', 'record-facts']);
});

it('the session cookie is out of reach of scripts and other sites, and ends with the sign-out', async () => {
  const signedIn = await t.http().post('/api/session').send({ user: 'the-clerk', password: PASSWORD }).expect(200);
  expect(String(signedIn.headers['set-cookie'])).toMatch(
    /^luodi_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Strict$/,
  );
  expect(signedIn.body).toMatchObject({
    user: 'the-clerk',
    roles: ['clerk'],
    via: 'session',
    mustChangePassword: false,
  });
  expect(JSON.stringify(signedIn.body)).not.toContain(cookieOf(signedIn).split('=')[1]);
  await t.http().delete('/api/session').set('cookie', cookieOf(signedIn)).expect(204);
  expect((await t.http().get('/api/session').set('cookie', cookieOf(signedIn)).expect(200)).body).toEqual({
    session: null,
  });
});

it('behind https the cookie is sent encrypted only', async () => {
  const secure = await testApi({ LUODI_PUBLIC_URL: 'https://luodi.example' });
  try {
    await secure.signedIn('clerk', ['clerk']);
    const { headers } = await secure
      .http()
      .post('/api/session')
      .send({ user: 'clerk', password: PASSWORD })
      .expect(200);
    expect(String(headers['set-cookie'])).toContain('; Secure');
    expect(headers['strict-transport-security']).toContain('max-age');
  } finally {
    await secure.close();
  }
});

it('another site cannot act with a signed-in person’s cookie', async () => {
  const post = (headers: Record<string, string>) =>
    t.http().post('/api/projects').set('cookie', cookies.clerk).set(headers).send({ title: '跨站' });
  expect((await post({ origin: 'https://evil.example' })).body.code).toBe('foreign-origin');
  expect((await post({ origin: 'null' })).body.code).toBe('foreign-origin');
  expect((await post({ 'sec-fetch-site': 'cross-site' })).body.code).toBe('foreign-origin');
  expect((await post({ 'sec-fetch-site': 'same-origin' })).status).not.toBe(403);
  expect(
    (
      await t
        .http()
        .post('/api/session')
        .set('origin', 'https://evil.example')
        .send({ user: 'the-clerk', password: PASSWORD })
    ).status,
  ).toBe(403);
});

it('failed sign-ins slow down who sends them and say when to come again, and nobody is shut out', async () => {
  await t.signedIn('guessed', ['clerk']);
  const attempt = (password: string) => t.http().post('/api/session').send({ user: 'guessed', password });
  for (let n = 0; n < 4; n += 1)
    expect((await attempt('wrong')).body).toMatchObject({ status: 401, code: 'sign-in-refused' });
  const slowed = await attempt('wrong');
  expect([slowed.status, slowed.body.code]).toEqual([429, 'sign-in-slowed']);
  expect(Number(slowed.headers['retry-after'])).toBeGreaterThan(0);
  await t.http().post('/api/session').send({ user: 'the-clerk', password: PASSWORD }).expect(200); // of the same address
});

it('a token does what it was issued for, and nothing of sessions', async () => {
  const issued = await t
    .http()
    .post('/api/tokens')
    .set('cookie', cookies.supervisor)
    .send({ name: 'script', permissions: ['see-projects'], days: 1 })
    .expect(201);
  const bearer = { authorization: `Bearer ${issued.body.secret as string}` };
  await t.http().get('/api/lists').set(bearer).expect(200);
  await t.http().post('/api/projects').set(bearer).send({ title: '令牌' }).expect(403);
  expect(
    (
      await t
        .http()
        .post('/api/tokens')
        .set(bearer)
        .send({ name: 'more', permissions: ['see-projects'], days: 1 })
    ).body.code,
  ).toBe('token-needs-session');
  const cookie = `luodi_session=${issued.body.secret as string}`;
  expect((await t.http().get('/api/session').set('cookie', cookie)).body).toEqual({ session: null });
  expect((await t.http().get('/api/session').set(bearer)).body).toMatchObject({ session: { via: 'token' } });
  await t
    .http()
    .delete(`/api/tokens/${issued.body.token.id as string}`)
    .set('cookie', cookies.supervisor)
    .expect(204);
  await t.http().get('/api/lists').set(bearer).expect(401);
});

it.each([
  ['made by the server', 'newcomer', {}],
  ['typed', 'nextcomer', { password: PASSWORD }],
])('a password given by an administrator must be changed before anything else: one %s', async (_how, user, typed) => {
  const made = await t
    .http()
    .post('/api/accounts')
    .set('cookie', cookies.admin)
    .send({ user, name: '新人', roles: ['clerk'], scope: 'all', ...typed })
    .expect(201);
  const password = (made.body.password ?? PASSWORD) as string;
  const cookie = cookieOf(await t.http().post('/api/session').send({ user, password }).expect(200));
  expect((await t.http().get('/api/lists').set('cookie', cookie)).body.code).toBe('password-must-change');
  await t
    .http()
    .post('/api/session/password')
    .set('cookie', cookie)
    .send({ current: password, next: 'Mountain-lake-7' })
    .expect(204);
  await t.http().get('/api/lists').set('cookie', cookie).expect(200);
});

it('no account is given a unit that is not there, and one keeps a unit that was dissolved since', async () => {
  const give = (user: string, more: object) =>
    t
      .http()
      .post('/api/accounts')
      .set('cookie', cookies.admin)
      .send({ user, name: '某人', roles: ['clerk'], password: PASSWORD, ...more });
  for (const [field, more] of [
    ['unit', { scope: 'unit', unit: 'no-such-unit' }],
    ['units', { scope: 'units', units: ['no-such-unit'] }],
  ] as const)
    expect((await give(`at-${field}`, more)).body).toMatchObject({ code: 'unit-unknown', errors: [{ field }] });
  await t.signedIn('of-old', ['clerk'], { unit: 'dissolved', scope: 'unit' });
  const { body } = await t.http().get('/api/accounts').set('cookie', cookies.admin);
  const { id } = (body as { accounts: { id: string; user: string }[] }).accounts.find(({ user }) => user === 'of-old')!;
  await t
    .http()
    .put(`/api/accounts/${id}`)
    .set('cookie', cookies.admin)
    .send({ name: '改名', roles: ['clerk'], scope: 'unit', unit: 'dissolved' })
    .expect(200);
});

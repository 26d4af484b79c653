import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  t = await testApi();
  cookies['root'] = await t.signedIn('root', ['admin']);
  const rows = [{ row: 2, code: '01', name: '招商局' }];
  await t.http().post('/api/organisation/import').set('cookie', cookies['root']!).send({ rows }).expect(200);
  for (const user of ['clerk', 'colleague']) cookies[user] = await t.signedIn(user, ['clerk'], { unit: '01' });
  cookies['supervisor'] = await t.signedIn('supervisor', ['supervisor']);
});
afterAll(() => t.close());

interface Shown {
  readonly view: string;
  readonly title: string;
  readonly own: boolean;
  readonly asked: object;
  readonly byName: string;
}
const RED = {
  list: 'signed-not-started',
  colour: ['red'],
  sort: '-contracted',
  columns: ['colour', 'name', 'contracted'],
};
const save = (user: string, body: object, key = `${user}-${JSON.stringify(body)}`) =>
  t
    .http()
    .post('/api/views')
    .set('cookie', cookies[user]!)
    .set('idempotency-key', Buffer.from(key).toString('hex').slice(-100))
    .send(body);
const views = async (user: string): Promise<readonly Shown[]> =>
  ((await t.http().get('/api/views').set('cookie', cookies[user]!).expect(200)).body as { views: Shown[] }).views;
const titles = async (user: string) => (await views(user)).map(({ title }) => title);

it('keeps what somebody saved, and shows it to whom it is shared with', async () => {
  await save('clerk', { ...RED, title: '我的红色', reach: 'own' }).expect(200);
  await save('clerk', { ...RED, title: '本单位红色', reach: 'unit' }).expect(200);
  await save('supervisor', { ...RED, title: '全区红色', reach: 'all' }).expect(200);
  expect(await titles('clerk')).toEqual(['我的红色', '本单位红色', '全区红色']);
  expect(await titles('colleague')).toEqual(['本单位红色', '全区红色']);
  expect(await titles('supervisor')).toEqual(['全区红色']);
  const [own, shared, ofAll] = await views('clerk');
  expect([own!.own, shared!.own, ofAll!.own, ofAll!.byName]).toEqual([true, true, false, 'supervisor']);
  const { list: _list, ...asked } = RED;
  expect(own!.asked).toEqual(asked);
});

it('a repeated order saves nothing twice; a changed view keeps its place', async () => {
  const body = { ...RED, title: '我的红色', reach: 'own' };
  expect((await save('clerk', body)).body).toMatchObject({ version: 3 }); // the key of before
  const [first] = await views('clerk');
  await save('clerk', { ...body, title: '红色项目', view: first!.view }).expect(200);
  expect(await titles('clerk')).toEqual(['红色项目', '本单位红色', '全区红色']);
});

it.each([
  ['a list that is not there', 'clerk', { list: 'none', reach: 'own' }, 404, 'list-unknown'],
  ['a column that no list has', 'clerk', { ...RED, reach: 'own', sort: 'dreams' }, 400, 'unknown-field'],
  [
    'a condition that cannot be read',
    'clerk',
    { ...RED, reach: 'own', where: ['signedOn>=soon'] },
    400,
    'invalid-request',
  ],
  ['sharing with all without the right', 'clerk', { ...RED, reach: 'all' }, 403, 'view-not-for-all'],
  ['sharing with a unit that one has not', 'supervisor', { ...RED, reach: 'unit' }, 422, 'view-without-unit'],
])('%s is refused, and nothing is saved', async (_what, user, body, status, code) => {
  const before = await titles(user);
  expect((await save(user, { title: '新视图', ...body }).expect(status)).body).toMatchObject({ code });
  expect(await titles(user)).toEqual(before);
});

it('nobody changes or removes the view of another; the supervision office tidies up what is shared with all', async () => {
  const [red, ofUnit] = await views('clerk');
  const remove = (user: string, view: string) => t.http().delete(`/api/views/${view}`).set('cookie', cookies[user]!);
  expect((await remove('colleague', ofUnit!.view).expect(403)).body).toMatchObject({ code: 'view-of-another' });
  expect((await remove('colleague', red!.view).expect(404)).body).toMatchObject({ code: 'view-unknown' });
  const change = (view: string) => save('colleague', { ...RED, title: '改', reach: 'own', view });
  expect((await change(ofUnit!.view).expect(403)).body).toMatchObject({ code: 'view-of-another' });
  for (const unseen of [red!.view, 'nowhere'])
    expect((await change(unseen).expect(404)).body).toMatchObject({ code: 'view-unknown' });
  await remove('clerk', red!.view).expect(200);
  const ofAll = (await views('root')).find(({ title }) => title === '全区红色')!;
  await remove('root', ofAll.view).expect(200);
  expect(await titles('clerk')).toEqual(['本单位红色']);
});

it('who shared what stands in the audit room', async () => {
  const { body } = await t
    .http()
    .get('/api/audit/changes?of=views&limit=10')
    .set('cookie', cookies['root']!)
    .expect(200);
  expect((body as { events: { type: string }[] }).events.map(({ type }) => type)).toEqual([
    'ViewSaved',
    'ViewSaved',
    'ViewSaved',
    'ViewSaved',
    'ViewRemoved',
    'ViewRemoved',
  ]);
});

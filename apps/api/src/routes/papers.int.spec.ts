import { createHash } from 'node:crypto';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { examine, type OpenOffice } from '#office';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

let t: TestApi;
let clerk: string;
let foreign: string; // a clerk of another unit
let project: string;
beforeAll(async () => {
  t = await testApi();
  const admin = await t.signedIn('admin', ['admin']);
  const rows = [
    { row: 2, code: 'XL', name: '西岭局' },
    { row: 3, code: 'QD', name: '青岱局' },
  ];
  await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows }).expect(200);
  clerk = await t.signedIn('clerk', ['clerk'], { unit: 'XL' });
  foreign = await t.signedIn('foreign', ['clerk'], { unit: 'QD', scope: 'unit' });
  project = await registered('P-1', clerk);
});
afterAll(() => t.close());

const registered = async (code: string, cookie: string): Promise<string> =>
  (
    await t
      .http()
      .post('/api/projects')
      .set('cookie', cookie)
      .send({ code, title: `轴承项目${code}` })
      .expect(201)
  ).body.projectId as string;
const attach = (bytes: string, name: string, { cookie = clerk, to = project, key = `${Math.random()}` } = {}) =>
  t
    .http()
    .post(`/api/projects/${to}/papers`)
    .set('cookie', cookie)
    .set('idempotency-key', key)
    .attach('file', Buffer.from(bytes), name);
const papers = async (query = '', cookie = clerk) =>
  (await t.http().get(`/api/projects/${project}/papers${query}`).set('cookie', cookie).expect(200)).body.papers as {
    sha256: string;
    name: string;
  }[];
const download = (sha256: string, cookie = clerk, of = project) =>
  t.http().get(`/api/projects/${of}/papers/${sha256}`).set('cookie', cookie).buffer(true);
const sha256 = (bytes: string): string => createHash('sha256').update(bytes).digest('hex');
const placeOf = (digest: string): string => join(t.office.config.data, 'papers', digest.slice(0, 2), digest);
const doctor = async () => {
  const { checks } = await examine({
    ...t.office,
    databaseUrl: '',
    embedded: false,
    close: async () => {},
  } as OpenOffice);
  return checks.find(({ name }) => name === 'papers');
};

it('a paper keeps its name and its digest, lies in the data folder for the server alone, and comes back as it was', async () => {
  const { body } = await attach('<script>施工许可</script>', '施工许可证.html').field('kind', '施工许可').expect(201);
  const digest = sha256('<script>施工许可</script>');
  expect(body).toMatchObject({
    sha256: digest,
    name: '施工许可证.html',
    kind: '施工许可',
    bytes: 29,
    by: { user: 'clerk' },
  });
  expect((await stat(placeOf(digest))).mode & 0o777).toBe(0o600);

  const { headers, body: bytes } = await download(digest).expect(200);
  expect(String(bytes)).toBe('<script>施工许可</script>');
  expect(headers).toMatchObject({ 'content-type': 'application/octet-stream', 'x-content-type-options': 'nosniff' });
  expect(headers['content-disposition']).toMatch(/^attachment/);
});

it('the same file is the same paper, and a request given twice acts once', async () => {
  const before = (await papers()).length;
  await attach('甲', '甲.txt', { key: 'once' }).expect(201);
  await attach('甲', '甲.txt', { key: 'once' }).expect(201);
  await attach('甲', '另存为.txt').expect(201);
  expect((await attach('乙', '乙.txt', { key: 'once' }).expect(422)).body.code).toBe('idempotency-key-reused');
  expect((await papers()).slice(before).map(({ name }) => name)).toEqual(['甲.txt']);
});

it('nothing and no file at all are refused, and nothing is left behind', async () => {
  expect((await attach('', '空.pdf').expect(422)).body.code).toBe('paper-empty');
  const none = await t.http().post(`/api/projects/${project}/papers`).set('cookie', clerk).field('kind', '合同');
  expect([none.status, none.body.code]).toEqual([400, 'file-missing']);
  expect(await readdir(t.office.papers.folder.incoming)).toEqual([]);
});

it('who may not see the project neither lists, reads nor attaches; naming a digest in an own project opens nothing', async () => {
  const digest = sha256('机密');
  await attach('机密', '协议.pdf').expect(201);
  const own = await registered('P-2', foreign);
  await t
    .http()
    .post(`/api/projects/${own}/commands/screen-lead`)
    .set('cookie', foreign)
    .send({ valuable: true, evidence: [{ kind: '协议', sha256: digest }] })
    .expect(200);
  await t.http().get(`/api/projects/${project}/papers`).set('cookie', foreign).expect(404);
  await download(digest, foreign).expect(404);
  await attach('x', 'x.txt', { cookie: foreign }).expect(404);
  expect((await download(digest, foreign, own).expect(404)).body.code).toBe('paper-unknown');
  expect(await readdir(t.office.papers.folder.incoming)).toEqual([]);
});

it('the record names the paper behind it, and looking at a paper is remembered', async () => {
  const { body } = await attach('开工照片', '开工.jpg').expect(201);
  await t
    .http()
    .post(`/api/projects/${project}/commands/screen-lead`)
    .set('cookie', clerk)
    .send({ valuable: true, evidence: [{ kind: '照片', sha256: body.sha256 }] })
    .expect(200);
  const { body: history } = await t.http().get(`/api/projects/${project}/history`).set('cookie', clerk).expect(200);
  expect(history.events.at(-1).evidence).toEqual([{ kind: '照片', sha256: body.sha256 }]);
  await download(body.sha256 as string).expect(200);
  expect(
    (await t.office.looks.page(null, 10)).some(
      ({ what, subject }) => what === 'paper' && subject.includes(body.sha256 as string),
    ),
  ).toBe(true);
});

it('a past view shows no paper that came later', async () => {
  await attach('先', '先.txt').expect(201);
  const between = new Date().toISOString();
  await attach('后', '后.txt').expect(201);
  const names = (await papers(`?asKnown=${between}`)).map(({ name }) => name);
  expect(names).toContain('先.txt');
  expect(names).not.toContain('后.txt');
});

it('a paper that was altered or lost is not given out, the doctor names it, and the same file heals it', async () => {
  const digest = sha256('合同正本');
  await attach('合同正本', '合同.pdf').expect(201);
  expect(await doctor()).toMatchObject({ ok: true });
  await writeFile(placeOf(digest), '合同副本');
  expect((await download(digest).expect(503)).body.code).toBe('paper-lost');
  expect(await doctor()).toMatchObject({ ok: false, detail: expect.stringContaining('合同.pdf') as string });
  await rm(placeOf(digest));
  expect((await doctor())?.detail).toContain('missing');
  await attach('合同正本', '合同.pdf').expect(201);
  expect(await doctor()).toMatchObject({ ok: true });
});

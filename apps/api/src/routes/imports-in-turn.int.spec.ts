import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { pause } from '../../../../test/support/soon.ts';

// One file several times at once: imported, decided and taken back, by two people or by two clicks.

jest.setTimeout(600_000);

let t: TestApi;
let clerk: string;
beforeAll(async () => {
  t = await testApi();
  clerk = await t.signedIn('clerk', ['clerk']);
});
afterAll(() => t.close());

const PROJECTS = 40;
const HEADS = '项目编号,项目名称,投资方,签约日期,合同额（万元）';
const LEDGER = [
  HEADS,
  ...Array.from({ length: PROJECTS }, (_, n) => `A-${n},轴承项目${n},甲公司${n},2025-03-11,5000`),
  'A-X,轴承项目0,甲公司0,2025-03-11,5000', // like the first: a person decides
];
const DECIDED = JSON.stringify([{ sheet: '台账', row: LEDGER.length, decision: 'new' }]);

interface Rows {
  readonly warned: number;
  readonly held: number;
  readonly unchanged: number;
}
const imported = async (decisions?: string): Promise<Rows> => {
  const request = t.http().post('/api/imports').set('cookie', clerk).field('dryRun', 'false');
  if (decisions !== undefined) request.field('decisions', decisions);
  const { body } = await request.attach('file', Buffer.from(LEDGER.join('\n')), '台账.csv').expect(202);
  for (;;) {
    const { body: now } = await t
      .http()
      .get(`/api/imports/${body.id as string}`)
      .set('cookie', clerk);
    if (now.state === 'done') return now.report.sheets[0].rows as Rows;
    if (now.state === 'failed') throw new Error(JSON.stringify(now.problem));
    await pause(20);
  }
};
interface Past {
  readonly id: string;
  readonly state: string;
  readonly held: readonly object[];
}
const past = async (): Promise<readonly Past[]> =>
  (await t.http().get('/api/imports').set('cookie', clerk).expect(200)).body.imports;
const takenBack = (id: string) =>
  t.http().post(`/api/imports/past/${id}/revert`).set('cookie', clerk).send({ reason: '交错了' });
const signed = async (): Promise<number> =>
  (await t.http().get('/api/lists/signed').set('cookie', clerk).expect(200)).body.total as number;

it('an import that is taken back while its file comes again leaves nothing that nobody can take back', async () => {
  await imported();
  const { id } = (await past())[0]!;
  const answers = await Promise.all([takenBack(id), imported(DECIDED), takenBack(id), imported(), takenBack(id)]);
  const codes = answers.flatMap((one) => ('status' in one ? [one.status] : []));
  expect(codes.sort()).toEqual([200, 422, 422]); // taken back once
  for (const one of await past()) if (one.state === 'finished') await takenBack(one.id).expect(200);
  expect(await signed()).toBe(0);
});

it('how far a taking back is can be seen while it is under way, and nothing before and afterwards', async () => {
  await imported();
  const { id } = (await past()).find(({ state }) => state === 'finished')!;
  const soFar = async (): Promise<number | null> =>
    (await t.http().get(`/api/imports/past/${id}/taken-back`).set('cookie', clerk).expect(200)).body.projects as
      number | null;
  expect(await soFar()).toBeNull();
  const ended = Promise.resolve(takenBack(id).expect(200)).then(() => 'ended');
  const seen: number[] = [];
  while ((await Promise.race([ended, pause(1)])) !== 'ended') {
    const now = await soFar();
    if (now !== null) seen.push(now);
  }
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.every((now, at) => now > 0 && now <= PROJECTS && now >= (seen[at - 1] ?? 0))).toBe(true);
  expect(await soFar()).toBeNull();
});

it('the same decision sent twice stores its row once, and the row waits no more', async () => {
  expect(await imported()).toMatchObject({ held: 1 });
  expect(await imported(DECIDED)).toMatchObject({ warned: 1, held: 0, unchanged: PROJECTS });
  expect(await imported(DECIDED)).toMatchObject({ warned: 0, held: 0, unchanged: PROJECTS + 1 });
  expect((await past())[0]!.held).toEqual([]);
  expect(await signed()).toBe(PROJECTS + 1);
});

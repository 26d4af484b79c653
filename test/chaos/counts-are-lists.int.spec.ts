import { randomUUID } from 'node:crypto';
import { testApi, type TestApi } from '../support/api.ts';

const WRITERS = 16;
const PROJECTS_EACH = 6;
const ROUNDS = 5;

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
});
afterAll(() => t.close());

const post = async (path: string, body: object): Promise<{ readonly projectId: string }> => {
  const answer = await t.http().post(path).set('cookie', admin).set('idempotency-key', randomUUID()).send(body);
  expect([path, answer.status < 300, answer.text]).toEqual([path, true, answer.text]);
  return answer.body as { projectId: string };
};
const get = async <Answer>(path: string): Promise<Answer> =>
  (await t.http().get(path).set('cookie', admin).expect(200)).body as Answer;

interface Page {
  readonly total: number;
  readonly colours: Readonly<Record<string, number>>;
  readonly rows: readonly { readonly id: string }[];
  readonly next: string | null;
}
/** A list with the rows of all its pages. */
const listed = async (name: string, asKnown: string): Promise<Omit<Page, 'next'>> => {
  const url = `/api/lists/${name}?asKnown=${asKnown}&limit=25`;
  const first = await get<Page>(url);
  const rows = [...first.rows];
  for (let { next } = first; next !== null;) {
    const page = await get<Page>(`${url}&cursor=${encodeURIComponent(next)}`);
    rows.push(...page.rows);
    ({ next } = page);
  }
  return { ...first, rows };
};

interface Counted {
  readonly lists: readonly { readonly name?: string; readonly list?: string; readonly total: number }[];
}
const totals = ({ lists }: Counted): Readonly<Record<string, number>> =>
  Object.fromEntries(lists.map(({ name, list, total }) => [name ?? list!, total]));

/** Everything that counts says the same of a moment: the numbers beside the lists, the cockpit's tiles, each list's total, its colours and its rows. */
const agreeing = async (asKnown: string): Promise<Readonly<Record<string, number>>> => {
  const counts = totals(await get<Counted>(`/api/list-counts?asKnown=${asKnown}`));
  const tiles = totals(await get<Counted>(`/api/cockpit?asKnown=${asKnown}`));
  for (const [name, total] of Object.entries(tiles)) expect([name, total]).toEqual([name, counts[name]]);
  for (const [name, total] of Object.entries(counts)) {
    const list = await listed(name, asKnown);
    const ids = new Set(list.rows.map(({ id }) => id));
    expect([name, list.total, list.rows.length, ids.size]).toEqual([name, total, total, total]);
    const coloured = Object.values(list.colours).reduce((sum, one) => sum + one, 0);
    expect([name, coloured <= total]).toEqual([name, true]); // what has ended has no colour
  }
  return counts;
};

it(`each number is the list behind it, at every moment while ${WRITERS} people write, and afterwards`, async () => {
  const write = async (writer: number): Promise<void> => {
    for (let n = 0; n < PROJECTS_EACH; n += 1) {
      const { projectId } = await post('/api/projects', { title: `项目${writer}-${n}` });
      const give = (command: string, body: object) => post(`/api/projects/${projectId}/commands/${command}`, body);
      if (n % 3 === 0) continue; // stays a lead
      await give('open-negotiation', { class: 'standard', owner: '01' });
      if (n % 3 === 1) continue; // stays in negotiation
      await give('sign-contract', { contracted: { amount: '1000.00', currency: 'CNY' }, agreedStart: '2020-01-01' });
      if (n % 2 === 0) await give('terminate-project', { kind: 'by-investor', reason: '撤资' });
    }
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
  const { projectId } = await post('/api/projects', { title: '见证' });
  const moments: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const moment = new Date().toISOString();
    await post(`/api/projects/${projectId}/commands/report-progress`, { text: `第${round}轮` }); // recorded after the moment: what was known then is settled
    await agreeing(moment);
    moments.push(moment);
  }
  await writing;
  const after = new Date().toISOString();
  await post(`/api/projects/${projectId}/commands/report-progress`, { text: '收工' });
  const third = (WRITERS * PROJECTS_EACH) / 3;
  expect(await agreeing(after)).toMatchObject({ leads: third + 1, negotiation: third, terminated: third / 2 });
  for (const moment of moments) await agreeing(moment);
});

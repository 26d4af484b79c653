import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { bodyPlaces, bodyWith } from '../../../../test/support/body-places.ts';
import type { Operation, Schema } from '../../../../test/support/sample-body.ts';
import { begun } from '../../../../test/support/streams.ts';

let t: TestApi;
let admin: string;
let project: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
  const units = [{ row: 2, code: '01', name: '招商局', kind: '招商机构' }];
  await t.http().post('/api/organisation/import').set('cookie', admin).send({ rows: units }).expect(200);
  const lead = { title: '被试项目', unit: '01' };
  const made = await t.http().post('/api/projects').set('cookie', admin).send(lead).expect(201);
  project = (made.body as { projectId: string }).projectId;
});
afterAll(() => t.close());

interface Parameter {
  readonly name: string;
  readonly in: string;
}
interface Route {
  readonly verb: 'get' | 'post' | 'put' | 'delete';
  readonly path: string;
  readonly operation: Operation & { readonly parameters?: readonly Parameter[] };
}

const routes = (): readonly Route[] =>
  Object.entries(t.api.document.paths)
    .flatMap(([path, verbs]) =>
      Object.entries(verbs as Record<string, Route['operation']>).map(([verb, operation]) => ({
        verb: verb as Route['verb'],
        path,
        operation,
      })),
    )
    .filter(({ path }) => !path.startsWith('/api/session')); // these would end our own session
const schemas = (): Readonly<Record<string, Schema>> => t.api.document.components!.schemas as Record<string, Schema>;
const filled = (path: string): string =>
  path
    .replace('/lists/{name}', '/lists/signed')
    .replace('/reports/{name}', '/reports/circular')
    .replace('/figures/{metric}', '/figures/signed')
    .replace('{code}', '01')
    .replaceAll(/\{[^}]+\}/g, project);

/** What no form sends: of the wrong kind, beyond every bound, or with a meaning elsewhere. */
const HOSTILE: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  2_147_483_648,
  '',
  'a\u0000b',
  '\ud800',
  '招'.repeat(5_000),
  '999999999999999999',
  '999999999999999999.99',
  '-1.00',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '2023-02-30',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  '00000000-0000-0000-0000-000000000000',
  [],
  [null],
  {},
  { length: -1 },
  { amount: '999999999999999999.00', currency: 'CNY' },
  { amount: '-1.00', currency: 'XXX' },
  Array.from({ length: 300 }, () => 'x'),
];
/** A query, written as a browser or a worse program writes it: the name stands for the parameter. */
const HOSTILE_QUERIES: readonly string[] = [
  'P=%00',
  'P=%ED%A0%80',
  'P=%',
  'P',
  'P=1&P=2',
  'P[a]=1',
  'P[__proto__]=1',
  'P=-1',
  'P=99999999999999999999999',
  'P=1e400',
  'P=0001-01-01',
  'P=9999-12-31',
  'P=10000-01-01T00:00:00Z',
  'P=0000-00',
  'P=__proto__',
  'P=signedOn%3E%3D10000-01-01',
  'P=contracted%3E%3D1e400',
  `P=${Buffer.from('[null,{},1e400]').toString('base64url')}`,
  `P=${'x'.repeat(5_000)}`,
  Array.from({ length: 300 }, () => 'P=2026-01-01').join('&'),
];
const EACH = 5;

/** A few of these for each place in turn, so that all places together meet all of them several times. */
const some = <T>(all: readonly T[], nth: number): readonly T[] =>
  Array.from({ length: EACH }, (_, index) => all[(nth * EACH + index) % all.length]!);

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly body: { readonly code?: unknown; readonly zh?: unknown; readonly en?: unknown };
}
/** Null where an answer is as it should be: something, or a refusal with its code and both sentences. */
const wrongWith = (sent: string, { status, text, body }: Answer): string | null => {
  const words = [body.code, body.zh, body.en].every((one) => typeof one === 'string' && one !== '');
  if (status < 400 || (status < 500 && words)) return null;
  return `${sent.slice(0, 300)} → ${status} ${text?.slice(0, 300)}`;
};
const asJson = (body: unknown): string => JSON.stringify(body) ?? '';

it('every parameter of every address takes anything, and refuses in words', async () => {
  const wrong: string[] = [];
  let nth = 0;
  for (const { verb, path, operation } of routes())
    for (const { name } of (operation.parameters ?? []).filter((one) => one.in === 'query'))
      for (const query of some(HOSTILE_QUERIES, nth++)) {
        const url = `${filled(path)}?${query.replaceAll('P', name)}`;
        const answer = (await begun(operation, t.http()[verb](url).set('cookie', admin))) as Answer;
        wrong.push(...[wrongWith(`${verb} ${url}`, answer)].flatMap((one) => one ?? []));
      }
  expect(nth).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
});

it('every field of every body takes anything, and refuses in words; nothing is set aside for it', async () => {
  const wrong: string[] = [];
  let nth = 0;
  for (const { verb, path, operation } of routes())
    for (const place of bodyPlaces(operation, schemas()))
      for (const value of some(HOSTILE, nth++)) {
        const body = asJson(bodyWith(operation, schemas(), place, value));
        const request = t.http()[verb](filled(path)).set('cookie', admin).set('content-type', 'application/json');
        const answer = (await request.send(body)) as Answer;
        wrong.push(...[wrongWith(`${verb} ${path} ${body}`, answer)].flatMap((one) => one ?? []));
      }
  expect(nth).toBeGreaterThan(800);
  expect(wrong).toEqual([]);
  expect((await t.http().get('/api/set-aside').set('cookie', admin)).body).toEqual({ rows: [] });
});

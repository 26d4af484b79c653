import fc from 'fast-check';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { begun } from '../../../../test/support/streams.ts';

let t: TestApi;
let admin: string;
let project: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
  project = (await t.http().post('/api/projects').set('cookie', admin).send({ title: '被试项目' }).expect(201)).body
    .projectId as string;
});
afterAll(() => t.close());

type Verb = 'get' | 'post' | 'put' | 'delete';
interface Parameter {
  readonly name: string;
  readonly in: string;
}
interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly properties?: Record<string, Schema>;
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
}
interface Operation {
  readonly responses?: Readonly<Record<string, unknown>>;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
}

const routes = () =>
  Object.entries(t.api.document.paths)
    .flatMap(([path, verbs]) =>
      Object.entries(verbs as Record<string, Operation>).map(([verb, operation]) => ({
        verb: verb as Verb,
        path,
        operation,
      })),
    )
    .filter(({ verb, path }) => !(verb === 'delete' && path === '/api/session') && path !== '/api/session/password'); // these would end our own session

const schemaNamed = (schema: Schema): Schema =>
  schema.$ref === undefined
    ? schema.allOf?.[0]
      ? schemaNamed(schema.allOf[0])
      : schema
    : (t.api.document.components!.schemas as Record<string, Schema>)[schema.$ref.split('/').at(-1)!]!;

const NASTY: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  '0',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '‮',
  '𠮷'.repeat(50),
  'x'.repeat(5_000),
  "'; drop table event; --",
  '../../etc/passwd',
  '%00',
  '%',
  '{}',
  '[]',
  '<script>alert(1)</script>',
  '=1+1',
  '__proto__',
  'constructor',
  '2023-02-30',
  '9999-12-31',
  '0001-01-01',
  '2023-06-30T00:00:00Z',
  'NaN',
  'Infinity',
  [],
  [[]],
  [null],
  {},
  { __proto__: null, length: -1 },
  { amount: 1.1, currency: 'CNY' },
  { amount: '99999999999999999999.00', currency: 'CNY' },
  { amount: '-0.00', currency: 'CNY' },
  { amount: '1.00', currency: 'cny' },
  { toString: 1 },
  { type: 'VoidFact' },
  Array.from({ length: 300 }, () => 'x'),
];
const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
);

/** Mostly of the right shape, so that it comes past the door; each field is nasty now and then. */
const bodyOf = (given: Schema, depth = 0): fc.Arbitrary<unknown> => {
  const schema = schemaNamed(given);
  const right: fc.Arbitrary<unknown> =
    schema.enum !== undefined
      ? fc.constantFrom(...schema.enum)
      : schema.format === 'date'
        ? fc.constantFrom('2023-06-30', '2024-02-29', '2021-01-01')
        : schema.type === 'string'
          ? fc.constantFrom('1', 'P-1', '招商局', '100.00', 'xx')
          : schema.type === 'integer'
            ? fc.integer({ min: 0, max: 20 })
            : schema.type === 'boolean'
              ? fc.boolean()
              : schema.type === 'array'
                ? fc.array(bodyOf(schema.items ?? {}, depth + 1), { maxLength: 3 })
                : schema.properties !== undefined && depth < 4
                  ? fc.record(
                      Object.fromEntries(
                        Object.entries(schema.properties).map(([name, one]) => [name, bodyOf(one, depth + 1)]),
                      ),
                      { requiredKeys: [] },
                    )
                  : nasty;
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: nasty });
};

const path = fc
  .oneof(
    fc.constantFrom(
      'none',
      '%00',
      '%',
      '..%2f..',
      '%ff%fe',
      'a'.repeat(300),
      "'--",
      '__proto__',
      encodeURIComponent('招商局'),
      '00000000-0000-0000-0000-000000000000',
    ),
    fc.string({ maxLength: 20 }).map(encodeURIComponent),
  )
  .map((text) => text || 'x');

it('no route fails on anything that is sent to it, and no answer shows where the code stands', async () => {
  const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
  const statuses = new Map<number, number>();
  for (const { verb, path: route, operation } of routes()) {
    const json = operation.requestBody?.content['application/json']?.schema;
    const query = (operation.parameters ?? []).filter((parameter) => parameter.in === 'query').map(({ name }) => name);
    const attempt = fc.record({
      id: fc.oneof({ weight: 2, arbitrary: path }, { weight: 3, arbitrary: fc.constant(project) }),
      body:
        json === undefined ? nasty : fc.oneof({ weight: 5, arbitrary: bodyOf(json) }, { weight: 1, arbitrary: nasty }),
      query:
        query.length === 0
          ? fc.constant({})
          : fc.dictionary(
              fc.constantFrom(...query, 'lang', 'asOf[x]'),
              fc.oneof(
                fc.constantFrom('2023-06-30', 'signing', 'phase=start', 'name~x', '1'),
                fc.string({ maxLength: 30 }),
              ),
              { maxKeys: 4 },
            ),
      headers: fc.record(
        {
          'if-match': fc.constantFrom('"1"', '*', 'W/"2"', '"x"'),
          'idempotency-key': fc.constantFrom('a', 'b b', 'k'.repeat(300)),
          'accept-language': fc.constantFrom('en', 'zh', ';q=x'),
        },
        { requiredKeys: [] },
      ),
    });
    await fc.assert(
      fc.asyncProperty(attempt, async ({ id, body, query: asked, headers }) => {
        const url = `${route.replace(/\{\w+\}/g, id)}?${new URLSearchParams(Object.entries(asked)).toString()}`;
        const request = begun(operation, t.http()[verb](url).set('cookie', admin).set(headers));
        const answer =
          verb === 'get' || verb === 'delete'
            ? await request
            : await request.set('content-type', 'application/json').send(JSON.stringify(body) ?? 'undefined');
        statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
        const shown = `${verb} ${url} ${JSON.stringify(body)?.slice(0, 300)} → ${answer.status} ${answer.text?.slice(0, 300)}`;
        if (answer.status >= 500) throw new Error(shown);
        if (
          answer.status >= 400 &&
          (answer.headers['content-type'] !== 'application/problem+json; charset=utf-8' ||
            typeof (answer.body as { code?: unknown }).code !== 'string')
        )
          throw new Error(`no problem document: ${shown}`);
        if (/node_modules|\/src\/|at \w+ \(/.test(answer.text ?? '')) throw new Error(`shows its inside: ${shown}`);
      }),
      { numRuns: json === undefined ? 15 : 40, seed, endOnFailure: true },
    );
  }
  // It came past the door: rules, stores and lists have all been reached.
  for (const [status, least] of [
    [200, 100],
    [400, 100],
    [404, 100],
    [422, 20],
  ] as const)
    expect([status, (statuses.get(status) ?? 0) >= least]).toEqual([status, true]);
}, 600_000);

it('what is no JSON, too large, of another kind or cut off is refused at the door', async () => {
  const send = (body: string, type = 'application/json') =>
    t.http().post('/api/projects').set('cookie', admin).set('content-type', type).send(body);
  expect((await send('{"title":')).body).toMatchObject({ status: 400, code: 'malformed-json' });
  expect((await send(`{"title":"${'x'.repeat(5_000_000)}"}`)).body).toMatchObject({ status: 413, code: 'too-large' });
  expect((await send(`{"title":"${'x'.repeat(70_000)}"}`)).body).toMatchObject({ status: 413, code: 'too-large' });
  const stranger = t.http().post('/api/projects').set('content-type', 'application/json');
  expect((await stranger.send('{"title":')).body).toMatchObject({ status: 401, code: 'not-signed-in' }); // unread
  expect((await send('{"title":"a\\u0000b"}')).body).toMatchObject({ status: 400, code: 'invalid-text' });
  expect((await send('{"title":"\\ud800"}')).body).toMatchObject({ status: 400, code: 'invalid-text' });
  const gbk = Buffer.concat([Buffer.from('{"title":"'), Buffer.from([0xcf, 0xee, 0xc4, 0xbf]), Buffer.from('"}')]);
  const headers = { cookie: admin, 'content-type': 'application/json' };
  const said = await fetch(t.http().post('/api/projects').url, { method: 'POST', headers, body: gbk }); // 项目, as an old console writes it
  expect(await said.json()).toMatchObject({ status: 400, code: 'invalid-text' });
  expect((await send('{"title":"\\ud83d\\ude00 项目"}')).status).toBe(201);
  expect((await send('title=x', 'application/x-www-form-urlencoded')).body).toMatchObject({
    status: 400,
    code: 'invalid-request',
  });
  expect((await send(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)).status).toBe(400);
  expect((await t.http().get('/api/%E0%A4%A').set('cookie', admin)).status).toBeLessThan(500);
});

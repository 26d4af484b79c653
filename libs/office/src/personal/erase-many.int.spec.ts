import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#domain';
import { testApi, type TestApi } from '../../../../test/support/api.ts';

const AT_ONCE = 64;
jest.setTimeout(600_000);

let t: TestApi;
let admin: string;
beforeAll(async () => {
  t = await testApi();
  admin = await t.signedIn('root', ['admin']);
});
afterAll(() => t.close());

const fact = (type: string, content: object): NewEvent => ({
  id: randomUUID(),
  event: { type, occurredOn: '2026-05-28', data: content } as NewEvent['event'],
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
});
const telling = (number: string): Promise<unknown> =>
  t.office.store.append(`project-${number}`, 0, [
    fact('ProjectRecorded', { code: number, title: number }),
    fact('ProgressReported', { text: `电话 ${number}` }),
  ]);
const post = (path: string, body: object) => t.http().post(path).set('cookie', admin).send(body);
const personOf = async (number: string): Promise<string> =>
  ((await post('/api/audit/people/find', { wanted: [number] }).expect(200)).body as { people: { person: string }[] })
    .people[0]!.person;
const erase = (number: string, person: string) =>
  post('/api/audit/people/erase', { wanted: [number], persons: [person], reason: '本人申请', typed: number });
const isTold = async (number: string): Promise<boolean> =>
  JSON.stringify(await t.office.personal.opened.readStream(`project-${number}`), (_key, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  ).includes(`电话 ${number}`);
const erasures = async (): Promise<readonly string[]> =>
  (await t.office.store.readStream('people')).flatMap(({ event }) => (event.data as { persons: string[] }).persons);

it(`one person whom ${AT_ONCE} erase at the same moment is erased once, and each is answered`, async () => {
  await telling('13900000001');
  const person = await personOf('13900000001');
  const answers = await Promise.all(Array.from({ length: AT_ONCE }, () => erase('13900000001', person)));
  const said = answers.map(({ status, body }) =>
    status === 200
      ? (body as { erased: string[] }).erased.length > 0
        ? 'erased'
        : 'erased before'
      : (body as { code: string }).code,
  );
  expect(said.filter((one) => one === 'erased')).toHaveLength(1);
  expect([...new Set(said)].filter((one) => !['erased', 'erased before', 'person-otherwise'].includes(one))).toEqual(
    [],
  );
  expect(await erasures()).toEqual([person]);
  expect(await isTold('13900000001')).toBe(false);
});

it('different people who are erased at the same moment are all erased, and nobody else', async () => {
  const numbers = Array.from({ length: AT_ONCE / 2 }, (_, n) => `1370000${1000 + n}`);
  for (const number of [...numbers, '13600000009']) await telling(number);
  const people = await Promise.all(numbers.map(personOf));
  const before = await erasures();
  const answers = await Promise.all(numbers.map((number, index) => erase(number, people[index]!)));
  expect(answers.map(({ status, body }) => (status === 200 ? (body as { erased: string[] }).erased : body))).toEqual(
    people.map((person) => [person]),
  );
  expect([...(await erasures())].sort()).toEqual([...before, ...people].sort());
  expect(await Promise.all([...numbers, '13600000009'].map(isTold))).toEqual([...numbers.map(() => false), true]);
});

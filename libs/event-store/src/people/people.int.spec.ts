import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { migrate } from '#database';
import { ERASED, refsIn, type NewEvent, type PersonRef } from '#domain';
import { freshDatabase, type TestDatabase } from '../../../../test/support/postgres.ts';
import { kurrentForTests, type KurrentForTests } from '../../../../test/support/kurrent.ts';
import { soon, until } from '../../../../test/support/soon.ts';
import { eventStoreContract } from '../contract.ts';
import type { EventStore } from '../event-store.ts';
import { eventStoreMigrations, kurrentStore, peopleOf, postgresStore } from '../index.ts';

let database: TestDatabase;
let kurrent: KurrentForTests;
beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.pool, eventStoreMigrations);
  kurrent = await kurrentForTests();
});
afterAll(async () => {
  kurrent.stop();
  await database.drop();
});

/** Two that are opened by the same name are two processes on one log. */
const STORES: readonly (readonly [string, (log: string) => EventStore])[] = [
  ['PostgreSQL', () => postgresStore(database)],
  ['KurrentDB', (log) => kurrentStore({ url: kurrent.url, pool: database.pool, prefix: `t${log}-` })],
];

const telling = (text: string): NewEvent =>
  ({
    id: randomUUID(),
    event: { type: 'ProgressReported', occurredOn: '2026-05-28', data: { text } },
    schemaVersion: 1,
    meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
  }) as NewEvent;
const textOf = ({ event }: { readonly event: { readonly data: unknown } }): string =>
  (event.data as { readonly text: string }).text;

/** The sealed log, in which every fact tells of somebody. */
const withPeople = (store: EventStore): EventStore => {
  const { sealed } = peopleOf(store, database.pool);
  const told = (events: readonly NewEvent[]): readonly NewEvent[] =>
    events.map((fact) => ({ ...fact, meta: { ...fact.meta, note: `电话 13812345678` } }));
  return {
    ...sealed,
    append: (stream, expected, events) => sealed.append(stream, expected, told(events)),
    appendMany: (appends) => sealed.appendMany(appends.map((one) => ({ ...one, events: told(one.events) }))),
  };
};

describe.each(STORES)('a log in %s that tells of people', (_name, open) => {
  eventStoreContract(async () => withPeople(open(randomUUID())));
});

describe.each(STORES)('people in %s', (_name, open) => {
  const number = fc.integer({ min: 0, max: 99_999_999 }).map((n) => `138${String(n).padStart(8, '0')}`);
  const words = fc.array(fc.constantFrom('会谈', ' ', '土地', '\n', '，', '⟦', '⟧', '[[', '元'), { maxLength: 6 });

  it('whatever is written is stored without its numbers and read again as it was', async () => {
    const store = open(randomUUID());
    const { sealed, opened } = peopleOf(store, database.pool);
    await fc.assert(
      fc.asyncProperty(words, number, words, async (before, phone, after) => {
        const text = `${before.join('')} ${phone} ${after.join('')}`;
        const stream = `project-${randomUUID()}`;
        await opened.append(stream, 0, [telling(text)]);
        const [kept] = await sealed.readStream(stream);
        expect(textOf(kept!)).not.toContain(phone);
        const [read] = await opened.readStream(stream);
        expect(textOf(read!)).toBe(text);
      }),
      { numRuns: 30 },
    );
    await store.close();
  }, 600_000);

  it('a name that a stream has told is known in it from then on, in every process', async () => {
    const log = randomUUID();
    const [one, other] = [peopleOf(open(log), database.pool), peopleOf(open(log), database.pool)];
    const stop = other.keepInStep(database.url);
    const stream = `project-${randomUUID()}`;
    await other.sealed.append(stream, 0, [telling('欧阳若兰来过')]); // nobody yet
    const imported = { importId: '1', sheet: 'x', row: 1, kept: { 联系人: '欧阳若兰' } };
    const plain = telling('x');
    await one.sealed.append(stream, 1, [{ ...plain, meta: { ...plain.meta, imported } }]);
    await until('the name is known', async () => {
      const { events } = await other.sealed.append(stream, 'any', [telling('欧阳若兰又来了')]);
      return refsIn(textOf(events[0]!)).length === 1;
    });
    await stop();
    await Promise.all([one.sealed.close(), other.sealed.close()]);
  }, 600_000);

  it('who is erased opens no more, in any process; who comes again is somebody new', async () => {
    const log = randomUUID();
    const [one, other] = [peopleOf(open(log), database.pool), peopleOf(open(log), database.pool)];
    const stop = other.keepInStep(database.url);
    const stream = `project-${randomUUID()}`;
    const { events } = await one.opened.append(stream, 0, [telling('打 15912345678')]);
    expect(textOf(events[0]!)).toBe('打 15912345678');
    const sealed = textOf((await one.sealed.readStream(stream))[0]!);
    expect(await other.open(sealed)).toBe('打 15912345678');
    const people = refsIn(sealed) as PersonRef[];
    expect(await one.erase(people, async () => undefined)).toEqual(people);
    expect(await one.erase(people, async () => undefined)).toEqual([]);
    await soon(() => other.open(sealed), `打 ${ERASED}`);
    expect(textOf((await one.opened.readStream(stream))[0]!)).toBe(`打 ${ERASED}`);
    const again = await other.sealed.append(stream, 'any', [telling('打 15912345678')]);
    expect(refsIn(textOf(again.events[0]!))).not.toEqual(people);
    await stop();
    await Promise.all([one.sealed.close(), other.sealed.close()]);
  }, 600_000);

  it('many who are written of at once by the same number are one person', async () => {
    const store = open(randomUUID());
    const { sealed } = peopleOf(store, database.pool);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => sealed.append(`project-${randomUUID()}`, 0, [telling('打 17712345678')])),
    );
    expect(new Set(answers.flatMap(({ events }) => refsIn(textOf(events[0]!)))).size).toBe(1);
    await store.close();
  }, 600_000);
});

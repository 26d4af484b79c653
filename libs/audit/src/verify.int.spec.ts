import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#database';
import type { IsoDate, NewEvent } from '#domain';
import { eventStoreMigrations, hashOf, memoryStore, postgresStore, type EventStore } from '#event-store';
import { freshDatabase, type TestDatabase } from '../../../test/support/postgres.ts';
import {
  auditMigrations,
  EVERYWHERE,
  FINDINGS,
  readKeptSeals,
  readSealFile,
  renewSealFile,
  sealingOf,
  readSeals,
  sealLog,
  verify,
  type Finding,
  type Verification,
} from './index.ts';

const fact = (amount: string): NewEvent => ({
  id: randomUUID(),
  event: { type: 'FundsArrived', occurredOn: '2026-01-05' as IsoDate, data: { amount, from: '甲公司', share: 0.1 } },
  schemaVersion: 1,
  meta: { actor: { user: 'clerk', unit: 'XL' }, commandId: randomUUID(), basis: '收据 12' },
});

let database: TestDatabase;
let store: EventStore; // as written
let clock = Date.parse('2026-01-05T08:00:00Z');
const now = (): Date => new Date((clock += 1000));

/** Positions 1…12: streams a, b and c in turn, so that a holds 1, 4, 7 and 10. Sealed after 6 and after 12. */
beforeEach(async () => {
  database = await freshDatabase({ poisoned: true });
  await migrate(database.pool, [...eventStoreMigrations, ...auditMigrations]);
  store = postgresStore({ ...database, raw: true, now: () => now().getTime() });
  for (let n = 0; n < 12; n += 1) {
    await store.append(`project-${'abc'[n % 3]}`, Math.floor(n / 3), [fact(`${n}.00`)]);
    if (n === 5 || n === 11) await sealLog({ pool: database.pool, store, now });
  }
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const change = (sql: string, values: unknown[] = []) => database.pool.query(sql, values);
const check = async (): Promise<Verification> => verify(store, { keepers: [await readSeals(database.pool)] });
const bad = (position: number, stream: string | null, version: number | null, what: Finding) => ({
  ok: false,
  firstBad: { position, stream, version, what },
});

describe('verifying the log', () => {
  it('finds nothing wrong in a log that nobody touched', async () => {
    expect(await check()).toMatchObject({ ok: true, events: 12, streams: 3, firstBad: null });
    expect(await verify(store, { from: 6n, keepers: [await readSeals(database.pool)] })).toMatchObject({
      ok: true,
      events: 7,
      streams: 3,
    });
    expect(await verify(store, { stream: 'project-b' })).toMatchObject({ ok: true, events: 4, streams: 1 });
  });
  it('reads the log by pages, with a seal in the middle of one', async () => {
    await store.append(
      'project-long',
      0,
      Array.from({ length: 4_500 }, (_, n) => fact(String(n))),
    );
    await sealLog({ pool: database.pool, store, now });
    await store.append('project-long', 4_500, [fact('1')]);
    expect(await check()).toMatchObject({ ok: true, events: 4_513, streams: 4 });
  });

  const everyField: readonly (readonly [string, string])[] = [
    ['a digit of an amount', `data = replace(data::text, '"4.00"', '"9.00"')::json`],
    ['the paper behind it', `meta = replace(meta::text, '12', '13')::json`],
    ['who did it', `meta = replace(meta::text, 'clerk', 'clerc')::json`],
    ['the business day', 'occurred_on = occurred_on + 1'],
    ['its type', `type = 'FundsReversed'`],
    ['the schema version', 'schema_version = 2'],
    ['the event id', `id = '00000000-0000-0000-0000-000000000000'`],
    ['the command', `command_id = 'x'`],
    ['the instant', `recorded_at = recorded_at + interval '1 millisecond'`],
    ['the hash', `hash = '\\x00'`],
  ];
  it.each(everyField)('names the record where somebody changed %s', async (_, assignment) => {
    await change(`update event set ${assignment} where position = 5`);
    expect(await check()).toMatchObject(bad(5, 'project-b', 2, 'content-changed'));
    expect(await verify(store, { stream: 'project-b' })).toMatchObject(bad(5, 'project-b', 2, 'content-changed'));
    expect(await verify(store, { from: 3n })).toMatchObject(bad(5, 'project-b', 2, 'content-changed'));
  });
  it('names the next record where the hash was made to fit a changed content', async () => {
    const event = (await store.readStream('project-b'))[1]!;
    const forged = { ...event, event: { ...event.event, data: { amount: '900.00' } } };
    await change(`update event set data = $1, hash = $2 where position = 5`, [
      JSON.stringify(forged.event.data),
      Buffer.from(hashOf(forged), 'hex'),
    ]);
    expect(await check()).toMatchObject({ ok: false, firstBad: { position: 6, what: 'seal-broken' } }); // its stretch was sealed at 6 …
    expect(await verify(store)).toMatchObject(bad(8, 'project-b', 3, 'chain-broken')); // … and its successor no longer follows
  });
  it('names the record where two of a stream changed places', async () => {
    await change('update event set version = version + 100 where position in (4, 7)');
    await change('update event set version = case position when 4 then 3 else 2 end where position in (4, 7)');
    expect(await check()).toMatchObject(bad(4, 'project-a', 3, 'out-of-order'));
  });
  it('names the record where two of different streams changed places', async () => {
    await change('update event set position = position + 100 where position in (4, 5)');
    await change('update event set position = case position when 104 then 5 else 4 end where position in (104, 105)');
    expect(await check()).toMatchObject(bad(5, 'project-a', 2, 'recorded-earlier'));
  });
  it('names the missing record where one was deleted in the middle', async () => {
    await change('delete from event where position = 5');
    expect(await check()).toMatchObject(bad(5, 'project-b', 2, 'record-missing'));
    expect(await verify(store, { stream: 'project-b' })).toMatchObject(bad(8, 'project-b', 3, 'record-missing'));
  });
  it('finds a deleted end of a stream, whose chain is whole', async () => {
    await change(`delete from event where stream = 'project-b' and version = 4`);
    expect(await check()).toMatchObject(bad(11, null, null, 'record-missing'));
  });
  it('finds it by its seal alone where the log gives no consecutive positions', async () => {
    await change(`delete from event where stream = 'project-b' and version = 4`);
    expect(
      await verify(store, { keepers: [await readSeals(database.pool)], manyWritersUpTo: EVERYWHERE }),
    ).toMatchObject(bad(12, null, null, 'seal-broken'));
  });
  it('finds that a whole stream is gone', async () => {
    await change(`delete from event where stream = 'project-c'`);
    expect(await check()).toMatchObject(bad(3, null, null, 'record-missing'));
  });
  it('names a record put in between', async () => {
    const [, , , last] = await store.readStream('project-a');
    await change(
      `insert into event select 0, stream, 0, gen_random_uuid(), type, schema_version, occurred_on, recorded_at, 'x', meta, data, previous_hash, hash from event where position = $1`,
      [String(last!.position)],
    );
    expect(await check()).toMatchObject(bad(0, 'project-a', 0, 'position-impossible'));
    await change('update event set position = 13, version = 5 where position = 0');
    expect(await check()).toMatchObject(bad(13, 'project-a', 5, 'chain-broken'));
  });
  it('finds a log cut short after it was sealed', async () => {
    await change('delete from event where position > 9');
    expect(await check()).toMatchObject(bad(10, null, null, 'sealed-records-missing'));
  });
  it('finds an old backup by the seals kept outside the database, also after it has grown again', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luodi-seals-'));
    const file = join(folder, 'seals.jsonl');
    const withFile = async (): Promise<Verification> =>
      verify(store, { keepers: [await readSeals(database.pool), (await readSealFile(file)).seals] });
    await store.append('project-a', 4, [fact('13.00')]);
    await sealLog({ pool: database.pool, store, now, file });
    expect(await withFile()).toMatchObject({ ok: true, events: 13 });
    await change('delete from event where position > 12');
    await change('delete from seal where number = 3'); // the database looks as it did before
    expect(await check()).toMatchObject({ ok: true });
    expect(await withFile()).toMatchObject(bad(13, null, null, 'sealed-records-missing'));
    await store.append('project-a', 4, [fact('99.00')]);
    await sealLog({ pool: database.pool, store, now, file });
    expect(await check()).toMatchObject({ ok: true });
    expect(await withFile()).toMatchObject(bad(13, null, null, 'seal-broken'));
    await rm(folder, { recursive: true });
  });
  it('finds a changed seal', async () => {
    await change(`update seal set events = 7 where number = 1`);
    expect(await check()).toMatchObject(bad(6, null, null, 'seal-changed'));
  });
  it('says what is wrong in both languages', () => {
    for (const { zh, en } of Object.values(FINDINGS))
      expect([/\p{Script=Han}/u.test(zh), /^[A-Z]/.test(en)]).toEqual([true, true]);
  });
});

describe('sealing', () => {
  it('seals each stretch once and nothing where nothing new was recorded', async () => {
    expect(await sealLog({ pool: database.pool, store, now })).toBeNull();
    expect(
      (await readSeals(database.pool)).map(({ number, position, events }) => ({ number, position, events })),
    ).toEqual([
      { number: 1, position: '6', events: 6 },
      { number: 2, position: '12', events: 6 },
    ]);
  });
});

describe('what is sealed', () => {
  it('says how many seals there are, when the last was made, and how long the tail is that nobody vouches for', async () => {
    const seals = await readSeals(database.pool);
    const before = await sealingOf(store, seals);
    expect(before).toEqual({
      seals: seals.length,
      lastSealedAt: seals.at(-1)!.sealedAt,
      unsealed: { events: 0, since: null },
    });
    await store.append('project-d', 'any', [fact('1.00')]);
    const [last] = await store.readStream('project-d');
    expect((await sealingOf(store, seals)).unsealed).toEqual({ events: 1, since: last!.recordedAt });
  });
  it('finds a file of seals that is gone, cannot be read or holds other lines; half a last line is of a killed process', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'luodi-seals-'));
    const file = join(folder, 'seals.jsonl');
    expect((await readSealFile(file)).wrong).toBe('seal-file-missing');
    await sealLog({ pool: database.pool, store, now, file });
    expect((await readKeptSeals(file, await readSeals(database.pool))).wrong).toBe('seal-file-short'); // what was gone is not written again unasked
    expect(await renewSealFile(file, await readSeals(database.pool))).toBeGreaterThan(0);
    const kept = (await readSealFile(file)).seals.length;
    expect([kept > 0, (await readSealFile(file)).wrong]).toEqual([true, null]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await appendFile(file, `${(await readFile(file, 'utf8')).trim().split('\n')[0]!}\n`); // two processes sealed at once
    expect((await readSealFile(file)).seals).toHaveLength(kept);
    const seals = await readSeals(database.pool);
    const whole = await readFile(file, 'utf8');
    const lines = [...new Set(whole.trim().split('\n'))];
    for (const [left, wrong] of [
      [lines, null],
      [lines.slice(0, -1), null], // a process was killed before it wrote the newest down
      [lines.slice(0, -2), 'seal-file-short'],
      [lines.slice(1), 'seal-file-short'],
      [[], 'seal-file-short'],
    ] as const) {
      await writeFile(file, left.map((line) => `${line}\n`).join(''));
      expect((await readKeptSeals(file, seals)).wrong).toBe(wrong);
    }
    await writeFile(file, whole);
    await appendFile(file, '{"number": 9');
    expect(await readSealFile(file)).toMatchObject({ wrong: null, seals: { length: kept } });
    await appendFile(file, '\n{}\n');
    expect((await readSealFile(file)).wrong).toBe('seal-file-unreadable');
    expect((await readSealFile(folder)).wrong).toBe('seal-file-unreadable');
    await rm(folder, { recursive: true });
  });
});

describe('any log', () => {
  it('verifies in memory as in PostgreSQL', async () => {
    const memory = memoryStore();
    await memory.append('project-a', 0, [fact('1.00'), fact('2.00')]);
    expect(await verify(memory)).toMatchObject({ ok: true, events: 2, streams: 1 });
  });
});

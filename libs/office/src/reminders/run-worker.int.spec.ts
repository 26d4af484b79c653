import { randomUUID } from 'node:crypto';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { pause, until } from '../../../../test/support/soon.ts';
import { startWorker, type RunningWorker } from './run-worker.ts';

let t: TestApi;
beforeEach(async () => {
  t = await testApi();
});
afterEach(() => t.close());

const record = (id: string) =>
  t.office.store.append(`project-${id}`, 'any', [
    {
      id: randomUUID(),
      event: { type: 'ProjectRecorded', occurredOn: '2026-01-05', data: { code: id, title: id } } as never,
      schemaVersion: 1,
      meta: { actor: { user: 'x', unit: null }, commandId: randomUUID() },
    },
  ]);
const folded = async (): Promise<bigint> =>
  BigInt(
    (await t.office.pool.query<{ position: string }>('select position from reminder_checkpoint')).rows[0]!.position,
  );
const start = (): Promise<RunningWorker> =>
  startWorker(
    { ...t.office, databaseUrl: (t.office.pool.options as { connectionString: string }).connectionString },
    { apart: false },
  );

it('a fact that comes while the worker is at work wakes it again', async () => {
  const worker = await start();
  try {
    for (let n = 0; n < 60; n += 1) {
      await record(`p${n}`);
      await pause(25);
    } // over three wakes
    await until('what was recorded is folded', async () => (await folded()) >= (await t.office.store.head()));
  } finally {
    await worker.stop();
  }
});

it('stops at once in the middle of a backlog, and goes on from there at the next start', async () => {
  await t.office.store.appendMany(
    Array.from({ length: 4_000 }, (_, n) => ({
      stream: `project-b${n}`,
      expected: 0,
      events: [
        {
          id: randomUUID(),
          event: { type: 'LeadRegistered', occurredOn: '2026-01-05', data: { code: `b${n}`, title: `b${n}` } } as never,
          schemaVersion: 1,
          meta: { actor: { user: 'x', unit: null }, commandId: randomUUID() },
        },
      ],
    })),
  );
  const worker = await start();
  await until('what was recorded is folded', async () => (await folded()) > 0n);
  await worker.stop();
  expect(await folded()).toBeLessThan(await t.office.store.head());
  const next = await start();
  try {
    await until('what was recorded is folded', async () => (await folded()) >= 4_000n);
  } finally {
    await next.stop();
  }
});

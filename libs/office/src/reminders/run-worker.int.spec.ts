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
const start = (projects = t.office.projects): Promise<RunningWorker> =>
  startWorker(
    { ...t.office, projects, databaseUrl: (t.office.pool.options as { connectionString: string }).connectionString },
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

it('wakes that come while one works share the next: no two work at once', async () => {
  const { projects } = t.office;
  let [atWork, most, runs] = [0, 0, 0];
  let goOn = (): void => undefined;
  const called = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const followUps = {
    ...projects.followUps,
    catchUp: async () => {
      runs += 1;
      most = Math.max(most, (atWork += 1));
      await called;
      await projects.followUps.catchUp();
      atWork -= 1;
    },
  };
  const worker = await start({ ...projects, followUps });
  try {
    await until('the first wake is at work', () => runs > 0);
    const wakes = Array.from({ length: 10 }, () => worker.wake());
    goOn();
    await Promise.all(wakes);
    expect([most, runs]).toEqual([1, 2]);
  } finally {
    await worker.stop();
  }
});

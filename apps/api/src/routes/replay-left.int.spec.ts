import { request, type Server, type ServerResponse } from 'node:http';
import { seed } from '../../../../test/bench/seed.ts';
import { testApi, type TestApi } from '../../../../test/support/api.ts';
import { PROJECT_STREAMS } from '#domain';

let t: TestApi;
beforeAll(async () => {
  t = await testApi({}, () => new Date('2026-01-05T02:00:00Z'));
});
afterAll(() => t.close());

beforeAll(async () => {
  await seed(t.office.store, 300, 4);
});

it.each(['application/json', 'application/x-ndjson'])(
  'a replay whose asker has gone leaves the rest of the projects alone, and the server goes on: %s',
  async (accept) => {
    const { store } = t.office;
    const admin = await t.signedIn(`root-${accept.length}`, ['admin']);
    const [reading, all] = [store.readByStream, new Set<string>()];
    for await (const [first] of reading(PROJECT_STREAMS, await store.head())) all.add(first!.stream);
    let read = 0;
    // The third waits for the asker to be gone: how fast this machine reads decides nothing.
    const gone = new Promise<void>((resolve) => {
      (t.api.app.getHttpServer() as Server).once('request', (_asked, response: ServerResponse) => {
        response.once('close', resolve);
      });
    });
    const left = new Promise<void>((resolve) => {
      const counting: typeof reading = async function* (...asked) {
        try {
          for await (const history of reading(...asked)) {
            read += 1;
            if (read === 3) await gone;
            yield history;
          }
        } finally {
          resolve();
        }
      };
      Object.assign(store, { readByStream: counting });
    });
    try {
      let answered: number | undefined;
      const call = request(`${await t.api.app.getUrl()}/api/policy/calendar/replay`, {
        method: 'POST',
        headers: { cookie: admin, 'content-type': 'application/json', accept },
      })
        .on('error', () => undefined)
        .on('response', (response) => {
          if (accept === 'application/json') answered = response.statusCode;
          response.on('error', () => undefined).resume();
        });
      call.end(JSON.stringify({ year: 2034, off: { 元旦: ['2034-01-01'] }, worked: [] }));
      while (read < 3 && answered === undefined)
        await new Promise((turn) => {
          setTimeout(turn, 1);
        });
      expect(answered).toBeUndefined();
      call.destroy();
      await left;
    } finally {
      Object.assign(store, { readByStream: reading });
    }
    expect(all.size).toBe(300);
    expect(read).toBeLessThan(all.size / 2);
    await t.http().get('/api/policy').set('cookie', admin).expect(200);
  },
);

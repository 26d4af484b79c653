import { sessionOver } from '../ask/session-over.ts';
import { followImport, type Status } from './send-import.ts';

const statusOf = (state: Status['state']): Status => ({
  id: 'one',
  file: '台账.xlsx',
  dryRun: false,
  state,
  progress: { done: 0, total: null },
  report: null,
  problem: null,
});
const answer = (status: number, body: object): Response => {
  const response = new Response(JSON.stringify(body), { status });
  Object.defineProperty(response, 'url', { value: 'http://luodi/api/imports/one' });
  return response;
};

const fetchOf = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = fetchOf;
  sessionOver.set(false);
});

/** Answers one look after the other. */
const answering = (...answers: readonly (() => Response)[]): void => {
  let next = 0;
  globalThis.fetch = () => {
    const one = answers[next++];
    return one === undefined ? Promise.reject(new Error('asked too often')) : Promise.resolve(one());
  };
};

it('an import is followed through a server that starts again', async () => {
  const seen: string[] = [];
  answering(
    () => answer(200, statusOf('running')),
    () => answer(503, { code: 'unavailable', zh: '稍后再试', en: 'Later.', status: 503 }),
    () => new Response('bad gateway', { status: 502 }),
    () => answer(200, statusOf('done')),
  );
  const last = await followImport('one', ({ state }) => seen.push(state));
  expect([seen, last.state]).toEqual([['running', 'done'], 'done']);
});

it('an import is followed once somebody has signed in again over the page', async () => {
  answering(
    () => answer(401, { code: 'not-signed-in', zh: '请先登录', en: 'Sign in.', status: 401 }),
    () => answer(200, statusOf('done')),
  );
  const stop = sessionOver.subscribe(() => {
    stop();
    setTimeout(() => {
      sessionOver.set(false);
    });
  });
  expect((await followImport('one', () => undefined)).state).toBe('done');
});

it('an import that is not known is looked for once', async () => {
  answering(() => answer(404, { code: 'import-unknown', zh: '没有这次导入。', en: 'None.', status: 404 }));
  await expect(followImport('one', () => undefined)).rejects.toMatchObject({ problem: { code: 'import-unknown' } });
});

import type { MessageEvent } from '#domain';
import { recordOf } from '../../../../test/support/reminders.ts';
import { postChange } from './post.ts';

const [MAIL, CHAT] = [
  { channel: 'mail', to: 'zhang' },
  { channel: 'chat', to: 'zhang' },
];
const NINE = '2026-06-01T01:00:00.000Z';
const NOON = '2026-06-01T04:00:00.000Z';
const LATER = '2026-06-01T05:00:00.000Z';

type Data<Type> = Extract<MessageEvent, { readonly type: Type }>['data'];
const started = (message: string, keys: readonly string[], more: Partial<Data<'MessageStarted'>> = {}) =>
  recordOf<MessageEvent>('outbox-1', 'MessageStarted', {
    ...{ ...MAIL, message, notices: keys.map((key) => ({ key, attempt: 1 })) },
    ...more,
  });
const refused = (message: string, keys: readonly string[], retryAt?: string) =>
  recordOf<MessageEvent>('outbox-1', 'MessageRefused', {
    ...{ ...MAIL, message, notices: keys.map((key) => ({ key, attempt: 2 })), code: 'busy' },
    ...(retryAt === undefined ? {} : { retryAt }),
  });
const issued = (key: string, ...deliveries: (typeof MAIL)[]) =>
  ({ issued: [{ key, deliveries }], suppressed: [], withdrawn: [] }) as never;

it('a log without deliveries changes nothing', () =>
  expect(postChange().change()).toEqual({ taken: [], waiting: [], started: [], ended: [], outboxes: [] }));

it('notices that were issued together wait together, for each recipient of each channel', () => {
  const post = postChange();
  post.dispatched(issued('k1', MAIL, CHAT), NINE);
  post.dispatched(issued('k2', MAIL), NINE);
  post.dispatched(issued('k3', MAIL), NOON);
  post.dispatched(issued('k4'), NOON);
  expect(post.change().waiting).toEqual([
    { ...MAIL, at: NINE, attempt: 0, keys: ['k1', 'k2'] },
    { ...MAIL, at: NOON, attempt: 0, keys: ['k3'] },
    { ...CHAT, at: NINE, attempt: 0, keys: ['k1'] },
  ]);
});

it('what a message carries waits no more: what came on this page is gone, what came before it is taken out of the ledger', () => {
  const post = postChange();
  post.dispatched(issued('k1', MAIL), NINE);
  post.dispatched(issued('k2', MAIL), NINE);
  post.message(started('m1', ['k1', 'earlier']));
  expect(post.change()).toEqual({
    taken: [{ ...MAIL, keys: ['earlier'] }],
    waiting: [{ ...MAIL, at: NINE, attempt: 0, keys: ['k2'] }],
    started: [{ ...MAIL, message: 'm1', at: NOON, attempt: 1, keys: ['k1', 'earlier'] }],
    ended: [],
    outboxes: [{ ...MAIL, version: 1 }],
  });
  post.message(started('m2', ['k2']));
  expect([post.change().waiting, post.change().taken]).toEqual([[], [{ ...MAIL, keys: ['earlier'] }]]);
});

it('of two messages to one recipient both are taken out, and the outbox stands at the later', () => {
  const post = postChange();
  post.message(started('m1', ['e1']));
  post.message({ ...started('m2', ['e2', 'e3']), version: 5 });
  expect(post.change()).toMatchObject({
    taken: [{ ...MAIL, keys: ['e1', 'e2', 'e3'] }],
    outboxes: [{ ...MAIL, version: 5 }],
  });
});

it('a message counts as the attempt of that of its notices that was tried most', () => {
  const post = postChange();
  const notices = [1, 4, 2].map((attempt) => ({ key: `e${attempt}`, attempt }));
  post.message(started('m1', [], { notices }));
  expect(post.change().started[0]!.attempt).toBe(4);
});

it('accepted is the end of a message, with the name that the provider gave it', () => {
  const post = postChange();
  const accepted = (message: string, more: object) =>
    post.message(recordOf<MessageEvent>('outbox-1', 'MessageAccepted', { ...MAIL, message, ...more }));
  accepted('m1', { providerId: 'p-7' });
  accepted('m2', {});
  expect(post.change().ended).toEqual([
    { message: 'm1', at: NOON, state: 'accepted', detail: 'p-7' },
    { message: 'm2', at: NOON, state: 'accepted', detail: null },
  ]);
});

it('refused for now, its notices wait for the next attempt; refused for good, nothing waits', () => {
  const post = postChange();
  post.message(refused('m1', ['k1', 'k2'], LATER));
  post.message(refused('m2', ['k3']));
  expect(post.change()).toMatchObject({
    waiting: [{ ...MAIL, at: LATER, attempt: 2, keys: ['k1', 'k2'] }],
    started: [],
    ended: [
      { message: 'm1', at: NOON, state: 'refused', detail: 'busy' },
      { message: 'm2', at: NOON, state: 'given-up', detail: 'busy' },
    ],
  });
});

it('notices that are tried for another time wait apart from those that are tried at the same instant for the first', () => {
  const post = postChange();
  post.message(refused('m1', ['k1'], LATER));
  post.dispatched(issued('k2', MAIL), LATER);
  expect(post.change().waiting.map(({ attempt, keys }) => [attempt, keys])).toEqual([
    [2, ['k1']],
    [0, ['k2']],
  ]);
});

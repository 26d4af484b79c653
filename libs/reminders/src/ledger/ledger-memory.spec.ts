import { DEFAULT_RULES } from '#domain';
import { waiting } from '../../../../test/support/reminders.ts';
import { memoryLedger } from './ledger-memory.ts';
import { UNCHANGED, type LedgerChange, type PostChange, type StartedMessage } from './ledger.ts';
import type { Reminder } from '../owed/reminder.ts';

const [NINE, TEN, NOON] = ['2026-06-01T01:00:00.000Z', '2026-06-01T02:00:00.000Z', '2026-06-01T04:00:00.000Z'] as const;
const EVER = '2999-01-01T00:00:00.000Z';
const MAIL = { channel: 'mail', to: 'zhang' };
const CHAT = { channel: 'chat', to: 'zhang' };
const NO_POST = UNCHANGED.post;

/** A ledger, and how to write to it. */
const ledger = () => {
  const it = memoryLedger();
  let position = 0n;
  return {
    ...it,
    write: (change: Partial<LedgerChange>) =>
      it.step(async (at) => ({
        ...UNCHANGED,
        ...{ position: (position += 1n), rules: DEFAULT_RULES.id, dispatched: at.dispatched },
        ...change,
      })),
  };
};
const post = (change: Partial<PostChange>) => ({ post: { ...NO_POST, ...change } });
const keysOf = (rows: readonly Reminder[]): readonly string[] => rows.map(({ key }) => key);
const start = (message: string, keys: readonly string[], at: string, more = {}): StartedMessage => ({
  ...{ ...MAIL, message, at, attempt: 1, keys },
  ...more,
});

it('a step writes what its work answers, or nothing; where it stands is told to the next', async () => {
  const one = ledger();
  expect(await one.step(async () => null)).toBe(false);
  expect(await one.write({ position: 5n, rules: 'r', dispatched: 3 })).toBe(true);
  await one.step(async (at) => {
    expect(at).toEqual({ position: 5n, rules: 'r', dispatched: 3 });
    return null;
  });
});

it('steps go one after the other, and one that failed does not stop the next', async () => {
  const one = ledger();
  const seen: string[] = [];
  const slow = one.step(async () => {
    await new Promise((turn) => setImmediate(turn));
    seen.push('slow');
    throw new RangeError('broke');
  });
  const next = one.step(async () => {
    seen.push('next');
    return null;
  });
  await expect(slow).rejects.toThrow(RangeError);
  expect(await next).toBe(false);
  expect(seen).toEqual(['slow', 'next']);
});

it('rows are found by their subjects, by their keys and by the notice that names them', async () => {
  const one = ledger();
  const [a, b, merged] = [waiting(), waiting({ subject: 'project-b' }), waiting({ rung: 'due', into: 'k' })];
  await one.write({ add: [a, b, merged] });
  expect(keysOf(await one.rowsOf(['project-a', 'project-z']))).toEqual([a.key, merged.key]);
  expect(await one.byKeys([b.key, 'none'])).toEqual([b]);
  expect(keysOf(await one.namedIn(['k', 'none']))).toEqual([merged.key]);
  const [changed, sent] = [
    { ...a, rung: 'due' },
    { ...b, state: 'sent' },
  ] as [Reminder, Reminder];
  await one.write({ change: [{ before: a, after: changed }], issued: [sent], drop: [merged] });
  expect(await one.byKeys([a.key, b.key, merged.key])).toEqual([changed, sent]);
});

it('due is what waits and whose time has come: the earliest first, those of a subject together, page by page', async () => {
  const one = ledger();
  const rows = [
    waiting({ subject: 'project-b', sendAt: NINE }),
    waiting({ subject: 'project-a', sendAt: NINE, rung: 'due' }),
    waiting({ subject: 'project-a', sendAt: NINE }),
    waiting({ subject: 'project-c', sendAt: '2026-05-31T01:00:00.000Z' }),
    waiting({ subject: 'project-d', sendAt: NOON }),
    waiting({ subject: 'project-e', sendAt: NINE, state: 'sent' }),
  ];
  await one.write({ add: rows, position: 9n, dispatched: 2 });
  const subjects = async (now: string, limit: number, after: Reminder | null = null) =>
    (await one.due(now, limit, after)).rows.map(({ subject }) => subject.slice('project-'.length)).join('');
  expect(await subjects(NINE, 10)).toBe('caab');
  expect(await subjects(TEN, 3)).toBe('caa');
  expect(await subjects(NOON, 10)).toBe('caabd');
  const { at, rows: page } = await one.due(NINE, 2);
  expect(at).toEqual({ position: 9n, rules: DEFAULT_RULES.id, dispatched: 2 });
  expect(await subjects(NINE, 10, page.at(-1)!)).toBe('ab');
  expect((await one.due('2026-05-01T00:00:00.000Z', 10)).rows).toEqual([]);
});

it('orders are to be opened until somebody has', async () => {
  const one = ledger();
  const [a, b] = [waiting({ rung: 'supervision' }), waiting({ rung: 'interview' })];
  await one.write({ add: [a, b], opening: { add: [a.key, b.key, 'unknown'], done: [] } });
  expect(keysOf(await one.unopened(10))).toEqual([a.key, b.key]);
  expect(keysOf(await one.unopened(1))).toEqual([a.key]);
  await one.write({ opening: { add: [], done: [a.key] } });
  expect(keysOf(await one.unopened(10))).toEqual([b.key]);
});

it('what waits for one recipient of a channel is one digest, from the instant on for which it waits', async () => {
  const one = ledger();
  await one.write(
    post({
      waiting: [
        { ...MAIL, at: TEN, attempt: 2, keys: ['k3'] },
        { ...MAIL, at: NINE, attempt: 0, keys: ['k2', 'k1'] },
        { ...CHAT, at: NINE, attempt: 0, keys: ['k1'] },
      ],
      outboxes: [{ ...MAIL, version: 6 }],
    }),
  );
  const mail = (...notices: (readonly [string, number])[]) => ({
    ...{ ...MAIL, version: 6, notices: notices.map(([key, attempt]) => ({ key, attempt })) },
  });
  const chat = { ...CHAT, version: 0, notices: [{ key: 'k1', attempt: 0 }] };
  expect(await one.deliverable(NINE, 10)).toEqual([mail(['k1', 0], ['k2', 0]), chat]);
  expect(await one.deliverable(TEN, 10)).toEqual([mail(['k1', 0], ['k2', 0], ['k3', 2]), chat]);
  expect(await one.deliverable(TEN, 1)).toEqual([mail(['k1', 0])]);
  expect(await one.deliverable('2026-05-01T00:00:00.000Z', 10)).toEqual([]);
  await one.write(post({ taken: [{ ...MAIL, keys: ['k1', 'k2'] }] }));
  expect(await one.deliverable(TEN, 10)).toEqual([chat, mail(['k3', 2])]);
});

it('a message that was started and never ended is stuck', async () => {
  const one = ledger();
  const [early, late] = [start('m1', ['k1'], NINE), start('m2', ['k2'], NOON)];
  await one.write(post({ started: [early, late] }));
  expect((await one.stuck(TEN, 10)).map(({ message, keys }) => [message, keys])).toEqual([['m1', ['k1']]]);
  expect(await one.stuck(NINE, 10)).toEqual([]);
  expect(await one.stuck(EVER, 1)).toHaveLength(1);
  await one.write(post({ ended: [{ message: 'm1', at: TEN, state: 'accepted', detail: 'p' }] }));
  expect((await one.stuck(EVER, 10)).map(({ message }) => message)).toEqual(['m2']);
});

it('of a notice is told, place by place, whether it waits, how often it was tried and what was said last', async () => {
  const one = ledger();
  const states = () => one.deliveriesOf('k1', [MAIL, CHAT], NINE);
  expect(await states()).toEqual([]);
  await one.write(post({ waiting: [{ ...MAIL, at: TEN, attempt: 0, keys: ['k1'] }] }));
  expect(await states()).toEqual([{ ...MAIL, state: 'waiting', at: TEN, attempts: 0, detail: null }]);
  await one.write(
    post({
      taken: [{ ...MAIL, keys: ['k1'] }],
      started: [start('m2', ['k1'], NOON), start('m1', ['k0', 'k1'], NINE), start('m3', ['k1'], TEN, CHAT)],
    }),
  );
  expect(await states()).toEqual([
    { ...MAIL, state: 'taken', at: NOON, attempts: 2, detail: null },
    { ...CHAT, state: 'taken', at: TEN, attempts: 1, detail: null },
  ]);
  await one.write(
    post({
      ended: [{ message: 'm2', at: EVER, state: 'refused', detail: 'busy' }],
      waiting: [{ ...MAIL, at: EVER, attempt: 2, keys: ['k1'] }],
    }),
  );
  expect((await states())[0]).toEqual({ ...MAIL, state: 'waiting', at: EVER, attempts: 2, detail: 'busy' });
  expect(await one.deliveriesOf('k9', [MAIL], NINE)).toEqual([]);
});

it('somebody is next woken for the earliest of what waits, a notice or a delivery', async () => {
  const one = ledger();
  expect(await one.nextAt()).toBeNull();
  await one.write({ add: [waiting({ sendAt: NOON }), waiting({ rung: 'due', sendAt: NINE, state: 'sent' })] });
  expect(await one.nextAt()).toBe(NOON);
  await one.write(post({ waiting: [{ ...MAIL, at: TEN, attempt: 0, keys: ['k'] }] }));
  expect(await one.nextAt()).toBe(TEN);
});

it('folded anew, it forgets its deliveries and keeps its rows; cleared, it forgets everything', async () => {
  const full = async () => {
    const one = ledger();
    await one.write({
      ...{ position: 9n, dispatched: 2, add: [waiting()], opening: { add: [waiting().key], done: [] } },
      ...post({
        waiting: [{ ...MAIL, at: NINE, attempt: 0, keys: ['k'] }],
        started: [start('m', ['k'], NINE)],
        outboxes: [{ ...MAIL, version: 6 }],
      }),
    });
    return one;
  };
  const left = async (one: ReturnType<typeof ledger>) => [
    (await one.rowsOf(['project-a'])).length,
    (await one.unopened(9)).length,
    (await one.deliverable(EVER, 9)).length,
    (await one.stuck(EVER, 9)).length,
  ];
  const anew = await full();
  expect(await left(anew)).toEqual([1, 1, 1, 1]);
  await anew.write({ anew: true, ...post({ waiting: [{ ...MAIL, at: NINE, attempt: 0, keys: ['k'] }] }) });
  expect(await left(anew)).toEqual([1, 0, 1, 0]);
  expect((await anew.deliverable(EVER, 9))[0]!.version).toBe(0);
  const cleared = await full();
  await cleared.clear();
  expect(await left(cleared)).toEqual([0, 0, 0, 0]);
  expect((await cleared.due(EVER, 9)).at).toEqual({ position: 0n, rules: '', dispatched: 0 });
});

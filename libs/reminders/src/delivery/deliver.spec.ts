import type { Carried, MessageEvent, RecordedEvent } from '#domain';
import { bureauInMemory } from '../../../../test/support/reminding.ts';
import { fireAll } from '../firing/fire.ts';
import { deliverDue, type DeliverTools, type Outlet } from './deliver.ts';
import type { Sent } from './messages.ts';

const NEAR_DUE = '2026-06-01T04:00:00.000Z';
type Bureau = ReturnType<typeof bureauInMemory>;
type Handed = Parameters<Outlet['send']>[0];

/** A bureau in which so many projects come near their agreed start, and a mailbox that answers as the test says. */
const told = async (answer: (message: Handed) => Promise<Sent>, ids: readonly string[] = ['a']) => {
  const bureau = bureauInMemory('2026-05-28T03:00:00Z');
  for (const id of ids) await bureau.sign(id, '2026-07-01');
  bureau.at(NEAR_DUE);
  await fireAll(bureau.tools);
  const handed: Handed[] = [];
  const outlet: Outlet = {
    opensAt: async (now) => now,
    send: (message) => {
      handed.push(message);
      return answer(message);
    },
  };
  bureau.outlets.set('mail', outlet);
  return { bureau, handed, outlet };
};
const messages = async ({ store }: Bureau): Promise<readonly MessageEvent[]> =>
  ((await store.readAll(0n, 10_000, { streamPrefix: 'outbox-' })) as readonly RecordedEvent<MessageEvent>[]).map(
    ({ event }) => event,
  );
const types = async (bureau: Bureau) => (await messages(bureau)).map(({ type }) => type);
const accepted = async (): Promise<Sent> => ({ kind: 'accepted', providerId: 'p-1' });
const refused =
  (permanent: boolean, more = {}) =>
  async (): Promise<Sent> => ({
    ...{ kind: 'refused', code: 'busy', permanent },
    ...more,
  });
const fellBack = async ({ store }: Bureau) =>
  (await store.readAll(0n, 10_000, { streamPrefix: 'notice-' })).map(({ event }) => event);

it('all that waits for one person goes in one message, is claimed before it goes, and is told to be accepted', async () => {
  const { bureau, handed } = await told(accepted, ['a', 'b']);
  const waits = await bureau.ledger.deliverable(NEAR_DUE, 99);
  expect(waits.map(({ to }) => to)).toEqual(['管家']);
  expect(await deliverDue(bureau.tools)).toEqual({ settled: waits[0]!.notices.length, opensAt: null });
  expect(handed.map(({ to, notices }) => [to, notices.map(({ key }) => key).sort()])).toEqual([
    ['管家', waits[0]!.notices.map(({ key }) => key).sort()],
  ]);
  const [start, end] = await messages(bureau);
  expect(start).toMatchObject({
    type: 'MessageStarted',
    occurredOn: '2026-06-01',
    data: { channel: 'mail', to: '管家' },
  });
  expect(start!.data).toMatchObject({ message: handed[0]!.id });
  expect((start!.data as { readonly notices: readonly Carried[] }).notices.map(({ attempt }) => attempt)).toEqual(
    waits[0]!.notices.map(() => 1),
  );
  expect(end).toEqual({
    ...{ type: 'MessageAccepted', occurredOn: '2026-06-01' },
    data: { channel: 'mail', to: '管家', message: handed[0]!.id, providerId: 'p-1' },
  });
  expect(await deliverDue(bureau.tools)).toEqual({ settled: 0, opensAt: null });
  expect(handed).toHaveLength(1);
});

it('a provider that gives no name of its own has none recorded', async () => {
  const { bureau } = await told(async () => ({ kind: 'accepted' }));
  await deliverDue(bureau.tools);
  expect((await messages(bureau))[1]!.data).not.toHaveProperty('providerId');
});

it('refused for now, it goes again after one minute, five, twenty-five, then every two hours, six times in all', async () => {
  const { bureau, handed } = await told(refused(false));
  const waits: number[] = [];
  let now = Date.parse(NEAR_DUE);
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    await deliverDue(bureau.tools);
    expect(handed).toHaveLength(attempt);
    const next = await bureau.ledger.nextAt();
    const [at] = (await bureau.ledger.deliverable('2026-06-03T00:00:00.000Z', 9)).map(() => Date.parse(next!));
    if (at === undefined) break;
    bureau.at(new Date(at - 1).toISOString());
    await deliverDue(bureau.tools);
    expect(handed).toHaveLength(attempt);
    waits.push((at - now) / 60_000);
    now = at;
    bureau.at(new Date(at).toISOString());
  }
  expect(waits.map(Math.floor)).toEqual([1, 5, 25, 120, 120]);
  expect((await messages(bureau)).at(-1)!.data).not.toHaveProperty('retryAt');
  const attempts = (await messages(bureau)).flatMap(({ type, data }) =>
    type === 'MessageStarted' ? [Math.max(...data.notices.map((one) => one.attempt))] : [],
  );
  expect(attempts).toEqual([1, 2, 3, 4, 5, 6]);
});

it('a provider that says when to come again is not asked before', async () => {
  const { bureau } = await told(refused(false, { retryAfterSeconds: 3_600 }));
  await deliverDue(bureau.tools);
  expect((await messages(bureau))[1]!.data).toMatchObject({ code: 'busy', retryAt: '2026-06-01T05:00:00.000Z' });
});

it('refused for good, it is given up, and the deputy and the supervision office are told instead', async () => {
  const { bureau, handed } = await told(refused(true));
  await deliverDue(bureau.tools);
  const { notices, ...last } = (await messages(bureau))[1]!.data as { readonly notices: readonly Carried[] };
  expect(last).toEqual({ channel: 'mail', to: '管家', message: handed[0]!.id, code: 'busy' });
  const from = { channel: 'mail', to: '管家' };
  const why = { code: 'not-delivered', data: { failure: 'busy' } };
  const instead = [
    { unit: '01', role: 'deputy', person: '副组长' },
    { unit: null, role: 'supervision-office', person: '督查员' },
  ];
  expect(await fellBack(bureau)).toEqual(
    notices.flatMap(() =>
      instead.map((to) => ({ type: 'NoticeFellBack', occurredOn: '2026-06-01', data: { from, to, why } })),
    ),
  );
  const row = (await bureau.rows('a')).find(({ on }) => on === '2026-06-01')!;
  expect(row.to.map(({ person }) => person)).toEqual(['管家', '副组长', '督查员']);
});

it('where it is the deputy who cannot be reached, or nobody is one, the supervision office alone is told', async () => {
  const { bureau } = await told(refused(true));
  const { tree } = bureau.settings;
  const people = tree.people.map((one) => (one.role === 'deputy' ? { ...one, person: '管家' } : one));
  bureau.settings.tree = { ...tree, people };
  await deliverDue(bureau.tools);
  const to = new Set((await fellBack(bureau)).map(({ data }) => (data as { to: { person: string } }).to.person));
  expect([...to]).toEqual(['督查员']);
  const other = (await told(refused(true))).bureau;
  other.settings.tree = { ...tree, people: tree.people.filter(({ role }) => role !== 'deputy') };
  await deliverDue(other.tools);
  expect((await fellBack(other)).map(({ data }) => (data as { to: { role: string } }).to.role)).not.toContain('deputy');
});

it('a channel that is no more gives its messages up; one that breaks is tried again', async () => {
  const { bureau } = await told(accepted);
  bureau.outlets.delete('mail');
  await deliverDue(bureau.tools);
  expect((await messages(bureau))[1]!.data).toMatchObject({ code: 'channel-gone' });
  expect((await messages(bureau))[1]!.data).not.toHaveProperty('retryAt');
  const broken = (await told(async () => Promise.reject(new RangeError('x')))).bureau;
  await deliverDue(broken.tools);
  expect((await messages(broken))[1]!.data).toMatchObject({ code: 'RangeError' });
  expect((await messages(broken))[1]!.data).toHaveProperty('retryAt');
});

it('a channel that may not send yet is left alone until it may, and the earliest such hour is told', async () => {
  const { bureau, handed, outlet } = await told(accepted);
  const [later, latest] = [new Date('2026-06-01T08:00:00Z'), new Date('2026-06-01T09:00:00Z')];
  bureau.outlets.set('mail', { ...outlet, opensAt: async () => later });
  expect(await deliverDue(bureau.tools)).toEqual({ settled: 0, opensAt: later });
  expect([handed, await messages(bureau)]).toEqual([[], []]);
  bureau.outlets.set('chat', { ...outlet, opensAt: async () => latest });
  const both: DeliverTools = {
    ...bureau.tools,
    ledger: {
      ...bureau.ledger,
      deliverable: async (now, limit) => {
        const [mail] = await bureau.ledger.deliverable(now, limit);
        return [{ ...mail!, channel: 'chat' }, mail!];
      },
    },
  };
  expect((await deliverDue(both)).opensAt).toEqual(later);
  bureau.at(later.toISOString());
  await deliverDue(bureau.tools);
  expect(handed).toHaveLength(1);
});

it('a message whose worker died is given up after five minutes, and says that it may have arrived', async () => {
  const { bureau, handed } = await told(accepted);
  const dying: DeliverTools = {
    ...bureau.tools,
    outlet: async () => ({ opensAt: async (now) => now, send: () => new Promise(() => undefined) }),
  };
  void deliverDue(dying);
  while (!(await types(bureau)).includes('MessageStarted')) await new Promise((turn) => setImmediate(turn));
  bureau.at('2026-06-01T04:05:00.000Z');
  expect((await deliverDue(bureau.tools)).settled).toBe(0);
  bureau.at('2026-06-01T04:05:00.001Z');
  expect((await deliverDue(bureau.tools)).settled).toBe(1);
  const end = (await messages(bureau)).at(-1)!;
  expect([end.type, end.data]).toMatchObject(['MessageRefused', { code: 'interrupted: it may have arrived' }]);
  expect(end.data).not.toHaveProperty('retryAt');
  expect(handed).toEqual([]);
  expect((await fellBack(bureau)).length).toBeGreaterThan(0);
});

it('of two workers at once each message goes once', async () => {
  const { bureau, handed } = await told(accepted);
  const [one, other] = await Promise.all([deliverDue(bureau.tools), deliverDue(bureau.tools)]);
  expect(handed).toHaveLength(1);
  expect(one!.settled + other!.settled).toBe(handed[0]!.notices.length);
});

it('many recipients are reached side by side, sixteen at once, and each is told what became of theirs', async () => {
  const [under, most] = [{ now: 0 }, { at: 0 }];
  const { bureau, handed } = await told(async () => {
    under.now += 1;
    most.at = Math.max(most.at, under.now);
    await new Promise((turn) => setImmediate(turn));
    under.now -= 1;
    return { kind: 'accepted' };
  }, []);
  bureau.at('2026-05-28T03:00:00Z');
  for (let n = 0; n < 70; n += 1) {
    await bureau.sign(`p${n}`, '2026-07-01');
    await bureau.record(`project-p${n}`, 'OwnerAssigned', { steward: `管家${n}` });
  }
  bureau.at(NEAR_DUE);
  await fireAll(bureau.tools);
  await deliverDue(bureau.tools);
  expect([handed.length, most.at]).toEqual([70, 16]);
  const all = await types(bureau);
  expect(all.filter((type) => type === 'MessageAccepted')).toHaveLength(70);
  expect(await bureau.ledger.stuck('2999-01-01T00:00:00.000Z', 99)).toEqual([]);
});

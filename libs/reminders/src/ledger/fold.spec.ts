import { randomUUID } from 'node:crypto';
import { DEFAULT_RULES, NO_ORGANISATION, type IsoDate, type NewEvent, type ProjectEvent } from '#domain';
import { memoryStore, type EventStore } from '#event-store';
import { holderIn } from '../owed/holder.ts';
import { catchUp } from './fold.ts';
import { memoryLedger } from './ledger-memory.ts';
import type { FoldTools } from './owed-now.ts';

const PROJECTS = 300;
const CLOCK = new Date('2026-06-01T03:00:00Z');
const FACTS: readonly [ProjectEvent['type'], object][] = [
  ['ProjectRecorded', { code: 'P', title: 'P', unit: 'U1' }],
  ['NegotiationOpened', { class: 'standard' }],
  ['ContractSigned', { contracted: { amount: '1.00', currency: 'CNY' }, agreedStart: '2026-07-01' }],
  ['ProgressReported', { text: '一', nextStep: '二' }],
  ['ProgressReported', { text: '二', nextStep: '三' }],
];

const asNew = (round: number): NewEvent => {
  const [type, data] = FACTS[round]!;
  const event = { type, occurredOn: `2026-05-0${round + 1}` as IsoDate, data } as ProjectEvent;
  return {
    id: randomUUID(),
    event,
    schemaVersion: 1,
    meta: { actor: { user: 'x', unit: null }, commandId: randomUUID() },
  };
};
/** Facts of all projects round by round: each project has one on every page of the log. */
const laid = async (): Promise<EventStore> => {
  const store = memoryStore(() => CLOCK);
  for (let round = 0; round < FACTS.length; round += 1)
    await store.appendMany(
      Array.from({ length: PROJECTS }, (_, n) => ({
        stream: `project-${n}`,
        expected: 'any' as const,
        events: [asNew(round)],
      })),
    );
  return store;
};

const tools = (store: EventStore): FoldTools & { readonly read: () => number } => {
  let read = 0;
  return {
    store: {
      ...store,
      readStream: (stream, after) => {
        read += 1;
        return store.readStream(stream, after);
      },
    },
    ledger: memoryLedger(),
    rules: async () => DEFAULT_RULES,
    holder: async () => holderIn(NO_ORGANISATION),
    now: () => CLOCK,
    read: () => read,
  };
};
const rowsIn = ({ ledger }: FoldTools) =>
  ledger
    .rowsOf(Array.from({ length: PROJECTS }, (_, n) => `project-${n}`))
    .then((rows) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1)));

it('a long backlog costs a project one look at its facts, not one a page, and owes the same as fact by fact', async () => {
  const store = await laid();
  const [once, stepwise] = [tools(store), tools(store)];
  await catchUp(once);
  expect(once.read()).toBeLessThanOrEqual(PROJECTS);
  for (let position = 100n; position <= (await store.head()); position += 100n)
    await catchUp({ ...stepwise, store: { ...stepwise.store, head: async () => position } });
  expect(stepwise.read()).toBeGreaterThan(PROJECTS);
  expect((await rowsIn(once)).length).toBeGreaterThan(PROJECTS);
  expect(await rowsIn(stepwise)).toEqual(await rowsIn(once));
});

it('stands after it where the log stood when it was asked: what is recorded meanwhile is for the next', async () => {
  const store = await laid();
  const asked = tools(store);
  const head = await store.head();
  let more = 0;
  await catchUp({
    ...asked,
    pace: async () => {
      if (more++ > 20) throw new Error('runs after those who write');
      await store.append(
        `project-${more}`,
        'any',
        Array.from({ length: 500 }, () => asNew(4)),
      );
    },
  });
  await asked.ledger.step(async ({ position }) => {
    expect(position).toBeGreaterThanOrEqual(head);
    expect(position).toBeLessThan(await store.head());
    return null;
  });
});

import { setImmediate as turn } from 'node:timers/promises';
import {
  DEFAULT_POLICY,
  DEFAULT_RULES,
  money,
  sideBySide,
  type IsoDate,
  type NewEvent,
  type ProjectEvent,
} from '#domain';
import { memoryStore } from '#event-store';
import { replay } from './replay.ts';

const day = (text: string): IsoDate => text as IsoDate;
const PROJECTS = 40;
const seen = { project: () => true, matter: async () => null };

/** Projects that a sharper policy would colour otherwise, and the question. */
const sharper = async () => {
  const store = memoryStore(() => new Date('2022-01-10T02:00:00Z')); // told in time
  const facts: ProjectEvent[] = [
    { type: 'ProjectRecorded', occurredOn: day('2022-01-10'), data: { code: 'A', title: 'Works' } },
    {
      type: 'ContractSigned',
      occurredOn: day('2022-01-10'),
      data: { contracted: money('100.00'), agreedStart: day('2022-07-01') },
    },
  ];
  for (let n = 0; n < PROJECTS; n += 1)
    await store.append(
      `project-${n}`,
      0,
      facts.map((event, index): NewEvent => ({
        id: `${n} ${index}`,
        event,
        schemaVersion: 1,
        meta: { actor: { user: 'clerk', unit: null }, commandId: `${n} ${index}` },
      })),
    );
  const [before, after] = sideBySide(
    DEFAULT_RULES,
    { ...DEFAULT_POLICY, scale: { ...DEFAULT_POLICY.scale, redDaysLate: 61 } },
    day('2022-12-31'),
  );
  return { store, question: { before, after, from: day('2022-01-01'), to: day('2022-12-31'), holder: () => null } };
};

it('gives way between two projects, so that a server goes on answering while the past is replayed', async () => {
  const { store, question } = await sharper();
  let replayed = 0;
  const seenBetween = new Set<number>(); // how far the replay was, each time somebody else had his turn
  let done = false;
  const other = async (): Promise<void> => {
    while (!done) {
      seenBetween.add(replayed);
      await turn();
    }
  };
  const [{ counts }] = await Promise.all([
    replay(store, question, seen, {
      onProgress: (projects) => {
        replayed = projects;
      },
    }).finally(() => {
      done = true;
    }),
    other(),
  ]);
  expect(counts.projects).toBe(PROJECTS);
  for (let n = 1; n < PROJECTS; n += 1) expect([n, seenBetween.has(n)]).toEqual([n, true]);
});
it('ends before the next project once nobody wants it any more', async () => {
  const { store, question } = await sharper();
  let replayed = 0;
  const { counts } = await replay(store, question, seen, {
    onProgress: (projects) => {
      replayed = projects;
    },
    wanted: () => replayed < 5,
  });
  expect([replayed, counts.projects]).toEqual([5, 5]);
});

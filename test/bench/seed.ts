import { randomUUID } from 'node:crypto';
import { addDays, money, type IsoDate, type NewEvent, type ProjectEvent } from '#domain';
import type { Append, EventStore } from '#event-store';

const FIRST = '2021-01-04' as IsoDate;
const fact = (type: ProjectEvent['type'], on: IsoDate, data: object): ProjectEvent =>
  ({ type, occurredOn: on, data }) as ProjectEvent;

/** The life of an invented project in `count` facts: recorded, opened, signed, then progress, a start for every third, money for some. */
export const lifeOf = (index: number, count: number): readonly ProjectEvent[] => {
  const day = (offset: number): IsoDate => addDays(FIRST, ((index * 37) % 1500) + offset);
  const signed = [
    fact('ProjectRecorded', day(0), {
      code: `B${index}`,
      title: `Bench project ${index}`,
      investor: `Firm ${index % 5000}`,
      hostRegion: `Region ${index % 20}`,
      unit: `U${index % 40}`,
    }),
    fact('NegotiationOpened', day(5), { class: 'standard' }),
    fact('ContractSigned', day(60), {
      number: `N${index}`,
      contracted: money(`${(index % 900) + 100}0000.00`),
      agreedStart: day(200),
      landMode: index % 2 === 0 ? 'purchase' : 'lease',
    }),
  ];
  const later = index % 3 === 0 ? [fact('StartCertified', day(220), {}), fact('StatisticsEntered', day(240), {})] : [];
  const lines = Array.from({ length: Math.max(0, count - signed.length - later.length) }, (_, n) =>
    fact('ProgressReported', day(65 + n * 9), { text: `line ${n}`, nextStep: 'next' }),
  );
  return [...signed, ...lines, ...later].sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1)).slice(0, count);
};

export const asNew = (event: ProjectEvent, commandId: string): NewEvent => ({
  id: randomUUID(),
  event,
  schemaVersion: 1,
  meta: { actor: { user: 'bench', unit: 'U1' }, commandId },
});

/** `projects` projects of `count` facts each, every fact an append of its own in time. */
export const seed = async (
  store: EventStore,
  projects: number,
  count: number,
  onProgress?: (done: number) => void,
): Promise<void> => {
  const BATCH = 1_000;
  for (let from = 0; from < projects; from += BATCH) {
    const lives = Array.from({ length: Math.min(BATCH, projects - from) }, (_, n) => lifeOf(from + n, count));
    for (let n = 0; n < count; n += 1)
      await store.appendMany(
        lives.flatMap((life, index): Append[] =>
          life[n] === undefined
            ? []
            : [{ stream: `project-${from + index}`, expected: n, events: [asNew(life[n]!, randomUUID())] }],
        ),
      );
    onProgress?.(from + lives.length);
  }
};

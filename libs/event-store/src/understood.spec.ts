import type { NewEvent } from '#domain';
import { numbered } from './contract.ts';
import { memoryStore } from './memory.ts';
import { understood } from './understood.ts';

const known = (): NewEvent => {
  const fact = numbered(1);
  return { ...fact, event: { ...fact.event, type: 'TargetSet' } } as NewEvent;
};

it('what a newer release recorded of the bureau itself is not read past: its rules hold altogether or not at all', async () => {
  const store = memoryStore();
  await store.append('targets-2026', 0, [known(), known()]);
  expect(await understood(store).readStream('targets-2026')).toHaveLength(2);
  await store.append('targets-2026', 2, [numbered(3)]);
  await expect(understood(store).readStream('targets-2026')).rejects.toMatchObject({ name: 'NewerFact' });
  expect(await understood(store).readStream('targets-2026', 3)).toEqual([]); // of what was read before nobody asks
});

it.each(['project-1', 'order-1', 'meeting-1'])('%s with such a fact is read: it is set aside alone', async (stream) => {
  const store = memoryStore();
  await store.append(stream, 0, [numbered(1)]);
  expect(await understood(store).readStream(stream)).toHaveLength(1);
});

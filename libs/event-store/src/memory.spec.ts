import { eventStoreContract, numbered } from './contract.ts';
import { memoryStore } from './memory.ts';

describe('the log in memory', () => eventStoreContract(async () => memoryStore()));

it('a clock that was put back does not put facts back', async () => {
  const times = ['2026-01-05T02:00:00.000Z', '2026-01-05T02:00:05.000Z', '2026-01-05T01:00:00.000Z'];
  const store = memoryStore(() => new Date(times.shift()!));
  for (const version of [0, 1, 2]) await store.append('project-1', version, [numbered(version)]);
  expect((await store.readStream('project-1')).map(({ recordedAt }) => recordedAt)).toEqual([
    '2026-01-05T02:00:00.000Z',
    '2026-01-05T02:00:05.000Z',
    '2026-01-05T02:00:05.000Z',
  ]);
});

import { randomUUID } from 'node:crypto';
import { DEFAULT_POLICY, POLICY_STREAM, type NewEvent } from '#domain';
import { memoryStore } from '#event-store';
import { rulesNow } from './rules-now.ts';

const published = (version: number): NewEvent => ({
  id: randomUUID(),
  event: {
    type: 'PolicyPublished',
    occurredOn: '2026-01-05',
    data: { policy: { ...DEFAULT_POLICY, version, validFrom: '2026-02-01' } },
  } as NewEvent['event'],
  schemaVersion: 1,
  meta: { actor: { user: 'root', unit: null }, commandId: randomUUID() },
});

it('who asks at the same moment for the rules gets each published policy once, and so does whoever asks later', async () => {
  const store = memoryStore();
  const rules = rulesNow(store);
  const ids = async (): Promise<readonly string[]> =>
    (await Promise.all([rules(), rules(), rules()])).map(({ id }) => id);
  await store.append(POLICY_STREAM, 0, [published(2)]);
  expect([...(await ids()), ...(await ids())]).toEqual(Array.from({ length: 6 }, () => '1-0'));
  await store.append(POLICY_STREAM, 1, [published(3)]);
  expect([...(await ids()), ...(await ids())]).toEqual(Array.from({ length: 6 }, () => '2-0'));
  expect((await rules()).policies).toHaveLength(3);
});

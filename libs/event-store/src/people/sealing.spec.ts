import { randomUUID } from 'node:crypto';
import { noDatabase } from '#database';
import type { NewEvent } from '#domain';
import { knownNames } from './known-names.ts';
import { sealer } from './sealing.ts';

const fact = (type: string, data: object): NewEvent =>
  ({
    id: randomUUID(),
    event: { type, occurredOn: '2026-05-28', data },
    schemaVersion: 1,
    meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
  }) as NewEvent;

it('a fact without a place for people is passed on as it is: nobody is asked for keys or names', async () => {
  const nobody = noDatabase(); // whoever asks it fails
  const { atOnce, all } = sealer(nobody, knownNames(nobody));
  const plain = {
    stream: 'project-a',
    expected: 0,
    events: [fact('ArrivalReported', { amount: { amount: '1.00', currency: 'CNY' }, kind: 'other' })],
  };
  expect(atOnce(plain)).toBe(plain);
  const several = [plain, { ...plain, stream: 'targets-2026' }];
  expect(await all(several)).toBe(several);
  const telling = { ...plain, events: [fact('ProgressReported', { text: '电话 13812345678' })] };
  expect(atOnce(telling)).toBeNull();
  await expect(all([telling])).rejects.toThrow();
});

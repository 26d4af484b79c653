import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#domain';
import { peopleOf, type EventStore } from '#event-store';
import { inTurn, onFreshDatabase, type Result } from './bench.ts';

const STREAMS = 2_000;
const PEOPLE = 300; // whose keys are drawn before
const AT_ONCE = 64;
const SECONDS = 3;
const ROUNDS = 3;

const fact = (type: string, data: object): NewEvent =>
  ({
    id: randomUUID(),
    event: { type, occurredOn: '2026-11-20', data },
    schemaVersion: 1,
    meta: { actor: { user: 'clerk', unit: null }, commandId: randomUUID() },
  }) as NewEvent;
const any = (most: number): number => Math.floor(Math.random() * most);

const KINDS = {
  'facts without a place for people': () =>
    fact('ArrivalReported', { arrival: randomUUID(), amount: { amount: '1.00', currency: 'CNY' }, kind: 'other' }),
  'free words that name nobody': () =>
    fact('ProgressReported', { text: '土地已经平整，等待施工许可', nextStep: '开工' }),
  'free words with a number': () =>
    fact('ProgressReported', { text: `与企业会谈，电话 138${String(any(PEOPLE)).padStart(8, '0')}` }),
} as const;

/** Appends a second with AT_ONCE callers, for SECONDS seconds. */
const drive = async ({ append }: EventStore, make: () => NewEvent): Promise<number> => {
  const until = performance.now() + SECONDS * 1_000;
  let count = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (performance.now() < until) {
        await append(`project-${any(STREAMS)}`, 'any', [make()]);
        count += 1;
      }
    }),
  );
  return count / SECONDS;
};

/** What sealing costs an append: through it, beside the bare log. */
export const sealing = (): Promise<readonly Result[]> =>
  onFreshDatabase(async ({ pool, store }) => {
    const { sealed } = peopleOf(store, pool);
    const settings = { streams: STREAMS, people: PEOPLE, atOnce: AT_ONCE, seconds: SECONDS, rounds: ROUNDS };
    const results: Result[] = [];
    for (const [name, make] of Object.entries(KINDS)) {
      await drive(sealed, make); // keys are drawn, names are looked up
      const measured = await inTurn(
        ROUNDS,
        () => drive(sealed, make),
        () => drive(store, make),
      );
      results.push({ name: `appends, ${name}`, unit: 'appends/s', ...measured, settings });
    }
    return results;
  });

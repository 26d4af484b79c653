import type { EventStore } from '#event-store';
import type { Seal } from './seals.ts';

/** How much of the log is vouched for. What is not sealed yet could be rewritten as a whole, chain and all. */
export interface Sealing {
  readonly seals: number;
  readonly lastSealedAt: string | null;
  readonly unsealed: {
    readonly events: number;
    readonly since: string | null; // when the first of them was recorded
  };
}

const PAGE = 2_000;

/** What the seals cover. Cost: the records after the last one. */
export const sealingOf = async (store: EventStore, seals: readonly Seal[]): Promise<Sealing> => {
  const last = seals.at(-1);
  let after = BigInt(last?.position ?? '0');
  let since: string | null = null;
  let events = 0;
  for (;;) {
    const page = await store.readAll(after, PAGE);
    events += page.length;
    since ??= page[0]?.recordedAt ?? null;
    if (page.length < PAGE)
      return { seals: seals.length, lastSealedAt: last?.sealedAt ?? null, unsealed: { events, since } };
    after = page.at(-1)!.position;
  }
};

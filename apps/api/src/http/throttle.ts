import { HttpRefused } from './refusals.ts';

const KEPT = 10_000; // addresses remembered; the oldest go first, so a flood of addresses costs no memory

/** At most `perMinute` passes a minute for each key, refilled evenly; beyond that 'too-many-requests' with the seconds to wait. */
export const throttle = (perMinute: number, now: () => number = Date.now) => {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (key: string): void => {
    const at = now();
    const bucket = buckets.get(key) ?? { tokens: perMinute, at };
    buckets.delete(key);
    const tokens = Math.min(perMinute, bucket.tokens + ((at - bucket.at) * perMinute) / 60_000);
    buckets.set(key, { tokens: Math.max(0, tokens - 1), at });
    if (buckets.size > KEPT) buckets.delete(buckets.keys().next().value!);
    if (tokens < 1) {
      buckets.set(key, { tokens, at });
      throw new HttpRefused('too-many-requests', null, Math.ceil(((1 - tokens) * 60) / perMinute));
    }
  };
};

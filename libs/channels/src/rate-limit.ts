/** What a provider bears. `penaltySeconds`: how long it stays closed after a refusal. `avoidMinutes`: minutes of every hour at which everybody sends. */
export interface RateLimit {
  readonly perMinute?: number;
  readonly perSecond?: number;
  readonly penaltySeconds?: number;
  readonly avoidMinutes?: readonly number[]; // 0 to 59; not all of them
}

/** What is remembered of a channel, plain JSON; instants in milliseconds since 1970. Every process that sends through the channel shares one. */
export interface Pace {
  readonly lastAt: number | null; // the latest send, made or promised
  readonly closedUntil: number | null; // the provider refused and said, or is known, to stay closed
}

export const FRESH_PACE: Pace = { lastAt: null, closedUntil: null };

// Sends reach the provider later than they leave, not all by the same time: a window counted there may hold one that left just before it. 61 s of ours make 60 s of theirs.
const MARGIN = 61 / 60;
const MINUTE = 60_000;

/** Milliseconds between two sends. Even spacing instead of bursts: then no window of any second or minute can hold more than the limit. */
export const spacing = ({ perMinute, perSecond }: RateLimit): number =>
  Math.ceil(
    Math.max(
      perMinute === undefined ? 0 : (MINUTE * MARGIN) / perMinute,
      perSecond === undefined ? 0 : (1000 * MARGIN) / perSecond,
    ),
  );

const pastAvoided = (at: number, avoid: readonly number[]): number => {
  let next = at;
  for (let tries = 0; tries < 60 && avoid.includes(new Date(next).getUTCMinutes()); tries += 1)
    next = Math.floor(next / MINUTE) * MINUTE + MINUTE;
  return next;
};

/** The first instant from `now` on at which one more may be sent, never before one that was promised earlier: order is kept. */
export const nextSlot = ({ lastAt, closedUntil }: Pace, limit: RateLimit, now: number): number =>
  pastAvoided(
    Math.max(now, closedUntil ?? now, lastAt === null ? now : lastAt + spacing(limit)),
    limit.avoidMinutes ?? [],
  );

/** After a send at `at`. Say the true instant: a worker that was late and sends its promised slots in one burst would break the limit. */
export const afterSend = (pace: Pace, at: number): Pace => ({ ...pace, lastAt: Math.max(pace.lastAt ?? at, at) });

/** After a refusal for speed at `at`: closed for the provider's own delay, or its known penalty, or a minute. */
export const afterRefusal = (pace: Pace, limit: RateLimit, at: number, retryAfterSeconds?: number): Pace => ({
  ...pace,
  closedUntil: Math.max(pace.closedUntil ?? 0, at + (retryAfterSeconds ?? limit.penaltySeconds ?? 60) * 1000),
});

/** The instants of `count` sends one after the other, and the pace after them: for the preview, and to hand out a batch. */
export const slots = (
  pace: Pace,
  limit: RateLimit,
  now: number,
  count: number,
): { readonly at: readonly number[]; readonly pace: Pace } => {
  const at: number[] = [];
  let after = pace;
  for (let left = count; left > 0; left -= 1) {
    const slot = nextSlot(after, limit, now);
    at.push(slot);
    after = afterSend(after, slot);
  }
  return { at, pace: after };
};

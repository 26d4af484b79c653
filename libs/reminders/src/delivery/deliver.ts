import type { FireTools } from '../firing/fire.ts';
import { absorb, catchUp } from '../ledger/fold.ts';
import type { WaitingDigest } from '../ledger/ledger.ts';
import { recordMessages, type Ended, type Message, type Sent } from './messages.ts';
import type { Reminder } from '../owed/reminder.ts';

/** A channel as the reminder process sees it. */
export interface Outlet {
  /** The next instant at which this channel may send to anybody: send window, holidays, rate limit. Now, or later. */
  readonly opensAt: (now: Date) => Promise<Date>;
  readonly send: (message: {
    readonly id: string;
    readonly to: string;
    readonly notices: readonly Reminder[];
  }) => Promise<Sent>;
}
export interface DeliverTools extends FireTools {
  readonly outlet: (channel: string) => Promise<Outlet | null>;
}

const AWAY_MS = 300_000; // a worker that has taken a delivery and says nothing for so long is taken for dead
const AT_ONCE = 16; // messages under way to different recipients
const STARTED_TOGETHER = 64; // messages that a dying worker can leave in doubt

/** Runs `work` over all, so many at a time. */
const inParallel = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const waiting = [...all];
  await Promise.all(
    Array.from({ length: Math.min(AT_ONCE, all.length) }, async () => {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    }),
  );
};

/** Messages whose worker died after the claim: nobody knows whether they arrived. */
const lostBefore = async ({ ledger }: DeliverTools, now: Date, limit: number): Promise<readonly Ended[]> =>
  (await ledger.stuck(new Date(now.getTime() - AWAY_MS).toISOString(), limit)).map(
    ({ channel, to, message, attempt, keys }): Ended => ({
      message: { channel, to, message, notices: keys.map((key) => ({ key, attempt })) },
      sent: { kind: 'refused', code: 'interrupted: it may have arrived', permanent: true },
    }),
  );

/** The digests whose channel may send now. `closed`: until when the others may not. */
const sendable = async (
  tools: DeliverTools,
  digests: readonly WaitingDigest[],
  closed: Map<string, Date>,
): Promise<{ readonly digests: readonly WaitingDigest[]; readonly outlets: ReadonlyMap<string, Outlet | null> }> => {
  const outlets = new Map<string, Outlet | null>();
  const open: WaitingDigest[] = [];
  for (const digest of digests) {
    const { channel } = digest;
    if (closed.has(channel)) continue;
    if (!outlets.has(channel)) outlets.set(channel, await tools.outlet(channel));
    const opens = (await outlets.get(channel)?.opensAt(tools.now())) ?? tools.now();
    if (opens > tools.now()) closed.set(channel, opens);
    else open.push(digest);
  }
  return { digests: open, outlets };
};

const send = async (
  messages: readonly Message[],
  outlets: ReadonlyMap<string, Outlet | null>,
  rows: ReadonlyMap<string, Reminder>,
): Promise<readonly Ended[]> => {
  const ended: Ended[] = [];
  await inParallel(messages, async (message) => {
    const outlet = outlets.get(message.channel) ?? null;
    const sent: Sent =
      outlet === null
        ? { kind: 'refused', code: 'channel-gone', permanent: true }
        : await outlet
            .send({
              id: message.message,
              to: message.to,
              notices: message.notices.flatMap(({ key }) => rows.get(key) ?? []),
            })
            .catch((error: unknown): Sent => ({ kind: 'refused', code: (error as Error).name, permanent: false }));
    ended.push({ message, sent });
  });
  return ended;
};

/**
 * Hands what waits to its channels: one digest a person and channel, within the channel's send window and rate. A delivery is claimed in the log
 * before it is sent, so it goes out at most once an attempt; where a worker died after the claim nobody knows, and it is given up, said so, and the
 * supervision office told. What became of one group of messages is recorded together with the claim of the next, and folded beside its sending.
 * Answers how many deliveries were settled, and when a channel that may not send yet opens. `limit`: of rows that wait.
 */
export const deliverDue = async (
  tools: DeliverTools,
  limit = 10_000,
): Promise<{ readonly settled: number; readonly opensAt: Date | null }> => {
  await catchUp(tools);
  const now = tools.now();
  let ended = await lostBefore(tools, now, limit);
  let settled = ended.length;
  let folding: Promise<void> = Promise.resolve();
  const record = async (digests: readonly WaitingDigest[]): Promise<readonly Message[]> => {
    const { started, recorded } = await recordMessages(tools, ended, digests);
    await folding;
    folding = absorb(tools, recorded);
    folding.catch(() => undefined); // awaited with the next group, or below
    return started;
  };
  const closed = new Map<string, Date>(); // channels that may not send now, and when they may
  const waiting = await tools.ledger.deliverable(now.toISOString(), limit);
  for (let from = 0; from < waiting.length; from += STARTED_TOGETHER) {
    const { digests, outlets } = await sendable(tools, waiting.slice(from, from + STARTED_TOGETHER), closed);
    const [messages, rows] = await Promise.all([
      record(digests),
      tools.ledger.byKeys(digests.flatMap(({ notices }) => notices.map(({ key }) => key))),
    ]);
    ended = await send(messages, outlets, new Map(rows.map((row) => [row.key, row])));
    for (const { notices } of messages) settled += notices.length;
  }
  await record([]);
  await folding;
  await catchUp(tools);
  return { settled, opensAt: [...closed.values()].sort((a, b) => a.getTime() - b.getTime())[0] ?? null };
};

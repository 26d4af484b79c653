import { deliverDue, fireAll, type Outlet } from '#reminders';
import { inTurn, onFreshDatabase, rounded, seconds, type Bench, type Result } from './bench.ts';
import { bareLoop } from './reminders-bare-loop.ts';
import { putRows, sized, toolsOf, waitingRow, withLedger } from './reminders-tools.ts';

const ROUNDS = 3;
const PEOPLE = 400; // a city's stewards: each digest holds the notices of one of them
const BATCHES = [200, 1_000, 5_000];

interface Counted {
  readonly outlet: Outlet;
  readonly handed: () => number;
}

/** A channel that is always open and only counts, so that what is measured is ours and not a provider. */
const counting = (): Counted => {
  let handed = 0;
  return {
    handed: () => handed,
    outlet: {
      opensAt: async (now) => now,
      send: async ({ id, notices }) => {
        handed += notices.length;
        return { kind: 'accepted', providerId: id };
      },
    },
  };
};

/** Notices a second from "due" to "issued in the log", and with a channel to "accepted by it, and written down". */
const ours =
  (bench: Bench, count: number, channel: boolean, numbers: { next: number }) => async (): Promise<number> => {
    const ledger = await withLedger(bench);
    const { outlet, handed } = counting();
    const tools = toolsOf(bench, ledger, {
      outlet,
      ...(channel ? { route: (to: string) => [{ channel: 'mail', to }] } : {}),
    });
    const due = new Date(Date.now() - 60_000).toISOString();
    await putRows(
      ledger,
      Array.from({ length: count }, (_, n) => waitingRow(numbers.next + n, due, PEOPLE)),
    );
    numbers.next += count;
    let issued = 0;
    const took = await seconds(async () => {
      issued = await fireAll(tools);
      while (channel && (await deliverDue(tools)).settled > 0);
    });
    if (issued !== count || handed() !== (channel ? count : 0))
      throw new Error(`${issued} issued, ${handed()} handed over, of ${count}`);
    return count / took;
  };

/** Everything due at nine o'clock: twenty thousand notices at one instant, one worker. */
export const handOver = (): Promise<readonly Result[]> =>
  onFreshDatabase(async (bench) => {
    const count = sized('BENCH_HAND_OVER', 20_000);
    const settings = { due: count, people: PEOPLE, rounds: ROUNDS, bareBatch: 50, fsync: 'on' };
    const numbers = { next: 0 }; // no notice twice: what the log knows as issued would wait in the ledger for ever
    const bare = (): Promise<number> => bareLoop(bench.pool, count, 50, true);
    const inbox = await inTurn(ROUNDS, ours(bench, count, false, numbers), bare);
    const channel = await inTurn(ROUNDS, ours(bench, count, true, numbers), bare);
    const byBatch: Record<number, number> = {};
    for (const batch of BATCHES) byBatch[batch] = rounded(await bareLoop(bench.pool, count, batch, true));
    const onlyCounting = rounded(await bareLoop(bench.pool, count, 50, false));
    const best = Math.max(...Object.values(byBatch));
    const more = (mine: number): object => ({
      bareByBatch: byBatch,
      bareOnlyCounting: onlyCounting,
      againstTheBestBatch: rounded(mine / best),
    });
    return [
      {
        name: 'hand-over, into the inboxes, against a bare due-scan loop',
        unit: 'notices/s',
        ...inbox,
        settings,
        more: more(inbox.ours),
      },
      {
        name: 'hand-over, through a channel in digests, against a bare due-scan loop',
        unit: 'notices/s',
        ...channel,
        settings,
        more: more(channel.ours),
      },
    ];
  });

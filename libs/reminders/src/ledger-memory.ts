import type { DeliveryChange, DueAfter, LedgerAt, LedgerChange, ReminderLedger, WaitingDelivery } from './ledger.ts';
import type { Reminder } from './reminder.ts';

const placeOf = ({ sendAt, subject, key }: DueAfter): string => `${sendAt}|${subject}|${key}`;
const place = ({ key, channel, to }: { readonly key: string; readonly channel: string; readonly to: string }): string => `${key}|${channel}|${to}`;

/** The reminder ledger in memory: for simulations of years in seconds. */
export const memoryLedger = (): ReminderLedger => {
  let at: LedgerAt = { position: 0n, rules: '' };
  const rows = new Map<string, Reminder>();
  const deliveries = new Map<string, DeliveryChange>();
  let turn: Promise<unknown> = Promise.resolve();

  const write = (change: LedgerChange): void => {
    at = { position: change.position, rules: change.rules };
    for (const row of [...change.add, ...change.change, ...change.onlyIssued]) rows.set(row.key, row);
    for (const key of change.drop) rows.delete(key);
    for (const one of change.deliveries) deliveries.set(place(one), one);
  };
  const waiting = (one: DeliveryChange): WaitingDelivery => ({ key: one.key, channel: one.channel, to: one.to, project: rows.get(one.key)?.project ?? null, at: one.at, attempt: one.attempt });
  const sorted = <T>(all: readonly T[], instant: (one: T) => string): readonly T[] => [...all].sort((a, b) => (instant(a) < instant(b) ? -1 : instant(a) > instant(b) ? 1 : 0));

  return {
    step: (work) => {
      const mine = turn.catch(() => undefined).then(async () => {
        const change = await work(at);
        if (change === null) return false;
        write(change);
        return true;
      });
      turn = mine;
      return mine;
    },
    rowsOf: async (subjects) => [...rows.values()].filter(({ subject }) => subjects.includes(subject)),
    byKeys: async (keys) => keys.flatMap((key) => rows.get(key) ?? []),
    due: async (now, limit, after = null) => sorted([...rows.values()].filter((row) => row.state === 'waiting' && row.sendAt <= now && (after === null || placeOf(row) > placeOf(after))), placeOf).slice(0, limit),
    deliverable: async (now, limit) => sorted([...deliveries.values()].filter(({ state, at: when }) => state === 'waiting' && when <= now), (one) => one.at + place(one)).slice(0, limit).map(waiting),
    stuck: async (before, limit) => [...deliveries.values()].filter(({ state, at: when }) => state === 'taken' && when < before).slice(0, limit).map((one) => ({ ...waiting(one), message: one.message! })),
    nextAt: async () => sorted([...[...rows.values()].filter(({ state }) => state === 'waiting').map(({ sendAt }) => sendAt), ...[...deliveries.values()].filter(({ state }) => state === 'waiting').map((one) => one.at)], (instant) => instant)[0] ?? null,
    clear: async () => { at = { position: 0n, rules: '' }; rows.clear(); deliveries.clear(); },
  };
};

import type { Delivery } from '#domain';
import type {
  DeliveryState,
  DueAfter,
  EndedMessage,
  LedgerAt,
  LedgerChange,
  MessageState,
  PostChange,
  ReminderLedger,
  StartedMessage,
  WaitingDigest,
} from './ledger.ts';
import type { Reminder } from '../owed/reminder.ts';

type Message = StartedMessage & Pick<EndedMessage, 'detail'> & { readonly state: MessageState };

const placeOf = ({ sendAt, subject, key }: DueAfter): string => `${sendAt}|${subject}|${key}`;
const outboxOf = ({ channel, to }: Delivery): string => `${channel}|${to}`;
interface Waiting extends Delivery {
  readonly key: string;
  readonly at: string;
  readonly attempt: number;
}
const place = (key: string, one: Delivery): string => `${key}|${outboxOf(one)}`;
const sorted = <T>(all: Iterable<T>, by: (one: T) => string): T[] =>
  [...all].sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));

/** The reminder ledger in memory: for simulations of years in seconds. */
export const memoryLedger = (): ReminderLedger => {
  let at: LedgerAt = { position: 0n, rules: '', dispatched: 0 };
  const rows = new Map<string, Reminder>();
  const opening = new Set<string>();
  const deliveries = new Map<string, Waiting>();
  const messages = new Map<string, Message>();
  const outboxes = new Map<string, number>();
  let turn: Promise<unknown> = Promise.resolve();

  const forgetPost = (): void => {
    for (const one of [opening, deliveries, messages, outboxes]) one.clear();
  };
  const writePost = ({ taken, waiting, started, ended, outboxes: moved }: PostChange): void => {
    for (const { keys, ...one } of taken) for (const key of keys) deliveries.delete(place(key, one));
    for (const { keys, ...one } of waiting) for (const key of keys) deliveries.set(place(key, one), { ...one, key });
    for (const one of started) messages.set(one.message, { ...one, state: 'taken', detail: null });
    for (const one of ended) messages.set(one.message, { ...messages.get(one.message)!, ...one });
    for (const one of moved) outboxes.set(outboxOf(one), one.version);
  };
  const write = ({
    position,
    rules,
    dispatched,
    anew,
    add,
    change,
    issued,
    drop,
    opening: orders,
    post,
  }: LedgerChange): void => {
    at = { position, rules, dispatched };
    if (anew === true) forgetPost();
    for (const row of [...add, ...change.map(({ after }) => after), ...issued]) rows.set(row.key, row);
    for (const { key } of drop) rows.delete(key);
    for (const key of orders.add) opening.add(key);
    for (const key of orders.done) opening.delete(key);
    writePost(post);
  };

  return {
    step: (work) => {
      const mine = turn
        .catch(() => undefined)
        .then(async () => {
          const change = await work(at);
          if (change === null) return false;
          write(change);
          return true;
        });
      turn = mine;
      return mine;
    },
    rowsOf: async (subjects) => [...rows.values()].filter(({ subject }) => subjects.includes(subject)),
    namedIn: async (keys) => [...rows.values()].filter(({ into }) => into !== null && keys.includes(into)),
    byKeys: async (keys) => keys.flatMap((key) => rows.get(key) ?? []),
    due: async (now, limit, after = null) => ({
      at,
      rows: sorted(
        [...rows.values()].filter(
          (row) => row.state === 'waiting' && row.sendAt <= now && (after === null || placeOf(row) > placeOf(after)),
        ),
        placeOf,
      ).slice(0, limit),
    }),
    unopened: async (limit) => [...opening].slice(0, limit).flatMap((key) => rows.get(key) ?? []),
    deliverable: async (now, limit) => {
      const digests = new Map<string, WaitingDigest>();
      for (const one of sorted(
        [...deliveries.values()].filter((waiting) => waiting.at <= now),
        (waiting) => `${waiting.at}|${waiting.key}`,
      ).slice(0, limit)) {
        const known = digests.get(outboxOf(one));
        digests.set(outboxOf(one), {
          channel: one.channel,
          to: one.to,
          version: outboxes.get(outboxOf(one)) ?? 0,
          notices: [...(known?.notices ?? []), { key: one.key, attempt: one.attempt }],
        });
      }
      return [...digests.values()];
    },
    stuck: async (before, limit) =>
      [...messages.values()].filter(({ state, at: when }) => state === 'taken' && when < before).slice(0, limit),
    deliveriesOf: async (key, places) =>
      places.flatMap((one): readonly DeliveryState[] => {
        const carried = [...messages.values()].filter(
          (message) => outboxOf(message) === outboxOf(one) && message.keys.includes(key),
        );
        const [waiting, last] = [deliveries.get(place(key, one)), sorted(carried, (message) => message.at).at(-1)];
        if (waiting !== undefined)
          return [
            { ...one, state: 'waiting', at: waiting.at, attempts: waiting.attempt, detail: last?.detail ?? null },
          ];
        return last === undefined
          ? []
          : [{ ...one, state: last.state, at: last.at, attempts: carried.length, detail: last.detail }];
      }),
    nextAt: async () =>
      sorted(
        [
          ...[...rows.values()].filter(({ state }) => state === 'waiting').map(({ sendAt }) => sendAt),
          ...[...deliveries.values()].map((one) => one.at),
        ],
        (instant) => instant,
      )[0] ?? null,
    clear: async () => {
      at = { position: 0n, rules: '', dispatched: 0 };
      rows.clear();
      forgetPost();
    },
  };
};

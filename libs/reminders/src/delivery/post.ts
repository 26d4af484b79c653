import type { Delivery, MessageEvent, RecordedEvent } from '#domain';
import type { EndedMessage, PostChange, StartedMessage } from '../ledger/ledger.ts';
import type { Settlement } from '../ledger/settlements.ts';

/** What waits for one recipient from one instant on. */
interface Parcel extends Delivery {
  readonly at: string;
  readonly attempt: number;
  readonly keys: Set<string>;
}

const outboxOf = ({ channel, to }: Delivery): string => `${channel}|${to}`;

/** Gathers what records of the log change about deliveries. */
export const postChange = (): {
  readonly dispatched: (settlement: Settlement, at: string) => void;
  readonly message: (recorded: RecordedEvent<MessageEvent>) => void;
  readonly change: () => PostChange;
} => {
  const waiting = new Map<string, Map<string, Parcel>>(); // by outbox, then by instant and attempt
  const taken = new Map<string, Delivery & { readonly keys: string[] }>();
  const started: StartedMessage[] = [];
  const ended = new Map<string, EndedMessage>();
  const outboxes = new Map<string, Delivery & { readonly version: number }>();

  const waits = ({ channel, to }: Delivery, at: string, attempt: number, key: string): void => {
    const outbox = outboxOf({ channel, to });
    const parcels = waiting.get(outbox) ?? new Map<string, Parcel>();
    waiting.set(outbox, parcels);
    const parcel = parcels.get(`${at}|${attempt}`) ?? { channel, to, at, attempt, keys: new Set<string>() };
    parcels.set(`${at}|${attempt}`, parcel);
    parcel.keys.add(key);
  };
  /** Takes notices out of what waits; those that wait in the ledger since an earlier page are noted down. */
  const take = ({ channel, to }: Delivery, keys: readonly string[]): void => {
    const outbox = outboxOf({ channel, to });
    const parcels = [...(waiting.get(outbox)?.values() ?? [])];
    const earlier = keys.filter((key) => !parcels.some((parcel) => parcel.keys.delete(key)));
    if (earlier.length === 0) return;
    const known = taken.get(outbox);
    if (known === undefined) taken.set(outbox, { channel, to, keys: earlier });
    else known.keys.push(...earlier);
  };

  return {
    dispatched: ({ issued }, at) => {
      for (const { key, deliveries } of issued) for (const one of deliveries) waits(one, at, 0, key);
    },
    message: ({ event: { type, data }, recordedAt: at, version }) => {
      const { channel, to, message } = data;
      outboxes.set(outboxOf(data), { channel, to, version });
      switch (type) {
        case 'MessageStarted': {
          const keys = data.notices.map(({ key }) => key);
          started.push({
            message,
            channel,
            to,
            at,
            attempt: Math.max(...data.notices.map(({ attempt }) => attempt)),
            keys,
          });
          take(data, keys);
          return;
        }
        case 'MessageAccepted':
          ended.set(message, { message, at, state: 'accepted', detail: data.providerId ?? null });
          return;
        case 'MessageRefused':
          ended.set(message, {
            message,
            at,
            state: data.retryAt === undefined ? 'given-up' : 'refused',
            detail: data.code,
          });
          if (data.retryAt !== undefined)
            for (const { key, attempt } of data.notices) waits(data, data.retryAt, attempt, key);
          return;
      }
    },
    change: () => ({
      taken: [...taken.values()],
      started,
      ended: [...ended.values()],
      outboxes: [...outboxes.values()],
      waiting: [...waiting.values()].flatMap((parcels) =>
        [...parcels.values()].flatMap(({ keys, ...parcel }) =>
          keys.size === 0 ? [] : [{ ...parcel, keys: [...keys] }],
        ),
      ),
    }),
  };
};

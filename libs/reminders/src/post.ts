import type { Delivery, MessageEvent, RecordedEvent } from '#domain';
import type { EndedMessage, PostChange, StartedMessage, WaitingDelivery } from './ledger.ts';
import type { Settlement } from './settlements.ts';

const place = (key: string, { channel, to }: Delivery): string => `${key}|${channel}|${to}`;

/** Gathers what records of the log change about deliveries. */
export const postChange = (): { readonly dispatched: (settlement: Settlement, at: string) => void; readonly message: (recorded: RecordedEvent<MessageEvent>) => void; readonly change: () => PostChange } => {
  const waiting = new Map<string, WaitingDelivery>();
  const taken = new Map<string, Delivery & { readonly key: string }>();
  const started: StartedMessage[] = [];
  const ended = new Map<string, EndedMessage>();
  const outboxes = new Map<string, Delivery & { readonly version: number }>();
  return {
    dispatched: ({ issued }, at) => {
      for (const { key, deliveries } of issued) for (const one of deliveries) waiting.set(place(key, one), { ...one, key, at, attempt: 0 });
    },
    message: ({ event: { type, data }, recordedAt: at, version }) => {
      const { channel, to, message } = data;
      outboxes.set(place('', data), { channel, to, version });
      switch (type) {
        case 'MessageStarted':
          started.push({ message, channel, to, at, attempt: Math.max(...data.notices.map(({ attempt }) => attempt)), keys: data.notices.map(({ key }) => key) });
          for (const { key } of data.notices) if (!waiting.delete(place(key, data))) taken.set(place(key, data), { channel, to, key });
          return;
        case 'MessageAccepted': ended.set(message, { message, at, state: 'accepted', detail: data.providerId ?? null }); return;
        case 'MessageRefused':
          ended.set(message, { message, at, state: data.retryAt === undefined ? 'given-up' : 'refused', detail: data.code });
          if (data.retryAt !== undefined) for (const { key, attempt } of data.notices) waiting.set(place(key, data), { channel, to, key, at: data.retryAt, attempt });
          return;
      }
    },
    change: () => ({ taken: [...taken.values()], waiting: [...waiting.values()], started, ended: [...ended.values()], outboxes: [...outboxes.values()] }),
  };
};

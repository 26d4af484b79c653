import {
  afterRefusal,
  afterSend,
  beginHook,
  changePace,
  checkSecrets,
  dropChannel,
  endHook,
  factHook,
  factsOf,
  nextSlot,
  open,
  readSettings,
  seal,
  storeChannel,
  storedChannel,
  storedChannels,
  type ChannelSecrets,
  type ChannelSettings,
  type RateLimit,
  type SealingKey,
  type StoredChannel,
  type Undelivered,
} from '#channels';
import { inTransaction, type Pool } from '#database';
import type { Actor } from '#domain';
import { publishNews, sharedRun, type EventStore } from '#event-store';
import type { Config } from '../config.ts';
import { contacts, type Contacts } from './contacts.ts';
import { sealingKey } from './sealing-key.ts';
import { rememberSetting } from './setting-news.ts';

interface OpenChannel extends StoredChannel {
  readonly secrets: ChannelSecrets;
}

/** Secrets as they will stand: one that is left out stays as it is, an empty one goes. */
const merged = (before: ChannelSecrets, given: ChannelSecrets | undefined): ChannelSecrets =>
  Object.fromEntries(Object.entries({ ...before, ...given }).filter(([, secret]) => secret !== ''));

export interface Channels {
  readonly all: () => Promise<readonly StoredChannel[]>;
  readonly find: (name: string) => Promise<OpenChannel | null>;
  /** Throws InvalidCommand naming every wrong field. Each secret that is left out stays as it is, an empty one is removed; another kind of channel begins without any. */
  readonly keep: (
    settings: unknown,
    secrets: ChannelSecrets | undefined,
    units: readonly string[],
    enabled: boolean,
    actor: Actor,
  ) => Promise<ChannelSettings>;
  /** What keeps the next fact from the channel's receiver; null where nothing does. */
  readonly undelivered: (name: string) => Promise<Undelivered | null>;
  readonly remove: (name: string, actor: Actor) => Promise<boolean>;
  readonly contacts: Contacts;
  /** Takes the next place in the channel's rate: now, or the instant from which there is one. All processes share it. */
  readonly place: (name: string, limit: RateLimit, now: number) => Promise<number>;
  readonly refused: (
    name: string,
    limit: RateLimit,
    now: number,
    retryAfterSeconds: number | undefined,
  ) => Promise<void>;
}

/** The bureau's channels. Their secrets are sealed at rest under the installation's key and never leave but to send. */
export const channels = (
  pool: Pool,
  store: EventStore,
  { data, reach }: Pick<Config, 'data' | 'reach'>,
  now: () => Date,
): Channels => {
  const published = sharedRun(() => publishNews(pool, store));
  let key: Promise<SealingKey> | null = null;
  const sealing = (): Promise<SealingKey> => (key ??= sealingKey(data));
  const context = (name: string): string => `channel:${name}`;
  const addresses = contacts(pool, sealing, now);
  const find = async (name: string): Promise<OpenChannel | null> => {
    const found = await storedChannel(pool, name);
    if (found === null) return null;
    const { sealed, ...rest } = found;
    return { ...rest, secrets: JSON.parse(open(sealed, [await sealing()], context(name))) as ChannelSecrets };
  };
  return {
    find,
    undelivered: async (name) => (await factHook(pool, name))?.undelivered ?? null,
    all: () => storedChannels(pool),
    keep: async (body, given, units, enabled, actor) => {
      const settings = readSettings(body);
      const before = await find(settings.name);
      const secrets = merged(before?.settings.kind === settings.kind ? before.secrets : {}, given);
      checkSecrets(settings, secrets, reach);
      const sealed = seal(JSON.stringify(secrets), await sealing(), context(settings.name));
      await inTransaction(pool, async (tx) => {
        await storeChannel(tx, { settings, units, enabled, sealed }, now());
        const data = { settings, units, enabled, secretsChanged: given !== undefined };
        await rememberSetting(tx, actor, now(), 'ChannelConfigured', data);
      });
      await published();
      if (factsOf(settings).length > 0) await beginHook(pool, settings.name, await store.head());
      else await endHook(pool, settings.name);
      return settings;
    },
    remove: async (name, actor) => {
      const removed = await inTransaction(pool, async (tx) => {
        const was = await dropChannel(tx, name);
        if (was) await rememberSetting(tx, actor, now(), 'ChannelRemoved', { name });
        return was;
      });
      await published();
      return removed;
    },
    contacts: { ...addresses, keep: async (...contact) => addresses.keep(...contact).then(published) },
    place: async (name, limit, at) => {
      let slot = at;
      await changePace(pool, name, (pace) => {
        slot = nextSlot(pace, limit, at);
        return slot <= at ? afterSend(pace, at) : pace;
      });
      return slot;
    },
    refused: (name, limit, at, retryAfterSeconds) =>
      changePace(pool, name, (pace) => afterRefusal(pace, limit, at, retryAfterSeconds)),
  };
};

import { randomUUID } from 'node:crypto';
import type { PoolClient } from '#database';
import type { ChannelSettings } from '#channels';
import { dayInShanghai, schemaVersionOf, type Actor } from '#domain';
import { rememberNews } from '#event-store';

/** The stream of all changes of channels and of people's addresses. */
export const CHANNEL_STREAM = 'channel-settings';

// STORED FOR EVER. No secret and no address ever stands here: they must be able to vanish.
export interface SettingFacts {
  readonly ChannelConfigured: {
    readonly settings: ChannelSettings;
    readonly units: readonly string[];
    readonly enabled: boolean;
    readonly secretsChanged: boolean;
  };
  readonly ChannelRemoved: { readonly name: string };
  readonly ContactChanged: { readonly person: string; readonly reachable: boolean };
}

/** Keeps the fact in the transaction of the change that it tells of. */
export const rememberSetting = <Type extends keyof SettingFacts>(
  tx: PoolClient,
  actor: Actor,
  now: Date,
  type: Type,
  data: SettingFacts[Type],
): Promise<void> => {
  const event = { type, occurredOn: dayInShanghai(now.toISOString()), data };
  return rememberNews(tx, CHANNEL_STREAM, [
    { id: randomUUID(), schemaVersion: schemaVersionOf(type), event, meta: { actor, commandId: randomUUID() } },
  ]);
};

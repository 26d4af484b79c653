export { nextTry, PATIENCE } from './backoff.ts';
export {
  changePace,
  channelMigrations,
  dropChannel,
  storeChannel,
  storedChannel,
  storedChannels,
  type StoredChannel,
} from './channel-table.ts';
export { replaceContacts, storedContact, storedContacts } from './contact-table.ts';
export { digest, type Notice, type Told } from './digest.ts';
export type { Accepted, Channel, Failed, Language, Line, Message, Outcome, Recipient } from './message.ts';
export {
  beginHook,
  endHook,
  factHook,
  factHookMigrations,
  handedOverTo,
  notHandedOver,
  tryAgainAt,
  type Undelivered,
} from './fact-hook-table.ts';
export type { Reach } from './reachable.ts';
export { afterRefusal, afterSend, nextSlot, spacing, type RateLimit } from './rate-limit.ts';
export { masked } from './redact.ts';
export { open, seal, type SealingKey } from './secrets.ts';
export { nextOpening, OFFICE_HOURS, type Opening, type Span } from './send-window.ts';
export type { ChannelSecrets, Keep } from './kind.ts';
export {
  CHANNEL_FORMS,
  CHANNEL_NAMES,
  CHANNEL_SETTINGS,
  checkSecrets,
  factsOf,
  limitOf,
  openChannel,
  openFactHook,
  readSettings,
  SECRET_NAMES,
  type ChannelSettings,
} from './kinds.ts';

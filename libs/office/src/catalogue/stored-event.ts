import type { DomainEvent, DomainFact } from '#domain';
import type { IdentityEvent } from '#identity';
import type { ImportEvent } from '#imports';
import type { RegisterEvent } from '#reminders';
import type { Looked } from '../audit/looks.ts';
import type { SettingFacts } from '../channels/setting-news.ts';
import type { LogMoveEvent } from '../moving/log-moves.ts';
import type { SealFileEvent } from '../audit/seal-file-told.ts';
import type { PeopleEvent } from '../personal/person-events.ts';
import type { WatchEvent } from '../reminders/watch.ts';

type SettingEvent = {
  [Type in keyof SettingFacts]: DomainEvent<Type, SettingFacts[Type]>;
}[keyof SettingFacts];

/** Every fact that the log may hold. The published schemas are read off this type; a record of a test's log that is none of them fails the test. */
export type StoredEvent =
  | DomainFact
  | IdentityEvent
  | ImportEvent
  | RegisterEvent
  | Looked
  | SettingEvent
  | WatchEvent
  | LogMoveEvent
  | PeopleEvent
  | SealFileEvent;

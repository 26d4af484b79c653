import { auditMigrations, lookMigrations } from '#audit';
import { channelMigrations, factHookMigrations } from '#channels';
import type { Migration } from '#database';
import { eventStoreMigrations, followerMigrations } from '#event-store';
import { identityMigrations } from '#identity';
import { importBookMigrations } from '#imports';
import { arrivalMigrations, matterMigrations, projectMigrations, projectNumberMigrations } from '#projections';
import { reminderMigrations, watchMigrations } from '#reminders';

/** All tables an installation stands on, in the order in which they were made. */
export const officeMigrations: readonly Migration[] = [
  ...eventStoreMigrations,
  ...identityMigrations,
  ...projectMigrations,
  ...projectNumberMigrations,
  ...lookMigrations,
  ...auditMigrations,
  ...matterMigrations,
  ...arrivalMigrations,
  ...reminderMigrations,
  ...followerMigrations,
  ...watchMigrations,
  ...channelMigrations,
  ...importBookMigrations,
  ...factHookMigrations,
];

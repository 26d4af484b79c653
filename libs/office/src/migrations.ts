import { auditMigrations } from '#audit';
import type { Migration } from '#database';
import { eventStoreMigrations } from '#event-store';
import { identityMigrations } from '#identity';
import { arrivalMigrations, matterMigrations, projectMigrations } from '#projections';
import { reminderMigrations } from '#reminders';
import { lookMigrations } from './audit/look-table.ts';
import { channelMigrations } from './channels/channel-table.ts';
import { followUpMigrations } from './projects/follow-ups.ts';
import { projectNumberMigrations } from './projects/project-numbers.ts';
import { watchMigrations } from './reminders/watch.ts';

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
  ...followUpMigrations,
  ...watchMigrations,
  ...channelMigrations,
];

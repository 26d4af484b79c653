import type { Pool } from 'pg';
import type { Circumstances, Organisation, RecordedEvent, Rules } from '#domain';
import type { EventStore } from '#event-store';
import type { Caller, IdentityService, VisibleProjects } from '#identity';
import type { Looks } from './audit/looks.ts';
import type { Config } from './config.ts';
import type { ImportDesk } from './imports/import-desk.ts';
import type { ListDesk } from './lists/list-desk.ts';
import type { MatterModel, UnitNames } from '#projections';
import type { ReminderLedger } from '#reminders';
import type { Channels } from './channels/channel-table.ts';
import type { Watch } from './reminders/watch.ts';
import type { ProjectNumbers } from './projects/project-numbers.ts';

export const SERVICES = Symbol('services');

/** Everything the routes stand on, wired in one place (wiring.ts). Controllers hold no state of their own. */
export interface Services {
  readonly config: Config;
  readonly now: () => Date;
  readonly pool: Pool;
  readonly store: EventStore;
  readonly identity: IdentityService;
  readonly numbers: ProjectNumbers;
  readonly lists: ListDesk;
  readonly imports: ImportDesk;
  readonly looks: Looks;
  readonly matters: MatterModel;
  readonly ledger: ReminderLedger;
  /** The reminder ledger up to the log's head. */
  readonly caughtUpReminders: () => Promise<void>;
  /** The project model up to the log's head. */
  readonly caughtUpProjects: () => Promise<unknown>;
  readonly watch: Watch;
  readonly channels: Channels;
  readonly unitNames: () => Promise<UnitNames>;
  readonly projectName: (id: string) => Promise<string>;
  /** What facts of one stream entail in others. */
  readonly followUps: (events: readonly RecordedEvent[]) => Promise<void>;
  /** The organisation tree as it is now, and the version of its stream. */
  readonly organisation: () => Promise<{ readonly tree: Organisation; readonly version: number }>;
  readonly visibleTo: (caller: Caller) => Promise<VisibleProjects>;
  /** What decisions look at beside the command and the project. */
  readonly circumstances: () => Promise<Circumstances>;
  /** The policies and the calendar in force. */
  readonly rules: () => Promise<Rules>;
}

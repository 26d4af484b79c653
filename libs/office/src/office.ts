import type { Sealing, Verification } from '#audit';
import type { Pool } from '#database';
import type {
  BoardEvent,
  Boards,
  LayoutEvent,
  Layouts,
  Borders,
  BordersEvent,
  Circumstances,
  DefinitionEvent,
  Definitions,
  IsoDate,
  Organisation,
  OrganisationEvent,
  People,
  RecordedEvent,
  Rules,
  ViewEvent,
  Views,
} from '#domain';
import type { EventStore, Handled, Lead, People as PersonalTexts } from '#event-store';
import type { Holder, IdentityService, VisibleProjects } from '#identity';
import type { ListAnswer, PartTallies, Standing, UnitNames } from '#projections';
import type { ClosedBooks } from '#imports';
import type { QueueDesk, ReminderLedger } from '#reminders';
import type { Looks } from './audit/looks.ts';
import type { Change } from './changes.ts';
import type { Channels } from './channels/channels.ts';
import type { Cockpit } from './cockpit/cockpit.ts';
import type { KeptAnswers } from './cockpit/kept-answers.ts';
import type { ListCounts } from './lists/list-counts.ts';
import type { Live } from './live/live.ts';
import type { Config } from './config.ts';
import type { ImportDesk } from './imports/import-desk.ts';
import type { InTurn } from './imports/in-turn.ts';
import type { MatterOrder } from './matters/matter-aggregate.ts';
import type { FoldedProject } from './projects/folded-project.ts';
import type { FollowUps } from './projects/follow-ups.ts';
import type { ProjectOrder } from './projects/project-aggregate.ts';
import type { OrganisationNow } from './organisation/organisation-now.ts';
import type { TargetOrder } from './numbers/target-aggregate.ts';
import type { PaperOrder } from './papers/paper-aggregate.ts';
import type { PaperFolder } from './papers/paper-folder.ts';
import type { PeriodOrder } from './periods/period-aggregate.ts';
import type { PolicyOrder } from './policy/policy-aggregate.ts';
import type { ProjectNumbers } from './projects/project-numbers.ts';
import type { Watch } from './reminders/watch.ts';

type Handler<Order> = (order: Order, ifVersion: number | null) => Promise<Handled>;

/** All that the work of a bureau stands on, by subject: made once a process (open-office.ts). Whatever the bureau does is a plain function of it. */
export interface Office {
  readonly config: Config;
  readonly now: () => Date;
  readonly today: () => IsoDate;
  readonly pool: Pool;
  /** The log: what is personal is sealed as it is recorded, and read sealed. */
  readonly store: EventStore;
  /** The same in the clear, and the keys of people. */
  readonly personal: PersonalTexts;
  readonly identity: IdentityService;
  /** The policies and the calendar in force. */
  readonly rules: () => Promise<Rules>;
  /** What decisions look at beside the command and the project. */
  readonly circumstances: () => Promise<Circumstances>;
  /** Everybody who can be named by an id: who has an account, and who is foreseen for one in the organisation tree. */
  readonly people: () => Promise<People>;
  readonly visibleTo: (caller: Holder) => Promise<VisibleProjects>;
  readonly organisation: {
    /** The tree as it is now, and the version of its stream. */
    readonly current: () => Promise<OrganisationNow>;
    readonly names: () => Promise<UnitNames>;
    readonly handle: Handler<Change<Organisation, OrganisationEvent>>;
  };
  readonly boards: { readonly handle: Handler<Change<Boards, BoardEvent>> };
  readonly views: { readonly handle: Handler<Change<Views, ViewEvent>> };
  readonly layouts: { readonly handle: Handler<Change<Layouts, LayoutEvent>> };
  readonly borders: { readonly handle: Handler<Change<Borders, BordersEvent>> };
  readonly targets: { readonly handle: Handler<TargetOrder> };
  readonly definitions: { readonly handle: Handler<Change<Definitions, DefinitionEvent>> };
  readonly periods: {
    /** Months into which nothing is recorded without a second person, and who could be one. */
    readonly books: () => Promise<ClosedBooks>;
    readonly handle: Handler<PeriodOrder>;
  };
  readonly policy: { readonly handle: Handler<PolicyOrder> };
  readonly projects: {
    /** The read model up to the log's head; answers the position it then stands at. */
    readonly catchUp: () => Promise<bigint>;
    /** Where it stands now, whichever process brought it there. */
    readonly standsAt: () => Promise<bigint>;
    readonly handle: Handler<ProjectOrder>;
    /** On what answers from the rows of projects and arrivals now stand. */
    readonly standing: () => Promise<Standing>;
    /** A project as it stands, for those who only look. */
    readonly known: (stream: string) => Promise<FoldedProject>;
    /** All facts of a project's stream, for those who only look. */
    readonly historyOf: (stream: string) => Promise<readonly RecordedEvent[]>;
    readonly numbers: ProjectNumbers;
    /** What facts of one stream entail in others. */
    readonly followUps: FollowUps;
  };
  readonly numbers: {
    /** Projects and arrivals up to the log's head; answers the position at which both then stand. */
    readonly catchUp: () => Promise<bigint>;
    /** Sums that figures were made of lately, each of one part. */
    readonly tallies: KeptAnswers<PartTallies>;
  };
  /** What the cockpit showed lately. */
  readonly cockpit: KeptAnswers<Cockpit>;
  /** Pages of lists that were looked at lately. */
  readonly lists: KeptAnswers<ListAnswer>;
  /** Which of several processes folds in the background what is new. */
  readonly leads: { readonly projects: Lead; readonly reminders: Lead; readonly factHooks: Lead };
  /** Tells open pages that something was recorded. */
  readonly live: Live;
  /** How many each list held lately. */
  readonly listCounts: KeptAnswers<ListCounts>;
  readonly matters: {
    readonly catchUp: () => Promise<bigint>;
    readonly handle: Handler<MatterOrder>;
  };
  readonly reminders: {
    /** The ledger up to the log's head. */
    readonly catchUp: () => Promise<void>;
    readonly ledger: ReminderLedger;
    readonly watch: Watch;
    readonly queue: QueueDesk;
  };
  readonly papers: {
    /** The contents, in the data folder. */
    readonly folder: PaperFolder;
    readonly handle: Handler<PaperOrder>;
  };
  readonly channels: Channels;
  readonly imports: ImportDesk;
  /** What imports write and take back, one after the other in the whole bureau. */
  readonly importsInTurn: InTurn;
  readonly looks: Looks;
  /** The whole log verified, once for all who ask at the same moment. */
  readonly verification: (onProgress?: (events: number) => void) => Promise<Verification & Sealing>;
}

import type { ApprovalEvent } from './approval/events.ts';
import type { BoardEvent } from './board/events.ts';
import type { BordersEvent } from './borders/events.ts';
import type { ChecklistEvent } from './checklist/events.ts';
import type { IssueEvent } from './issue/events.ts';
import type { LayoutEvent } from './layout/events.ts';
import type { MeetingEvent } from './meeting/events.ts';
import type { DefinitionEvent } from './metrics/definitions.ts';
import type { DispatchEvent, MessageEvent, NoticeEvent, NoticeEvent02 } from './notice/events.ts';
import type { OrganisationEvent } from './organisation/events.ts';
import type { OutreachEvent } from './outreach/events.ts';
import type { PaperEvent } from './paper/events.ts';
import type { PeriodEvent } from './period/events.ts';
import type { PolicyEvent } from './policy/events.ts';
import type { ProjectEvent } from './project/events.ts';
import type { ReportEvent } from './report/events.ts';
import type { SchedulingEvent } from './scheduling/events.ts';
import type { OrderEvent } from './supervision/events.ts';
import type { TargetEvent } from './target/events.ts';
import type { ViewEvent } from './view/events.ts';

/** Every fact of the domain that the log may hold, those of past releases too. */
export type DomainFact =
  | ProjectEvent
  | OrderEvent
  | IssueEvent
  | MeetingEvent
  | SchedulingEvent
  | ChecklistEvent
  | ApprovalEvent
  | OutreachEvent
  | OrganisationEvent
  | PolicyEvent
  | DefinitionEvent
  | BoardEvent
  | TargetEvent
  | PeriodEvent
  | ReportEvent
  | PaperEvent
  | ViewEvent
  | BordersEvent
  | LayoutEvent
  | DispatchEvent
  | NoticeEvent
  | NoticeEvent02
  | MessageEvent;

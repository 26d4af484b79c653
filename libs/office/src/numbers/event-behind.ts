import {
  PROJECT_STREAMS,
  fold,
  type Countable,
  type Dated,
  type IsoDate,
  type KnownProject,
  type Placed,
  type ProjectEvent,
  type RecordedEvent,
} from '#domain';
import type { EventStore } from '#event-store';
import { type AsOf } from '#projections';

/** The event that made something count: enough to open the paper behind a figure. */
export interface EventBehind {
  readonly version: number;
  readonly type: string;
  readonly on: IsoDate;
  readonly basis: string | null;
}

/** The fact by which a project counts as what is counted. Arrivals name their event themselves. */
const FACTS: Readonly<Record<Countable, (project: KnownProject) => Dated | null>> = {
  lead: ({ registered }) => registered,
  'pre-review': ({ preReview }) => preReview,
  signing: ({ contract }) => contract,
  start: ({ startCertified }) => startCertified,
  entry: ({ statisticsEntered }) => statisticsEntered,
  backlog: ({ contract }) => contract,
  arrival: () => null,
  outreach: () => null,
};

const placed = ({ event, version, position }: RecordedEvent): Placed => ({
  ...(event as ProjectEvent),
  version,
  position,
});

const basisOf = ({ event, meta }: RecordedEvent): string | null => {
  const { number, voucher } = event.data as { readonly number?: string; readonly voucher?: string };
  return meta.basis ?? number ?? voucher ?? null;
};

/** Reads one stream. `version`: of the event where it is known already. */
export const eventBehind = async (
  store: EventStore,
  of: Countable,
  projectId: string,
  version: number | null,
  { day, position }: AsOf,
): Promise<EventBehind | null> => {
  const history = await store.readStream(`${PROJECT_STREAMS}${projectId}`);
  const known = history.filter((one) => (position === null || one.position <= position) && one.event.occurredOn <= day);
  const project = version === null ? fold(known.map(placed)) : null;
  const at = version ?? (project === null || project.phase === 'none' ? null : (FACTS[of](project)?.version ?? null));
  const recorded = at === null ? undefined : history[at - 1];
  if (recorded === undefined) return null;
  const { type, occurredOn } = recorded.event;
  return { version: recorded.version, type, on: occurredOn, basis: basisOf(recorded) };
};

import {
  OUTREACH,
  PROJECT_STREAMS,
  type Countable,
  type Dated,
  type IsoDate,
  type KnownProject,
  type RecordedEvent,
} from '#domain';
import type { EventStore } from '#event-store';
import { projectAt, type AsOf, type FigureRow } from '#projections';

/** The event that made something count: enough to open the paper behind a figure. */
export interface EventBehind {
  readonly version: number;
  readonly type: string;
  readonly on: IsoDate;
  readonly basis: string | null;
}

/** The fact by which a project counts as what is counted. Arrivals and outreach name their event themselves. */
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

const basisOf = ({ event, meta }: RecordedEvent): string | null => {
  const { number, voucher } = event.data as { readonly number?: string; readonly voucher?: string };
  return meta.basis ?? number ?? voucher ?? null;
};

export const historyOf = (store: EventStore, projectId: string): Promise<readonly RecordedEvent[]> =>
  store.readStream(`${PROJECT_STREAMS}${projectId}`);

const shownOf = (recorded: RecordedEvent | undefined): EventBehind | null => {
  if (recorded === undefined) return null;
  const { type, occurredOn } = recorded.event;
  return { version: recorded.version, type, on: occurredOn, basis: basisOf(recorded) };
};

/** The event of that version in a whole history. */
export const eventOf = (history: readonly RecordedEvent[], version: number): EventBehind | null =>
  shownOf(history[version - 1]);

/** Reads one stream; where the version is known already, that event alone. */
const eventBehind = async (
  store: EventStore,
  of: Countable,
  { project, version }: Pick<FigureRow, 'project' | 'version'>,
  asOf: AsOf,
): Promise<EventBehind | null> => {
  if (version !== null) {
    const stream = of === 'outreach' ? `${OUTREACH.name}-${project.id}` : `${PROJECT_STREAMS}${project.id}`;
    const [recorded] = await store.readStreamBack(stream, version + 1, 1);
    return shownOf(recorded);
  }
  const history = await historyOf(store, project.id);
  const folded = projectAt(history, asOf);
  const fact = folded.phase === 'none' ? null : FACTS[of](folded);
  return fact === null ? null : eventOf(history, fact.version);
};

const AT_ONCE = 4; // of the connections that others need too

/** The event behind each of some rows of a part, in their order. Reads a stream for each. */
export const eventsBehind = async (
  store: EventStore,
  of: Countable,
  rows: readonly FigureRow[],
  asOf: AsOf,
): Promise<readonly (EventBehind | null)[]> => {
  const found: (EventBehind | null)[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE)
    found.push(
      ...(await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => eventBehind(store, of, row, asOf)))),
    );
  return found;
};

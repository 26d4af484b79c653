import {
  OUTREACH,
  projectStream,
  type Countable,
  type Dated,
  type IsoDate,
  type KnownProject,
  type Project,
  type RecordedEvent,
} from '#domain';
import { projectAt, type AsOf, type FigureRow } from '#projections';
import type { Office } from '../office.ts';

/** The event that made something count: enough to open the paper behind a figure. */
export interface EventBehind {
  readonly version: number;
  readonly type: string;
  readonly on: IsoDate;
  readonly basis: string | null;
}

/** Where the streams of projects and of outreach are kept for those who only look. */
export type Histories = { readonly projects: Pick<Office['projects'], 'historyOf'> };

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

const shownOf = (recorded: RecordedEvent | undefined): EventBehind | null => {
  if (recorded === undefined) return null;
  const { type, occurredOn } = recorded.event;
  return { version: recorded.version, type, on: occurredOn, basis: basisOf(recorded) };
};

/** The event of that version in a whole history. */
export const eventOf = (history: readonly RecordedEvent[], version: number): EventBehind | null =>
  shownOf(history[version - 1]);

const lately = new WeakMap<readonly RecordedEvent[], { readonly asOf: AsOf; readonly project: Project }>();
/** A history that was looked at lately is the same array, and the figures of one table ask for one moment: it is folded once for all of them. */
const foldedAt = (history: readonly RecordedEvent[], asOf: AsOf): Project => {
  const known = lately.get(history);
  if (known?.asOf.day === asOf.day && known.asOf.position === asOf.position) return known.project;
  const project = projectAt(history, asOf);
  lately.set(history, { asOf, project });
  return project;
};

/** Where the version is known already, the event of that version. */
const eventBehind = async (
  { projects }: Histories,
  of: Countable,
  { project, version }: Pick<FigureRow, 'project' | 'version'>,
  asOf: AsOf,
): Promise<EventBehind | null> => {
  const stream = of === 'outreach' ? `${OUTREACH.name}-${project.id}` : projectStream(project.id);
  const history = await projects.historyOf(stream);
  if (version !== null) return eventOf(history, version);
  const folded = foldedAt(history, asOf);
  const fact = folded.phase === 'none' ? null : FACTS[of](folded);
  return fact === null ? null : eventOf(history, fact.version);
};

const AT_ONCE = 4; // of the connections that others need too

/** The event behind each of some rows of a part, in their order. A stream that was read lately is not read again. */
export const eventsBehind = async (
  office: Histories,
  of: Countable,
  rows: readonly FigureRow[],
  asOf: AsOf,
): Promise<readonly (EventBehind | null)[]> => {
  const found: (EventBehind | null)[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE)
    found.push(
      ...(await Promise.all(rows.slice(from, from + AT_ONCE).map((row) => eventBehind(office, of, row, asOf)))),
    );
  return found;
};

import { projectIdOf, fold, type Arrival, type RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import { factOf } from '../projects/project-streams.ts';
import { byTransaction } from '../transactions.ts';
import type { ArrivalChange, ArrivalRow } from './arrival-table.ts';

/** Facts that can change what is known of an arrival. */
const TELLING: ReadonlySet<string> = new Set([
  'ArrivalReported',
  'ArrivalCertified',
  'ArrivalReversed',
  'FactCorrected',
  'FactVoided',
]);
const tellsOfArrivals = ({ event }: RecordedEvent): boolean => TELLING.has(event.type);

const rowOf = (project_id: string, arrival: Arrival): ArrivalRow => ({
  project_id,
  arrival: arrival.id,
  version: arrival.version,
  on_day: arrival.on,
  certified_on: arrival.certified?.on ?? null,
  reversed_on: arrival.reversed?.on ?? null,
  amount: arrival.amount.amount,
  currency: arrival.amount.currency,
  boundary: arrival.origin,
  kind: arrival.kind,
  voucher: arrival.voucher,
});

/** Arrivals of one project as they are known, by id. */
export type Known = ReadonlyMap<string, ArrivalRow>;

/** What a history makes known; what was known before where it cannot be folded: the project's own model sets such a project aside. */
const knownAfter = (stream: string, history: readonly RecordedEvent[], before: Known): Known => {
  try {
    const project = fold(history.map(factOf));
    const arrivals = project.phase === 'none' ? [] : project.arrivals;
    return new Map(arrivals.map((arrival) => [arrival.id, rowOf(projectIdOf(stream), arrival)]));
  } catch {
    return before;
  }
};

const same = (a: ArrivalRow | undefined, b: ArrivalRow | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const changeBetween = (projectId: string, position: bigint, before: Known, after: Known): ArrivalChange => ({
  projectId,
  position,
  close: [...before.keys()].filter((id) => !same(before.get(id), after.get(id))),
  open: [...after.values()].filter((row) => !same(before.get(row.arrival), row)),
});

/** How the facts of one project after version `since` change what was known of its arrivals, append by append. `history`: the whole stream. */
export const arrivalChanges = (
  history: readonly RecordedEvent[],
  since: number,
  before: Known,
): readonly ArrivalChange[] => {
  const stream = history[0]!.stream;
  let known = before;
  const changes: ArrivalChange[] = [];
  for (const together of byTransaction(history.slice(since))) {
    if (!together.some(tellsOfArrivals)) continue;
    const { version, position } = together.at(-1)!;
    const after = knownAfter(stream, history.slice(0, version), known);
    const change = changeBetween(projectIdOf(stream), position, known, after);
    if (change.close.length + change.open.length > 0) changes.push(change);
    known = after;
  }
  return changes;
};

/** Streams of a page that tell of arrivals, each with the first and the last version in which it does. */
const telling = (page: readonly RecordedEvent[]): ReadonlyMap<string, { readonly first: number; last: number }> => {
  const found = new Map<string, { readonly first: number; last: number }>();
  for (const { stream, version } of page.filter(tellsOfArrivals)) {
    const known = found.get(stream);
    if (known === undefined) found.set(stream, { first: version, last: version });
    else known.last = version;
  }
  return found;
};

/** The changes that a page of the log brings, in the order of their positions. Reads the streams that tell of arrivals, and what is known of those. */
export const changesOfPage = async (
  store: EventStore,
  page: readonly RecordedEvent[],
  knownNow: (projectIds: readonly string[]) => Promise<ReadonlyMap<string, Known>>,
): Promise<readonly ArrivalChange[]> => {
  const streams = telling(page);
  const known = await knownNow([...streams.keys()].map(projectIdOf));
  const changes: ArrivalChange[] = [];
  for (const [stream, { first, last }] of streams) {
    const history = (await store.readStream(stream)).slice(0, last);
    changes.push(...arrivalChanges(history, first - 1, known.get(projectIdOf(stream)) ?? new Map()));
  }
  return changes.sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));
};

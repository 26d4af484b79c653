import { fold, type Arrival, type RecordedEvent } from '#domain';
import type { EventStore } from '#event-store';
import { factOf, projectIdOf } from '../projects/project-model.ts';
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
export const tellsOfArrivals = ({ event }: RecordedEvent): boolean => TELLING.has(event.type);

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

type Known = ReadonlyMap<string, ArrivalRow>;

const knownAfter = (stream: string, history: readonly RecordedEvent[]): Known => {
  const id = projectIdOf(stream);
  const project = fold(history.map(factOf));
  const arrivals = project.phase === 'none' ? [] : project.arrivals;
  return new Map(arrivals.map((arrival) => [arrival.id, rowOf(id, arrival)]));
};

const same = (a: ArrivalRow | undefined, b: ArrivalRow | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

const changeBetween = (projectId: string, position: bigint, before: Known, after: Known): ArrivalChange => ({
  projectId,
  position,
  close: [...before.keys()].filter((id) => !same(before.get(id), after.get(id))),
  open: [...after.values()].filter((row) => !same(before.get(row.arrival), row)),
});

/** How the facts of one project from version `since` + 1 on change its arrivals, append by append. `history` is the whole stream. */
export const arrivalChanges = (history: readonly RecordedEvent[], since: number): readonly ArrivalChange[] => {
  const stream = history[0]!.stream;
  let known: Known = since === 0 ? new Map() : knownAfter(stream, history.slice(0, since));
  const changes: ArrivalChange[] = [];
  for (const together of byTransaction(history.slice(since))) {
    if (!together.some(tellsOfArrivals)) continue;
    const { version, position } = together.at(-1)!;
    const after = knownAfter(stream, history.slice(0, version));
    const change = changeBetween(projectIdOf(stream), position, known, after);
    if (change.close.length + change.open.length > 0) changes.push(change);
    known = after;
  }
  return changes;
};

/** The changes that a page of the log brings, in the order of their positions. Reads the streams that tell of arrivals. */
export const changesOfPage = async (
  store: EventStore,
  page: readonly RecordedEvent[],
): Promise<readonly ArrivalChange[]> => {
  const firsts = new Map<string, RecordedEvent>();
  const lasts = new Map<string, RecordedEvent>();
  for (const event of page.filter(tellsOfArrivals)) {
    if (!firsts.has(event.stream)) firsts.set(event.stream, event);
    lasts.set(event.stream, event);
  }
  const changes = await Promise.all(
    [...firsts].map(async ([stream, first]) => {
      const history = (await store.readStream(stream)).slice(0, lasts.get(stream)!.version);
      return arrivalChanges(history, first.version - 1);
    }),
  );
  return changes.flat().sort((a, b) => (a.position < b.position ? -1 : a.position > b.position ? 1 : 0));
};

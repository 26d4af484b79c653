import {
  BACKWARDS,
  END,
  START,
  ErrorType,
  isCommandError,
  streamNameFilter,
  type AllStreamRecordedEvent,
  type JSONRecordedEvent,
  type KurrentDBClient,
  type Position,
  type ResolvedEvent,
} from '@kurrent/kurrentdb-client';
import type { Pool } from 'pg';
import type { RecordedEvent } from '#domain';
import type { Connection } from './connection.ts';
import { isLost } from './lost.ts';
import type { Places } from './places.ts';
import { asToday, asWritten } from './record.ts';

/** The part of a KurrentDB that is one log: the streams whose names begin so. Several logs, and other systems, may share a server. */
export interface Part {
  readonly connection: Connection;
  readonly prefix: string;
  readonly raw: boolean; // facts as written, without lifting old schema versions
  readonly pool: Pool; // of the database beside it, which holds what a KurrentDB cannot be asked
  readonly places: () => Promise<Places>;
}

export const nameIn = ({ prefix }: Part, stream: string): string => `${prefix}${stream}`;

/** A record as any of the client's ways of reading hands it over. */
export type Read = ResolvedEvent | { readonly event?: AllStreamRecordedEvent };

/** A fact, and where its record stands on the server. */
export interface Placed {
  readonly fact: RecordedEvent;
  readonly place: bigint;
}

/** A fact of this log from a record that was read. */
export const placed = ({ prefix, raw }: Part, places: Places, { event }: Read): Placed => {
  const record = event as JSONRecordedEvent;
  const place = record.position?.commit ?? 0n;
  const written = asWritten(record, record.streamId.slice(prefix.length), places);
  return { fact: raw ? written : asToday(written), place };
};

/** As the server is asked. Ours are records of their own, so that commit and prepare are one; a checkpoint keeps both. */
export const positionOf = (place: bigint): Position | typeof START =>
  place <= 0n ? START : { commit: place, prepare: place };

export const streamsOf = (part: Part, streamPrefix = '') => ({ prefixes: [nameIn(part, streamPrefix)] });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && isCommandError(error) && error.type === ErrorType.STREAM_NOT_FOUND;

type Range = Parameters<KurrentDBClient['readStream']>[1];

/** From the leader: what was acknowledged is in it. */
const readRange = async (part: Part, stream: string, range: Range): Promise<readonly RecordedEvent[]> => {
  const places = await part.places();
  return part.connection.askPatiently(async (client) => {
    const facts: RecordedEvent[] = [];
    try {
      const records = client.readStream(nameIn(part, stream), { ...range, requiresLeader: true });
      for await (const record of records) facts.push(placed(part, places, record).fact);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    return facts;
  });
};

/** Facts of a stream with a version above `after`. */
export const readStream = (part: Part, stream: string, after: number): Promise<readonly RecordedEvent[]> =>
  readRange(part, stream, { fromRevision: BigInt(after) });

/** At most `limit` facts of a stream, the latest first, with versions below `before`, or from its end on. */
export const readBack = (
  part: Part,
  stream: string,
  before: number | null,
  limit: number,
): Promise<readonly RecordedEvent[]> => {
  if (before !== null && before <= 1) return Promise.resolve([]);
  const fromRevision = before === null ? END : BigInt(before - 2);
  return readRange(part, stream, { direction: BACKWARDS, fromRevision, maxCount: limit });
};

/** The last facts of a stream, in their order. */
export const readNewest = async (part: Part, stream: string, limit: number): Promise<readonly RecordedEvent[]> =>
  [...(await readBack(part, stream, null, limit))].reverse();

const readFrom = async (
  client: KurrentDBClient,
  part: Part,
  from: bigint,
  limit: number,
  streamPrefix?: string,
): Promise<readonly Placed[]> => {
  const places = await part.places();
  const found: Placed[] = [];
  const records = client.readAll({
    fromPosition: positionOf(from),
    maxCount: limit,
    filter: streamNameFilter(streamsOf(part, streamPrefix)),
    requiresLeader: true,
  });
  for await (const record of records) found.push(placed(part, places, record));
  return found;
};

/** At most `limit` facts from a place on, that of a record: of a place within one the server sends an error, or nothing at all. */
export const readPlaced = (
  part: Part,
  from: bigint,
  limit: number,
  streamPrefix?: string,
): Promise<readonly Placed[]> =>
  part.connection.askPatiently((client) => readFrom(client, part, from, limit, streamPrefix));

/** The fact at a place, which may be none. */
export const readAt = async (part: Part, place: bigint): Promise<Placed | null> => {
  try {
    const [found] = await part.connection.ask((client) => readFrom(client, part, place, 1));
    return found?.place === place ? found : null;
  } catch (error) {
    await readLast(part); // where the server is away this says so
    if (isLost(error) || (error instanceof Error && isCommandError(error))) return null;
    throw error;
  }
};

/** The last fact; null where the log is empty. */
export const readLast = async (part: Part): Promise<Placed | null> => {
  const places = await part.places();
  return part.connection.askPatiently(async (client) => {
    const records = client.readAll({
      direction: BACKWARDS,
      fromPosition: END,
      maxCount: 1,
      filter: streamNameFilter(streamsOf(part)),
      requiresLeader: true,
    });
    for await (const record of records) return placed(part, places, record);
    return null;
  });
};

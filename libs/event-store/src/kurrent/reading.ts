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
import type { RecordedEvent } from '#domain';
import type { Connection } from './connection.ts';
import { isLost } from './lost.ts';
import { asToday, asWritten } from './record.ts';

/** The part of a KurrentDB that is one log: the streams whose names begin so. Several logs, and other systems, may share a server. */
export interface Part {
  readonly connection: Connection;
  readonly prefix: string;
  readonly raw: boolean; // facts as written, without lifting old schema versions
}

export const nameIn = ({ prefix }: Part, stream: string): string => `${prefix}${stream}`;

/** A fact of this log from a record that was read. */
export const factOf = (
  { prefix, raw }: Part,
  { event }: ResolvedEvent | { event?: AllStreamRecordedEvent },
): RecordedEvent => {
  const record = event as JSONRecordedEvent;
  const written = asWritten(record, record.streamId.slice(prefix.length));
  return raw ? written : asToday(written);
};

/** A place in the whole server. Ours are records of their own, so that commit and prepare are one; a checkpoint keeps both. */
export const placeAt = (position: bigint): Position | typeof START =>
  position <= 0n ? START : { commit: position, prepare: position };

export const streamsOf = (part: Part, streamPrefix = '') => ({ prefixes: [nameIn(part, streamPrefix)] });

const isMissing = (error: unknown): boolean =>
  error instanceof Error && isCommandError(error) && error.type === ErrorType.STREAM_NOT_FOUND;

type Range = Parameters<KurrentDBClient['readStream']>[1];

/** From the leader: what was acknowledged is in it. */
const readRange = (part: Part, stream: string, range: Range): Promise<readonly RecordedEvent[]> =>
  part.connection.askPatiently(async (client) => {
    const facts: RecordedEvent[] = [];
    try {
      const records = client.readStream(nameIn(part, stream), { ...range, requiresLeader: true });
      for await (const record of records) facts.push(factOf(part, record));
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
    return facts;
  });

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

/** Reading begins at a record: of a place within one the server sends an error, or nothing at all. */
const readFrom = async (client: KurrentDBClient, part: Part, from: bigint, limit: number, streamPrefix?: string) => {
  const facts: RecordedEvent[] = [];
  const records = client.readAll({
    fromPosition: placeAt(from),
    maxCount: limit,
    filter: streamNameFilter(streamsOf(part, streamPrefix)),
    requiresLeader: true,
  });
  for await (const record of records) facts.push(factOf(part, record));
  return facts;
};

/** Nobody of us recorded anything at this position, so that nothing can be read on from it. */
class NoRecordThere extends Error {
  override readonly name = 'NoRecordThere';
}

/** At most `limit` facts after a record; the record comes along and shows that it is one, unless other streams are asked for. */
export const readAfter = async (
  part: Part,
  after: bigint,
  limit: number,
  streamPrefix?: string,
): Promise<readonly RecordedEvent[]> => {
  const facts = await part.connection.askPatiently((client) => readFrom(client, part, after, limit + 1, streamPrefix));
  if (after > 0n && streamPrefix === undefined && facts[0]?.position !== after)
    throw new NoRecordThere(`no record of this log stands at ${after}`);
  return facts.filter(({ position }) => position > after).slice(0, limit);
};

/** The fact at a position, which may be none. */
export const readAt = async (part: Part, position: bigint): Promise<RecordedEvent | null> => {
  try {
    const [fact] = await part.connection.ask((client) => readFrom(client, part, position, 1));
    return fact?.position === position ? fact : null;
  } catch (error) {
    await readLast(part); // where the server is away this says so
    if (isLost(error) || (error instanceof Error && isCommandError(error))) return null;
    throw error;
  }
};

/** The last fact; null where the log is empty. */
export const readLast = (part: Part): Promise<RecordedEvent | null> =>
  part.connection.askPatiently(async (client) => {
    const records = client.readAll({
      direction: BACKWARDS,
      fromPosition: END,
      maxCount: 1,
      filter: streamNameFilter(streamsOf(part)),
      requiresLeader: true,
    });
    for await (const record of records) return factOf(part, record);
    return null;
  });

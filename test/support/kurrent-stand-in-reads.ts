import { status, type ServerWritableStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import type { StandInLog, StandInRecord } from './kurrent-stand-in-log.ts';

type Options = InstanceType<typeof streams.ReadReq.Options>;
type Call = ServerWritableStream<InstanceType<typeof streams.ReadReq>, InstanceType<typeof streams.ReadResp>>;

const CHECKPOINT_EVERY = 32; // records considered
const BACKWARDS = 1;

/** A read that the server refuses, as the real one words it. */
export class Refused extends Error {
  constructor(
    readonly code: status,
    readonly details: string,
  ) {
    super(details);
  }
}

const eventOf = (record: StandInRecord): InstanceType<typeof streams.ReadResp> => {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(new shared.UUID().setString(record.id));
  recorded.setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(record.stream)));
  recorded.setStreamRevision(String(record.revision));
  recorded.setCommitPosition(String(record.position));
  recorded.setPreparePosition(String(record.position));
  recorded.getMetadataMap().set('type', record.type);
  recorded.getMetadataMap().set('content-type', record.contentType);
  recorded.getMetadataMap().set('created', '638000000000000000');
  recorded.setData(record.data);
  recorded.setCustomMetadata(record.metadata);
  const event = new streams.ReadResp.ReadEvent();
  event.setEvent(recorded);
  event.setCommitPosition(String(record.position));
  return new streams.ReadResp().setEvent(event);
};

const nameOf = (identifier: InstanceType<typeof shared.StreamIdentifier> | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

const filterOf = (options: Options): ((record: StandInRecord) => boolean) => {
  const filter = options.getFilter();
  if (filter === undefined) return () => true;
  const isOnStream = filter.hasStreamIdentifier();
  const expression = isOnStream ? filter.getStreamIdentifier()! : filter.getEventType()!;
  const [prefixes, regex] = [expression.getPrefixList(), expression.getRegex()];
  return ({ stream, type }) => {
    const text = isOnStream ? stream : type;
    return regex === '' ? prefixes.some((prefix) => text.startsWith(prefix)) : new RegExp(regex).test(text);
  };
};

/** The index of the record at a place. A place within a record is none. */
const indexAt = (log: StandInLog, options: Options): number => {
  const all = options.getAll()!;
  if (all.hasEnd()) return log.records.length;
  if (!all.hasPosition()) return 0;
  const position = BigInt(all.getPosition()!.getCommitPosition());
  if (position >= log.end()) return log.records.length;
  const index = log.records.findIndex((record) => record.position === position);
  if (index < 0) throw new Refused(status.INTERNAL, 'Something is seriously wrong in chunk');
  return index;
};

const readAllOnce = (log: StandInLog, options: Options): readonly StandInRecord[] => {
  const from = indexAt(log, options);
  const isWanted = filterOf(options);
  const count = Number(options.getCount());
  const found: StandInRecord[] = [];
  const step = options.getReadDirection() === BACKWARDS ? -1 : 1;
  for (let at = step > 0 ? from : from - 1; found.length < count; at += step) {
    const record = log.records[at];
    if (record === undefined) break;
    if (isWanted(record)) found.push(record);
  }
  return found;
};

const readStreamOnce = (call: Call, log: StandInLog, options: Options): readonly StandInRecord[] => {
  const wanted = options.getStream()!;
  const name = nameOf(wanted.getStreamIdentifier());
  const records = log.stream(name);
  if (records === null) {
    const missing = new streams.ReadResp.StreamNotFound();
    missing.setStreamIdentifier(wanted.getStreamIdentifier());
    call.write(new streams.ReadResp().setStreamNotFound(missing));
    return [];
  }
  const count = Number(options.getCount());
  if (options.getReadDirection() === BACKWARDS) {
    const last = wanted.hasRevision() ? Number(wanted.getRevision()) : records.length - 1;
    return records.slice(Math.max(0, last + 1 - count), last + 1).reverse();
  }
  const from = wanted.hasRevision() ? Number(wanted.getRevision()) : 0;
  return records.slice(from, from + count);
};

/** Subscribes: what is there, then what comes, with a checkpoint wherever many records were passed. `isMute`: the server has stopped telling, unnoticed. */
export const subscribe = (call: Call, log: StandInLog, options: Options, isMute: () => boolean): void => {
  const at = indexAt(log, options);
  let next = options.getAll()!.hasPosition() && at < log.records.length ? at + 1 : at; // what follows the place
  let considered = 0;
  const isWanted = filterOf(options);
  call.write(new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation()));
  const more = (): void => {
    for (; !isMute() && next < log.records.length; next += 1) {
      const record = log.records[next]!;
      considered += 1;
      if (isWanted(record)) call.write(eventOf(record));
      if (considered % CHECKPOINT_EVERY !== 0) continue;
      const checkpoint = new streams.ReadResp.Checkpoint();
      checkpoint.setCommitPosition(String(record.position)).setPreparePosition(String(record.position));
      call.write(new streams.ReadResp().setCheckpoint(checkpoint));
    }
  };
  const release = log.onMore(more);
  call.on('cancelled', release);
  call.on('close', release);
  more();
};

export const answerRead = (call: Call, log: StandInLog, isMute: () => boolean): void => {
  const options = call.request.getOptions()!;
  try {
    if (options.hasSubscription()) {
      subscribe(call, log, options, isMute);
      return;
    }
    const found = options.hasAll() ? readAllOnce(log, options) : readStreamOnce(call, log, options);
    for (const record of found) call.write(eventOf(record));
    call.end();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    call.emit('error', { code: error.code, details: error.details });
  }
};

import type { ServerDuplexStream } from '@grpc/grpc-js';
import shared from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/shared_pb.js';
import statuses from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/status_pb.js';
import streams from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import { LARGEST_APPEND, type ExpectedRevision, type Proposed, type StandInLog } from './kurrent-stand-in-log.ts';

type Batch = InstanceType<typeof streams.BatchAppendReq>;
type Message = InstanceType<typeof streams.BatchAppendReq.ProposedMessage>;
export type BatchCall = ServerDuplexStream<Batch, InstanceType<typeof streams.BatchAppendResp>>;

const proposedOf = (message: Message): Proposed => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type')!,
  contentType: message.getMetadataMap().get('content-type')!,
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

const expectedOf = (options: InstanceType<typeof streams.BatchAppendReq.Options>): ExpectedRevision => {
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  return options.hasStreamExists() ? 'stream-exists' : BigInt(options.getStreamPosition());
};

const nameOf = (identifier: InstanceType<typeof shared.StreamIdentifier>): string =>
  Buffer.from(identifier.getStreamName_asU8()).toString('utf8');

interface Begun {
  readonly options: InstanceType<typeof streams.BatchAppendReq.Options>;
  readonly proposed: Proposed[];
}

const tooLarge = (): InstanceType<typeof statuses.Status> => {
  const details = new any.Any();
  const size = new shared.MaximumAppendSizeExceeded().setMaxappendsize(LARGEST_APPEND);
  details.pack(size.serializeBinary(), 'event_store.client.MaximumAppendSizeExceeded');
  return new statuses.Status().setMessage('Maximum Append Size exceeded').setDetails(details);
};

const conflict = (current: bigint | null): InstanceType<typeof statuses.Status> => {
  const wrong = new shared.WrongExpectedVersion();
  if (current === null) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  const details = new any.Any();
  details.pack(wrong.serializeBinary(), 'event_store.client.WrongExpectedVersion');
  return new statuses.Status().setMessage('WrongExpectedVersion').setDetails(details);
};

const notReady = (): InstanceType<typeof statuses.Status> => {
  const details = new any.Any();
  details.pack(new empty.Empty().serializeBinary(), 'google.protobuf.Empty');
  return new statuses.Status().setMessage('Server Is Not Ready').setDetails(details);
};

const answer = (
  log: StandInLog,
  request: Batch,
  { options, proposed }: Begun,
): InstanceType<typeof streams.BatchAppendResp> => {
  const identifier = options.getStreamIdentifier()!;
  const outcome = log.append(nameOf(identifier), expectedOf(options), proposed);
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(request.getCorrelationId()).setStreamIdentifier(identifier);
  if (outcome === 'too-large') return response.setError(tooLarge());
  if (!outcome.stored) return response.setError(conflict(outcome.current));
  const [place, position] = [String(outcome.position), new shared.AllStreamPosition()];
  position.setCommitPosition(place).setPreparePosition(place);
  const success = new streams.BatchAppendResp.Success();
  return response.setSuccess(success.setCurrentRevision(String(outcome.revision)).setPosition(position));
};

/** Appends as clients give them: many in one call, each in one or more parts. `silenced`: whether this answer gets lost on its way; `isLed`: whether the node has a leader. */
export const answerBatch = (call: BatchCall, log: StandInLog, silenced: () => boolean, isLed: () => boolean): void => {
  const begun = new Map<string, Begun>();
  call.on('data', (request: Batch) => {
    const id = request.getCorrelationId()!.getString();
    const parts = begun.get(id) ?? { options: request.getOptions()!, proposed: [] };
    begun.set(id, parts);
    parts.proposed.push(...request.getProposedMessagesList().map(proposedOf));
    if (!request.getIsFinal()) return;
    begun.delete(id);
    const response = isLed()
      ? answer(log, request, parts)
      : new streams.BatchAppendResp().setCorrelationId(request.getCorrelationId()).setError(notReady());
    response.setStreamIdentifier(parts.options.getStreamIdentifier()!);
    if (!silenced()) call.write(response);
  });
  call.on('end', () => {
    call.end();
  });
};

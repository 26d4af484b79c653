import { Server, ServerCredentials, status, type sendUnaryData, type ServerUnaryCall } from '@grpc/grpc-js';
import features from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_pb.js';
import featureService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/serverfeatures_grpc_pb.js';
import streamService from '@kurrent/kurrentdb-client/generated/kurrentdb/protocols/v1/streams_grpc_pb.js';
import { answerBatch, type BatchCall } from './kurrent-stand-in-appends.ts';
import { standInLog } from './kurrent-stand-in-log.ts';
import { answerRead } from './kurrent-stand-in-reads.ts';

export interface StandIn {
  readonly url: string;
  /** Every connection is cut, as by a kill of the server; what is stored stays. */
  readonly kill: () => void;
  readonly start: () => Promise<void>;
  /** The next append is stored and its answer lost with the connection. */
  readonly loseNextAnswer: () => void;
  /** So many appends come while no leader is chosen: they are not taken. */
  readonly loseLeader: (appends: number) => void;
  /** Subscriptions hear nothing any more, and no error either, until `hear`. */
  readonly deafen: () => void;
  readonly hear: () => void;
  /** Nobody is let in any more, as with a password that was changed. */
  readonly shutOut: () => void;
  readonly stop: () => void;
}

const SUPPORTED = [
  ['event_store.client.streams.streams', 'append'],
  ['event_store.client.streams.streams', 'batchappend'],
  ['event_store.client.streams.streams', 'read'],
] as const;

const LARGEST_MESSAGE = 16_800_000; // bytes: a larger one ends the call with RESOURCE_EXHAUSTED, and with it what others have under way on it

const supported = (): InstanceType<typeof features.SupportedMethods> =>
  new features.SupportedMethods().setEventStoreServerVersion('24.10.0').setMethodsList(
    SUPPORTED.map(([service, method]) =>
      new features.SupportedMethod()
        .setServiceName(service)
        .setMethodName(method)
        .setFeaturesList(method === 'read' ? ['position'] : []),
    ),
  );

/**
 * A stand-in for KurrentDB where there is none: the part of its streams protocol that the log uses, in memory, in this process. The log's contract runs on both, which is
 * how the stand-in itself is checked; elections, TLS, credentials and the disk are what only a real server can show.
 */
export const kurrentStandIn = async (): Promise<StandIn> => {
  const log = standInLog();
  let server: Server | null = null;
  let port = 0;
  let isDeaf = false;
  let loses = false;
  let isShut = false;
  let unled = 0;
  const kill = (): void => {
    server?.forceShutdown();
    server = null;
  };
  const silenced = (): boolean => {
    if (!loses) return false;
    loses = false;
    kill();
    void start();
    return true;
  };
  const isLed = (): boolean => {
    unled -= 1;
    return unled < 0;
  };
  const start = async (): Promise<void> => {
    const mine = new Server({ 'grpc.max_receive_message_length': LARGEST_MESSAGE });
    mine.addService(streamService.StreamsService, {
      read: (call: Parameters<typeof answerRead>[0]) => {
        if (isShut) call.emit('error', { code: status.UNAUTHENTICATED, details: 'Unauthenticated' });
        else answerRead(call, log, () => isDeaf);
      },
      batchAppend: (call: BatchCall) => {
        answerBatch(call, log, silenced, isLed);
      },
    });
    mine.addService(featureService.ServerFeaturesService, {
      getSupportedMethods: (_: ServerUnaryCall<unknown, unknown>, answer: sendUnaryData<unknown>) => {
        answer(null, supported());
      },
    });
    port = await new Promise<number>((resolve, fail) => {
      mine.bindAsync(`127.0.0.1:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
        if (error === null) resolve(bound);
        else fail(error);
      });
    });
    server = mine;
  };
  await start();
  return {
    url: `kurrentdb://127.0.0.1:${port}?tls=false`,
    kill,
    start,
    loseNextAnswer: () => {
      loses = true;
    },
    loseLeader: (appends) => {
      unled = appends;
    },
    deafen: () => {
      isDeaf = true;
    },
    hear: () => {
      isDeaf = false;
    },
    shutOut: () => {
      isShut = true;
    },
    stop: kill,
  };
};

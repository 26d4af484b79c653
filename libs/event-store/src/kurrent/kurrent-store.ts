import type { Pool } from 'pg';
import type { RecordedEvent } from '#domain';
import type { EventStore } from '../event-store.ts';
import { followKurrent } from './catch-up.ts';
import { recordingClock } from './clock.ts';
import { connectionTo } from './connection.ts';
import { logDirectory } from './directory.ts';
import { headAfter, keptHeads, noRecords } from './heads.ts';
import { movesTo } from './moves.ts';
import { readBack, readLast, readStream, type Part } from './reading.ts';
import { readAfter, readPosition } from './reading-on.ts';
import { writer } from './writing.ts';

const STREAMS_AHEAD = 16;
const DEFAULT_PREFIX = 'luodi-';

interface KurrentLog {
  readonly url: string; // kurrentdb://… as KurrentDB words it: hosts, TLS, certificates, credentials
  readonly pool: Pool; // of the database that holds the read models, and the log's directory
  readonly prefix?: string; // of the names of this log's streams on the server
  readonly now?: () => number;
  readonly raw?: boolean; // facts as written, without lifting old schema versions
  readonly watchEvery?: number; // milliseconds between two looks at a silent subscription
}

/** The log in a KurrentDB or a cluster of them; its position is the commit position there, which grows with gaps. Answers after the commit. */
export const kurrentStore = (log: KurrentLog): EventStore => {
  const { url, pool, prefix = DEFAULT_PREFIX, now = Date.now, raw = false, watchEvery } = log;
  const connection = connectionTo(url);
  const part: Part = { connection, prefix, raw, pool, places: movesTo(connection, prefix) };
  const heads = keptHeads();
  const clock = recordingClock(now);
  const { append, appendMany } = writer({ part, heads, clock });
  const seen = (facts: readonly RecordedEvent[]): readonly RecordedEvent[] => {
    for (const { recordedAt } of facts) clock.saw(recordedAt);
    return facts;
  };

  const directory = logDirectory(pool, (after, limit) => readAfter(part, after, limit));

  return {
    append: (stream, expected, events) => append({ stream, expected, events }),
    appendMany,
    readStream: async (stream, after = 0) => {
      const facts = seen(await readStream(part, stream, after));
      if (after === 0) heads.keep(stream, headAfter(noRecords(), facts));
      return facts;
    },
    readStreamBack: async (stream, before, limit) => seen(await readBack(part, stream, before, limit)),
    readAll: async (after, limit, { streamPrefix } = {}) => seen(await readAfter(part, after, limit, streamPrefix)),
    recordAt: (position) => readPosition(part, position),
    placeBefore: async (position) =>
      position > 0n && (await readPosition(part, position)) !== null ? position : directory.placeBefore(position),
    async *readByStream(streamPrefix, upTo) {
      for await (const names of directory.names(streamPrefix))
        for (let from = 0; from < names.length; from += STREAMS_AHEAD) {
          const some = names.slice(from, from + STREAMS_AHEAD);
          for (const facts of await Promise.all(some.map((stream) => readStream(part, stream, 0)))) {
            const known = facts.filter(({ position }) => position <= upTo);
            if (known.length > 0) yield known;
          }
        }
    },
    subscribe: (after, onBatch, { streamPrefix = '' } = {}) =>
      followKurrent(part, {
        after,
        streamPrefix,
        onBatch: (facts) => onBatch(seen(facts)),
        ...(watchEvery === undefined ? {} : { watchEvery }),
      }),
    head: async () => (await readLast(part))?.fact.position ?? 0n,
    positionAt: directory.positionAt,
    close: () => connection.close(),
  };
};

import type { NewEvent, RecordedEvent } from '#domain';
import { chained, NO_PREDECESSOR } from './chain.ts';
import { WrongExpectedVersion, type Append, type Appended, type EventStore, type Expected } from './event-store.ts';
import { following } from './following.ts';

/** The log in memory, for tests: it forgets everything with its process. */
export const memoryStore = (now: () => Date = () => new Date()): EventStore => {
  const log: RecordedEvent[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  const waiting = new Set<() => void>();

  const append = (stream: string, expected: Expected, events: readonly NewEvent[]): Appended => {
    const known = streams.get(stream) ?? [];
    const commands = new Set(events.map(({ meta }) => meta.commandId));
    const before = known.filter(({ meta }) => commands.has(meta.commandId));
    if (before.length > 0)
      return {
        stream,
        version: before.at(-1)!.version,
        position: before.at(-1)!.position,
        events: before,
        repeated: true,
      };
    const actual = known.length;
    if (expected !== 'any' && expected !== actual) throw new WrongExpectedVersion(stream, expected, actual);
    const recordedAt = new Date(
      Math.max(now().getTime(), Date.parse(log.at(-1)?.recordedAt ?? '1970-01-01T00:00:00Z')),
    ).toISOString();
    const stored = chained(
      stream,
      { version: actual, hash: known.at(-1)?.hash ?? NO_PREDECESSOR },
      structuredClone(events),
      recordedAt,
    ).map((event, index): RecordedEvent => ({ ...event, position: BigInt(log.length + index + 1) }));
    log.push(...stored);
    streams.set(stream, [...known, ...stored]);
    for (const wake of waiting) wake();
    return {
      stream,
      version: actual + stored.length,
      position: log.at(-1)?.position ?? 0n,
      events: stored,
      repeated: false,
    };
  };

  const readAll = async (after: bigint, limit: number, { streamPrefix = '' } = {}) =>
    log
      .slice(Number(after))
      .filter(({ stream }) => stream.startsWith(streamPrefix))
      .slice(0, limit);

  return {
    append: async (stream, expected, events) => append(stream, expected, events),
    appendMany: async (appends: readonly Append[]) =>
      appends.map(({ stream, expected, events }) => {
        try {
          return append(stream, expected, events);
        } catch (error) {
          if (error instanceof WrongExpectedVersion) return error;
          throw error;
        }
      }),
    readStream: async (stream, after = 0) => (streams.get(stream) ?? []).slice(after),
    readStreamBack: async (stream, before, limit) =>
      (streams.get(stream) ?? [])
        .slice(0, before === null ? undefined : before - 1)
        .slice(-limit)
        .reverse(),
    readAll,
    recordAt: async (position) => log[Number(position) - 1] ?? null,
    placeBefore: async (position) => [0n, position, BigInt(log.length)].sort((a, b) => (a < b ? -1 : 1))[1]!,
    async *readByStream(streamPrefix, upTo) {
      for (const stream of [...streams.keys()].filter((name) => name.startsWith(streamPrefix)).sort()) {
        const events = streams.get(stream)!.filter(({ position }) => position <= upTo);
        if (events.length > 0) yield events;
      }
    },
    subscribe: (after, onBatch, options = {}) =>
      following({
        after,
        onBatch,
        read: (from, limit) => readAll(from, limit, options),
        onWake: (wake) => {
          waiting.add(wake);
          return () => {
            waiting.delete(wake);
          };
        },
      }),
    head: async () => BigInt(log.length),
    positionAt: async (instant) =>
      log.findLast(({ recordedAt }) => Date.parse(recordedAt) <= Date.parse(instant))?.position ?? 0n,
    close: async () => undefined,
  };
};

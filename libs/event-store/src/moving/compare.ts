import type { RecordedEvent } from '#domain';
import { hashOf, NO_PREDECESSOR } from '../chain.ts';
import type { EventStore } from '../event-store.ts';
import { LogsDiffer } from './kept-log.ts';

const PAGE = 1_000;

type Reader = Pick<EventStore, 'readAll'>;

const isSame = (one: RecordedEvent, other: RecordedEvent | undefined): boolean =>
  other !== undefined &&
  one.position === other.position &&
  one.stream === other.stream &&
  one.version === other.version &&
  one.id === other.id &&
  one.hash === other.hash;

/**
 * Reads two logs side by side, record by record, and recomputes every hash of the second; goes on where it stopped. Memory holds one page of each, and a hash a stream. `upTo` throws
 * LogsDiffer at the first record that one has otherwise, or not at all, and at the first whose content is not what its hash says.
 */
export const comparison = (from: Reader) => {
  const heads = new Map<string, { readonly version: number; readonly hash: string }>();
  let position = 0n;
  let events = 0;
  const judge = (record: RecordedEvent): boolean => {
    const head = heads.get(record.stream) ?? { version: 0, hash: NO_PREDECESSOR };
    heads.set(record.stream, record);
    return record.version === head.version + 1 && record.previousHash === head.hash && hashOf(record) === record.hash;
  };
  return {
    upTo: async (last: bigint, to: Reader): Promise<{ readonly events: number; readonly streams: number }> => {
      while (position < last) {
        const own = (await from.readAll(position, PAGE)).filter((one) => one.position <= last);
        const brought = await to.readAll(position, PAGE);
        for (const [index, record] of own.entries()) {
          const other = brought[index];
          if (!isSame(record, other) || !judge(other!)) throw new LogsDiffer(record);
          heads.set(record.stream, { version: record.version, hash: record.hash });
        }
        if (own.length === 0) break;
        events += own.length;
        position = own.at(-1)!.position;
      }
      const more = (await to.readAll(position, 1)).find((one) => one.position <= last);
      if (more !== undefined) throw new LogsDiffer(more);
      return { events, streams: heads.size };
    },
  };
};

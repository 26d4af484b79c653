import type { RecordedEvent } from '#domain';
import { NO_PREDECESSOR } from '../chain.ts';
import { keptLately } from '../kept-lately.ts';

/** What the next record of a stream must follow on, and which commands the stream took lately. */
export interface Head {
  readonly version: number;
  readonly hash: string;
  readonly recordedAt: string | null;
  readonly commands: ReadonlySet<string>;
}

/** How far back a stream is searched for a command given again: farther than any sender repeats himself, and bounded where a stream tells of everything. */
export const SEARCHED = 4_096; // records

/** The head of a stream without records. */
export const noRecords = (): Head => ({ version: 0, hash: NO_PREDECESSOR, recordedAt: null, commands: new Set() });

/** A head with the facts that follow it. It takes the commands of the one before over, which is not to be used any more. */
export const headAfter = (head: Head, facts: readonly RecordedEvent[]): Head => {
  const last = facts.at(-1);
  if (last === undefined) return head;
  const commands = head.commands as Set<string>;
  for (const { meta } of facts) commands.add(meta.commandId);
  for (const oldest of commands) {
    if (commands.size <= SEARCHED) break;
    commands.delete(oldest);
  }
  return { version: last.version, hash: last.hash, recordedAt: last.recordedAt, commands };
};

const KEPT_BYTES = 16_000_000;
const HEAD_BYTES = 400;
const COMMAND_BYTES = 100;

/** The heads of streams used lately. One that is out of date costs a refused append, never a wrong one. */
export const keptHeads = () => {
  const kept = keptLately<Head>(KEPT_BYTES);
  return {
    take: (stream: string): Head | null => kept.take(stream)?.value ?? null,
    keep: (stream: string, head: Head): void => {
      kept.keep(stream, head, HEAD_BYTES + COMMAND_BYTES * head.commands.size);
    },
  };
};

export type Heads = ReturnType<typeof keptHeads>;

import type { RecordedEvent } from '#domain';
import { hashOf, NO_PREDECESSOR } from '#event-store';
import type { Finding, FirstBad } from './findings.ts';

/** The last record of a stream, as the next one must follow it. */
export interface Head {
  readonly version: number;
  readonly hash: string;
  readonly recordedAt: string;
}

export const BEFORE_ALL: Head = { version: 0, hash: NO_PREDECESSOR, recordedAt: '' };

export const at = ({ position, stream, version }: RecordedEvent, what: Finding): FirstBad => ({
  position: Number(position),
  stream,
  version,
  what,
});

/** What is wrong with a record after the last one of its stream. */
export const judge = (event: RecordedEvent, head: Head): Finding | null => {
  if (event.version !== head.version + 1) return event.version > head.version + 1 ? 'record-missing' : 'out-of-order';
  if (event.previousHash !== head.hash) return 'chain-broken';
  return hashOf(event) === event.hash ? null : 'content-changed';
};

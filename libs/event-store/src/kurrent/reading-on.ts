import type { RecordedEvent } from '#domain';
import { placeOf } from './finding.ts';
import { readAt, readPlaced, type Part } from './reading.ts';

/** Nobody of us recorded anything at this position, so that nothing can be read on from it. */
export class NoRecordThere extends Error {
  override readonly name = 'NoRecordThere';
  constructor(position: bigint) {
    super(`no record of this log stands at ${position}`);
  }
}

/** At most `limit` facts after a position; its record comes along and shows that it is one, unless other streams are asked for. */
export const readAfter = async (
  part: Part,
  after: bigint,
  limit: number,
  streamPrefix?: string,
): Promise<readonly RecordedEvent[]> => {
  const place = await placeOf(part, after);
  if (place === null) throw new NoRecordThere(after);
  const found = await readPlaced(part, place, limit + 1, streamPrefix);
  if (after > 0n && streamPrefix === undefined && found[0]?.fact.position !== after) throw new NoRecordThere(after);
  const news = found.filter(({ fact }) => fact.position > after).slice(0, limit);
  const last = news.at(-1);
  if (last !== undefined) (await part.places()).remember(last.fact.position, last.place); // from there it is read on
  return news.map(({ fact }) => fact);
};

/** The fact at a position, which may be none. */
export const readPosition = async (part: Part, position: bigint): Promise<RecordedEvent | null> => {
  const place = await placeOf(part, position);
  if (place === null || place <= 0n) return null;
  const found = await readAt(part, place);
  return found?.fact.position === position ? found.fact : null;
};

import { createHash } from 'node:crypto';
import type { RecordedEvent } from '#domain';

/** The predecessor hash of a stream's first event. */
export const NO_PREDECESSOR = '0'.repeat(64);

/** Sorts in place. The few keys of an event's object are sorted by insertion, which beats the general sort there. */
const inOrder = (keys: string[]): readonly string[] => {
  if (keys.length > 16) return keys.sort();
  for (let next = 1; next < keys.length; next += 1) {
    const key = keys[next]!;
    let place = next;
    for (; place > 0 && keys[place - 1]! > key; place -= 1) keys[place] = keys[place - 1]!;
    keys[place] = key;
  }
  return keys;
};

const quotedKeys = new Map<string, string>(); // the same few names all the time: each is quoted once
const quoted = (key: string): string => {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (quotedKeys.size < 1_000) quotedKeys.set(key, text);
  return text;
};

/** JSON with sorted keys and no undefined: the same content gives the same text, whatever order a store keeps keys in. */
export const canonical = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const key of inOrder(Object.keys(value))) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    if (item !== undefined) text += `${text === '' ? '' : ','}${quoted(key)}:${canonical(item)}`;
  }
  return `{${text}}`;
};

type Content = Pick<
  RecordedEvent,
  'stream' | 'version' | 'id' | 'event' | 'schemaVersion' | 'recordedAt' | 'meta' | 'previousHash'
>;

/** Hex sha256 over everything an event says and over its predecessor's hash: no event of a stream can change, move or vanish unseen. */
export const hashOf = ({
  stream,
  version,
  id,
  event,
  schemaVersion,
  recordedAt,
  meta,
  previousHash,
}: Content): string =>
  createHash('sha256')
    .update(
      `${previousHash}\n${stream}\n${version}\n${id}\n${event.type}\n${schemaVersion}\n${event.occurredOn}\n${recordedAt}\n${canonical(meta)}\n${canonical(event.data)}`,
    )
    .digest('hex');

/** New events as they will stand in the stream after `version` and `hash`. */
export const chained = (
  stream: string,
  head: { readonly version: number; readonly hash: string },
  events: readonly Omit<RecordedEvent, 'stream' | 'version' | 'previousHash' | 'hash' | 'position' | 'recordedAt'>[],
  recordedAt: string,
): readonly Omit<RecordedEvent, 'position'>[] => {
  let { version, hash } = head;
  return events.map((event) => {
    version += 1;
    const content = { ...event, stream, version, recordedAt, previousHash: hash };
    hash = hashOf(content);
    return { ...content, hash };
  });
};

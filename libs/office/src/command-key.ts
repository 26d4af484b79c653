import { createHash } from 'node:crypto';
import type { RecordedEvent } from '#domain';
import { refused } from './refusals.ts';

/** An idempotency key, and what it was used for: the same key with another command is a mistake, not a repetition. */
export interface CommandKey {
  readonly prefix: string;
  readonly id: string;
}

export const commandKey = (account: string, key: string, type: string, body: unknown): CommandKey => {
  const prefix = `${account}/${key}/`;
  const used = createHash('sha256')
    .update(type)
    .update(JSON.stringify(body) ?? '')
    .digest('base64url');
  return { prefix, id: prefix + used.slice(0, 16) };
};

/** Throws Rejected 'idempotency-key-reused' where the key stands in this history under another command. */
export const checkKey = (history: readonly RecordedEvent[], { prefix, id }: CommandKey): void => {
  if (history.some(({ meta }) => meta.commandId.startsWith(prefix) && meta.commandId !== id))
    throw refused('idempotency-key-reused');
};

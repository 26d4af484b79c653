import { freshKey, type Given } from '#office';
import type { Caller } from '#identity';
import { HttpRefused } from './refusals.ts';

interface CommandHeaders {
  readonly 'idempotency-key'?: string;
  readonly 'if-match'?: string;
}

/** The version a page has seen: `"3"`, W/"3" or 3; null where the asker does not care. */
export const ifMatch = (header: string | undefined): number | null => {
  if (header === undefined || header.trim() === '*') return null;
  const [, version] = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim()) ?? [];
  if (version === undefined) throw new HttpRefused('invalid-if-match', 'If-Match');
  return Number(version);
};

export const idempotencyKey = (header: string | undefined): string => {
  if (header === undefined) return freshKey();
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  if (!/^[\x21-\x7e]{1,100}$/.test(key) || key.includes('/'))
    throw new HttpRefused('invalid-idempotency-key', 'Idempotency-Key');
  return key;
};

/** A command as HTTP brings it. */
export const givenBy = (caller: Caller, body: unknown, headers: CommandHeaders): Given => ({
  caller,
  body,
  key: idempotencyKey(headers['idempotency-key']),
  ifVersion: ifMatch(headers['if-match']),
});

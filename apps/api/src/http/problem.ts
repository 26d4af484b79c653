import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import { InvalidCommand, Rejected, type FieldError, type Sentence } from '#domain';
import { HTTP_REFUSALS, HttpRefused, RULE_STATUS, type HttpRefusalCode } from '../../../../libs/office/src/refusals.ts';
import type { Language } from './language.ts';

/** RFC 9457, with a code for programs and the sentence in both languages. */
export interface Problem {
  readonly type: string; // urn:luodi:problem:<code>
  readonly status: number;
  readonly code: string;
  readonly title: string; // in the asker's language
  readonly zh: string;
  readonly en: string;
  readonly errors: readonly FieldError[]; // what is wrong field by field
  readonly instance?: string; // number of a recorded failure
  readonly retryAfter?: number; // seconds
}

type Judged = Omit<Problem, 'type' | 'title'>;

const said = (code: HttpRefusalCode, errors: readonly FieldError[] = []): Judged => {
  const { status, zh, en } = HTTP_REFUSALS[code];
  return { status, code, zh, en, errors };
};
const atField = (field: string | null, code: string, { zh, en }: Sentence): readonly FieldError[] =>
  field === null ? [] : [{ field, code, zh, en }];

const BY_NAME: Readonly<Record<string, HttpRefusalCode>> = {
  StaleVersion: 'stale-version',
  WrongExpectedVersion: 'conflict',
  BadCursor: 'invalid-cursor',
  UnknownField: 'unknown-field',
  Unreachable: 'unavailable',
  DatabaseBusy: 'unavailable',
  PayloadTooLargeError: 'too-large',
  MulterError: 'too-large',
  URIError: 'route-unknown',
};
const BY_STATUS: Readonly<Record<number, HttpRefusalCode>> = {
  400: 'invalid-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'route-unknown',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
  429: 'too-many-requests',
  503: 'unavailable',
};
// PostgreSQL: text it cannot hold; and what says that it is away, full or restarting.
const UNSTORABLE = new Set(['22021', '22P05', '22P02', '22003', '22007', '22008']);
const AWAY = /^(08|53|57P|ECONN|EPIPE|ETIMEDOUT|ENOSPC)/;
const SOON = 5; // seconds: a crowd has passed, a restart is over

/** What an error means to who asked. Null: nobody foresaw it. */
const judge = (error: unknown): Judged | null => {
  if (error instanceof Rejected) {
    const {
      code,
      sentence: { zh, en },
      field,
    } = error;
    return {
      status: RULE_STATUS[code] ?? 422,
      code,
      zh,
      en,
      errors: atField(field, code, error.sentence),
      ...(code === 'account-locked' ? { retryAfter: 15 * 60 } : {}),
    };
  }
  if (error instanceof InvalidCommand) return said('invalid-request', error.errors);
  if (error instanceof HttpRefused) {
    const retry = error.retryAfterSeconds === null ? {} : { retryAfter: error.retryAfterSeconds };
    return { ...said(error.code, atField(error.field, error.code, HTTP_REFUSALS[error.code])), ...retry };
  }
  if (typeof error !== 'object' || error === null) return null;
  const {
    name = '',
    type = '',
    code = '',
    status,
  } = error as { name?: string; type?: string; code?: unknown; status?: unknown };
  if (type === 'entity.parse.failed') return said('malformed-json');
  if (type === 'entity.too.large') return said('too-large');
  if (name === 'UnknownField')
    return said(
      'unknown-field',
      atField(String((error as { field?: unknown }).field), 'unknown-field', HTTP_REFUSALS['unknown-field']),
    );
  const named = BY_NAME[name];
  if (named !== undefined) return { ...said(named), ...(named === 'unavailable' ? { retryAfter: SOON } : {}) };
  if (typeof code === 'string' && UNSTORABLE.has(code)) return said('invalid-text');
  if (typeof code === 'string' && AWAY.test(code)) return { ...said('unavailable'), retryAfter: SOON };
  if (error instanceof HttpException || (typeof status === 'number' && status >= 400 && status < 500)) {
    const by = error instanceof HttpException ? error.getStatus() : Number(status);
    return by >= 500 && by !== 503 ? null : { ...said(BY_STATUS[by] ?? 'invalid-request'), status: by };
  }
  return null;
};

/** The answer to an error; `unforeseen` tells that it has to be recorded under `instance`. Never a stack trace. */
export const problemOf = (
  error: unknown,
  language: Language,
): { readonly problem: Problem; readonly unforeseen: boolean } => {
  const known = judge(error);
  const judged = known ?? { ...said('internal'), instance: `urn:uuid:${randomUUID()}` };
  return {
    problem: { type: `urn:luodi:problem:${judged.code}`, title: judged[language], ...judged },
    unforeseen: known === null,
  };
};

import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import type { FieldError } from '#domain';
import { SlowedDown } from '#identity';
import { refusal, refusalOf, type Refusal } from '#office';
import type { Language } from './language.ts';
import { HTTP_REFUSALS, HttpRefused, statusOf, type HttpRefusalCode } from './refusals.ts';

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

type Judged = Refusal & { readonly status?: number; readonly retryAfter?: number };

const frame = (code: HttpRefusalCode, field: string | null = null): Refusal => ({
  code,
  ...HTTP_REFUSALS[code],
  errors: field === null ? [] : [{ field, code, ...HTTP_REFUSALS[code] }],
});

const RETRY_AFTER: Readonly<Record<string, number>> = {
  unavailable: 5, // a crowd has passed, a restart is over
};

const BY_NAME: Readonly<Record<string, HttpRefusalCode>> = {
  PayloadTooLargeError: 'too-large',
  MulterError: 'too-large',
  URIError: 'route-unknown',
};
const BY_TYPE: Readonly<Record<string, HttpRefusalCode>> = {
  'entity.parse.failed': 'malformed-json',
  'entity.too.large': 'too-large',
};
const BY_STATUS: Readonly<Record<number, Refusal>> = {
  401: frame('not-signed-in'),
  403: frame('not-allowed'),
  404: frame('route-unknown'),
  405: frame('method-not-allowed'),
  413: frame('too-large'),
  415: frame('unsupported-media-type'),
  429: frame('too-many-requests'),
  503: refusal('unavailable'),
};

const ofStatus = (status: number): Judged | null =>
  status >= 500 && status !== 503 ? null : { ...(BY_STATUS[status] ?? refusal('invalid-request')), status };

const ofHttp = ({ code, field, retryAfterSeconds }: HttpRefused): Judged => ({
  ...frame(code, field),
  ...(retryAfterSeconds === null ? {} : { retryAfter: retryAfterSeconds }),
});

/** Express lays an error at the asker's door by its status. */
const isAskers = (status: unknown): status is number => typeof status === 'number' && status >= 400 && status < 500;

/** What the frame, express or Nest refused; null: it was none of them. */
const ofFrame = (error: unknown): Judged | null => {
  if (error instanceof HttpRefused) return ofHttp(error);
  if (error instanceof HttpException) return ofStatus(error.getStatus());
  if (typeof error !== 'object' || error === null) return null;
  const { name = '', type = '', status } = error as { name?: string; type?: string; status?: unknown };
  const known = BY_TYPE[type] ?? BY_NAME[name];
  if (known !== undefined) return frame(known);
  return isAskers(status) ? ofStatus(status) : null;
};

/** What an error means to who asked. Null: nobody foresaw it. */
const judge = (error: unknown): Judged | null => {
  const known = refusalOf(error);
  if (known === null) return ofFrame(error);
  const retryAfter = error instanceof SlowedDown ? error.retryAfterSeconds : RETRY_AFTER[known.code];
  return retryAfter === undefined ? known : { ...known, retryAfter };
};

/** The answer to an error; `unforeseen` tells that it has to be recorded under `instance`. Never a stack trace. */
export const problemOf = (
  error: unknown,
  language: Language,
): { readonly problem: Problem; readonly unforeseen: boolean } => {
  const known = judge(error);
  const judged: Judged = known ?? refusal('internal');
  const { code, zh, en, errors, status = statusOf(code), retryAfter } = judged;
  return {
    problem: {
      type: `urn:luodi:problem:${code}`,
      title: { zh, en }[language],
      status,
      code,
      zh,
      en,
      errors,
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(known === null ? { instance: `urn:uuid:${randomUUID()}` } : {}),
    },
    unforeseen: known === null,
  };
};

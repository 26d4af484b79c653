import type { Sentence } from '#domain';
import type { OfficeRefusalCode } from '#office';

/** What the HTTP frame itself says no to. */
export const HTTP_REFUSALS = {
  'not-signed-in': { zh: '请先登录。', en: 'Sign in first.' },
  'not-allowed': { zh: '您的角色不能办理此事项。', en: 'Your role does not allow this.' },
  'password-must-change': { zh: '请先修改初始密码。', en: 'Change your first password before anything else.' },
  'foreign-origin': {
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and is refused.',
  },
  'route-unknown': { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'method-not-allowed': { zh: '该地址不支持此操作。', en: 'This address does not support that method.' },
  'malformed-json': { zh: '请求内容不是合格的 JSON。', en: 'The body is not valid JSON.' },
  'invalid-if-match': {
    zh: 'If-Match 须是先前得到的版本号，例如 "3"。',
    en: 'If-Match must be a version answered before, such as "3".',
  },
  'invalid-idempotency-key': {
    zh: 'Idempotency-Key 须是 1 到 100 个可见字符。',
    en: 'Idempotency-Key must be 1 to 100 visible characters.',
  },
  'file-missing': { zh: '请选择文件（字段名 file）。', en: 'Send the file in the field "file".' },
  'too-large': { zh: '请求内容过大。', en: 'The request is too large.' },
  'address-too-long': {
    zh: '请求的地址或请求头过长：请减少查询条件。',
    en: 'The address or the headers are too long: ask for less at once.',
  },
  'malformed-request': {
    zh: '请求不是合格的 HTTP，请检查所用程序或代理。',
    en: 'The request is not valid HTTP: look at the program or the proxy that sent it.',
  },
  'request-too-slow': {
    zh: '请求没有在时限内传完，请检查网络后重试。',
    en: 'The request did not arrive in time: look at the network and try again.',
  },
  'unsupported-media-type': { zh: '不支持这种内容类型。', en: 'This content type is not supported.' },
  'too-many-requests': { zh: '尝试过于频繁，请稍后再试。', en: 'Too many attempts; try again later.' },
} as const satisfies Record<string, Sentence>;
export type HttpRefusalCode = keyof typeof HTTP_REFUSALS;

export class HttpRefused extends Error {
  override readonly name = 'HttpRefused';
  constructor(
    readonly code: HttpRefusalCode,
    readonly field: string | null = null,
    readonly retryAfterSeconds: number | null = null,
  ) {
    super(code);
  }
}

// prettier-ignore
const FRAME: Readonly<Record<HttpRefusalCode | OfficeRefusalCode, number>> = {
  'invalid-request': 400, 'malformed-json': 400, 'invalid-text': 400, 'invalid-if-match': 400, 'invalid-idempotency-key': 400, 'invalid-cursor': 400, 'unknown-field': 400, 'file-missing': 400, 'malformed-request': 400, 'period-unknown': 400, 'days-reversed': 400, 'definition-or-draft': 400,
  'not-signed-in': 401,
  'not-allowed': 403, 'password-must-change': 403, 'foreign-origin': 403, 'import-beyond-scope': 403, 'verify-beyond-scope': 403, 'erasure-beyond-scope': 403, 'feed-beyond-scope': 403, 'report-beyond-scope': 403, 'unit-beyond-scope': 403, 'bureau-beyond-scope': 403,
  'transfer-not-accepted': 403, 'transfer-accepted-by-giver': 403,
  'route-unknown': 404, 'event-unknown': 404, 'list-unknown': 404, 'import-unknown': 404, 'metric-unknown': 404, 'definition-unknown': 404, 'period-never-closed': 404, 'board-not-frozen': 404, 'figure-row-unknown': 404, 'channel-unknown': 404, 'report-unknown': 404, 'report-number-unknown': 404, 'paper-unknown': 404,
  'method-not-allowed': 405,
  'request-too-slow': 408,
  conflict: 409, 'record-unreadable': 409, 'code-taken': 409, 'contract-number-taken': 409, 'fact-cannot-be-kept': 422, 'paper-lost': 503, 'clock-behind': 503,
  'stale-version': 412,
  'too-large': 413, 'append-too-large': 413,
  'unsupported-media-type': 415,
  'idempotency-key-reused': 422, 'unit-unknown': 422, 'number-is-given': 422, 'person-unknown': 422, 'approver-cannot-approve': 422,
  'too-many-requests': 429, 'feed-full': 429,
  'address-too-long': 431,
  internal: 500,
  unavailable: 503, 'newer-release': 503, 'import-interrupted': 503,
};
// prettier-ignore
const RULES: Readonly<Record<string, number>> = {
  'sign-in-refused': 401,
  'token-needs-session': 403, 'view-of-another': 403, 'view-not-for-all': 403,
  'project-unknown': 404, 'person-not-found': 404, 'account-unknown': 404, 'token-unknown': 404, 'fact-unknown': 404, 'draft-unknown': 404, 'target-unknown': 404, 'board-unknown': 404, 'view-unknown': 404, 'layout-unknown': 404, 'definition-draft-unknown': 404, 'matter-unknown': 404, 'notice-unknown': 404,
  'project-exists': 409, 'matter-exists': 409, 'unit-exists': 409, 'user-name-taken': 409, 'contract-signed': 409, 'draft-published': 409, 'target-exists': 409, 'board-frozen-already': 409, 'definition-draft-published': 409, 'period-closed-already': 409, 'report-number-used': 409, 'pdf-needs-libreoffice': 503, 'pdf-failed': 503, 'pdf-busy': 503, 'redis-unreachable': 503, 'redis-may-evict': 503,
  'sign-in-slowed': 429, 'token-before-password': 403,
};

const STATUSES: ReadonlyMap<string, number> = new Map(Object.entries({ ...RULES, ...FRAME }));

/** The status of a refusal, by its code. A rule that is not named here is 422: understood, and refused by what stands recorded. */
export const statusOf = (code: string): number => STATUSES.get(code) ?? 422;

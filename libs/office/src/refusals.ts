import type { Sentence } from '#domain';

/** What the HTTP frame itself says no to. Rules of the domain have their own tables. */
export const HTTP_REFUSALS = {
  'not-signed-in': { status: 401, zh: '请先登录。', en: 'Sign in first.' },
  'not-allowed': { status: 403, zh: '您的角色不能办理此事项。', en: 'Your role does not allow this.' },
  'password-must-change': {
    status: 403,
    zh: '请先修改初始密码。',
    en: 'Change your first password before anything else.',
  },
  'foreign-origin': {
    status: 403,
    zh: '请求来自其他网站，已拒绝。',
    en: 'The request comes from another site and is refused.',
  },
  'route-unknown': { status: 404, zh: '没有这个地址。', en: 'There is nothing at this address.' },
  'list-unknown': { status: 404, zh: '没有这个清单。', en: 'There is no such list.' },
  'import-unknown': { status: 404, zh: '没有这次导入。', en: 'There is no such import.' },
  'channel-unknown': { status: 404, zh: '没有这个通知渠道。', en: 'There is no such channel.' },
  'method-not-allowed': { status: 405, zh: '该地址不支持此操作。', en: 'This address does not support that method.' },
  'invalid-request': { status: 400, zh: '请求中有不正确的内容。', en: 'Something in the request is wrong.' },
  'malformed-json': { status: 400, zh: '请求内容不是合格的 JSON。', en: 'The body is not valid JSON.' },
  'invalid-text': {
    status: 400,
    zh: '请求中含有无法保存的字符。',
    en: 'The request holds characters that cannot be stored.',
  },
  'invalid-if-match': {
    status: 400,
    zh: 'If-Match 须是先前得到的版本号，例如 "3"。',
    en: 'If-Match must be a version answered before, such as "3".',
  },
  'invalid-idempotency-key': {
    status: 400,
    zh: 'Idempotency-Key 须是 1 到 100 个可见字符。',
    en: 'Idempotency-Key must be 1 to 100 visible characters.',
  },
  'idempotency-key-reused': {
    status: 422,
    zh: '同一 Idempotency-Key 已用于另一条不同的命令。',
    en: 'This Idempotency-Key was used for another command.',
  },
  'invalid-cursor': { status: 400, zh: '分页游标无效。', en: 'The cursor is not one that this list gave.' },
  'unknown-field': { status: 400, zh: '清单没有这个字段。', en: 'The list has no such field.' },
  'stale-version': {
    status: 412,
    zh: '资料已被他人更新，请刷新后再办理。',
    en: 'Somebody else changed this meanwhile; reload and try again.',
  },
  conflict: { status: 409, zh: '多人同时办理，请重试。', en: 'Several people acted at the same time; try again.' },
  'code-taken': { status: 409, zh: '该项目编号已被其他项目使用。', en: 'Another project has this code.' },
  'contract-number-taken': {
    status: 409,
    zh: '该合同号已被其他项目使用。',
    en: 'Another project has this contract number.',
  },
  'file-missing': {
    status: 400,
    zh: '请选择要导入的文件（字段名 file）。',
    en: 'Send the file to import in the field "file".',
  },
  'import-beyond-scope': {
    status: 403,
    zh: '导入会写入各单位的项目，须有全部数据范围。',
    en: 'An import writes into every unit’s projects and needs the scope of all.',
  },
  'too-large': { status: 413, zh: '请求内容过大。', en: 'The request is too large.' },
  'unsupported-media-type': { status: 415, zh: '不支持这种内容类型。', en: 'This content type is not supported.' },
  'too-many-requests': { status: 429, zh: '尝试过于频繁，请稍后再试。', en: 'Too many attempts; try again later.' },
  unavailable: {
    status: 503,
    zh: '数据库暂时不可用，请稍后重试；没有丢失任何已确认的数据。',
    en: 'The database cannot be reached now; try again later. Nothing acknowledged was lost.',
  },
  internal: {
    status: 500,
    zh: '服务出错，已记录。请把编号告诉管理员。',
    en: 'Something went wrong and was recorded. Tell an administrator the number.',
  },
} as const satisfies Record<string, Sentence & { readonly status: number }>;
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

/** Statuses of refusals by rules. A rule that is not named here is 422: understood, and refused by what stands recorded. */
export const RULE_STATUS: Readonly<Record<string, number>> = {
  'project-unknown': 404,
  'account-unknown': 404,
  'token-unknown': 404,
  'fact-unknown': 404,
  'draft-unknown': 404,
  'matter-unknown': 404,
  'notice-unknown': 404,
  'project-exists': 409,
  'matter-exists': 409,
  'unit-exists': 409,
  'user-name-taken': 409,
  'contract-signed': 409,
  'draft-published': 409,
  'sign-in-refused': 401,
  'account-locked': 423,
  'token-needs-session': 403,
};

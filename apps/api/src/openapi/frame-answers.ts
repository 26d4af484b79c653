import { ALL_PERMISSIONS, ROLES, SCOPES } from '#identity';
import { sentence } from './answer-parts.ts';
import { count, day, flag, instant, listOf, mapOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

/** Money, sentences and problems; accounts, sessions and tokens; what a command answers. */
export const FRAME_ANSWERS: Readonly<Record<string, Schema>> = {
  Money: {
    ...object({
      amount: { type: 'string', pattern: '^-?\\d{1,18}(\\.\\d{1,2})?$' },
      currency: { type: 'string', pattern: '^[A-Z]{3}$' },
    }),
    description: '元为单位的十进制文字 · decimal text in the currency’s own unit, never a float',
  },
  Sentence: sentence,
  Reason: object({
    code: text,
    data: object({ 'on?': day, 'roles?': listOf(text), 'unit?': text, 'failure?': text, 'text?': text }),
  }),
  Problem: {
    ...object({
      type: text,
      status: { type: 'integer' },
      code: text,
      title: text,
      zh: text,
      en: text,
      errors: listOf(object({ field: text, code: text, zh: text, en: text })),
      'instance?': text,
      'retryAfter?': { type: 'integer' },
    }),
    description: 'RFC 9457 problem details, with a code and the sentence in both languages',
  },
  Session: object({
    account: text,
    user: text,
    name: text,
    unit: orNull(text),
    roles: listOf(oneOf(...ROLES)),
    permissions: listOf(oneOf(...ALL_PERMISSIONS)),
    scope: object({ kind: oneOf(...SCOPES), units: listOf(text) }),
    via: oneOf('session', 'token'),
    mustChangePassword: flag,
  }),
  WhoAmI: object({ session: orNull(ref('Session')), 'position?': { type: 'integer' } }),
  Roles: object({
    roles: listOf(object({ role: oneOf(...ROLES), title: ref('Sentence'), may: listOf(oneOf(...ALL_PERMISSIONS)) })),
    permissions: mapOf(ref('Sentence')),
  }),
  Account: object({
    id: text,
    user: text,
    name: text,
    unit: orNull(text),
    roles: listOf(oneOf(...ROLES)),
    scope: oneOf(...SCOPES),
    units: listOf(text),
    disabled: flag,
    locked: flag,
    mustChangePassword: flag,
    createdAt: instant,
  }),
  NewAccount: object({ account: ref('Account'), password: orNull(text) }),
  ApiToken: object({
    id: text,
    name: text,
    permissions: listOf(oneOf(...ALL_PERMISSIONS)),
    createdAt: instant,
    expiresAt: instant,
    revoked: flag,
  }),
  NewToken: object({ token: ref('ApiToken'), secret: text }),
  CommandAnswer: object({
    projectId: text,
    version: count,
    position: orNull(count),
    events: listOf(text),
    repeated: flag,
    approval: orNull(text), // what the command waits for, where it names an approver
  }),
  OrganisationAnswer: object({ version: count, events: listOf(text), repeated: flag }),
};

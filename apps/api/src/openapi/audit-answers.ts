import { actor, count, day, instant, listOf, object, oneOf, orNull, text, type Schema } from './schema.ts';

/** What is set aside, who looked at what, and the log. */
export const AUDIT_ANSWERS: Readonly<Record<string, Schema>> = {
  SetAside: object({
    rows: listOf(
      object({
        reader: oneOf('project', 'matter', 'reminders', 'follow-ups'),
        stream: text,
        project: orNull(text),
        position: count,
        version: count,
        reason: text,
      }),
    ),
  }),
  Look: object({
    id: count,
    at: instant,
    user: text,
    name: text,
    unit: orNull(text),
    what: oneOf('project', 'history', 'list'),
    subject: text,
    asOf: orNull(day),
    asKnown: orNull(instant),
  }),
  AuditEvent: object({
    stream: text,
    version: count,
    position: count,
    type: text,
    occurredOn: day,
    recordedAt: instant,
    actor,
    data: { type: 'object', additionalProperties: true },
    hash: text,
  }),
};

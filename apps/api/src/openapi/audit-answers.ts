import { factData } from './answer-parts.ts';
import { FINDINGS } from '#audit';
import { LOOKED_AT } from '#office';
import { actor, count, day, flag, instant, listOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const UNSEALED = object({ events: count, since: orNull(instant) });

/** What is set aside, who looked at what, and the log. */
export const AUDIT_ANSWERS: Readonly<Record<string, Schema>> = {
  SetAside: object({
    rows: listOf(
      object({
        reader: oneOf('project', 'matter', 'reminders', 'follow-ups', 'imports'),
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
    what: oneOf(...LOOKED_AT),
    subject: text,
    asOf: orNull(day),
    asKnown: orNull(instant),
  }),
  CloudEvent: object({
    specversion: oneOf('1.0'),
    id: text,
    source: text,
    type: text,
    subject: text,
    time: instant,
    datacontenttype: oneOf('application/json'),
    dataschema: text,
    data: factData,
    position: text,
    streamversion: count,
    schemaversion: count,
    occurredon: day,
    actoruser: text,
    'actorunit?': text,
    commandid: text,
    'causationid?': text,
    'correlationid?': text,
    'approver?': text,
    'basis?': text,
    'note?': text,
    hash: text,
    previoushash: text,
  }),
  Erasure: object({
    people: listOf(
      object({
        person: text,
        facts: count,
        streams: listOf(text),
        fields: listOf(text),
        projects: listOf(object({ id: text, name: text })),
      }),
    ),
    clear: listOf(object({ position: count, stream: text, version: count, field: text })),
    notRecalled: listOf(ref('Sentence')),
    erased: listOf(text),
    ok: flag,
  }),
  Verification: object({
    ok: flag,
    events: count,
    streams: count,
    seconds: { type: 'number' },
    firstBad: orNull(
      object({
        position: count,
        stream: orNull(text),
        version: orNull(count),
        what: oneOf(...Object.keys(FINDINGS)),
        'since?': instant,
      }),
    ),
    words: orNull(ref('Sentence')),
    seals: count,
    lastSealedAt: orNull(instant),
    unsealed: UNSEALED,
  }),
  Seals: object({
    seals: count,
    lastSealedAt: orNull(instant),
    unsealed: UNSEALED,
    latest: listOf(
      object({
        number: count,
        position: text,
        events: count,
        digest: text,
        previous: text,
        sealedAt: instant,
        hash: text,
      }),
    ),
  }),
  AuditEvent: object({
    stream: text,
    version: count,
    position: count,
    type: text,
    occurredOn: day,
    recordedAt: instant,
    actor,
    data: factData,
    hash: text,
  }),
};

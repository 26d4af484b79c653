import { actor, count, day, flag, listOf, mapOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const returned = object({
  sheet: text,
  row: count,
  code: orNull(text),
  name: orNull(text),
  findings: listOf(text),
  reasons: listOf(ref('Sentence')),
  'closed?': listOf(object({ cell: orNull(text), read: orNull(text) })),
});

/** The organisation tree, and what became of imported files. */
export const IMPORT_ANSWERS: Readonly<Record<string, Schema>> = {
  Organisation: object({
    version: count,
    units: listOf(
      object({ code: text, name: text, kind: text, parent: orNull(text), closed: flag, formerNames: listOf(text) }),
    ),
    people: listOf(object({ unit: text, role: text, person: text, account: orNull(text) })),
    leaves: listOf(object({ person: text, from: day, until: day, deputy: orNull(text) })),
  }),
  UnitImport: object({
    created: count,
    changed: count,
    unchanged: count,
    rejected: listOf(object({ row: count, code: text, message: ref('Sentence') })),
  }),
  ImportStatus: object({
    id: text,
    file: text,
    dryRun: flag,
    state: oneOf('waiting', 'running', 'done', 'failed', 'stopped'),
    progress: object({ done: count, total: orNull(count) }),
    report: orNull(ref('ImportReport')),
    problem: orNull(object({ code: text, zh: text, en: text })),
  }),
  PastImport: object({
    id: text,
    file: text,
    sha256: text,
    at: text,
    by: actor,
    runs: count,
    state: oneOf('begun', 'finished', 'reverted'),
    reason: orNull(text),
    waiting: count, // rows that a second person can let into closed months
    approved: orNull(object({ by: actor, at: text, rows: count })),
    sheets: listOf(object({ sheet: text, kind: text, rows: mapOf(count) })),
    held: listOf(returned),
    rejected: listOf(returned),
  }),
  ImportedProject: object({
    id: text,
    code: text,
    name: text,
    created: flag,
    events: count,
    rows: listOf(object({ sheet: text, row: count })),
  }),
  RevertedImport: object({
    importId: text,
    projects: count,
    voided: count,
    staying: listOf(object({ id: text, code: orNull(text), why: text })),
  }),
};

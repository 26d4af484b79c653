import { CLOCK_NAMES, PHASES } from '#domain';
import { ALL_PERMISSIONS, ROLES, SCOPES } from '#identity';
import { POLICY_ANSWERS } from '../policy/answers.ts';
import { actor, any, count, day, flag, instant, listOf, mapOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const COLOURS = ['green', 'blue', 'yellow', 'orange', 'red'] as const;
const colour = oneOf(...COLOURS);
const sentence = object({ zh: text, en: text });
const unit = object({ code: orNull(text), name: text });
const projectName = object({ id: text, code: text, name: text });

const CHECKLIST = object({
  project: projectName,
  items: listOf(object({ key: text, text: sentence, state: oneOf('done', 'open', 'late', 'not-due', 'reported'), doneBy: orNull(object({ event: text, version: count, on: day })), due: orNull(day), owner: orNull(text) })),
});
const REMINDER = object({
  key: text, subject: object({ kind: text, id: text, title: orNull(text), due: orNull(day), path: text }), project: orNull(object({ id: text, code: orNull(text), name: orNull(text) })), clock: oneOf(...CLOCK_NAMES), policyVersion: count, rung: text, recurrence: count, on: day, sendOn: day, sentAt: orNull(instant),
  to: listOf(object({ unit: orNull(text), role: text, person: orNull(text) })), outcome: oneOf('expected', 'sent', 'merged', 'suppressed', 'failed', 'acknowledged', 'withdrawn'), why: orNull(text), order: orNull(text),
  acknowledgedBy: listOf(text), acknowledgedByNames: listOf(text), mergedInto: orNull(text),
});
const MATTER = {
  id: text, kind: text, number: orNull(text), title: text, project: orNull(object({ id: text, code: orNull(text), name: orNull(text) })), unit: orNull(text), people: listOf(text),
  state: text, open: flag, due: orNull(day), level: orNull(text), openedOn: day, version: count, known: { type: 'object', additionalProperties: true, description: '登录名（by、reviewedBy）旁附姓名 · beside each login (by, reviewedBy) stands the person’s name (byName, reviewedByName)' } as Schema,
};

/** Shapes of answers that more than one route gives or that a client wants a name for. Those of lists, history and explanation are cli.md's. */
export const ANSWERS: Readonly<Record<string, Schema>> = {
  Money: { ...object({ amount: { type: 'string', pattern: '^-?\\d{1,18}(\\.\\d{1,2})?$' }, currency: { type: 'string', pattern: '^[A-Z]{3}$' } }), description: '元为单位的十进制文字 · decimal text in the currency’s own unit, never a float' },
  Sentence: sentence,
  Problem: {
    ...object({
      type: text, status: { type: 'integer' }, code: text, title: text, zh: text, en: text,
      errors: listOf(object({ field: text, code: text, zh: text, en: text })), 'instance?': text, 'retryAfter?': { type: 'integer' },
    }),
    description: 'RFC 9457 problem details, with a code and the sentence in both languages',
  },
  Session: object({
    account: text, user: text, name: text, unit: orNull(text), roles: listOf(oneOf(...ROLES)), permissions: listOf(oneOf(...ALL_PERMISSIONS)),
    scope: object({ kind: oneOf(...SCOPES), units: listOf(text) }), via: oneOf('session', 'token'), mustChangePassword: flag,
  }),
  Roles: object({ roles: listOf(object({ role: oneOf(...ROLES), title: ref('Sentence'), may: listOf(oneOf(...ALL_PERMISSIONS)) })), permissions: mapOf(ref('Sentence')) }),
  Account: object({
    id: text, user: text, name: text, unit: orNull(text), roles: listOf(oneOf(...ROLES)), scope: oneOf(...SCOPES), units: listOf(text),
    disabled: flag, locked: flag, mustChangePassword: flag, createdAt: instant,
  }),
  NewAccount: object({ account: ref('Account'), password: orNull(text) }),
  ApiToken: object({ id: text, name: text, permissions: listOf(oneOf(...ALL_PERMISSIONS)), createdAt: instant, expiresAt: instant, revoked: flag }),
  NewToken: object({ token: ref('ApiToken'), secret: text }),
  CommandAnswer: object({ projectId: text, version: count, position: orNull(count), events: listOf(text), repeated: flag }),
  OrganisationAnswer: object({ version: count, events: listOf(text), repeated: flag }),
  Project: object({
    id: text, version: count, position: count, asOf: day, state: ref('ProjectState'),
    allowed: listOf(object({ type: text, path: text })),
  }),
  ProjectState: { type: 'object', required: ['phase', 'code', 'title', 'owner'], additionalProperties: true, properties: {
    phase: oneOf(...PHASES), code: text, title: text, investor: text, contract: orNull({ type: 'object', additionalProperties: true }), tags: listOf(text),
    owner: object({ unit: orNull(text), leader: orNull(text), steward: orNull(text), liaisons: listOf(text) }),
  } },
  History: object({
    project: projectName,
    events: listOf(object({
      version: count, position: count, type: text, schemaVersion: count, occurredOn: day, recordedAt: instant, actor, data: { type: 'object', additionalProperties: true },
      basis: orNull(text), note: orNull(text), approver: orNull(text), imported: orNull(any), datePrecision: oneOf('day', 'month'), hash: text,
    })),
  }),
  Explanation: object({
    project: projectName, asOf: day, phase: text, colour: orNull(colour), clock: orNull(text), 'alsoAtWorst?': listOf(text),
    clocks: listOf({
      type: 'object', additionalProperties: true, required: ['clock', 'policyVersion', 'startedBy', 'due', 'daysLate', 'colour', 'pauses', 'counted', 'crossings'],
      properties: {
        clock: oneOf(...CLOCK_NAMES), policyVersion: count, startedBy: object({ event: text, version: count, on: day }), due: orNull(day), daysLate: orNull({ type: 'integer' }), colour: orNull(colour),
        pauses: listOf(object({ from: day, to: orNull(day), reason: text })), crossings: listOf(object({ colour, on: day })),
        counted: orNull({ type: 'object', additionalProperties: true, properties: { unit: text, length: count, holidays: listOf(any) } }),
      },
    }),
  }),
  ListNames: object({ lists: listOf(object({ name: text, title: ref('Sentence') })) }),
  ListRow: { type: 'object', additionalProperties: true, required: ['id', 'code', 'name', 'unit', 'phase', 'colour'], properties: {
    id: orNull(text), code: orNull(text), name: orNull(text), investor: orNull(text), region: orNull(text), unit: orNull(unit), phase: orNull(oneOf(...PHASES)),
    registeredOn: orNull(day), openedOn: orNull(day), signedOn: orNull(day), agreedStart: orNull(day), startReportedOn: orNull(day), startedOn: orNull(day), enteredOn: orNull(day), endedOn: orNull(day),
    contractNo: orNull(text), contracted: orNull(ref('Money')), arrived: orNull(ref('Money')), landMode: orNull(text), framework: flag, onHold: flag,
    ageMonths: orNull({ type: 'integer' }), colour: orNull(colour), clock: orNull(text), alsoAtWorst: listOf(text), due: orNull(day), daysLate: orNull({ type: 'integer' }),
    reason: orNull(text), responsible: orNull(text), steward: orNull(text), progressOn: orNull(day), progress: orNull(text), nextStep: orNull(text), nextDate: orNull(day), tags: listOf(text), warnings: listOf(text),
  } },
  List: object({
    list: text, asOf: day, asKnown: instant, position: count, total: count, sums: object({ contracted: listOf(ref('Money')) }),
    colours: object(Object.fromEntries(COLOURS.map((one) => [one, count]))), rows: listOf(ref('ListRow')), next: orNull(text),
  }),
  SearchAnswer: object({ rows: listOf(ref('ListRow')) }),
  Organisation: object({
    version: count,
    units: listOf(object({ code: text, name: text, kind: text, parent: orNull(text), closed: flag, formerNames: listOf(text) })),
    people: listOf(object({ unit: text, role: text, person: text, account: orNull(text) })),
  }),
  UnitImport: object({ created: count, changed: count, unchanged: count, rejected: listOf(object({ row: count, code: text, message: ref('Sentence') })) }),
  ImportStatus: object({
    id: text, file: text, dryRun: flag, state: oneOf('waiting', 'running', 'done', 'failed'), progress: object({ done: count, total: orNull(count) }),
    report: orNull(ref('ImportReport')), problem: orNull(object({ code: text, zh: text, en: text })),
  }),
  ImportReport: { type: 'object', additionalProperties: true, properties: {
    file: text, sha256: text, importId: text, repeatOf: orNull(text), dryRun: flag,
    sheets: listOf({ type: 'object', additionalProperties: true, properties: { sheet: text, kind: text, headerRow: orNull(count), unmapped: listOf(text), rows: mapOf(count) } }),
    rows: listOf({ type: 'object', additionalProperties: true, properties: {
      sheet: text, row: count, verdict: oneOf('reject', 'warn', 'held'), project: orNull(any),
      findings: listOf({ type: 'object', additionalProperties: true, properties: { code: text, field: orNull(text), cell: orNull(text), read: orNull(any), message: ref('Sentence') } }),
    } }),
    resultWorkbook: orNull(text),
  } },
  Channel: object({ settings: { type: 'object', additionalProperties: true, required: ['kind', 'name'], properties: { kind: text, name: text } }, units: listOf(text), enabled: flag, changedAt: instant, limit: object({ perMinute: orNull(count), perSecond: orNull(count) }) }),
  Channels: object({ sendWindow: object({ workingDaysOnly: flag, from: text, to: text }), channels: listOf(ref('Channel')) }),
  ChannelOutcome: object({ accepted: flag, code: orNull(text), detail: orNull(text) }),
  Contacts: object({ contacts: listOf(object({ person: text, email: text })) }),
  Checklist: CHECKLIST,
  UnitChecklist: object({ unit: text, projects: listOf(ref('Checklist')), next: orNull(text) }),
  Changed: object({ project: object({ id: text, name: text }), colour: object({ before: orNull(colour), now: orNull(colour) }), facts: listOf(object({ type: text, occurredOn: day, recordedAt: instant, by: text, byName: text, data: any })) }),
  MeetingChanges: object({
    meeting: text, since: orNull(object({ meeting: text, asOf: day, position: text })), entered: listOf(object({ id: text, name: text })), left: listOf(object({ id: text, name: text })), changed: listOf(ref('Changed')),
    tasks: listOf(object({ task: text, text, state: text, due: day, unit: orNull(text), people: listOf(text) })),
  }),
  Leaders: object({ leaders: listOf(object({ name: text, projects: count })) }),
  LeaderView: object({ leader: text, since: day, answersFor: count, late: ref('List'), changed: listOf(ref('Changed')), orders: listOf(object(MATTER)) }),
  Reminder: REMINDER,
  Reminders: object({ rows: listOf(ref('Reminder')), next: orNull(text) }),
  Inbox: object({ rows: listOf(ref('Reminder')), next: orNull(text), open: count }),
  Acknowledged: object({ acknowledged: count }),
  ReminderWatch: object({ canaryAt: orNull(instant), auditedOn: orNull(day), missed: orNull(count), waiting: count, overdue: count }),
  ReminderProof: object({
    reminder: ref('Reminder'), deliveries: listOf(object({ channel: text, to: text, state: oneOf('waiting', 'taken', 'accepted', 'refused', 'given-up'), at: instant, attempts: count, detail: orNull(text) })),
    events: listOf(object({ type: text, recordedAt: instant, actor: text, actorName: text, data: { type: 'object', additionalProperties: true }, hash: text })),
  }),
  Matter: object({ ...MATTER, allowed: listOf(object({ type: text, path: text })) }),
  Matters: object({ kind: text, rows: listOf(object(MATTER)), next: orNull(text) }),
  MatterAnswer: object({ id: text, version: count, position: orNull(count), events: listOf(text), repeated: flag }),
  MatterCatalogue: object({ matters: listOf(object({
    name: text, path: text, title: ref('Sentence'), states: mapOf(ref('Sentence')),
    commands: listOf(object({ type: text, path: text, opens: flag, title: ref('Sentence'), needs: text, fields: listOf(ref('Field')) })),
  })) }),
  CommandCatalogue: object({ commands: listOf(object({ type: text, path: text, title: ref('Sentence'), needs: text, creates: flag, fields: listOf(ref('Field')) })) }),
  Field: object({ name: text, kind: text, label: ref('Sentence'), required: flag, 'max?': count, 'choices?': listOf(text), 'of?': listOf(any) }),
  Look: object({ id: count, at: instant, user: text, name: text, unit: orNull(text), what: oneOf('project', 'history', 'list'), subject: text, asOf: orNull(day), asKnown: orNull(instant) }),
  AuditEvent: object({ stream: text, version: count, position: count, type: text, occurredOn: day, recordedAt: instant, actor, data: { type: 'object', additionalProperties: true }, hash: text }),
  ...POLICY_ANSWERS,
  Health: { type: 'object', additionalProperties: true, required: ['status'], properties: { status: text } },
};

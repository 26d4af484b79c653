import { CHANNEL_SETTINGS } from '#channels';
import { CLOCK_NAMES, STAGES } from '#domain';
import { ALL_PERMISSIONS } from '#identity';
import { STANDING_JOBS, STANDINGS } from '#reminders';
import { addressees, colour, factData, sentence, projectName } from './answer-parts.ts';
import {
  anyOf,
  commandSchema,
  count,
  day,
  flag,
  instant,
  listOf,
  mapOf,
  object,
  oneOf,
  orNull,
  ref,
  text,
  type Schema,
} from './schema.ts';
import { KNOWN_MATTERS, MATTER_ROW, matterRow, ONE_MATTER } from './matter-known.ts';

const CHECKLIST = object({
  project: projectName,
  items: listOf(
    object({
      key: text,
      text: sentence,
      state: oneOf('done', 'open', 'late', 'not-due', 'reported'),
      doneBy: orNull(object({ event: text, version: count, on: day })),
      due: orNull(day),
      owner: orNull(text),
    }),
  ),
});
const REMINDER = object({
  key: text,
  subject: object({ kind: text, id: text, title: orNull(sentence), due: orNull(day), path: text }),
  project: orNull(object({ id: text, code: orNull(text), name: orNull(text) })),
  clock: oneOf(...CLOCK_NAMES),
  policyVersion: count,
  rung: text,
  recurrence: count,
  on: day,
  sendOn: day,
  sentAt: orNull(instant),
  to: addressees,
  outcome: oneOf('expected', 'sent', 'merged', 'suppressed', 'failed', 'acknowledged', 'withdrawn'),
  why: orNull(sentence),
  reason: orNull(ref('Reason')),
  order: orNull(text),
  acknowledgedBy: listOf(text),
  acknowledgedByNames: listOf(text),
  mergedInto: orNull(text),
  names: listOf(
    object({
      project: orNull(object({ id: text, code: orNull(text), name: orNull(text) })),
      clock: oneOf(...CLOCK_NAMES),
      on: day,
    }),
  ),
});
/** What may be shown of a channel, kind by kind. */
const SETTINGS = anyOf(
  ...Object.entries(CHANNEL_SETTINGS).map(([kind, settings]): Schema => {
    const { properties, ...schema } = commandSchema(settings);
    return { ...schema, properties: { ...properties, kind: oneOf(kind) } };
  }),
);
/** Channels, checklists, reminders, matters, and the commands with their forms. */
export const SUPERVISION_ANSWERS: Readonly<Record<string, Schema>> = {
  Channel: object({
    settings: SETTINGS,
    units: listOf(text),
    enabled: flag,
    changedAt: instant,
    limit: object({ perMinute: orNull(count), perSecond: orNull(count) }),
    undelivered: orNull(object({ since: instant, attempts: count, code: text })),
  }),
  Channels: object({
    sendWindow: object({ workingDaysOnly: flag, from: text, to: text }),
    channels: listOf(ref('Channel')),
  }),
  ChannelOutcome: object({ accepted: flag, code: orNull(text), detail: orNull(text) }),
  Contacts: object({ contacts: listOf(object({ person: text, name: text, email: text })) }),
  Checklist: CHECKLIST,
  UnitChecklist: object({ unit: text, projects: listOf(ref('Checklist')), next: orNull(text) }),
  Changed: object({
    project: object({ id: text, name: text }),
    colour: object({ before: orNull(colour), now: orNull(colour) }),
    facts: listOf(object({ type: text, occurredOn: day, recordedAt: instant, by: text, byName: text, data: factData })),
  }),
  MeetingChanges: object({
    meeting: text,
    since: orNull(object({ meeting: text, asOf: day, position: text })),
    entered: listOf(object({ id: text, name: text })),
    left: listOf(object({ id: text, name: text })),
    changed: listOf(ref('Changed')),
    tasks: listOf(object({ task: text, text, state: text, due: day, unit: orNull(text), people: listOf(text) })),
  }),
  Leaders: object({ leaders: listOf(object({ name: text, projects: count })) }),
  LeaderView: object({
    leader: text,
    since: day,
    answersFor: count,
    late: ref('List'),
    changed: listOf(ref('Changed')),
    orders: listOf(matterRow('order')),
  }),
  Reminder: REMINDER,
  ReminderCounts: object(Object.fromEntries(STANDINGS.map((one) => [one, count]))),
  Reminders: object({ rows: listOf(ref('Reminder')), next: orNull(text) }),
  Inbox: object({ rows: listOf(ref('Reminder')), next: orNull(text), open: count }),
  InboxGroup: object({
    project: orNull(object({ id: text, code: orNull(text), name: orNull(text) })),
    month: orNull(text),
    rungs: listOf(object({ rung: text, count, open: count })),
    count,
    open: count,
    latest: day,
  }),
  Acknowledged: object({ acknowledged: count }),
  ReminderWatch: object({
    canaryAt: orNull(instant),
    auditedOn: orNull(day),
    missed: orNull(count),
    waiting: count,
    overdue: count,
  }),
  ReminderQueue: object({
    backend: oneOf('postgres', 'redis'),
    jobs: object({ delayed: count, waiting: count, active: count, failed: count }),
    standing: listOf(object({ job: oneOf(...STANDING_JOBS), next: orNull(instant) })),
    alarms: listOf(instant),
    failures: listOf(object({ job: text, at: instant, attempts: count, reason: text })),
  }),
  ReminderProof: object({
    reminder: ref('Reminder'),
    deliveries: listOf(
      object({
        channel: text,
        to: text,
        state: oneOf('waiting', 'taken', 'accepted', 'refused', 'given-up'),
        at: instant,
        attempts: count,
        detail: orNull(text),
      }),
    ),
    events: listOf(
      object({
        type: text,
        recordedAt: instant,
        actor: text,
        actorName: text,
        data: factData,
        hash: text,
      }),
    ),
  }),
  ...KNOWN_MATTERS,
  Matter: ONE_MATTER,
  Matters: object({ kind: text, rows: listOf(MATTER_ROW), next: orNull(text) }),
  MatterAnswer: object({ id: text, version: count, position: orNull(count), events: listOf(text), repeated: flag }),
  MatterCatalogue: object({
    matters: listOf(
      object({
        name: text,
        path: text,
        title: ref('Sentence'),
        states: mapOf(ref('Sentence')),
        commands: listOf(
          object({
            type: text,
            path: text,
            opens: flag,
            title: ref('Sentence'),
            needs: oneOf(...ALL_PERMISSIONS),
            fields: listOf(ref('Field')),
          }),
        ),
      }),
    ),
  }),
  CommandCatalogue: object({
    commands: listOf(
      object({
        type: text,
        path: text,
        title: ref('Sentence'),
        needs: oneOf(...ALL_PERMISSIONS),
        creates: flag,
        'stage?': oneOf(...STAGES),
        fields: listOf(ref('Field')),
      }),
    ),
    facts: listOf(object({ type: text, fields: listOf(ref('Field')) })),
  }),
  Field: object({
    name: text,
    kind: text,
    label: ref('Sentence'),
    required: flag,
    'max?': count,
    'choices?': listOf(text),
    'neededWith?': text,
    'of?': listOf(ref('Field')),
  }),
};

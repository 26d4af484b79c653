import {
  CLOCK_NAMES,
  MATTERS,
  OUTREACH_KINDS,
  PROJECT_COMMAND_TYPES,
  type Approval,
  type Checklist,
  type Issue,
  type Meeting,
  type Order,
  type Outreach,
  type SchedulingList,
} from '#domain';
import { colour, person, sentence } from './answer-parts.ts';
import { anyOf, count, day, flag, listOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

/** Every field of an aggregate's own state: one that is missing does not compile. `maybe`: those that stand there only where a fact said them. */
const stateOf = <T extends object>(
  fields: { readonly [K in keyof Required<T>]: Schema },
  maybe: readonly (keyof T & string)[] = [],
): Schema =>
  object(
    Object.fromEntries(
      Object.entries<Schema>(fields).map(([name, schema]) => [
        maybe.some((one) => one === name) ? `${name}?` : name,
        schema,
      ]),
    ),
  );

/** Something that somebody did on a day; beside the login stands the person's name (names.interceptor.ts). */
const done = (more: Readonly<Record<string, Schema>> = {}): Schema =>
  object({ on: day, by: text, byName: text, ...more });
const happened = (more: Readonly<Record<string, Schema>>): Schema => object({ on: day, ...more });
const clock = oneOf(...CLOCK_NAMES);
const people = listOf(person);
const stood = { 'colour?': colour, 'clock?': clock, 'daysLate?': { type: 'integer' } } as const;
const statesOf = (kind: string): Schema => oneOf(...Object.keys(MATTERS[kind]!.states));

const ORDER = stateOf<Order>({
  state: statesOf('order'),
  number: text,
  project: text,
  projectName: text,
  rung: oneOf('supervision', 'interview', 'accountability'),
  clock: orNull(clock),
  breached: listOf(object({ clock, due: day })),
  rule: orNull(text),
  unit: orNull(text),
  people,
  issuedOn: day,
  receiptDue: day,
  replyDue: day,
  received: orNull(done()),
  replies: listOf(
    done({
      text,
      accepted: orNull(flag),
      reviewedBy: orNull(text),
      'reviewedByName?': text,
      reason: orNull(text),
    }),
  ),
  extension: orNull(object({ until: day, reason: text, by: text, byName: text })),
  excuse: orNull(object({ until: day, reason: text })),
  closedOn: orNull(day),
});

const ISSUE = stateOf<Issue>({
  state: statesOf('issue'),
  project: orNull(text),
  projectName: orNull(text),
  factor: text,
  text,
  raisedBy: orNull(text),
  raisedOn: day,
  level: text,
  levels: listOf(happened({ level: text, reason: orNull(text) })),
  unit: orNull(text),
  people,
  assignedOn: orNull(day),
  due: orNull(day),
  resolvedOn: orNull(day),
  resolutions: listOf(done({ text })),
  visits: listOf(done({ satisfied: flag, text })),
  reopened: listOf(happened({ reason: text })),
  closedOn: orNull(day),
});

const MEETING = stateOf<Meeting>(
  {
    state: statesOf('meeting'),
    title: text,
    kind: text,
    list: orNull(text),
    unit: orNull(text),
    previous: orNull(text),
    convenedOn: day,
    plannedOn: day,
    rescheduled: listOf(happened({ before: day, plannedOn: day, reason: text })),
    calledOff: happened({ reason: text }),
    agenda: orNull(
      object({
        items: listOf(object({ project: text, name: text, ...stood, 'reason?': text })),
        asOf: day,
        logPosition: text,
      }),
    ),
    heldOn: orNull(day),
    attendees: listOf(text),
    minutes: orNull(text),
    tasks: listOf(
      object({
        task: text,
        state: oneOf('open', 'completed', 'confirmed', 'cancelled'),
        project: orNull(text),
        text,
        unit: orNull(text),
        people,
        assignedOn: day,
        due: day,
        completed: orNull(done({ text })),
        confirmed: orNull(done()),
        returned: listOf(done({ reason: text })),
        cancelled: orNull(happened({ reason: text })),
      }),
    ),
    closedOn: orNull(day),
  },
  ['rescheduled', 'calledOff'],
);

const SCHEDULING_LIST = stateOf<SchedulingList>({
  state: statesOf('scheduling-list'),
  month: text,
  unit: orNull(text),
  number: text,
  issuedOn: day,
  asOf: day,
  position: text,
  items: listOf(
    object({
      line: object({
        project: text,
        code: text,
        name: text,
        'unit?': text,
        ...stood,
        colour,
        'reason?': text,
        'responsible?': text,
        'nextStep?': text,
        carriedOver: flag,
      }),
      notes: listOf(done({ nextStep: text })),
      closedOff: orNull(done({ basis: text, text })),
    }),
  ),
  closedOn: orNull(day),
});

const CHECKLIST = stateOf<Checklist>({
  state: statesOf('checklist'),
  project: text,
  projectName: orNull(text),
  items: listOf(
    object({
      key: text,
      state: oneOf('open', 'reported', 'verified'),
      text,
      due: orNull(day),
      owner: orNull(text),
      addedOn: day,
      report: orNull(done({ text, evidence: listOf(object({ kind: text, 'number?': text, 'sha256?': text })) })),
      verification: orNull(done({ accepted: flag, reason: orNull(text), version: count })),
    }),
  ),
  version: count,
});

const APPROVAL = stateOf<Approval>({
  state: statesOf('approval'),
  project: text,
  projectName: orNull(text),
  command: oneOf(...PROJECT_COMMAND_TYPES),
  body: { type: 'object', additionalProperties: true, description: 'POST /api/projects/{id}/commands/{command}' },
  by: text,
  people: listOf(anyOf(text, person)),
  askedOn: day,
  decided: orNull(done()),
  reason: orNull(text),
});

const OUTREACH = stateOf<Outreach>({
  state: statesOf('outreach-record'),
  kind: oneOf(...OUTREACH_KINDS),
  unit: text,
  on: day,
  days: orNull(count),
  city: orNull(text),
  team: orNull(text),
  firm: orNull(text),
  effective: orNull(flag),
  title: orNull(text),
  reason: orNull(text),
});

/** What is known of a matter of each kind, as its facts make it. */
export const KNOWN_MATTERS: Readonly<Record<string, Schema>> = {
  KnownOrder: ORDER,
  KnownIssue: ISSUE,
  KnownMeeting: MEETING,
  KnownSchedulingList: SCHEDULING_LIST,
  KnownChecklist: CHECKLIST,
  KnownApproval: APPROVAL,
  KnownOutreachRecord: OUTREACH,
};
const nameOf = (kind: string): string =>
  `Known${kind.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase())}`;

const row = (kind: string): Readonly<Record<string, Schema>> => ({
  id: text,
  kind: oneOf(kind),
  number: orNull(text),
  title: sentence,
  project: orNull(object({ id: text, code: orNull(text), name: orNull(text) })),
  unit: orNull(text),
  people: listOf(text),
  state: statesOf(kind),
  open: flag,
  due: orNull(day),
  level: orNull(text),
  openedOn: day,
  version: count,
  known: ref(nameOf(kind)),
});

/** A row of the matters of one kind, with what is known of it. */
export const matterRow = (kind: string): Schema => object(row(kind));

/** A row of matters of whatever kind: `kind` tells which. */
export const MATTER_ROW = anyOf(...Object.keys(MATTERS).map(matterRow));

/** One matter of whatever kind, with what the asker may do with it. */
export const ONE_MATTER = anyOf(
  ...Object.keys(MATTERS).map((kind) => object({ ...row(kind), allowed: listOf(object({ type: text, path: text })) })),
);

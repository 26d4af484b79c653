import { projectName, sentence, toldNotice } from './answer-parts.ts';
import { CLOCK_NAMES, COLOURS, RUNGS } from '#domain';
import {
  ref,
  actor,
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
  text,
  type Schema,
} from './schema.ts';
import { POLICY_BODIES } from '#office';

const clock = oneOf(...CLOCK_NAMES);
const length = object({ value: count, unit: oneOf('days', 'working-days', 'months') });
const told = { recordedAt: orNull(instant), by: orNull(actor) };
const rung = oneOf(...RUNGS);

const when = object({
  'daysBeforeDue?': listOf(count),
  'onDue?': flag,
  'onColour?': oneOf(...COLOURS),
  'everyDays?': count,
  'daysLate?': count,
});

const policy = object({
  version: count,
  validFrom: day,
  fundsPercent: count,
  scale: object({ blueDaysBefore: count, yellowDaysLate: count, orangeDaysLate: count, redDaysLate: count }),
  leadSteps: object({ acknowledged: count, screened: count, fedBack: count }),
  deadlines: object({
    order: object({
      receiptWorkingDays: count,
      replyWorkingDays: count,
      nearDueDays: count,
      interviewWorkingDays: count,
    }),
    issue: object({ workingDays: object({ unit: count, district: count, city: count }), nearDueDays: count }),
    task: object({ nearDueDays: count }),
  }),
  secondPerson: object({ correctionDays: count, correctionWan: count, amendmentYi: count }),
  clocks: mapOf(
    object({
      length: orNull(length),
      'own?': mapOf(length),
      pausedByHold: flag,
      'ladder?': mapOf(object({ 'when?': orNull(when), 'to?': listOf(text) })),
    }),
  ),
  ladder: listOf(object({ rung, to: listOf(text), when })),
});

const addressee = object({ unit: orNull(text), role: text, person: orNull(text) });

/** A colour, the name of a list, a due day, or a notice; null: none. */
const SIDE: Schema = { nullable: true, oneOf: [text, toldNotice] };

/** Shapes of what the routes of the policy answer and take. */
export const POLICY_ANSWERS: Readonly<Record<string, Schema>> = {
  Policies: object({
    version: count,
    inForce: count,
    policies: listOf(object({ version: count, validFrom: day, draft: orNull(count), ...told, policy })),
    drafts: listOf(
      object({ draft: count, from: orNull(day), note: orNull(text), publishedAs: orNull(count), ...told, policy }),
    ),
    calendar: listOf(
      object({ year: count, off: mapOf(listOf(text)), worked: listOf(text), notice: orNull(text), ...told }),
    ),
  }),
  CalendarNotice: object({ year: count, off: mapOf(listOf(text)), worked: listOf(text), notice: orNull(text) }),
  PolicyAnswer: object({
    version: count,
    draft: orNull(count),
    policy: orNull(count),
    validFrom: orNull(day),
    years: listOf(count),
    repeated: flag,
  }),
  Replay: object({
    from: day,
    to: day,
    counts: object({ colour: count, notice: count, list: count, due: count, projects: count, matters: count }),
    differences: listOf(
      object({
        project: orNull(projectName),
        matter: orNull(
          object({ kind: oneOf('order', 'issue', 'meeting'), id: text, number: orNull(text), title: sentence }),
        ),
        what: oneOf('colour', 'notice', 'list', 'due'),
        clock: orNull(clock),
        before: SIDE,
        after: SIDE,
        on: day,
        until: orNull(day),
      }),
    ),
  }),
  Forward: object({
    from: day,
    to: day,
    counts: object({ projects: count, dues: count, notices: count, reds: count }),
    next: orNull(text),
    perDay: listOf(object({ on: day, dues: count, notices: count, reds: count })),
    rows: listOf(
      object({
        project: projectName,
        dues: listOf(object({ clock, on: day })),
        reds: listOf(object({ clock: orNull(clock), on: day })),
        notices: listOf(
          object({
            clock,
            policyVersion: count,
            rung,
            recurrence: count,
            on: day,
            sendOn: day,
            to: listOf(addressee),
            why: orNull(ref('Reason')),
            outcome: oneOf('expected', 'sent', 'merged', 'suppressed', 'failed', 'acknowledged', 'withdrawn'),
          }),
        ),
      }),
    ),
  }),
  Pauses: object({
    asOf: day,
    clocks: listOf(
      object({
        clock,
        startedOn: day,
        stoppedOn: orNull(day),
        due: orNull(day),
        budget: orNull(object({ given: { type: 'integer' }, counted: { type: 'integer' }, left: { type: 'integer' } })),
        pauses: listOf(
          object({
            from: day,
            to: orNull(day),
            reason: text,
            days: count,
            by: object({ event: oneOf('ExcuseAccepted', 'ProjectSuspended'), version: count, on: day }),
          }),
        ),
      }),
    ),
  }),
  ...Object.fromEntries(POLICY_BODIES.map((body) => [body.name, commandSchema(body)])),
};

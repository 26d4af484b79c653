import { COLOURS, FUNNEL_ENDS, FUNNEL_STAGES, PHASES, START_REASONS } from '#domain';
import { LIST_FIELDS } from '#projections';
import { LIST_VALUE } from './list-row.ts';
import { namedVersion, projectName, sentence } from './answer-parts.ts';
import {
  actor,
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

const STANDING = { period: text, asOf: day, asKnown: text, position: count };
const named = object({ id: orNull(text), code: orNull(text), name: orNull(text) });
const event = object({ version: count, type: text, on: day, basis: orNull(text) });
const totals = object({
  total: count,
  sums: object({ contracted: listOf(ref('Money')) }),
  colours: object(Object.fromEntries(COLOURS.map((colour) => [colour, count]))),
});
const because = object(Object.fromEntries(START_REASONS.map((reason) => [`${reason}?`, count])));
const step = object({
  stage: oneOf(...FUNNEL_STAGES),
  count: text,
  ofPrevious: orNull(ref('Ratio')),
  ofFirst: orNull(ref('Ratio')),
});
const cohort = object({
  cohort: text,
  stages: listOf(step),
  ended: object(Object.fromEntries(FUNNEL_ENDS.map((end) => [end, text]))),
});

const later = object({
  project: projectName,
  version: count,
  type: text,
  on: day,
  basis: orNull(text),
  position: count,
  recordedAt: instant,
  actor,
  approver: orNull(text),
});
const month = object({
  month: text,
  state: oneOf('closed', 'reopened'),
  position: count,
  hash: text,
  closedBy: actor,
  closedAt: instant,
  asked: orNull(object({ by: actor, at: instant, approver: text, reason: text })),
  reopened: orNull(object({ by: actor, at: instant, approver: orNull(text), reason: text })),
});

/** Two days of a list beside each other, time in phases, the funnel, and what is expected. */
export const ANALYSIS_ANSWERS: Readonly<Record<string, Schema>> = {
  Comparison: object({
    list: text,
    from: day,
    to: day,
    asKnown: text,
    entered: listOf(named),
    left: listOf(object({ project: named, because: object({ phase: orNull(text), event: orNull(event) }) })),
    changed: listOf(
      object({
        project: named,
        field: oneOf(...LIST_FIELDS.map(({ name }) => name)),
        before: LIST_VALUE,
        after: LIST_VALUE,
      }),
    ),
    counts: object({ entered: count, left: count, touched: count }),
    totals: object({ from: totals, to: totals }),
  }),
  LaterEvent: later,
  Periods: object({ version: count, months: listOf(month) }),
  Closing: object({
    month: text,
    asOf: day,
    position: count,
    hash: text,
    definition: namedVersion,
    figures: mapOf(ref('Figure')),
    silent: listOf(object({ code: orNull(text), name: text })),
  }),
  Restatement: object({
    month: text,
    state: oneOf('closed', 'reopened'),
    position: count,
    rows: listOf(
      object({
        metric: text,
        key: orNull(text),
        unit: orNull(object({ code: orNull(text), name: text })),
        whole: flag,
        printed: orNull(ref('FigureValue')),
        now: orNull(ref('FigureValue')),
        because: listOf(ref('LaterEvent')),
      }),
    ),
  }),
  Dwell: object({
    ...STANDING,
    rows: listOf(
      object({
        phase: oneOf(...PHASES),
        label: sentence,
        count,
        median: count,
        p90: count,
        longest: count,
        stillThere: count,
        longestStays: listOf(object({ project: projectName, since: day, days: count, stillThere: flag })),
      }),
    ),
  }),
  Funnel: object({ ...STANDING, rows: listOf(cohort), total: cohort }),
  Forecast: object({
    ...STANDING,
    usualDays: orNull(count),
    started: text,
    rows: listOf(object({ month: text, count, amount: ref('Money'), because })),
    total: object({ count, amount: ref('Money') }),
    notExpected: object({ count, because }),
    reasons: mapOf(sentence),
    projects: listOf(
      object({
        project: projectName,
        signedOn: day,
        expected: orNull(day),
        reason: oneOf(...START_REASONS),
        contracted: orNull(ref('Money')),
      }),
    ),
    notes: listOf(text),
  }),
};

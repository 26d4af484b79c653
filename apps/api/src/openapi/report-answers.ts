import { FROZEN_FORMATS, REPORT_NAMES } from '#domain';
import { namedVersion, sentence } from './answer-parts.ts';
import { count, day, flag, listOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const ROUNDING = object({ mode: oneOf('half-up', 'truncate'), places: count });
const PRINTED = object({ key: text, printed: text });
const RUN: Schema = { oneOf: [object({ text }), object({ cited: count })] };
const TEXT_BLOCK = object({ is: oneOf('heading', 'subheading', 'paragraph'), runs: listOf(RUN) });
const TABLE_BLOCK = object({
  is: oneOf('table'),
  title: text,
  columns: listOf(object({ header: text, weight: count, right: flag })),
  rows: listOf(listOf(text)),
  keys: listOf(listOf(orNull(text))),
});
const TEMPLATE = object({ report: oneOf(...REPORT_NAMES), version: count, text, note: orNull(text) });

/** What reports answer: their text with cited figures, issues and what they follow from, templates, restatements. */
export const REPORT_ANSWERS: Readonly<Record<string, Schema>> = {
  Reports: object({ reports: listOf(object({ name: oneOf(...REPORT_NAMES), title: sentence })) }),
  Report: object({
    name: text,
    kind: sentence,
    title: text,
    to: orNull(text),
    number: orNull(text),
    bureau: text,
    day,
    blocks: listOf({ oneOf: [TEXT_BLOCK, TABLE_BLOCK] }),
    figures: listOf(object({ key: text, printed: text, follows: text })),
    standing: object({ asOf: day, asKnown: text, position: count }),
    definition: namedVersion,
    rounding: ROUNDING,
  }),
  FrozenIssue: object({
    number: text,
    report: oneOf(...REPORT_NAMES),
    format: oneOf(...FROZEN_FORMATS),
    period: text,
    unit: orNull(text),
    position: text,
    asOf: day,
    asKnown: text,
    signedOn: day,
    definition: namedVersion,
    calendar: object({ policy: count, years: listOf(count) }),
    rounding: ROUNDING,
    template: object({ version: count, text }),
    edition: count,
    sha256: text,
    figures: listOf(PRINTED),
  }),
  Frozen: object({ issue: ref('FrozenIssue') }),
  FrozenIssues: object({ issues: listOf(ref('FrozenIssue')) }),
  Reproduced: object({ number: text, sha256: text, same: flag }),
  Restatements: object({
    rows: listOf(
      object({ issue: text, figure: text, printed: text, now: orNull(text), because: listOf(ref('LaterEvent')) }),
    ),
  }),
  ReportTemplate: object({ template: TEMPLATE, versions: listOf(object({ version: count, note: orNull(text) })) }),
};

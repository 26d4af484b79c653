import {
  count,
  actor,
  flag,
  instant,
  listOf,
  mapOf,
  object,
  oneOf,
  orNull,
  ref,
  text,
  day,
  type Schema,
} from './schema.ts';
import { namedVersion, sentence } from './answer-parts.ts';

const switches = {
  name: text,
  title: sentence,
  terminated: oneOf('kept', 'dropped'),
  carriedOver: oneOf('in', 'out'),
  contract: oneOf('amended', 'original'),
  window: oneOf('period', 'year'),
  boundary: orNull(listOf(text)),
  conversions: listOf(object({ currency: text, rate: text, on: day })),
  comparable: oneOf('recomputed', 'none'),
  curve: { oneOf: [oneOf('months', 'days'), listOf(text)] },
  rounding: object({ mode: oneOf('half-up', 'truncate'), places: count }),
  metrics: mapOf(object({ title: sentence, formula: ref('Formula') })),
};

const saying = object({
  type: oneOf('TargetSet', 'TargetRevised'),
  on: day,
  recordedAt: instant,
  by: actor,
  value: ref('FigureValue'),
  provisional: flag,
  reason: orNull(text),
  basis: orNull(text),
});

/** Targets; statistical scopes, and what they would change. */
export const DEFINITION_ANSWERS: Readonly<Record<string, Schema>> = {
  Targets: object({
    year: count,
    version: count,
    targets: listOf(
      object({
        metric: text,
        definition: text,
        issuer: text,
        unit: orNull(object({ code: orNull(text), name: text })),
        within: orNull(text),
        year: count,
        value: ref('FigureValue'),
        provisional: flag,
        history: listOf(saying),
      }),
    ),
    beside: listOf(
      object({
        metric: text,
        definition: text,
        issuer: text,
        parent: orNull(ref('FigureValue')),
        sumOfChildren: orNull(ref('FigureValue')),
      }),
    ),
  }),
  Definition: object({ ...switches, version: count }),
  Definitions: object({
    version: count,
    definitions: listOf(object({ definition: ref('Definition'), recordedAt: orNull(instant), by: orNull(actor) })),
    askable: mapOf(object({ windows: listOf(text), where: listOf(text) })),
    filters: object({ texts: listOf(text), amounts: listOf(text) }),
    measures: mapOf(oneOf('money', 'count', 'percent')),
    drafts: listOf(
      object({ draft: count, definition: object(switches), note: orNull(text), publishedAs: orNull(count) }),
    ),
  }),
  DefinitionAnswer: object({ version: count, draft: orNull(count), published: orNull(namedVersion), repeated: flag }),
  DefinitionReplay: object({
    period: text,
    asOf: day,
    from: namedVersion,
    to: namedVersion,
    figures: count,
    differences: listOf(
      object({
        metric: text,
        key: orNull(text),
        unit: orNull(object({ code: orNull(text), name: text })),
        whole: flag,
        before: orNull(ref('FigureValue')),
        after: orNull(ref('FigureValue')),
      }),
    ),
  }),
};

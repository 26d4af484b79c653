import { COUNTABLES, FILTER_AMOUNTS, FILTER_TEXTS } from '#domain';
import { namedVersion, projectName } from './answer-parts.ts';
import { count, day, listOf, mapOf, object, oneOf, orNull, ref, text, type Schema } from './schema.ts';

const RATIO = object({ numerator: text, denominator: text, percent: text });
const VALUE: Schema = { oneOf: [ref('Money'), ref('Ratio'), text] };
const EVENT = object({ version: count, type: text, on: day, basis: orNull(text) });
const PART = object({
  value: ref('FigureValue'),
  rows: listOf(object({ project: projectName, event: orNull(EVENT), value: ref('FigureValue') })),
});

const PART_OF_FORMULA = object({
  of: oneOf(...COUNTABLES),
  measure: oneOf('count', 'amount'),
  window: text,
  where: listOf(text),
  'filter?': listOf({
    oneOf: [
      object({ field: oneOf(...FILTER_TEXTS), is: listOf(text) }),
      object({ field: oneOf(...FILTER_AMOUNTS), 'from?': text, 'to?': text }),
    ],
  }),
});

/** What figures answer: a figure everywhere in one shape, its parts by project, event and paper. */
export const FIGURE_ANSWERS: Readonly<Record<string, Schema>> = {
  Formula: {
    oneOf: [object({ value: PART_OF_FORMULA }), object({ numerator: PART_OF_FORMULA, denominator: PART_OF_FORMULA })],
  },
  Ratio: RATIO,
  FigureValue: VALUE,
  Figure: object({
    value: orNull(ref('FigureValue')),
    previous: orNull(ref('FigureValue')),
    yearOnYear: orNull(ref('Ratio')),
    target: orNull(ref('FigureValue')),
    progress: orNull(ref('Ratio')),
    shortfall: orNull(text),
    rank: orNull(count),
    open: text,
  }),
  Indicators: object({
    period: text,
    asOf: day,
    asKnown: text,
    position: count,
    definition: namedVersion,
    by: text,
    timeProportional: ref('Ratio'),
    due: ref('Ratio'),
    rows: listOf(
      object({
        key: orNull(text),
        unit: orNull(object({ code: orNull(text), name: text })),
        figures: mapOf(ref('Figure')),
      }),
    ),
    total: object({ figures: mapOf(ref('Figure')) }),
    targets: listOf(
      object({
        metric: text,
        issuer: text,
        parent: orNull(ref('FigureValue')),
        sumOfChildren: orNull(ref('FigureValue')),
      }),
    ),
    notes: listOf(text),
  }),
  Structure: object({
    period: text,
    by: text,
    rows: listOf(
      object({
        key: orNull(text),
        label: text,
        count: text,
        amount: ref('Money'),
        shareOfCount: orNull(ref('Ratio')),
        shareOfAmount: orNull(ref('Ratio')),
      }),
    ),
    total: object({ count: text, amount: ref('Money') }),
    notes: listOf(text),
  }),
  OpenedFigure: object({
    metric: text,
    definition: namedVersion,
    formula: ref('Formula'),
    figure: ref('Figure'),
    numerator: PART,
    denominator: orNull(PART),
    restated: orNull(
      object({ from: orNull(ref('FigureValue')), to: orNull(ref('FigureValue')), why: listOf(ref('LaterEvent')) }),
    ),
  }),
};

export {
  compareFractions,
  decimalFraction,
  decimalOf,
  divided,
  fraction,
  growth,
  HALF_UP_TWO,
  minus,
  plus,
  times,
  wholeOf,
  percentOf,
  ratioOf,
  roundedToWhole,
  type Fraction,
  type Ratio,
  type Rounding,
} from './fraction.ts';
export {
  dueWithin,
  readPeriod,
  threeYears,
  timeProportional,
  yearBefore,
  yearEarlier,
  type Curve,
  type Period,
} from './period.ts';
export { ranksOf } from './ranks.ts';
export { SIZE_BANDS, sizeBandOf } from './size-bands.ts';
export { DEFAULT_DEFINITION, formulaOf, metricKeys, type Definition } from './definition.ts';
export {
  definitionDraft,
  definitionNamed,
  DEFINITIONS,
  draftDefinition,
  foldDefinitions,
  nextDefinition,
  publishDefinitionDraft,
  type DefinitionDraft,
  type DefinitionEvent,
  type Definitions,
} from './definitions.ts';
export { ASKABLE } from './read-formula.ts';
export { readDefinition } from './read-definition.ts';
export type { DefinitionRejectionCode } from './rejections.ts';
export {
  measuredIn,
  COUNTABLES,
  FILTER_AMOUNTS,
  FILTER_TEXTS,
  METRICS,
  type Condition as MetricCondition,
  type Countable,
  type Filter as MetricFilter,
  type Formula,
  type Measure,
  type MetricKey,
  type Part,
  type Window as MetricWindow,
} from './metrics.ts';
export {
  FUNNEL_ENDS,
  FUNNEL_STAGES,
  START_REASONS,
  type FunnelEnd,
  type FunnelStage,
  type StartReason,
} from './steps.ts';

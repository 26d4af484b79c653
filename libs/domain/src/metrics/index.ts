export {
  compareFractions,
  fraction,
  growth,
  HALF_UP_TWO,
  minus,
  percentOf,
  ratioOf,
  type Fraction,
  type Ratio,
  type Rounding,
} from './fraction.ts';
export {
  readPeriod,
  threeYears,
  timeProportional,
  yearBefore,
  yearEarlier,
  type Curve,
  type Period,
} from './period.ts';
export { ranksOf } from './ranks.ts';
export { SIZE_BANDS, sizeBandOf, type SizeBand } from './size-bands.ts';
export { DEFAULT_DEFINITION, type Definition } from './definition.ts';
export {
  isMetricKey,
  METRICS,
  type Condition as MetricCondition,
  type Countable,
  type Formula,
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

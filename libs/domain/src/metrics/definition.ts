import type { IsoDate } from '../dates.ts';
import type { Sentence } from '../rejected.ts';
import type { Origin } from '../project/events.ts';
import { HALF_UP_TWO, type Rounding } from './fraction.ts';
import { METRICS, NOT_IN_TABLE, type Formula } from './metrics.ts';
import type { Curve } from './period.ts';

// STORED FOR EVER, in DefinitionDrafted and DefinitionPublished. Plain JSON only.

/** A metric of the bureau's own: a formula of the same parts, and what it is called. */
export interface OwnMetric {
  readonly title: Sentence;
  readonly formula: Formula;
}

/** Foreign money told in 元: so many 元 for one unit of the currency, by the rate of that day. `rate`: decimal text. */
export interface Conversion {
  readonly currency: string;
  readonly rate: string;
  readonly on: IsoDate;
}

/** A statistical scope (口径): what a metric's formula leaves open, decided and versioned. Every printed figure names it (README, "Definitions"). */
export interface Definition {
  readonly name: string;
  readonly version: number; // 1, 2 …, a name
  readonly title: Sentence;
  /** Whether a terminated project stays among the signed (in the denominator of a start rate). */
  readonly terminated: 'kept' | 'dropped';
  /** Whether arrivals on projects signed in earlier years count in a period. */
  readonly carriedOver: 'in' | 'out';
  /** Which amount of a contract counts. */
  readonly contract: 'amended' | 'original';
  /** Whose signings a start rate or a funds-in-place rate looks at: those of the period, or of its year up to its end. */
  readonly window: 'period' | 'year';
  /** Origins whose money counts as arrived; null: every, unknown ones too. */
  readonly boundary: readonly Origin[] | null;
  /** Currencies that are told in 元; all others stay in their own and are named beside. */
  readonly conversions: readonly Conversion[];
  /** Last year's figures: recomputed by this definition, or none, where its scope is not comparable. */
  readonly comparable: 'recomputed' | 'none';
  readonly curve: Curve;
  readonly rounding: Rounding;
  readonly metrics: Readonly<Record<string, OwnMetric>>;
}

/** The definition where a bureau has published none (README, "Metrics"). */
export const DEFAULT_DEFINITION: Definition = {
  name: 'default',
  version: 1,
  title: { zh: '默认口径', en: 'Default' },
  terminated: 'kept',
  carriedOver: 'in',
  contract: 'amended',
  window: 'period',
  boundary: null,
  conversions: [],
  comparable: 'recomputed',
  curve: 'months',
  rounding: HALF_UP_TWO,
  metrics: {},
};

/** The metrics of a table by a definition: those of every bureau, and its own. */
export const metricKeys = ({ metrics }: Definition): readonly string[] => [
  ...Object.keys(METRICS).filter((key) => !NOT_IN_TABLE.includes(key)),
  ...Object.keys(metrics),
];

/** What a metric is computed by; null: neither every bureau's nor the definition's. */
export const formulaOf = ({ metrics }: Definition, metric: string): Formula | null => {
  if (Object.hasOwn(METRICS, metric)) return METRICS[metric as keyof typeof METRICS];
  return Object.hasOwn(metrics, metric) ? metrics[metric]!.formula : null;
};

import { moneyOf, ratioOf, type MetricKey, type Target, type Targets } from '#domain';
import type { FigureValue } from './figure.ts';
import { exactTarget, targetOf } from './targets-known.ts';

/** What an issuer set for the whole, beside the sum of what it set for the parts: they need not agree. */
export interface TargetsBeside {
  readonly metric: MetricKey;
  readonly issuer: string;
  readonly parent: FigureValue | null;
  readonly sumOfChildren: FigureValue | null;
}

export const shownTarget = ({ value }: Target): FigureValue => {
  if ('money' in value) return value.money;
  return 'count' in value ? value.count : ratioOf(exactTarget(value))!;
};

/** Rates are not added. */
const sumOf = (targets: readonly Target[]): FigureValue | null => {
  const [first] = targets;
  if (first === undefined || 'percent' in first.value) return null;
  const whole = targets.reduce((total, { value }) => total + exactTarget(value).numerator, 0n);
  return 'money' in first.value ? moneyOf(whole, first.value.money.currency) : String(whole);
};

/** Each issuer's target for `unit` (null: the whole bureau) beside the sum of its other targets. */
export const targetsBeside = (
  targets: Targets,
  metrics: readonly MetricKey[],
  unit: string | null,
): readonly TargetsBeside[] => {
  const mine = [...targets.values()].filter(({ metric }) => metrics.includes(metric));
  const pairs = new Map(mine.map(({ metric, issuer }) => [JSON.stringify([metric, issuer]), { metric, issuer }]));
  return [...pairs.values()].map(({ metric, issuer }) => {
    const parent = targetOf(targets, metric, unit, issuer);
    const children = mine.filter((one) => one.metric === metric && one.issuer === issuer && one.unit !== unit);
    return {
      metric,
      issuer,
      parent: parent === null ? null : shownTarget(parent),
      sumOfChildren: sumOf(children),
    };
  });
};

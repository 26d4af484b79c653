import type { IsoDate } from '../dates.ts';
import { DEFAULT_DEFINITION } from '../metrics/definition.ts';
import { isMetricKey, measuredIn, METRICS, type Measure } from '../metrics/metrics.ts';
import { fenOf } from '../money.ts';
import { reject } from '../project/rejections.ts';
import type { TargetCommand } from './commands.ts';
import type { TargetEvent, TargetKey, TargetValue } from './events.ts';
import { rejectTarget, type TargetRejectionCode } from './rejections.ts';
import { sameValue, targetId, type Targets } from './target.ts';

/** Null: a metric of the bureau's own, measured as it is given. */
const measureOf = (metric: string): Measure | null => (isMetricKey(metric) ? measuredIn(METRICS[metric]) : null);

const NEEDS: Readonly<Record<Measure, TargetRejectionCode>> = {
  money: 'target-needs-money',
  count: 'target-needs-count',
  percent: 'target-needs-percent',
};

const measures = (value: TargetValue & object, measure: Measure | null): boolean =>
  measure === null || measure in value;

const notNegative = (value: TargetValue): TargetValue => {
  if ('money' in value && fenOf(value.money.amount) < 0n) rejectTarget('target-negative', 'money');
  if ('percent' in value && value.percent.startsWith('-')) rejectTarget('target-negative', 'percent');
  return value;
};

const valueOf = ({ metric, money, count, percent }: TargetCommand): TargetValue => {
  const given: readonly (TargetValue & object)[] = [
    ...(money === undefined ? [] : [{ money }]),
    ...(count === undefined ? [] : [{ count: String(count) }]),
    ...(percent === undefined ? [] : [{ percent }]),
  ];
  const measure = measureOf(metric);
  const [value] = given;
  if (value === undefined || given.length > 1 || !measures(value, measure))
    return rejectTarget(measure === null ? 'target-needs-value' : NEEDS[measure], measure ?? 'money');
  return notNegative(value);
};

const keyOf = ({ metric, definition, issuer, unit, year }: TargetCommand): TargetKey => ({
  metric,
  definition: definition ?? DEFAULT_DEFINITION.name,
  issuer: issuer.trim(),
  unit: unit ?? null,
  year,
});

/** What a command does to the targets of its year: one fact, none where nothing new is said, or a refusal. `today`: the civil day of recording. */
export const decideTarget = (command: TargetCommand, targets: Targets, today: IsoDate): readonly TargetEvent[] => {
  const on = command.occurredOn ?? today;
  if (on > today) reject('occurred-in-future', 'occurredOn');
  const data = {
    ...keyOf(command),
    value: valueOf(command),
    provisional: command.provisional ?? false,
    ...(command.within === undefined ? {} : { within: command.within }),
  };
  const known = targets.get(targetId(data));
  const said = known !== undefined && sameValue(known.value, data.value) && known.provisional === data.provisional;
  if (command.type === 'SetTarget') {
    if (known === undefined) return [{ type: 'TargetSet', occurredOn: on, data }];
    return said ? [] : rejectTarget('target-exists', 'metric');
  }
  if (known === undefined) return rejectTarget('target-unknown', 'metric');
  if (said) return [];
  return [{ type: 'TargetRevised', occurredOn: on, data: { ...data, from: known.value, reason: command.reason } }];
};

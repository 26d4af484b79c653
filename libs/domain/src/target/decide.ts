import type { IsoDate } from '../dates.ts';
import { DEFAULT_DEFINITION } from '../metrics/definition.ts';
import { METRICS, type Formula } from '../metrics/metrics.ts';
import { fenOf } from '../money.ts';
import { REJECTIONS } from '../project/rejections.ts';
import { Rejected } from '../rejected.ts';
import type { TargetCommand } from './commands.ts';
import type { TargetEvent, TargetKey, TargetValue } from './events.ts';
import { rejectTarget } from './rejections.ts';
import { sameValue, targetId, type Targets } from './target.ts';

/** A rate is measured in percent, an amount in money, anything else is counted. */
export const measureOf = (formula: Formula): 'money' | 'count' | 'percent' =>
  'numerator' in formula ? 'percent' : formula.value.measure === 'amount' ? 'money' : 'count';

const valueOf = ({ metric, money, count, percent }: TargetCommand): TargetValue => {
  const given = [money, count, percent].filter((one) => one !== undefined).length;
  switch (measureOf(METRICS[metric])) {
    case 'money':
      if (money === undefined || given > 1) return rejectTarget('target-needs-money', 'money');
      if (fenOf(money.amount) < 0n) return rejectTarget('target-negative', 'money');
      return { money };
    case 'count':
      if (count === undefined || given > 1) return rejectTarget('target-needs-count', 'count');
      return { count: String(count) };
    case 'percent':
      if (percent === undefined || given > 1) return rejectTarget('target-needs-percent', 'percent');
      if (percent.startsWith('-')) return rejectTarget('target-negative', 'percent');
      return { percent };
  }
};

/** What a command does to the targets of its year: one fact, none where nothing new is said, or a refusal. `today`: the civil day of recording. */
export const decideTarget = (command: TargetCommand, targets: Targets, today: IsoDate): readonly TargetEvent[] => {
  const on = command.occurredOn ?? today;
  if (on > today) throw new Rejected('occurred-in-future', REJECTIONS['occurred-in-future'], 'occurredOn');
  const { metric, issuer, year } = command;
  const key: TargetKey = {
    metric,
    definition: command.definition ?? DEFAULT_DEFINITION.name,
    issuer: issuer.trim(),
    unit: command.unit ?? null,
    year,
  };
  const data = { ...key, value: valueOf(command), provisional: command.provisional ?? false };
  const known = targets.get(targetId(key));
  const said = known !== undefined && sameValue(known.value, data.value) && known.provisional === data.provisional;
  if (command.type === 'SetTarget') {
    if (known === undefined) return [{ type: 'TargetSet', occurredOn: on, data }];
    return said ? [] : rejectTarget('target-exists', 'metric');
  }
  if (known === undefined) return rejectTarget('target-unknown', 'metric');
  if (said) return [];
  return [{ type: 'TargetRevised', occurredOn: on, data: { ...data, from: known.value, reason: command.reason } }];
};

import { CLOCK_NAMES, type ClockName } from '../clocks/names.ts';
import { isIsoDate, type IsoDate } from '../dates.ts';
import { deadlinesOf } from './deadlines.ts';
import { secondPersonOf } from './second-person.ts';
import { flag, lengthOf, object, whole } from './document.ts';
import { ladderIn, ownLadderIn } from './ladder-document.ts';
import type { ClockRule, Policy, RungRule } from './policy.ts';
import { refuse } from './rejections.ts';
import type { Rules } from './rules.ts';

const OWN = ['yellow', 'orange', 'red', 'withdrawal', 'blueAfter'] as const;

/** Clocks whose due day follows from a length, or from the own colour named here. Without either they could not be counted at all. */
const COUNTED: Readonly<Partial<Record<ClockName, 'length' | 'yellow' | 'red'>>> = {
  'negotiation-standard': 'length',
  'negotiation-large': 'length',
  'no-progress': 'yellow',
  'signed-one-year': 'red',
  'idle-land': 'length',
  'statistical-entry': 'yellow',
  'first-funds': 'length',
  'funds-15-percent': 'length',
};

const ownColours = (value: unknown, field: string): NonNullable<ClockRule['own']> => {
  const given = object(value, field);
  return Object.fromEntries(
    OWN.flatMap((one) => (given[one] === undefined ? [] : [[one, lengthOf(given[one], `${field}.${one}`)]])),
  );
};

const clockRule = (name: ClockName, value: unknown, general: readonly RungRule[], field: string): ClockRule => {
  const { length, own, pausedByHold, ladder } = object(value, field);
  const colours = own === undefined ? undefined : ownColours(own, `${field}.own`);
  const counted = COUNTED[name];
  const given = length === null || length === undefined ? null : lengthOf(length, `${field}.length`);
  if (counted !== undefined && given === null && (counted === 'length' || colours?.[counted] === undefined))
    refuse('policy-invalid', `${field}.length`, '缺少时长', 'says no length');
  return {
    length: given,
    ...(colours === undefined ? {} : { own: colours }),
    pausedByHold: flag(pausedByHold, `${field}.pausedByHold`),
    ...(ladder === undefined ? {} : { ladder: ownLadderIn(ladder, name, colours, general, `${field}.ladder`) }),
  };
};

/**
 * A policy from a file, as the next version. Everything is checked: a policy that is stored runs. A file written before there were deadlines names
 * none; those in force then stay. Throws Rejected naming the field.
 */
export const publishPolicy = (file: unknown, { policies }: Rules, today: IsoDate): Policy => {
  const given = object(file, 'policy');
  const last = policies.at(-1)!;
  const validFrom =
    given['validFrom'] === undefined || given['validFrom'] === last.validFrom ? today : given['validFrom'];
  if (typeof validFrom !== 'string' || !isIsoDate(validFrom))
    return refuse('policy-invalid', 'validFrom', '必须是日期', 'must be a day');
  if (validFrom < last.validFrom)
    refuse('policy-not-later', 'validFrom', `早于 ${last.validFrom}`, `lies before ${last.validFrom}`);
  const scale = object(given['scale'], 'scale');
  const clocks = object(given['clocks'], 'clocks');
  const unknown = Object.keys(clocks).find((name) => !CLOCK_NAMES.includes(name as never));
  if (unknown !== undefined) refuse('policy-invalid', `clocks.${unknown}`, '没有这个时限', 'is no clock');
  const steps = object(given['leadSteps'], 'leadSteps');
  const ladder = ladderIn(given['ladder'], 'ladder');
  const colours = {
    yellowDaysLate: whole(scale['yellowDaysLate'], 'scale.yellowDaysLate', 1),
    orangeDaysLate: whole(scale['orangeDaysLate'], 'scale.orangeDaysLate', 1),
    redDaysLate: whole(scale['redDaysLate'], 'scale.redDaysLate', 1),
  };
  if (!(colours.yellowDaysLate < colours.orangeDaysLate && colours.orangeDaysLate < colours.redDaysLate))
    refuse('policy-invalid', 'scale', '黄、橙、红的天数必须递增', 'must grow from yellow to orange to red');
  return {
    version: last.version + 1,
    validFrom,
    scale: { blueDaysBefore: whole(scale['blueDaysBefore'], 'scale.blueDaysBefore'), ...colours },
    clocks: Object.fromEntries(
      CLOCK_NAMES.map((name) => [name, clockRule(name, clocks[name], ladder, `clocks.${name}`)]),
    ) as Policy['clocks'],
    fundsPercent: whole(given['fundsPercent'], 'fundsPercent', 1),
    leadSteps: {
      acknowledged: whole(steps['acknowledged'], 'leadSteps.acknowledged', 1),
      screened: whole(steps['screened'], 'leadSteps.screened', 1),
      fedBack: whole(steps['fedBack'], 'leadSteps.fedBack', 1),
    },
    secondPerson:
      given['secondPerson'] === undefined ? last.secondPerson : secondPersonOf(given['secondPerson'], 'secondPerson'),
    deadlines: given['deadlines'] === undefined ? last.deadlines : deadlinesOf(given['deadlines'], 'deadlines'),
    ladder,
  };
};

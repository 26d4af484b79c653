import { CLOCK_NAMES, type ClockName } from '../clocks/names.ts';
import { isIsoDate, type IsoDate } from '../dates.ts';
import { deadlinesOf } from './deadlines.ts';
import { flag, lengthOf, object, whole } from './document.ts';
import { COLOURS, RUNGS, type ClockRule, type Length, type Policy, type RungRule } from './policy.ts';
import { refuse } from './rejections.ts';
import type { Rules } from './rules.ts';

const OWN = ['yellow', 'orange', 'red', 'withdrawal', 'blueAfter'] as const;

/** Clocks whose due day follows from a length, or from the own colour named here. Without either they could not be counted at all. */
const COUNTED: Readonly<Partial<Record<ClockName, 'length' | 'yellow' | 'red'>>> = {
  'negotiation-standard': 'length', 'negotiation-large': 'length', 'no-progress': 'yellow', 'signed-one-year': 'red', 'idle-land': 'length',
  'statistical-entry': 'yellow', 'first-funds': 'length', 'funds-15-percent': 'length',
};

const calendarTime = (value: unknown, field: string): Length => {
  const length = lengthOf(value, field);
  return length.unit === 'working-days' ? refuse('policy-invalid', `${field}.unit`, '须是 days 或 months：此项按日历时间计算', 'must be days or months: this is counted in calendar time') : length;
};

const clockRule = (name: ClockName, value: unknown, field: string): ClockRule => {
  const { length, own, pausedByHold } = object(value, field);
  const colours = own === undefined ? undefined : object(own, `${field}.own`);
  const counted = COUNTED[name];
  const given = length === null || length === undefined ? null : counted === undefined ? lengthOf(length, `${field}.length`) : calendarTime(length, `${field}.length`);
  if (counted !== undefined && given === null && (counted === 'length' || colours?.[counted] === undefined)) refuse('policy-invalid', `${field}.length`, '缺少时长', 'says no length');
  return {
    length: given,
    ...(colours === undefined ? {} : { own: Object.fromEntries(OWN.flatMap((one) => (colours[one] === undefined ? [] : [[one, calendarTime(colours[one], `${field}.own.${one}`)]]))) }),
    pausedByHold: flag(pausedByHold, `${field}.pausedByHold`),
  };
};

const LONGEST_LADDER = 100; // each rung is dated for every clock of every project
const RECIPIENTS = ['steward', 'liaisons', 'owner-unit', 'owner-head', 'responsible-leader', 'all-units', 'supervision-office'];

const rungRule = (value: unknown, field: string): RungRule => {
  const { rung, when, to } = object(value, field);
  if (!RUNGS.includes(rung as never)) refuse('policy-invalid', `${field}.rung`, `必须是 ${RUNGS.join('、')} 之一`, `must be one of ${RUNGS.join(', ')}`);
  if (!Array.isArray(to) || to.length === 0 || to.some((one) => !RECIPIENTS.includes(String(one)))) refuse('policy-invalid', `${field}.to`, `必须取自 ${RECIPIENTS.join('、')}`, `must be taken from ${RECIPIENTS.join(', ')}`);
  const { daysBeforeDue, onDue, onColour, everyDays, daysLate } = object(when, `${field}.when`);
  if (Array.isArray(daysBeforeDue) && daysBeforeDue.length > LONGEST_LADDER) refuse('policy-invalid', `${field}.when.daysBeforeDue`, '过长', 'is too long');
  const time = Array.isArray(daysBeforeDue) ? { daysBeforeDue: daysBeforeDue.map((one, index) => whole(one, `${field}.when.daysBeforeDue.${index}`, 1)) }
    : onDue === true ? { onDue: true as const }
    : daysLate !== undefined ? { daysLate: whole(daysLate, `${field}.when.daysLate`, 1) }
    : COLOURS.includes(onColour as never) ? { onColour: onColour as never, ...(everyDays === undefined ? {} : { everyDays: whole(everyDays, `${field}.when.everyDays`, 1) }) }
    : refuse('policy-invalid', `${field}.when`, '没有写明时间', 'says no time');
  return { rung, to, when: time } as RungRule;
};

/**
 * A policy from a file, as the next version. Everything is checked: a policy that is stored runs. A file written before there were deadlines names
 * none; those in force then stay. Throws Rejected naming the field.
 */
export const publishPolicy = (file: unknown, { policies }: Rules, today: IsoDate): Policy => {
  const given = object(file, 'policy');
  const last = policies.at(-1)!;
  const validFrom = given['validFrom'] === undefined || given['validFrom'] === last.validFrom ? today : given['validFrom'];
  if (typeof validFrom !== 'string' || !isIsoDate(validFrom)) return refuse('policy-invalid', 'validFrom', '必须是日期', 'must be a day');
  if (validFrom < last.validFrom) refuse('policy-not-later', 'validFrom', `早于 ${last.validFrom}`, `lies before ${last.validFrom}`);
  const scale = object(given['scale'], 'scale');
  const clocks = object(given['clocks'], 'clocks');
  const unknown = Object.keys(clocks).find((name) => !CLOCK_NAMES.includes(name as never));
  if (unknown !== undefined) refuse('policy-invalid', `clocks.${unknown}`, '没有这个时限', 'is no clock');
  const steps = object(given['leadSteps'], 'leadSteps');
  if (!Array.isArray(given['ladder']) || given['ladder'].length > LONGEST_LADDER) return refuse('policy-invalid', 'ladder', `必须是不超过 ${LONGEST_LADDER} 级的列表`, `must be a list of at most ${LONGEST_LADDER} rungs`);
  const colours = { yellowDaysLate: whole(scale['yellowDaysLate'], 'scale.yellowDaysLate', 1), orangeDaysLate: whole(scale['orangeDaysLate'], 'scale.orangeDaysLate', 1), redDaysLate: whole(scale['redDaysLate'], 'scale.redDaysLate', 1) };
  if (!(colours.yellowDaysLate < colours.orangeDaysLate && colours.orangeDaysLate < colours.redDaysLate)) refuse('policy-invalid', 'scale', '黄、橙、红的天数必须递增', 'must grow from yellow to orange to red');
  return {
    version: last.version + 1, validFrom, scale: { blueDaysBefore: whole(scale['blueDaysBefore'], 'scale.blueDaysBefore'), ...colours },
    clocks: Object.fromEntries(CLOCK_NAMES.map((name) => [name, clockRule(name, clocks[name], `clocks.${name}`)])) as Policy['clocks'],
    fundsPercent: whole(given['fundsPercent'], 'fundsPercent', 1),
    leadSteps: { acknowledged: whole(steps['acknowledged'], 'leadSteps.acknowledged', 1), screened: whole(steps['screened'], 'leadSteps.screened', 1), fedBack: whole(steps['fedBack'], 'leadSteps.fedBack', 1) },
    deadlines: given['deadlines'] === undefined ? last.deadlines : deadlinesOf(given['deadlines'], 'deadlines'),
    ladder: given['ladder'].map((one, index) => rungRule(one, `ladder.${index}`)),
  };
};

import type { CalendarYear } from '../calendar/calendar.ts';
import { CLOCK_NAMES } from '../clocks/names.ts';
import { isIsoDate, type IsoDate } from '../dates.ts';
import { Rejected, type Sentence } from '../rejected.ts';
import { COLOURS, type ClockRule, type Length, type Policy, type RungRule } from './policy.ts';
import type { Rules } from './rules.ts';

/** Every rule that can refuse a policy or a calendar. */
export const POLICY_REJECTIONS = {
  'policy-invalid': { zh: '时限规则文件不正确。', en: 'The policy is not valid.' },
  'policy-not-later': { zh: '新规则的生效日期不能早于现行规则。', en: 'A new policy cannot be in force before the one it follows.' },
  'calendar-invalid': { zh: '工作日历不正确。', en: 'The calendar is not valid.' },
} as const satisfies Record<string, Sentence>;
export type PolicyRejectionCode = keyof typeof POLICY_REJECTIONS;

const refuse = (code: PolicyRejectionCode, field: string, zh: string, en: string): never => {
  const sentence = POLICY_REJECTIONS[code];
  throw new Rejected(code, { zh: `${sentence.zh.replace(/。$/, '')}：${field} ${zh}。`, en: `${sentence.en.replace(/\.$/, '')}: ${field} ${en}.` }, field);
};

type Json = Readonly<Record<string, unknown>>;
const object = (value: unknown, field: string): Json => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : refuse('policy-invalid', field, '必须是对象', 'must be an object'));
const whole = (value: unknown, field: string, least = 0): number => (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= 10_000 ? value : refuse('policy-invalid', field, `必须是不小于 ${least} 的整数`, `must be a whole number from ${least}`));
const flag = (value: unknown, field: string): boolean => (typeof value === 'boolean' ? value : refuse('policy-invalid', field, '必须是 true 或 false', 'must be true or false'));

const lengthOf = (value: unknown, field: string): Length => {
  const { value: number, unit } = object(value, field);
  if (unit !== 'days' && unit !== 'working-days' && unit !== 'months') return refuse('policy-invalid', `${field}.unit`, '必须是 days、working-days 或 months', 'must be days, working-days or months');
  return { value: whole(number, `${field}.value`, 1), unit };
};

const OWN = ['yellow', 'orange', 'red', 'withdrawal', 'blueAfter'] as const;

const clockRule = (value: unknown, field: string): ClockRule => {
  const { length, own, pausedByHold } = object(value, field);
  const colours = own === undefined ? undefined : object(own, `${field}.own`);
  return {
    length: length === null || length === undefined ? null : lengthOf(length, `${field}.length`),
    ...(colours === undefined ? {} : { own: Object.fromEntries(OWN.flatMap((name) => (colours[name] === undefined ? [] : [[name, lengthOf(colours[name], `${field}.own.${name}`)]]))) }),
    pausedByHold: flag(pausedByHold, `${field}.pausedByHold`),
  };
};

const RUNGS = ['near-due', 'due', 'reminder', 'supervision', 'circular', 'interview', 'accountability'];
const RECIPIENTS = ['steward', 'liaisons', 'owner-unit', 'owner-head', 'responsible-leader', 'all-units', 'supervision-office'];

const rungRule = (value: unknown, field: string): RungRule => {
  const { rung, when, to } = object(value, field);
  if (!RUNGS.includes(String(rung))) refuse('policy-invalid', `${field}.rung`, `必须是 ${RUNGS.join('、')} 之一`, `must be one of ${RUNGS.join(', ')}`);
  if (!Array.isArray(to) || to.length === 0 || to.some((one) => !RECIPIENTS.includes(String(one)))) refuse('policy-invalid', `${field}.to`, `必须取自 ${RECIPIENTS.join('、')}`, `must be taken from ${RECIPIENTS.join(', ')}`);
  const { daysBeforeDue, onDue, onColour, everyDays, daysLate } = object(when, `${field}.when`);
  const time = Array.isArray(daysBeforeDue) ? { daysBeforeDue: daysBeforeDue.map((one, index) => whole(one, `${field}.when.daysBeforeDue.${index}`, 1)) }
    : onDue === true ? { onDue: true as const }
    : daysLate !== undefined ? { daysLate: whole(daysLate, `${field}.when.daysLate`, 1) }
    : COLOURS.includes(onColour as never) ? { onColour: onColour as never, ...(everyDays === undefined ? {} : { everyDays: whole(everyDays, `${field}.when.everyDays`, 1) }) }
    : refuse('policy-invalid', `${field}.when`, '没有写明时间', 'says no time');
  return { rung, to, when: time } as RungRule;
};

/** A policy from a file, as the next version. Everything is checked: a policy that is stored runs. Throws Rejected naming the field. */
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
  if (!Array.isArray(given['ladder'])) return refuse('policy-invalid', 'ladder', '必须是列表', 'must be a list');
  const colours = { yellowDaysLate: whole(scale['yellowDaysLate'], 'scale.yellowDaysLate', 1), orangeDaysLate: whole(scale['orangeDaysLate'], 'scale.orangeDaysLate', 1), redDaysLate: whole(scale['redDaysLate'], 'scale.redDaysLate', 1) };
  if (!(colours.yellowDaysLate < colours.orangeDaysLate && colours.orangeDaysLate < colours.redDaysLate)) refuse('policy-invalid', 'scale', '黄、橙、红的天数必须递增', 'must grow from yellow to orange to red');
  return {
    version: last.version + 1, validFrom, scale: { blueDaysBefore: whole(scale['blueDaysBefore'], 'scale.blueDaysBefore'), ...colours },
    clocks: Object.fromEntries(CLOCK_NAMES.map((name) => [name, clockRule(clocks[name], `clocks.${name}`)])) as Policy['clocks'],
    fundsPercent: whole(given['fundsPercent'], 'fundsPercent', 1),
    leadSteps: { acknowledged: whole(steps['acknowledged'], 'leadSteps.acknowledged', 1), screened: whole(steps['screened'], 'leadSteps.screened', 1), fedBack: whole(steps['fedBack'], 'leadSteps.fedBack', 1) },
    ladder: given['ladder'].map((one, index) => rungRule(one, `ladder.${index}`)),
  };
};

const inYear = (range: unknown, year: number, field: string): string => {
  const days = typeof range === 'string' ? range.split('..') : [];
  if (days.length < 1 || days.length > 2 || !days.every(isIsoDate) || (days[1] ?? days[0]!) < days[0]! || !days.every((one) => Math.abs(Number(one.slice(0, 4)) - year) <= 1))
    return refuse('calendar-invalid', field, '必须是当年的日期或“起..止”', 'must be a day of the year or "first..last"');
  return range as string;
};

/** A year's notice from a file: days off (a list, or by festival) and weekend days that are worked. Throws Rejected naming the field. */
export const publishCalendar = (file: unknown): CalendarYear => {
  const { year, off, worked, notice } = typeof file === 'object' && file !== null ? file as Json : refuse('calendar-invalid', 'calendar', '必须是对象', 'must be an object');
  if (typeof year !== 'number' || !Number.isInteger(year) || year < 1950 || year > 2200) return refuse('calendar-invalid', 'year', '必须是年份', 'must be a year');
  const named: Json = Array.isArray(off) ? { 假日: off } : typeof off === 'object' && off !== null ? off as Json : refuse('calendar-invalid', 'off', '缺少', 'is missing');
  if (!Array.isArray(worked)) return refuse('calendar-invalid', 'worked', '必须是列表', 'must be a list');
  return {
    year, worked: worked.map((one, index) => inYear(one, year, `worked.${index}`)),
    off: Object.fromEntries(Object.entries(named).map(([festival, ranges]) => [festival, Array.isArray(ranges) ? ranges.map((one, index) => inYear(one, year, `off.${festival}.${index}`)) : refuse('calendar-invalid', `off.${festival}`, '必须是列表', 'must be a list')])),
    ...(typeof notice === 'string' ? { notice } : {}),
  };
};

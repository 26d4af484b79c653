import type { ClockName } from '../clocks/names.ts';
import { object, whole } from './document.ts';
import {
  COLOURS,
  RUNGS,
  type ClockRule,
  type Colour,
  type OwnRung,
  type Recipient,
  type Rung,
  type RungRule,
  type RungTime,
} from './policy.ts';
import { refuse } from './rejections.ts';

const LONGEST_LADDER = 100; // each rung is dated for every clock of every project
const RECIPIENTS: readonly Recipient[] = [
  'steward',
  'liaisons',
  'owner-unit',
  'owner-head',
  'responsible-leader',
  'all-units',
  'supervision-office',
];

const rungNamed = (value: unknown, field: string): Rung =>
  RUNGS.includes(value as Rung)
    ? (value as Rung)
    : refuse('policy-invalid', field, `必须是 ${RUNGS.join('、')} 之一`, `must be one of ${RUNGS.join(', ')}`);

const recipientsIn = (value: unknown, field: string): readonly Recipient[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => RECIPIENTS.includes(one as Recipient))
    ? (value as readonly Recipient[])
    : refuse(
        'policy-invalid',
        field,
        `必须取自 ${RECIPIENTS.join('、')}`,
        `must be taken from ${RECIPIENTS.join(', ')}`,
      );

const timeIn = (value: unknown, field: string): RungTime => {
  const { daysBeforeDue, onDue, onColour, everyDays, daysLate } = object(value, field);
  if (Array.isArray(daysBeforeDue) && daysBeforeDue.length > LONGEST_LADDER)
    refuse('policy-invalid', `${field}.daysBeforeDue`, '过长', 'is too long');
  return Array.isArray(daysBeforeDue)
    ? { daysBeforeDue: daysBeforeDue.map((one, index) => whole(one, `${field}.daysBeforeDue.${index}`, 1)) }
    : onDue === true
      ? { onDue: true }
      : daysLate !== undefined
        ? { daysLate: whole(daysLate, `${field}.daysLate`, 1) }
        : COLOURS.includes(onColour as Colour)
          ? {
              onColour: onColour as Colour,
              ...(everyDays === undefined ? {} : { everyDays: whole(everyDays, `${field}.everyDays`, 1) }),
            }
          : refuse('policy-invalid', field, '没有写明时间', 'says no time');
};

/** The ladder of all clocks from a policy document. Throws Rejected 'policy-invalid' naming the field. */
export const ladderIn = (value: unknown, field: string): readonly RungRule[] => {
  if (!Array.isArray(value) || value.length > LONGEST_LADDER)
    return refuse(
      'policy-invalid',
      field,
      `必须是不超过 ${LONGEST_LADDER} 级的列表`,
      `must be a list of at most ${LONGEST_LADDER} rungs`,
    );
  return value.map((one, index): RungRule => {
    const { rung, when, to } = object(one, `${field}.${index}`);
    return {
      rung: rungNamed(rung, `${field}.${index}.rung`),
      when: timeIn(when, `${field}.${index}.when`),
      to: recipientsIn(to, `${field}.${index}.to`),
    };
  });
};

/** Clocks that climb no ladder, and why: their own lines would never be read. */
const NO_LADDER: Readonly<Partial<Record<ClockName, readonly [zh: string, en: string]>>> = {
  'idle-land': ['不适用：该时限只作提示，不分级', 'does not apply: this clock gives warnings and has no rungs'],
  issue: ['不适用：请改 deadlines.issue', 'does not apply: change deadlines.issue instead'],
  'order-reply': [
    '不适用：请改 deadlines.order 或 deadlines.task',
    'does not apply: change deadlines.order or deadlines.task instead',
  ],
};

const shows = (own: ClockRule['own'], colour: Colour): boolean =>
  colour === 'green' ? false : colour === 'blue' || own === undefined || own[colour] !== undefined;

/** A rung that the general ladder has not is said whole. */
const saysAll = (line: Readonly<Record<'when' | 'to', unknown>>, at: string): void => {
  for (const [part, given] of Object.entries(line))
    if (given === undefined)
      refuse(
        'policy-invalid',
        `${at}.${part}`,
        '须写明：通用的 ladder 没有这一级',
        'must be said: the general ladder has no such rung',
      );
};

/** What one clock, with these colours of its own, has otherwise than the ladder of all clocks. Throws Rejected 'policy-invalid' naming the field. */
export const ownLadderIn = (
  value: unknown,
  clock: ClockName,
  own: ClockRule['own'],
  general: readonly RungRule[],
  field: string,
): NonNullable<ClockRule['ladder']> => {
  const without = NO_LADDER[clock];
  if (without !== undefined) refuse('policy-invalid', field, ...without);
  return Object.fromEntries(
    Object.entries(object(value, field)).map(([name, line]): readonly [Rung, OwnRung] => {
      const at = `${field}.${name}`;
      const rung = rungNamed(name, at);
      const { when, to } = object(line, at);
      const time = when === undefined || when === null ? when : timeIn(when, `${at}.when`);
      if (time === undefined && to === undefined)
        refuse('policy-invalid', at, '须写明 when 或 to', 'must say when it falls due, or to whom');
      if (time && 'onColour' in time && !shows(own, time.onColour))
        refuse(
          'policy-invalid',
          `${at}.when.onColour`,
          '是该时限不会出现的颜色',
          'is a colour that this clock never shows',
        );
      if (time !== null && !general.some((one) => one.rung === rung)) saysAll({ when: time, to }, at);
      return [
        rung,
        {
          ...(time === undefined ? {} : { when: time }),
          ...(to === undefined ? {} : { to: recipientsIn(to, `${at}.to`) }),
        },
      ];
    }),
  );
};

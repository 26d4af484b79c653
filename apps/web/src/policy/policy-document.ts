import { lateWords } from '../words/late.ts';
import type { Schemas } from '../ask/api.ts';
import { counted } from '../words/counted.ts';
import { MARKS } from '../words/marks.ts';
import { ROLES_TOLD, RUNGS } from '../words/supervision-words.ts';
import { w } from '../words/sentence.ts';
import { CLOCKS, COLOURS, WORDS, type Language, type Sentence } from '../words/words.ts';
import { numberGroups } from './policy-numbers.ts';
import { DAY_FROM, LENGTH_UNITS, OWN_COLOURS } from './policy-words.ts';

export type Policies = Schemas['Policies'];
export type Policy = Policies['policies'][number]['policy'];
export type Length = NonNullable<Policy['clocks'][string]['length']>;
export type RungRule = Policy['ladder'][number];

/** A policy in one language: its parts as sentences an official reads. */
export const policyWords = (language: Language) => {
  const zh = language === 'zh';
  const marks = MARKS[language];
  const say = (words: Readonly<Record<string, Sentence>>, name: string): string => words[name]?.[language] ?? name;
  const length = ({ value, unit }: Length): string => counted(value, LENGTH_UNITS[unit] ?? w(unit, unit))[language];
  const when = ({ daysBeforeDue, onDue, onColour, everyDays, daysLate }: RungRule['when']): string => {
    if (daysBeforeDue)
      return zh
        ? `到期前 ${daysBeforeDue.join('、')} 天`
        : `${counted(daysBeforeDue.join(' and '), WORDS.days).en} before the due day`;
    if (onDue) return zh ? '到期当天' : 'on the due day';
    if (daysLate !== undefined) return lateWords(daysLate)[language];
    const first = zh ? `变${say(COLOURS, onColour ?? '')}当天` : `on the first ${onColour ?? ''} day`;
    return everyDays === undefined
      ? first
      : zh
        ? `${first}，此后每 ${everyDays} 天`
        : `${first}, then every ${counted(everyDays, WORDS.days).en}`;
  };
  const told = (to: readonly string[]): string => to.map((role) => say(ROLES_TOLD, role)).join(marks.list);
  const lengthOf = (clock: string, given: Length | null): string =>
    given === null ? say(DAY_FROM, clock) : length(given);
  const own = (colours: Readonly<Record<string, Length>> = {}): readonly string[] =>
    Object.keys(OWN_COLOURS).flatMap((name) =>
      colours[name] ? [`${say(OWN_COLOURS, name)}${marks.colon}${zh ? '满' : 'after'} ${length(colours[name])}`] : [],
    );
  const clock = (name: string): string => say(CLOCKS, name);
  const rung = (name: string): string => say(RUNGS, name);
  /** What a clock has otherwise than the ladder of all clocks, a line for each rung. */
  const ownLadder = (ladder: Policy['clocks'][string]['ladder'] = {}): readonly string[] =>
    Object.entries(ladder).map(([name, line]) => {
      const said =
        line.when === null
          ? zh
            ? '不设'
            : 'none'
          : [...(line.when ? [when(line.when)] : []), ...(line.to ? [told(line.to)] : [])].join(' → ');
      return `${rung(name)}${marks.colon}${said}`;
    });
  return { length, lengthOf, when, told, own, ownLadder, clock, rung };
};

type Line = readonly [key: string, line: { readonly what: string; readonly is: string }];
export interface Change {
  readonly key: string;
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** What one policy has otherwise than another, line by line, in words. */
export const changesBetween = (before: Policy, after: Policy, language: Language): readonly Change[] => {
  const zh = language === 'zh';
  const { semicolon } = MARKS[language];
  const { clock, length, lengthOf, ownLadder, rung, told, when } = policyWords(language);
  const numbers = (policy: Policy): Line[] =>
    numberGroups(policy).flatMap((group) =>
      group.numbers.map((one): Line => [
        one.path.join('.'),
        {
          what: [
            group.title[language],
            ...(one.colour ? [COLOURS[one.colour][language]] : []),
            one.label[language],
          ].join(' · '),
          is: counted(one.value, one.unit)[language],
        },
      ]),
    );
  const clocks = (policy: Policy): Line[] =>
    Object.entries(policy.clocks).flatMap(([name, rule]): Line[] => [
      [
        `clocks.${name}.length`,
        { what: `${clock(name)} · ${zh ? '时长' : 'length'}`, is: lengthOf(name, rule.length) },
      ],
      ...Object.entries(rule.own ?? {}).map(([colour, given]): Line => [
        `clocks.${name}.own.${colour}`,
        {
          what: `${clock(name)} · ${zh ? '自有颜色' : 'own colour'} · ${OWN_COLOURS[colour]?.[language] ?? colour}`,
          is: length(given),
        },
      ]),
      ...(rule.ladder === undefined
        ? []
        : [
            [
              `clocks.${name}.ladder`,
              {
                what: `${clock(name)} · ${zh ? '自有层级' : 'own rungs'}`,
                is: ownLadder(rule.ladder).join(semicolon),
              },
            ] as const,
          ]),
      [
        `clocks.${name}.pausedByHold`,
        {
          what: `${clock(name)} · ${zh ? '项目暂停时' : 'while suspended'}`,
          is: rule.pausedByHold ? (zh ? '停表' : 'stands still') : zh ? '照走' : 'runs on',
        },
      ],
    ]);
  const ladder = (policy: Policy): Line[] =>
    [...new Set(policy.ladder.map((one) => one.rung))].map((name): Line => [
      `ladder.${name}`,
      {
        what: `${zh ? '层级' : 'rung'} · ${rung(name)}`,
        is: policy.ladder
          .filter((one) => one.rung === name)
          .map((one) => `${when(one.when)} → ${told(one.to)}`)
          .join(semicolon),
      },
    ]);
  const lines = (policy: Policy) => new Map([...numbers(policy), ...clocks(policy), ...ladder(policy)]);
  const [was, is] = [lines(before), lines(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [one, other] = [was.get(key), is.get(key)];
    return one?.is === other?.is
      ? []
      : [{ key, what: (one ?? other)!.what, before: one?.is ?? '—', after: other?.is ?? '—' }];
  });
};

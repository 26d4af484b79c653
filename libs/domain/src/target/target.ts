import type { IsoDate } from '../dates.ts';
import type { TargetData, TargetEvent, TargetKey, TargetValue } from './events.ts';

/** One stream a year: a target is unique within its metric, definition, issuer, unit and year. */
export const targetStream = (year: number): string => `targets-${year}`;

export interface Target extends TargetData {
  readonly revised: number; // how often
}

/** The targets of one year, by what they are set for. */
export type Targets = ReadonlyMap<string, Target>;
export const NO_TARGETS: Targets = new Map();

export const targetId = ({ metric, definition, issuer, unit, year }: TargetKey): string =>
  JSON.stringify([metric, definition, issuer, unit, year]);

export const sameValue = (a: TargetValue, b: TargetValue): boolean => JSON.stringify(a) === JSON.stringify(b);

export const foldTargets = (events: readonly TargetEvent[], before: Targets = NO_TARGETS): Targets => {
  const targets = new Map(before);
  for (const { type, data } of events) {
    const { metric, definition, issuer, unit, year, value, provisional, within } = data;
    const id = targetId(data);
    const revised = type === 'TargetSet' ? 0 : (targets.get(id)?.revised ?? 0) + 1;
    const below = within ?? targets.get(id)?.within;
    const line = below === undefined ? {} : { within: below };
    targets.set(id, { metric, definition, issuer, unit, year, value, provisional, revised, ...line });
  }
  return targets;
};

/**
 * What was said of the targets as they stood on a day. A revision holds from its own day on, so that the table of a past day keeps the target of then;
 * one made after the year is over says what the target of that year was, and holds for all its days, as the first saying does.
 */
export const saidUntil = <T extends { readonly event: TargetEvent }>(said: readonly T[], day: IsoDate): readonly T[] =>
  said.filter(({ event: { type, occurredOn, data } }) => {
    const within = Number(occurredOn.slice(0, 4)) <= data.year;
    return type === 'TargetSet' || occurredOn <= day || !within;
  });

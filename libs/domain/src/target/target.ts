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

import { moneyOf, ratioOf, type Target, type Targets } from '#domain';
import type { FigureValue } from './figure.ts';
import type { UnitNames } from '#projections';
import { exactTarget, targetOf } from './targets-known.ts';

/** What an issuer set for the whole, beside the sum of what it set for the parts: they need not agree. */
export interface TargetsBeside {
  readonly metric: string;
  readonly issuer: string;
  readonly parent: FigureValue | null;
  readonly sumOfChildren: FigureValue | null;
}

export const shownTarget = ({ value }: Pick<Target, 'value'>): FigureValue => {
  if ('money' in value) return value.money;
  return 'count' in value ? value.count : ratioOf(exactTarget(value))!;
};

const measureOf = ({ value }: Target): string => ('money' in value ? value.money.currency : Object.keys(value)[0]!);

/** Rates are not added, nor dollars to 元. */
const sumOf = (targets: readonly Target[]): FigureValue | null => {
  const [first] = targets;
  if (first === undefined || 'percent' in first.value) return null;
  if (targets.some((one) => measureOf(one) !== measureOf(first))) return null;
  const whole = targets.reduce((total, { value }) => total + exactTarget(value).numerator, 0n);
  return 'money' in first.value ? moneyOf(whole, first.value.money.currency) : String(whole);
};

/** Whether `unit` stands below another of `units`: its target is then part of that one's, and not added again. */
const isBelow = (unit: string | null, units: ReadonlySet<string | null>, names: UnitNames): boolean => {
  const parents = new Map(names.all.map(({ code, parent }) => [code, parent]));
  for (let at = parents.get(unit ?? ''); at != null; at = parents.get(at)) if (units.has(at)) return true;
  return false;
};

/** What is set for the parts; sub-lines of a part, and units below it, are in its own target. */
const childrenOf = (targets: readonly Target[], unit: string | null, names: UnitNames): readonly Target[] => {
  const below = targets.filter((one) => one.unit !== unit);
  const holders = new Set(below.map((one) => one.unit));
  const isPart = ({ within }: Target): boolean =>
    within !== undefined && holders.has(names.unitOf(within)?.code ?? within);
  return below.filter((one) => !isPart(one) && !isBelow(one.unit, holders, names));
};

/**
 * Each target for `unit` (null: the whole bureau) beside the sum of its units' targets: those of the same issuer, or where it set none
 * for them, those that the bureau's own issuer set.
 */
export const targetsBeside = (
  targets: Targets,
  metrics: readonly string[],
  { unit, definition }: { readonly unit: string | null; readonly definition: string },
  names: UnitNames,
): readonly TargetsBeside[] =>
  metrics.flatMap((metric) => {
    const mine = [...targets.values()].filter((one) => one.metric === metric && one.definition === definition);
    const issuers = [...new Set(mine.map(({ issuer }) => issuer))];
    const children = (issuer: string) =>
      childrenOf(
        mine.filter((one) => one.issuer === issuer),
        unit,
        names,
      );
    const set = issuers.filter((issuer) => targetOf(targets, metric, unit, issuer, definition) !== null);
    return (set.length > 0 ? set : issuers).map((issuer): TargetsBeside => {
      const parent = targetOf(targets, metric, unit, issuer, definition);
      const other = issuers.find((one) => !set.includes(one));
      const own = children(issuer);
      return {
        metric,
        issuer,
        parent: parent === null ? null : shownTarget(parent),
        sumOfChildren: sumOf(own.length === 0 && other !== undefined ? children(other) : own),
      };
    });
  });

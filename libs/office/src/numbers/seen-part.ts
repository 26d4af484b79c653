import type { Caller, VisibleProjects } from '#identity';
import type { UnitNames } from '#projections';

/** What of the organisation somebody sees whole: only there are totals, targets and ranks of a unit true. */
export interface SeenPart {
  /** Whether all that a unit, or the whole bureau (null), and those below it hold is seen. */
  readonly whole: (unit: string | null) => boolean;
  /** The unit that figures are of where none is named: nothing for who sees everything, and for who sees no unit whole. */
  readonly own: string | undefined;
}

/** The unit on which the account is narrowed, if it is one. */
const narrowedTo = ({ scope: { kind, units }, unit }: Caller): string | null => {
  if (kind === 'units') return units.length === 1 ? units[0]! : null;
  return kind === 'unit' || kind === 'unit-and-below' ? unit : null;
};

export const seenPart = (caller: Caller, scope: VisibleProjects, names: UnitNames): SeenPart => {
  const codes = new Set(names.all.map(({ code }) => code));
  const whole = (unit: string | null): boolean => {
    if (scope.all) return true;
    const below = unit === null ? null : names.subtree(unit);
    return below !== null && below.every((written) => !codes.has(written) || scope.units.includes(written));
  };
  const narrowed = scope.all ? null : narrowedTo(caller);
  return { whole, own: narrowed !== null && whole(narrowed) ? narrowed : undefined };
};

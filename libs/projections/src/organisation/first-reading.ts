import type { IsoDate, RecordedEvent } from '#domain';
import type { Unit } from './unit-names.ts';
import type { UnitNames } from './units.ts';

interface Told {
  readonly code: string;
  readonly name?: string;
  readonly kind?: string;
  readonly parent?: string | null;
  readonly to?: string | null;
}

const changed = (unit: Unit, type: string, { to, parent }: Told): Unit => {
  switch (type) {
    case 'UnitRenamed':
      return { ...unit, name: to!, formerNames: [...unit.formerNames, unit.name] };
    case 'UnitMoved':
      return { ...unit, parent: to ?? parent ?? null };
    case 'UnitClosed':
      return { ...unit, closed: true };
    default:
      return unit;
  }
};

const fold = (events: readonly RecordedEvent[]): ReadonlyMap<string, Unit> => {
  const units = new Map<string, Unit>();
  for (const { event } of events) {
    const data = event.data as Told;
    const { code, name, kind = '', parent = null } = data;
    const known = units.get(code);
    if (event.type === 'UnitAdded')
      units.set(code, { code, name: name!, kind, parent, closed: false, formerNames: [] });
    else if (known !== undefined) units.set(code, changed(known, event.type, data));
  }
  return units;
};

/** Before the first day that the tree tells of, what was recorded of it at its first moment. */
const standing = (events: readonly RecordedEvent[], day: IsoDate): readonly RecordedEvent[] => {
  const then = events.filter(({ event }) => event.occurredOn <= day);
  const first = events[0]?.recordedAt;
  return then.length > 0 ? then : events.filter(({ recordedAt }) => recordedAt === first);
};

/**
 * The tree of a day as issues of the first two editions, and boards that name none, were told by it: they come out as they were. It misses what was
 * added after the first moment, and a name that two bear means the one that came last. All else is told by `unitNames`.
 */
export const firstReadingOf = (events: readonly RecordedEvent[], day: IsoDate): UnitNames => {
  const told = standing(events, day);
  const units = fold(told);
  const byName = new Map<string, Unit>();
  for (const unit of units.values()) for (const name of [...unit.formerNames, unit.name]) byName.set(name, unit);
  const find = (written: string): Unit | undefined => units.get(written) ?? byName.get(written);
  const below = (unit: Unit): readonly Unit[] => [
    unit,
    ...[...units.values()].filter(({ parent }) => parent === unit.code).flatMap(below),
  ];
  return {
    version: told.at(-1)?.version ?? 0,
    all: [...units.values()],
    unitOf: (written) => {
      if (written === null) return null;
      const unit = find(written);
      return unit === undefined ? { code: null, name: written } : { code: unit.code, name: unit.name };
    },
    subtree: (code) => {
      const top = find(code);
      return top === undefined
        ? null
        : below(top).flatMap(({ code: own, name, formerNames }) => [own, name, ...formerNames]);
    },
  };
};

export interface Unit {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly closed: boolean;
  readonly formerNames: readonly string[];
}

/** A unit with the names that it bears later than the day asked for. `coming`: it is not there yet on that day. */
export interface NamedUnit extends Unit {
  readonly laterNames: readonly string[];
  readonly coming: boolean;
}

/** The names of a unit, those first that say the most: its own, that of a closed one, former ones, later ones. */
const ranked = ({ name, formerNames, laterNames, closed, coming }: NamedUnit): readonly (readonly string[])[] =>
  coming ? [[], [], [], [name, ...laterNames]] : [closed ? [] : [name], closed ? [name] : [], formerNames, laterNames];

/** Which unit a name means; 'several': more than one could be meant alike, and none is. */
const meanings = (units: ReadonlyMap<string, NamedUnit>): ReadonlyMap<string, NamedUnit | 'several'> => {
  const found = new Map<string, NamedUnit | 'several'>();
  for (const rank of [0, 1, 2, 3]) {
    const here = new Map<string, NamedUnit | 'several'>();
    for (const unit of units.values())
      for (const name of new Set(ranked(unit)[rank])) here.set(name, here.has(name) ? 'several' : unit);
    for (const [name, unit] of here) if (!found.has(name)) found.set(name, unit);
  }
  return found;
};

/** Units by what facts write: a code, or a name that means one of them. A name is never two units': figures would count its projects twice. */
export const namesOf = (
  units: ReadonlyMap<string, NamedUnit>,
): {
  readonly find: (written: string) => NamedUnit | null;
  readonly namesThatMean: (unit: NamedUnit) => readonly string[];
} => {
  const named = meanings(units);
  const find = (written: string): NamedUnit | null => {
    const unit = units.get(written) ?? named.get(written);
    return unit === undefined || unit === 'several' ? null : unit;
  };
  return {
    find,
    namesThatMean: (unit) => [...new Set(ranked(unit).flat())].filter((name) => find(name)?.code === unit.code),
  };
};

import { appointee, peopleOf, standIn, type Addressee, type IsoDate, type Organisation, type Person } from '#domain';
import { addressed, type HolderOf } from './owed.ts';

const isOffice = ({ kind, name }: { readonly kind: string; readonly name: string }): boolean =>
  /督查|督办|supervision/i.test(`${kind}${name}`);

/** Who holds which role, by the organisation tree as it is now. Units may be named by code or name. */
export const holderIn = (tree: Organisation): HolderOf => {
  const byName = new Map([...tree.units.values()].map(({ name, code }) => [name, code]));
  const office = [...tree.units.values()].find(isOffice)?.code ?? null;
  return (unit, role) => {
    const code = unit === null ? office : tree.units.has(unit) ? unit : (byName.get(unit) ?? null);
    const found = code === null ? undefined : peopleOf(tree, code, role)[0];
    return found === undefined ? null : appointee(found);
  };
};

export const OFFICE: Addressee = { unit: null, role: 'supervision-office', person: null };

const personIn = ({ person, id }: Addressee): Person | null =>
  person === null ? null : { id: id ?? null, name: person };

/**
 * Those who are told on a day: heads and the supervision office as they are appointed now, and for whoever is away that day the deputy beside them.
 * Somebody away without a deputy is told all the same, and so is the supervision office.
 */
export const present = (to: readonly Addressee[], tree: Organisation, day: IsoDate): readonly Addressee[] => {
  const holder = holderIn(tree);
  const found = to.flatMap((one): readonly Addressee[] => {
    const person =
      one.role === 'owner-head'
        ? holder(one.unit, 'head')
        : one.role === 'supervision-office'
          ? holder(null, 'supervision')
          : personIn(one);
    const told = addressed(one.unit, one.role, person);
    const stand = person === null ? 'present' : standIn(tree, person, one.unit, day);
    return stand === 'present'
      ? [told]
      : [
          told,
          stand === null
            ? addressed(null, OFFICE.role, holder(null, 'supervision'))
            : addressed(one.unit, 'deputy', stand),
        ];
  });
  const seen = new Set<string>();
  return found.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
};

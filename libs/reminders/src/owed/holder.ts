import { appointee, peopleOf, standIn, type Addressee, type IsoDate, type Organisation, type Reason } from '#domain';
import { addressed, headOf, officeNow, type Addressed, type HolderOf } from './addressees.ts';

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

/** Heads and the supervision office as they are appointed now. A head who is gone leaves nobody. */
const asAppointed = (to: readonly Addressee[], holder: HolderOf): readonly Addressee[] =>
  to.flatMap((one) => {
    if (one.role === 'owner-head') return headOf(one.unit, holder);
    return one.role === 'supervision-office' ? [officeNow(holder)] : [one];
  });

/** Somebody away is stood in for by the deputy; without one he is told all the same, and so is the supervision office. */
const withDeputies = (told: Addressee, tree: Organisation, holder: HolderOf, day: IsoDate): readonly Addressee[] => {
  if (told.person === null) return [told];
  const stand = standIn(tree, { id: told.id ?? null, name: told.person }, told.unit, day);
  if (stand === 'present') return [told];
  return [told, stand === null ? officeNow(holder) : addressed(told.unit, 'deputy', stand)];
};

const once = (all: readonly Addressee[]): readonly Addressee[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** Who is there to be told on a day, of those whom a notice names. Where nobody is left the supervision office is told, and the notice says so. */
export const present = (to: readonly Addressee[], why: Reason | null, tree: Organisation, day: IsoDate): Addressed => {
  const holder = holderIn(tree);
  const heldNow = why?.code === 'nobody-holds' && why.data.roles.includes('owner-head');
  const head = heldNow ? headOf(why.data.unit ?? null, holder) : []; // appointed since the notice was dated
  const found = head.length > 0 ? head : asAppointed(to, holder);
  const there = found.length > 0 ? found : [officeNow(holder)];
  return {
    to: once(there.flatMap((one) => withDeputies(one, tree, holder, day))),
    why:
      head.length > 0
        ? null
        : found.length > 0
          ? why
          : { code: 'nobody-holds', data: { roles: ['owner-head'], ...unitOf(to) } },
  };
};

const unitOf = (to: readonly Addressee[]): { readonly unit?: string } => {
  const unit = to.find((one) => one.unit !== null)?.unit;
  return unit === null || unit === undefined ? {} : { unit };
};

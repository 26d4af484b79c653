import { subtreeOf, type Organisation, type Project } from '#domain';
import { scopeOf, type Holder, type Subtree, type VisibleProjects } from '#identity';
import { sees as seesKnown, type Scope } from '#projections';
import type { OrganisationNow } from './organisation/organisation-now.ts';

/** Codes and names of units, as facts may have written them; a name that several units bear or bore is none of theirs: only the code says which. */
export const writtenAs = ({ units }: Organisation, codes: readonly string[]): readonly string[] => {
  const borne = new Map<string, string | null>(); // name → the one unit that bears it
  for (const { code, name, formerNames } of units.values())
    for (const one of [name, ...formerNames]) borne.set(one, !borne.has(one) || borne.get(one) === code ? code : null);
  return codes.flatMap((code) => {
    const unit = units.get(code);
    return unit === undefined
      ? []
      : [code, ...[unit.name, ...unit.formerNames].filter((name) => borne.get(name) === code)];
  });
};

/** What somebody may see, by the organisation as it is now. */
export const visibility =
  (organisation: () => Promise<OrganisationNow>) =>
  async (caller: Holder): Promise<VisibleProjects> => {
    if (caller.scope.kind === 'all') return { all: true };
    const { tree } = await organisation();
    const known = (code: string, codes: () => readonly string[]) =>
      tree.units.has(code) ? writtenAs(tree, codes()) : null;
    const subtree: Subtree = (code) => known(code, () => subtreeOf(tree, code));
    return scopeOf(caller, subtree, (code) => known(code, () => [code]));
  };

/** Whether a project lies within what somebody may see; one that is not there yet is nobody's to hide. */
export const sees = (scope: Scope, state: Project): boolean => state.phase === 'none' || seesKnown(scope, state);

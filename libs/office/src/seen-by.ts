import { subtreeOf, type Organisation, type Project } from '#domain';
import { scopeOf, type Caller, type Subtree, type VisibleProjects } from '#identity';
import type { OrganisationNow } from './organisation/organisation-now.ts';

/** Codes and names of units, as facts may have written them. */
const written = ({ units }: Organisation, codes: readonly string[]): readonly string[] =>
  codes.flatMap((code) => {
    const unit = units.get(code);
    return unit === undefined ? [] : [unit.code, unit.name, ...unit.formerNames];
  });

/** What somebody may see, by the organisation as it is now. */
export const visibility =
  (organisation: () => Promise<OrganisationNow>) =>
  async (caller: Caller): Promise<VisibleProjects> => {
    if (caller.scope.kind === 'all') return { all: true };
    const { tree } = await organisation();
    const known = (code: string, codes: () => readonly string[]) =>
      tree.units.has(code) ? written(tree, codes()) : null;
    const subtree: Subtree = (code) => known(code, () => subtreeOf(tree, code));
    return scopeOf(caller, subtree, (code) => known(code, () => [code]));
  };

/** Whether a project lies within what somebody may see: held by one of the units, or in that person's own care. */
export const sees = (visible: VisibleProjects, state: Project): boolean => {
  if (visible.all || state.phase === 'none') return true;
  const { unit, leader, steward } = state.owner;
  if (unit !== null && visible.units.includes(unit)) return true;
  return visible.person !== null && (leader?.id === visible.person || steward?.id === visible.person); // as the lists judge it
};

import { Rejected, REJECTIONS } from '#domain';
import type { Caller } from '#identity';
import { projectChecklist, projectsOfUnits, type ProjectChecklist } from '#projections';
import type { Office } from '../office.ts';
import type { AsOfQuery } from '../projects/queries.ts';
import { admit } from '../projects/show-project.ts';
import { refused } from '../refusals.ts';
import type { PageQuery } from './queries.ts';

/** What is to be done for a project: never ticked by hand where an event can tell. Throws 'project-unknown'. */
export const checklistOf = async (
  office: Office,
  caller: Caller,
  id: string,
  { asOf }: AsOfQuery,
): Promise<ProjectChecklist> => {
  await admit(office, caller, id);
  const checklist = await projectChecklist(office.store, await office.rules(), id, asOf ?? office.today());
  if (checklist === null) throw new Rejected('project-unknown', REJECTIONS['project-unknown']);
  return checklist;
};

export interface UnitChecklist {
  readonly unit: string;
  readonly projects: readonly ProjectChecklist[];
  readonly next: string | null;
}

/** The checklists of the live projects of a unit and of those below it, page by page. Throws 'unit-unknown'. */
export const unitChecklist = async (
  office: Office,
  caller: Caller,
  unit: string,
  { cursor, limit = 20 }: PageQuery,
): Promise<UnitChecklist> => {
  const units = (await office.organisation.names()).subtree(unit);
  if (units === null) throw refused('unit-unknown');
  const scope = await office.visibleTo(caller);
  const seen = scope.all ? units : units.filter((one) => scope.units.includes(one));
  const page = await projectsOfUnits(office.pool, seen, limit + 1, cursor ?? null);
  const rules = await office.rules();
  const checklists = await Promise.all(
    page.slice(0, limit).map(({ id }) => projectChecklist(office.store, rules, id, office.today())),
  );
  return {
    unit,
    projects: checklists.filter((one) => one !== null),
    next: page.length > limit ? page[limit - 1]!.code : null,
  };
};

import type { IsoDate, Organisation, OrganisationUnit } from '#domain';
import type { Question } from '../ask.ts';

interface ShownOrganisation extends Pick<Organisation, 'people'> {
  readonly version: number;
  readonly units: readonly OrganisationUnit[];
  /** Who is away, and who stands in. */
  readonly leaves: readonly {
    readonly person: string;
    readonly from: IsoDate;
    readonly until: IsoDate;
    readonly deputy: string | null;
  }[];
}

/** The organisation tree as it is now, with its people. */
export const showOrganisation: Question<object, ShownOrganisation> = {
  answer: async ({ office }) => {
    const { tree, version } = await office.organisation.current();
    const leaves = tree.leaves.map(({ person, from, until, deputy }) => ({
      person: person.name,
      from,
      until,
      deputy: deputy?.name ?? null,
    }));
    return { version, units: [...tree.units.values()], people: tree.people, leaves };
  },
};

import { peopleWithIds, type Organisation, type People } from '#domain';
import type { OrganisationNow } from '../organisation/organisation-now.ts';

interface Known {
  readonly tree: Organisation;
  readonly holders: People;
  readonly people: People;
}

/** Everybody who can be named by an id: who has an account, and who is foreseen for one in the tree. Put together again only where one of the two is another. */
export const peopleNow = (
  organisation: () => Promise<OrganisationNow>,
  holdersNow: () => Promise<People>,
): (() => Promise<People>) => {
  let known: Known | null = null;
  return async () => {
    // What is asked at one moment shares one look at the log (libs/event-store, postgres-heads): one after the other, each would wait for a look of its own.
    const [{ tree }, holders] = await Promise.all([organisation(), holdersNow()]);
    if (known?.tree !== tree || known.holders !== holders)
      known = { tree, holders, people: new Map([...peopleWithIds(tree), ...holders]) };
    return known.people;
  };
};

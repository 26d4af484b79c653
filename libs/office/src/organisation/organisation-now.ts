import { foldOrganisation, ORGANISATION, type Organisation, type OrganisationEvent } from '#domain';
import type { EventStore } from '#event-store';

export interface OrganisationNow {
  readonly tree: Organisation;
  readonly version: number; // of its stream
}

/** The tree, folded again only where its stream has grown. */
export const organisationNow = (store: EventStore): (() => Promise<OrganisationNow>) => {
  let known: OrganisationNow = { tree: foldOrganisation([]), version: 0 };
  return async () => {
    const before = known;
    const news = await store.readStream(ORGANISATION, before.version);
    if (news.length === 0) return before;
    const events = news.map(({ event }) => event as OrganisationEvent);
    const grown = { tree: foldOrganisation(events, before.tree), version: news.at(-1)!.version };
    if (grown.version > known.version) known = grown;
    return grown;
  };
};

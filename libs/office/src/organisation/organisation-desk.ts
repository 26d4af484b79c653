import { randomUUID } from 'node:crypto';
import {
  dayInShanghai,
  decideOrganisation,
  foldOrganisation,
  importUnits,
  ImportUnits,
  ORGANISATION,
  type NewEvent,
  type Organisation,
  type OrganisationCommand,
  type OrganisationEvent,
  type UnitImport,
} from '#domain';
import { StaleVersion, WrongExpectedVersion, type EventStore } from '#event-store';
import type { Caller } from '#identity';

export interface OrganisationAnswer {
  readonly version: number;
  readonly events: readonly string[];
  readonly repeated: boolean;
}

/** The tree, folded again only where its stream has grown. */
export const organisationOf = (
  store: EventStore,
): (() => Promise<{ readonly tree: Organisation; readonly version: number }>) => {
  let known = { tree: foldOrganisation([]), version: 0 };
  return async () => {
    const before = known;
    const news = await store.readStream(ORGANISATION, before.version);
    if (news.length === 0) return before;
    const grown = {
      tree: foldOrganisation(
        news.map(({ event }) => event as OrganisationEvent),
        before.tree,
      ),
      version: news.at(-1)!.version,
    };
    if (grown.version > known.version) known = grown;
    return grown;
  };
};

const RETRIES = 5;

/** Decides a command on the tree as it is and stores the facts; again where somebody else changed the tree meanwhile. */
export const organisationDesk = (store: EventStore, current: ReturnType<typeof organisationOf>, now: () => Date) => {
  const giving = async <T>(
    caller: Caller,
    key: string,
    ifVersion: number | null,
    decide: (tree: Organisation) => readonly OrganisationEvent[],
    answer: (tree: Organisation, given: OrganisationAnswer) => T,
  ): Promise<T> => {
    const commandId = `${caller.account}/${key}`;
    for (let attempt = 1; ; attempt += 1) {
      const { tree, version } = await current();
      const before = (await store.readStream(ORGANISATION)).filter(({ meta }) => meta.commandId === commandId);
      if (before.length > 0)
        return answer(tree, {
          version: before.at(-1)!.version,
          events: before.map(({ event }) => event.type),
          repeated: true,
        });
      if (ifVersion !== null && ifVersion !== version) throw new StaleVersion(ORGANISATION, ifVersion, version);
      const events = decide(tree);
      if (events.length === 0) return answer(tree, { version, events: [], repeated: false });
      const meta = { actor: { user: caller.user, unit: caller.unit }, commandId };
      try {
        const appended = await store.append(
          ORGANISATION,
          version,
          events.map((event): NewEvent => ({ id: randomUUID(), event, schemaVersion: 1, meta })),
        );
        return answer(tree, {
          version: appended.version,
          events: events.map(({ type }) => type),
          repeated: appended.repeated,
        });
      } catch (error) {
        if (!(error instanceof WrongExpectedVersion) || attempt > RETRIES) throw error;
      }
    }
  };
  const today = () => dayInShanghai(now().toISOString());
  return {
    give: (
      caller: Caller,
      command: OrganisationCommand,
      key: string,
      ifVersion: number | null,
    ): Promise<OrganisationAnswer> =>
      giving(
        caller,
        key,
        ifVersion,
        (tree) => decideOrganisation(command, tree, today()),
        (_tree, given) => given,
      ),
    import: (caller: Caller, { rows }: ImportUnits, key: string): Promise<Omit<UnitImport, 'events'>> => {
      let outcome: UnitImport | null = null;
      return giving(
        caller,
        key,
        null,
        (tree) => (outcome = importUnits(rows, tree, today())).events,
        (tree) => {
          const { created, changed, unchanged, rejected } = outcome ?? importUnits(rows, tree, today());
          return { created, changed, unchanged, rejected };
        },
      );
    },
  };
};

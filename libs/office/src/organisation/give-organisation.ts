import {
  dayNotAhead,
  decideOrganisation,
  importUnits,
  type IsoDate,
  type OrganisationCommand,
  type Organisation,
  type OrganisationEvent,
  type UnitImport,
  type UnitRow,
} from '#domain';
import type { Handled } from '#event-store';
import { commandKey } from '../command-key.ts';
import { actorOf, type Answer, type Given } from '../given.ts';
import type { Office } from '../office.ts';

/** `body`: the command, read and validated. */
export interface GivenToOrganisation extends Given {
  readonly body: OrganisationCommand;
}

export type OrganisationAnswer = Omit<Answer, 'position'>;
type ImportedUnits = Omit<UnitImport, 'events'>;

const handled = (
  { organisation }: Office,
  { caller, key, ifVersion }: Given,
  about: { readonly type: string; readonly body: unknown },
  decide: (tree: Organisation) => readonly OrganisationEvent[],
): Promise<Handled> =>
  organisation.handle(
    { actor: actorOf(caller), key: commandKey(caller.account, key, about.type, about.body), decide },
    ifVersion,
  );

/** A change of the organisation tree or of its people. */
export const giveOrganisation = async (office: Office, given: GivenToOrganisation): Promise<OrganisationAnswer> => {
  const { body } = given;
  const people = await office.people();
  const { version, events, repeated } = await handled(office, given, { type: body.type, body }, (tree) =>
    decideOrganisation(body, tree, office.today(), people),
  );
  return { version, events: events.map(({ event }) => event.type), repeated };
};

/** Units from a table; the same again changes nothing. A row that cannot be is answered with its reason, the others count. `on`: since when they are so, today where nothing is said. Throws Rejected 'occurred-in-future'. */
export const importOrganisation = async (
  office: Office,
  given: Omit<Given, 'body'>,
  rows: readonly UnitRow[],
  on?: IsoDate,
): Promise<ImportedUnits> => {
  const day = dayNotAhead(on, office.today());
  const read = (tree: Organisation): UnitImport => importUnits(rows, tree, day);
  let outcome: UnitImport | null = null;
  await handled(
    office,
    { ...given, body: rows },
    { type: 'ImportUnits', body: on === undefined ? rows : { rows, on } },
    (tree) => {
      outcome = read(tree);
      return outcome.events;
    },
  );
  const { created, changed, unchanged, rejected } = outcome ?? read((await office.organisation.current()).tree);
  return { created, changed, unchanged, rejected };
};

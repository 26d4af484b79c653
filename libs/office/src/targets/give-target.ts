import {
  decideTarget,
  definitionNamed,
  findUnit,
  foldTargets,
  formulaOf,
  targetStream,
  type TargetCommand,
  type TargetEvent,
} from '#domain';
import { projectsOfUnits } from '#projections';
import { admitUnit } from '../admit.ts';
import { commandKey } from '../command-key.ts';
import { definitionsNow } from '../definitions/show-definitions.ts';
import { actorOf, answerOf, type Answer, type Given } from '../given.ts';
import type { Office } from '../office.ts';
import { refused } from '../refusals.ts';

export interface GivenToTarget extends Omit<Given, 'body'> {
  readonly command: TargetCommand;
}

/**
 * Whether a name that the organisation does not know is that of somebody's projects, or of a target of the year: ledgers bring such names, kept as written.
 */
const isKeptAsWritten = async ({ store, pool, today }: Office, { unit, year }: TargetCommand): Promise<boolean> => {
  const said = (await store.readStream(targetStream(year))).map(({ event }) => event as TargetEvent);
  if ([...foldTargets(said).values()].some((target) => target.unit === unit)) return true;
  return (await projectsOfUnits(pool, [unit!], { all: true }, 1, null, { day: today(), position: null })).length > 0;
};

/**
 * A target that is typed names what there is: a definition, a metric of it, a unit by its code, or as ledgers write one that has none. Throws Rejected 'definition-unknown', 'metric-unknown' and 'unit-unknown'.
 */
const checkNamed = async (office: Office, command: TargetCommand): Promise<TargetCommand> => {
  const definition = definitionNamed(await definitionsNow(office), command.definition ?? 'default');
  if (definition === null || command.definition?.includes('@')) throw refused('definition-unknown', 'definition');
  if (formulaOf(definition, command.metric) === null) throw refused('metric-unknown', 'metric');
  if (command.unit === undefined) return command;
  const unit = findUnit((await office.organisation.current()).tree, command.unit);
  if (unit === null && (await isKeptAsWritten(office, command))) return command;
  if (unit === null || unit === 'ambiguous') throw refused('unit-unknown', 'unit');
  return Object.assign(Object.create(Object.getPrototypeOf(command) as object) as TargetCommand, command, {
    unit: unit.code,
  });
};

/** Sets a target, or revises one with its reason. */
export const giveTarget = async (office: Office, given: GivenToTarget): Promise<Answer> => {
  const { caller, key, ifVersion } = given;
  const command = await checkNamed(office, given.command);
  await admitUnit(office, caller, command.type, command);
  const today = office.today();
  return answerOf(
    await office.targets.handle(
      {
        actor: actorOf(caller),
        key: commandKey(caller.account, key, command.type, given.command),
        year: command.year,
        basis: command.basis,
        decide: (targets) => decideTarget(command, targets, today),
      },
      ifVersion,
    ),
  );
};

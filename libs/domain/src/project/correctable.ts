import { fieldsOf, type Field } from '../fields/field.ts';
import { readField } from '../fields/read-command.ts';
import type { Sentence } from '../rejected.ts';
import { aboutCommand, PROJECT_COMMAND_TYPES, PROJECT_COMMANDS, type ProjectCommandType } from './commands.ts';
import type { ProjectEventType } from './events.ts';

type Recorded = {
  [T in ProjectCommandType]: keyof (typeof PROJECT_COMMANDS)[T]['about']['records'];
}[ProjectCommandType];
type Correctable = ReadonlyMap<string, ProjectCommandType>; // field → the command whose rule it passes

const correctableOf = (fact: ProjectEventType): Correctable =>
  new Map([
    ['occurredOn', 'RecordProject'], // every fact has a day
    ...PROJECT_COMMAND_TYPES.flatMap((type) =>
      (aboutCommand(type).records[fact] ?? []).map((field) => [field, type] as const),
    ),
  ]);

export const CORRECTABLE_FACTS = [
  ...new Set(PROJECT_COMMAND_TYPES.flatMap((type) => Object.keys(aboutCommand(type).records))),
] as readonly Recorded[];

/** From what the commands say that they record. A fact that none of them names does not compile where this is asked. */
const CORRECTABLE = Object.fromEntries(CORRECTABLE_FACTS.map((fact) => [fact, correctableOf(fact)])) as Readonly<
  Record<Recorded, Correctable>
>;

/** The fields of a fact that a correction may name. */
export const correctableFields = (type: ProjectEventType): readonly string[] => [...CORRECTABLE[type].keys()];

/** What the day of a fact is called, as the command that records it calls it; nothing where it is a day like any other. */
export const dayOf = (fact: ProjectEventType): Sentence | undefined =>
  PROJECT_COMMAND_TYPES.map(aboutCommand).find(({ day, records }) => day !== undefined && fact in records)?.day;

/** The fields of a fact as a form of corrections lays them out, its day called as it was when it was recorded. */
export const correctionForm = (type: ProjectEventType): readonly Field[] =>
  [...CORRECTABLE[type]].flatMap(([name, command]) =>
    fieldsOf(PROJECT_COMMANDS[command])
      .filter((field) => field.name === name)
      .map((field) => ({ ...field, label: (name === 'occurredOn' ? dayOf(type) : undefined) ?? field.label })),
  );

/** `value` as the rules of that field take it, or InvalidCommand. The answer is plain JSON, as facts are; null takes an optional field away. */
export const readCorrected = (type: ProjectEventType, field: string, value: unknown): unknown => {
  const command = CORRECTABLE[type].get(field)!;
  const read = readField(PROJECT_COMMANDS[command], field, value);
  return read === undefined ? null : (JSON.parse(JSON.stringify(read)) as unknown);
};

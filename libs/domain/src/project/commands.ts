import { fieldsOf, type Field } from '../fields/field.ts';
import type { About } from './commands/about.ts';
import { CORRECTION_COMMANDS } from './commands/correction.ts';
import { ENDING_COMMANDS } from './commands/ending.ts';
import { IDENTITY_COMMANDS } from './commands/identity.ts';
import { LANDING_COMMANDS } from './commands/landing.ts';
import { LEAD_COMMANDS } from './commands/lead.ts';
import { NEGOTIATION_COMMANDS } from './commands/negotiation.ts';
import { SIGNING_COMMANDS } from './commands/signing.ts';

/** Every command of a project, by name, in the order of the lifecycle. HTTP routes, forms and the command bus are made from this table. */
export const PROJECT_COMMANDS = {
  ...LEAD_COMMANDS,
  ...NEGOTIATION_COMMANDS,
  ...SIGNING_COMMANDS,
  ...LANDING_COMMANDS,
  ...IDENTITY_COMMANDS,
  ...ENDING_COMMANDS,
  ...CORRECTION_COMMANDS,
} as const satisfies Record<string, { readonly about: About; new (): object }>;

export type ProjectCommandType = keyof typeof PROJECT_COMMANDS;
export type ProjectCommand = InstanceType<(typeof PROJECT_COMMANDS)[ProjectCommandType]>;
export type ProjectCommandOf<T extends ProjectCommandType> = Extract<ProjectCommand, { type: T }>;

export const PROJECT_COMMAND_TYPES = Object.keys(PROJECT_COMMANDS) as readonly ProjectCommandType[];

/** What is said of a command beside its fields. */
export const aboutCommand = (type: ProjectCommandType): About => PROJECT_COMMANDS[type].about;

/** The fields of a command's form, its day called as a bureau calls it. */
export const commandForm = (type: ProjectCommandType): readonly Field[] => {
  const { day } = aboutCommand(type);
  return fieldsOf(PROJECT_COMMANDS[type]).map((field) =>
    field.name === 'occurredOn' && day !== undefined ? { ...field, label: day } : field,
  );
};

import { aboutCommand, PROJECT_COMMAND_TYPES, PROJECT_COMMANDS, type ProjectCommandType } from '#domain';

export const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Every command a person can give, by name: routes, OpenAPI and forms are made from it. */
export const OFFERED = PROJECT_COMMAND_TYPES.filter((type) => !aboutCommand(type).byProduct);

/** Whether a command begins a project. */
export const begins = (type: ProjectCommandType): boolean => aboutCommand(type).when.includes('none');

export const CREATING = OFFERED.filter(begins);
export const CHANGING = OFFERED.filter((type) => !begins(type));

export const commandClassOf = (type: ProjectCommandType): new () => object => PROJECT_COMMANDS[type];

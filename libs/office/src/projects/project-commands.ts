import { PROJECT_COMMANDS, WHEN, type ProjectCommandType } from '#domain';

// Given by the product to the other projects of a split or a merge; nobody gives them by hand.
const FOLLOW_UPS: readonly ProjectCommandType[] = ['RecordSplitOff', 'RecordAbsorption'];

export const kebab = (type: string): string => type.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** Every command a person can give, by name: routes, OpenAPI and forms are made from it. */
export const OFFERED = (Object.keys(PROJECT_COMMANDS) as ProjectCommandType[]).filter(
  (type) => !FOLLOW_UPS.includes(type),
);
export const CREATING = OFFERED.filter((type) => WHEN[type].includes('none'));
export const CHANGING = OFFERED.filter((type) => !WHEN[type].includes('none'));

export const commandClassOf = (type: ProjectCommandType): new () => object => PROJECT_COMMANDS[type];

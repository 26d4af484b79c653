import { DICTIONARY } from '#domain';

/** The dictionary as the page's source: its words are there before anything is asked of the server, and a name that is gone does not compile. */
export const pageWords = (): string =>
  `// Written by apps/web/generate-api.sh from the domain's dictionary. Do not edit.\nexport const DICTIONARY = ${JSON.stringify(DICTIONARY, null, 2)} as const;\n`;

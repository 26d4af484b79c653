import { CHANNEL_FORMS, CHANNEL_NAMES } from '#channels';
import { DICTIONARY } from '#domain';
import { COMMAND_NEEDS } from '#identity';
import { CREATING } from '#office';

const constant = (name: string, what: string, value: object): string =>
  `// Written by apps/web/generate-api.sh from ${what}. Do not edit.\nexport const ${name} = ${JSON.stringify(value, null, 2)} as const;\n`;

/** What of ours is written into the page's sources, by file: it is there before anything is asked of the server, and a name that is gone does not compile. */
export const PAGE_SOURCES: Readonly<Record<string, string>> = {
  'words.ts': constant('DICTIONARY', 'the domain’s dictionary', DICTIONARY),
  'beginnings.ts': constant(
    'BEGINNINGS',
    'the commands that begin a project',
    CREATING.map((type) => ({ type, needs: COMMAND_NEEDS[type] })),
  ),
  'channel-forms.ts': constant('CHANNEL_FORMS', 'the kinds of channels', CHANNEL_FORMS),
  'channel-names.ts': constant('CHANNEL_NAMES', 'the kinds of channels', CHANNEL_NAMES),
};

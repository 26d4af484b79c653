import type { Command } from 'commander';
import {
  draftDefinitionFile,
  listDefinitions,
  publishDefinitionFile,
  replayDefinitionFile,
  tellDefinition,
} from './definitions.ts';
import { askedOf, type Commands } from '../command-line.ts';

interface Draft {
  readonly draft?: string;
}

/** `definition list`, `show`, `draft`, `replay` and `publish`. */
export const offerDefinitions = ({ group, working, optionsOf }: Commands): void => {
  const definition = group('definition', 'statistical scopes of the figures');
  definition('list', 'definitions with their versions, and drafts').action((_asked: unknown, self: Command) =>
    working(optionsOf(self), (office) => listDefinitions(office, optionsOf(self))),
  );
  definition('show [name]', 'the latest version of a name, or name@version')
    .option('--draft <number>')
    .action((name: string | undefined, { draft }: Draft, self: Command) =>
      working(optionsOf(self), (office) => tellDefinition(office, name, draft, optionsOf(self))),
    );
  definition('draft <file>', 'keep a definition as a draft; it counts for nothing yet')
    .option('--note <text>')
    .action((file: string, { note }: { note?: string }, self: Command) =>
      working(optionsOf(self), (office) => draftDefinitionFile(office, file, note, optionsOf(self))),
    );
  definition('replay [file]', 'which figures it would change')
    .requiredOption('--period <period>')
    .option('--by <what>', 'unit, region, chain, leader, team')
    .option('--unit <code>')
    .option('--as-of <day>')
    .option('--as-known <instant>')
    .option('--draft <number>', 'a draft instead of a file')
    .action((file: string | undefined, _asked: unknown, self: Command) =>
      working(optionsOf(self), (office) => replayDefinitionFile(office, file, askedOf(self), optionsOf(self))),
    );
  definition('publish [file]', 'publish the next version from a JSON file, or a draft')
    .option('--draft <number>')
    .action((file: string | undefined, { draft }: Draft, self: Command) =>
      working(optionsOf(self), (office) => publishDefinitionFile(office, file, draft, optionsOf(self))),
    );
};

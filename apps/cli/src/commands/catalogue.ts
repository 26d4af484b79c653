import type { Command } from 'commander';
import { asyncApiDocument, catalogue, eventSchemas } from '#office';
import type { Commands } from '../command-line.ts';
import { answer, table, type Options } from '../output.ts';

const show = (type: string | undefined, asAsyncApi: boolean, { json, lang }: Options): void => {
  if (asAsyncApi) answer(asyncApiDocument(null));
  else if (type !== undefined) answer(eventSchemas(type));
  else if (json) answer(catalogue());
  else
    process.stdout.write(
      `${table(catalogue().events.map((event) => [event.type, String(event.version), event.title[lang]]))}\n`,
    );
};

/** The events of the log, for who builds on them. It asks no installation. */
export const offerCatalogue = ({ command, optionsOf }: Commands): void => {
  command('catalogue [event]', 'the kinds of events; one with its JSON Schema and an example')
    .option('--asyncapi', 'the feed as an AsyncAPI 3.0 document')
    .action((type: string | undefined, asked: { asyncapi?: boolean }, self: Command) => {
      show(type, asked.asyncapi === true, optionsOf(self));
    });
};

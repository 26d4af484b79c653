import { count, listOf, object, ref, text, type Schema } from './schema.ts';

const jsonSchema: Schema = { type: 'object', additionalProperties: true, description: 'JSON Schema 2020-12' };
const listed = { type: text, title: ref('Sentence'), version: count, versions: listOf(count) };

/** The catalogue of events. */
export const CATALOGUE_ANSWERS: Readonly<Record<string, Schema>> = {
  Catalogue: object({ envelope: jsonSchema, events: listOf(object(listed)) }),
  DescribedEvent: object({
    ...listed,
    schemas: listOf(object({ version: count, schema: jsonSchema, example: {} })),
  }),
};

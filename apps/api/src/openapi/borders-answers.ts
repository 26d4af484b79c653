import { count, listOf, object, text, type Schema } from './schema.ts';

/** Where regions lie. `outlines`: longitude and latitude in turn, in hundred-thousandths of a degree. */
export const BORDERS_ANSWERS: Readonly<Record<string, Schema>> = {
  Borders: object({
    version: count,
    borders: listOf(object({ region: text, outlines: listOf(listOf({ type: 'integer' })) })),
  }),
};

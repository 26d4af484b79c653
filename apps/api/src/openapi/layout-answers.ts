import { LAYOUT_UNITS } from '#domain';
import { count, listOf, object, oneOf, orNull, text, type Schema } from './schema.ts';

const column = object({ header: text, column: orNull(text), 'unit?': oneOf(...LAYOUT_UNITS) });

/** The bureau's own forms of exports. `column`: of a list, or `serial`; null: left blank. */
export const LAYOUT_ANSWERS: Readonly<Record<string, Schema>> = {
  Layouts: object({
    version: count,
    layouts: listOf(object({ name: text, title: orNull(text), list: orNull(text), columns: listOf(column) })),
  }),
};
